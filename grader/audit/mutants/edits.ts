import ts from 'typescript'
import type { Declarations } from './declarations.ts'

/** A stretch of the text, and what stands there instead. */
export interface Edit {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** One kind of mistake: what it can do to a node, nothing for most. */
export interface Operator {
  readonly name: string
  readonly edits: (node: ts.Node, declarations: Declarations) => readonly Edit[]
}

export function operator(name: string, edits: Operator['edits']): Operator {
  return { name, edits }
}

/** Puts a text in a node's place. */
export function replace(node: ts.Node, text: string): Edit {
  return { start: node.getStart(), end: node.getEnd(), text }
}

/** Puts one node in the place of another that holds it. */
export function keepOnly(whole: ts.Node, part: ts.Node): Edit {
  return replace(whole, grouped(part))
}

/** Exchanges two nodes, the first of which comes first in the text. */
export function exchange(first: ts.Node, second: ts.Node): Edit {
  const between = first.getSourceFile().text.slice(first.getEnd(), second.getStart())
  return { start: first.getStart(), end: second.getEnd(), text: second.getText() + between + first.getText() }
}

/** A node's text, in parentheses where it could fall apart elsewhere. */
export function grouped(node: ts.Node): string {
  const text = node.getText()
  const whole =
    ts.isIdentifier(node) ||
    ts.isLiteralExpression(node) ||
    ts.isCallExpression(node) ||
    ts.isPropertyAccessExpression(node) ||
    ts.isElementAccessExpression(node) ||
    ts.isParenthesizedExpression(node) ||
    ts.isArrayLiteralExpression(node)
  return whole ? text : `(${text})`
}

/** A call by name: `receiver.name(…)`, or `name(…)` with an empty receiver. */
export interface NamedCall {
  readonly receiver: ts.Expression | undefined
  readonly of: string
  readonly name: string
  readonly nameNode: ts.Node
  readonly args: readonly ts.Expression[]
}

/** Reads a node as a call by name. */
export function namedCall(node: ts.Node): NamedCall | undefined {
  if (!ts.isCallExpression(node)) return undefined
  const { expression, arguments: args } = node
  if (ts.isIdentifier(expression))
    return { receiver: undefined, of: '', name: expression.text, nameNode: expression, args }
  if (!ts.isPropertyAccessExpression(expression)) return undefined
  const { expression: receiver, name } = expression
  return { receiver, of: receiver.getText(), name: name.text, nameNode: name, args }
}

/** The namespaces of functions that take what they work on as their first argument. */
export function isLibrary(of: string): boolean {
  return ['Matrix', 'Math', 'tf'].includes(of)
}

/** True for a call whose result nobody looks at. */
export function isStatement(node: ts.Node): boolean {
  return ts.isExpressionStatement(node.parent)
}

import ts from 'typescript'
import { grouped, keepOnly, namedCall, replace, type Edit, type Operator, operator } from '../edits.ts'

const { SyntaxKind } = ts

const opposite: Readonly<Partial<Record<ts.SyntaxKind, string>>> = {
  [SyntaxKind.PlusToken]: '-',
  [SyntaxKind.MinusToken]: '+',
  [SyntaxKind.AsteriskToken]: '/',
  [SyntaxKind.SlashToken]: '*',
  [SyntaxKind.AsteriskAsteriskToken]: '*',
  [SyntaxKind.PlusEqualsToken]: '-=',
  [SyntaxKind.MinusEqualsToken]: '+=',
}

/** Which sides of an operation can stand alone. */
const sides: Readonly<Partial<Record<ts.SyntaxKind, 'both' | 'left'>>> = {
  [SyntaxKind.PlusToken]: 'both',
  [SyntaxKind.MinusToken]: 'both',
  [SyntaxKind.AsteriskToken]: 'both',
  [SyntaxKind.SlashToken]: 'left',
}

export const arithmetic: readonly Operator[] = [
  operator('accumulation-lost', (node) => [...lostInAssignment(node), ...lostInFold(node)]),
  operator('arithmetic', (node) => {
    if (ts.isPrefixUnaryExpression(node) && node.operator === SyntaxKind.MinusToken)
      return [keepOnly(node, node.operand)]
    if (!ts.isBinaryExpression(node)) return []
    const other = opposite[node.operatorToken.kind]
    return other === undefined ? [] : [replace(node.operatorToken, other)]
  }),
  operator('term-dropped', (node) => {
    if (!ts.isBinaryExpression(node)) return []
    const can = sides[node.operatorToken.kind]
    if (can === undefined) return []
    return can === 'both' ? [keepOnly(node, node.left), keepOnly(node, node.right)] : [keepOnly(node, node.left)]
  }),
  operator('constant', (node) => (ts.isNumericLiteral(node) ? [replace(node, otherNumber(Number(node.text)))] : [])),
  operator('max-min', (node) => {
    const call = namedCall(node)
    const other = call && { max: 'min', min: 'max', maximum: 'minimum', minimum: 'maximum' }[call.name]
    return call && other !== undefined ? [replace(call.nameNode, other)] : []
  }),
]

function otherNumber(value: number): string {
  if (value === 0) return '1'
  if (value === 1) return '0'
  return String(Number.isInteger(value) ? value + 1 : value * 2)
}

/** `sum = sum + x`, `sum = Matrix.add(sum, x)` and `sum += x`, without the sum. */
function lostInAssignment(node: ts.Node): readonly Edit[] {
  if (!ts.isBinaryExpression(node)) return []
  const { left, operatorToken, right } = node
  if (operatorToken.kind === SyntaxKind.PlusEqualsToken) return [replace(operatorToken, '=')]
  if (operatorToken.kind === SyntaxKind.MinusEqualsToken)
    return [replace(node, `${left.getText()} = -${grouped(right)}`)]
  return operatorToken.kind === SyntaxKind.EqualsToken ? without(left.getText(), right) : []
}

/** `(sum, x) => …sum + x…` of `reduce` and the like, without the sum. */
function lostInFold(node: ts.Node): readonly Edit[] {
  if (!ts.isArrowFunction(node)) return []
  const [first, second] = node.parameters
  return first && second && !ts.isBlock(node.body) ? without(first.name.getText(), node.body) : []
}

function without(sum: string, node: ts.Expression): readonly Edit[] {
  const call = namedCall(node)
  const terms =
    ts.isBinaryExpression(node) && node.operatorToken.kind === SyntaxKind.PlusToken
      ? [node.left, node.right]
      : call?.name === 'add'
        ? call.args
        : []
  const rest = terms.filter((term) => term.getText() !== sum)
  return terms.length === 2 && rest[0] && rest.length === 1 ? [keepOnly(node, rest[0])] : []
}

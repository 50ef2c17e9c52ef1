import ts from 'typescript'
import type { Declarations } from '../declarations.ts'
import {
  exchange,
  isLibrary,
  isStatement,
  keepOnly,
  namedCall,
  replace,
  type NamedCall,
  operator,
  type Operator,
} from '../edits.ts'

const opposite: Readonly<Record<string, string>> = { add: 'sub', sub: 'add', mul: 'div', div: 'mul' }

/** Methods that combine their receiver with an argument; without them the receiver is left. */
const combining = /^(add|sub|mul|div)((Row|Column)Vector)?$/

/** Functions and methods that keep the form of what they are given. */
const elementwise: ReadonlySet<string> = new Set(
  'abs exp log neg sqrt square tanh sigmoid relu softmax floor round clipByValue toLowerCase normalize sort flat'.split(
    ' ',
  ),
)

const copying: ReadonlySet<string> = new Set(['clone', 'slice', 'copy'])

export const matrices: readonly Operator[] = [
  operator('transpose-dropped', (node) => {
    const call = namedCall(node)
    const operand = call?.name === 'transpose' ? operandOf(call) : undefined
    return operand ? [keepOnly(node, operand)] : []
  }),
  operator('axis', (node) => {
    if (!ts.isStringLiteral(node)) return []
    const other = { row: 'column', column: 'row' }[node.text]
    return other === undefined ? [] : [replace(node, `'${other}'`)]
  }),
  operator('reduction', (node) => {
    const call = namedCall(node)
    const other = call && { sum: 'mean', mean: 'sum' }[call.name]
    return call?.receiver && other !== undefined ? [replace(call.nameNode, other)] : []
  }),
  operator('matrix-arithmetic', (node, { models }) => {
    const call = namedCall(node)
    const [, verb = '', rest = ''] = combining.exec(call?.name ?? '') ?? []
    const other = opposite[verb]
    return call?.receiver && other !== undefined && !models.has(call.of) ? [replace(call.nameNode, other + rest)] : []
  }),
  operator('term-dropped', (node, { models }) => {
    const call = namedCall(node)
    if (!call?.receiver || !combining.test(call.name) || models.has(call.of)) return []
    if (isLibrary(call.of)) return call.args.map((argument) => keepOnly(node, argument))
    // Alone on its line a dropped call is a removed statement, which is another operator's.
    return isStatement(node) ? [] : [keepOnly(node, call.receiver)]
  }),
  operator('factors-swapped', (node) => {
    const call = namedCall(node)
    const [argument] = call?.args ?? []
    const ordered = call && ['mmul', 'concat'].includes(call.name) && !isLibrary(call.of)
    return ordered && call.receiver && argument ? [exchange(call.receiver, argument)] : []
  }),
  operator('call-unwrapped', (node, declarations) => {
    const call = namedCall(node)
    const operand = call && (elementwise.has(call.name) ? operandOf(call) : sameTyped(call, declarations))
    return operand ? [keepOnly(node, operand)] : []
  }),
  operator('copy-dropped', (node) => {
    const call = namedCall(node)
    if (call?.receiver && call.args.length === 0 && copying.has(call.name) && !isStatement(node))
      return [keepOnly(node, call.receiver)]
    if (ts.isArrayLiteralExpression(node) && node.elements.length === 1) {
      const [only] = node.elements
      return only && ts.isSpreadElement(only) ? [keepOnly(node, only.expression)] : []
    }
    return []
  }),
]

/** What a function of a library, or a method, is applied to. */
function operandOf({ receiver, of, args }: NamedCall): ts.Expression | undefined {
  return isLibrary(of) ? args[0] : receiver
}

/** The first argument of a function of the file that returns the type it takes. */
function sameTyped({ of, name, args }: NamedCall, { functions }: Declarations): ts.Expression | undefined {
  const known = of === '' ? functions.get(name) : undefined
  const type = known?.parameters[0]?.type
  return type !== undefined && type !== '' && type === known?.returns ? args[0] : undefined
}

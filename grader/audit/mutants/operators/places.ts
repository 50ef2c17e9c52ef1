import ts from 'typescript'
import type { Declarations } from '../declarations.ts'
import { exchange, grouped, isLibrary, namedCall, replace, type Edit, type Operator, operator } from '../edits.ts'

const { SyntaxKind } = ts

/** Arguments of these methods, that many from the left, are places or bounds. */
const placed: Readonly<Record<string, number>> = {
  at: 1,
  get: 2,
  getColumn: 1,
  getRow: 1,
  set: 2,
  slice: 2,
  splice: 2,
  subMatrix: 4,
}

/** Calls whose two numbers could be taken one for the other, or whose terms are not alike. */
const ordered: ReadonlySet<string> = new Set(
  'sub div zeros ones eye get set slice subMatrix normal uniform pow'.split(' '),
)

const boundary: Readonly<Partial<Record<ts.SyntaxKind, string>>> = {
  [SyntaxKind.LessThanToken]: '<=',
  [SyntaxKind.LessThanEqualsToken]: '<',
  [SyntaxKind.GreaterThanToken]: '>=',
  [SyntaxKind.GreaterThanEqualsToken]: '>',
}

export const places: readonly Operator[] = [
  operator('boundary', (node) => {
    const other = ts.isBinaryExpression(node) ? boundary[node.operatorToken.kind] : undefined
    return ts.isBinaryExpression(node) && other !== undefined ? [replace(node.operatorToken, other)] : []
  }),
  operator('off-by-one', (node, declarations) => placesIn(node, declarations).flatMap(moved)),
  operator('arguments-swapped', (node, { functions }) => {
    const call = namedCall(node)
    if (!call) return []
    const known = call.of === '' ? functions.get(call.name) : undefined
    const [fits, commutative] = [ordered.has(call.name), known?.commutative === true]
    const types = known?.parameters.map(({ type }) => type) ?? []
    return call.args.flatMap((argument, k) => {
      const next = call.args[k + 1]
      const alike = fits || (types[k] !== undefined && types[k] !== '' && types[k] === types[k + 1])
      return next && alike && !commutative ? [exchange(argument, next)] : []
    })
  }),
  operator('items-swapped', (node) => {
    if (!ts.isArrayLiteralExpression(node) || !node.elements.every(ts.isIdentifier)) return []
    const [first, second] = node.elements
    return first && second && node.elements.length === 2 ? [exchange(first, second)] : []
  }),
  operator('field-confused', (node, { siblings }) => {
    if (!ts.isPropertyAccessExpression(node)) return []
    const other = siblings.get(node.name.text)
    return other === undefined || isLibrary(node.expression.getText()) ? [] : [replace(node.name, other)]
  }),
  operator('fields-exchanged', (node, declarations) =>
    ts.isObjectLiteralExpression(node) ? exchangedFields(node, declarations) : [],
  ),
]

/** Numbers that say where or how far. */
function placesIn(node: ts.Node, { functions }: Declarations): readonly ts.Expression[] {
  if (ts.isElementAccessExpression(node)) return [node.argumentExpression]
  if (ts.isForStatement(node)) return [...starts(node), ...bounds(node)]
  if (ts.isPropertyAssignment(node) && node.name.getText() === 'length') return [node.initializer]
  const call = namedCall(node)
  if (!call) return []
  if (call.receiver) return isLibrary(call.of) ? [] : call.args.slice(0, placed[call.name] ?? 0)
  const types = functions.get(call.name)?.parameters ?? []
  return call.args.filter((_, k) => types[k]?.type === 'number' && /^([a-zH]|index)$/.test(types[k].name))
}

function starts({ initializer }: ts.ForStatement): readonly ts.Expression[] {
  if (!initializer || !ts.isVariableDeclarationList(initializer)) return []
  return initializer.declarations.flatMap((declaration) => declaration.initializer ?? [])
}

function bounds({ condition }: ts.ForStatement): readonly ts.Expression[] {
  return condition && ts.isBinaryExpression(condition) ? [condition.right] : []
}

function moved(place: ts.Expression): readonly Edit[] {
  if (ts.isStringLiteral(place)) return []
  // A number that is written out says what it is afterwards, `constant` has its next one.
  if (ts.isNumericLiteral(place)) return [replace(place, String(Number(place.text) + 1))]
  return [replace(place, `${grouped(place)} + 1`), replace(place, `${grouped(place)} - 1`)]
}

/** Each two neighbours of a literal whose names are of one type in some interface, with each other's values. */
function exchangedFields({ properties }: ts.ObjectLiteralExpression, { siblings }: Declarations): readonly Edit[] {
  return properties.flatMap((property, k) => {
    const next = properties[k + 1]
    if (!next || !ts.isPropertyAssignment(property) || !ts.isPropertyAssignment(next)) return []
    const alike = siblings.get(property.name.getText()) === next.name.getText()
    return alike ? [exchange(property.initializer, next.initializer)] : []
  })
}

import ts from 'typescript'
import { keepOnly, namedCall, replace, type Operator, operator } from '../edits.ts'

const { SyntaxKind } = ts

const turned: Readonly<Partial<Record<ts.SyntaxKind, string>>> = {
  [SyntaxKind.EqualsEqualsEqualsToken]: '!==',
  [SyntaxKind.ExclamationEqualsEqualsToken]: '===',
  [SyntaxKind.AmpersandAmpersandToken]: '||',
  [SyntaxKind.BarBarToken]: '&&',
}

/** Words of tfjs's options, and what somebody could write instead. */
const words: Readonly<Record<string, string>> = {
  sigmoid: 'hardSigmoid',
  softmax: 'sigmoid',
  tanh: 'relu',
  relu: 'tanh',
  concat: 'sum',
  zeros: 'ones',
}

export const flow: readonly Operator[] = [
  operator('condition-negated', (node) => {
    const condition =
      ts.isIfStatement(node) || ts.isWhileStatement(node)
        ? node.expression
        : ts.isConditionalExpression(node) || ts.isForStatement(node)
          ? node.condition
          : undefined
    return condition ? [replace(condition, `!(${condition.getText()})`)] : []
  }),
  operator('logic', (node) => {
    if (!ts.isBinaryExpression(node)) return []
    const other = turned[node.operatorToken.kind]
    return other === undefined ? [] : [replace(node.operatorToken, other)]
  }),
  operator('default-lost', (node) => {
    const fallback = ts.isBinaryExpression(node) && node.operatorToken.kind === SyntaxKind.QuestionQuestionToken
    return fallback ? [keepOnly(node, node.left), keepOnly(node, node.right)] : []
  }),
  // What follows may begin with a parenthesis, so the semicolon stays.
  operator('statement-removed', (node) => (ts.isExpressionStatement(node) ? [replace(node, ';')] : [])),
  operator('order-reversed', (node) => {
    if (ts.isForOfStatement(node)) return [replace(node.expression, `[...${node.expression.getText()}].reverse()`)]
    const call = namedCall(node)
    const other = call && { push: 'unshift', unshift: 'push' }[call.name]
    return call?.receiver && other !== undefined ? [replace(call.nameNode, other)] : []
  }),
  operator('option', (node) => {
    if (node.kind === SyntaxKind.TrueKeyword) return [replace(node, 'false')]
    if (node.kind === SyntaxKind.FalseKeyword) return [replace(node, 'true')]
    const other = ts.isStringLiteral(node) ? words[node.text] : undefined
    return other === undefined ? [] : [replace(node, `'${other}'`)]
  }),
  operator('spread-lost', (node) => {
    const spread = ts.isSpreadElement(node) || ts.isSpreadAssignment(node)
    if (!spread || !hasOthers(node.parent)) return []
    return [ts.isSpreadElement(node) ? replace(node, '...[]') : replace(node, '...{}')]
  }),
]

function hasOthers(parent: ts.Node): boolean {
  if (ts.isArrayLiteralExpression(parent)) return parent.elements.length > 1
  return ts.isObjectLiteralExpression(parent) && parent.properties.length > 1
}

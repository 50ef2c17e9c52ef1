import ts from 'typescript'

/** A function of the file, as far as its declaration tells. */
export interface KnownFunction {
  readonly parameters: readonly { readonly name: string; readonly type: string }[]
  readonly returns: string
  /** Its arguments can be exchanged without any effect. */
  readonly commutative: boolean
}

/** What operators know of a file besides the node they look at. */
export interface Declarations {
  readonly source: ts.SourceFile
  readonly functions: ReadonlyMap<string, KnownFunction>
  /** For the fields of an interface that share their type with others: the name of the next one, the last one's is the first. */
  readonly siblings: ReadonlyMap<string, string>
  /** Variables that are models of tfjs, whose `add` is no sum. */
  readonly models: ReadonlySet<string>
}

/** Reads the functions and the interfaces of a file. */
export function declarationsOf(source: ts.SourceFile): Declarations {
  const functions = new Map<string, KnownFunction>()
  const siblings = new Map<string, string>()
  const models = new Set<string>()
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionDeclaration(node) && node.name) functions.set(node.name.text, known(node))
    if (ts.isVariableDeclaration(node) && ts.isIdentifier(node.name) && node.initializer) {
      if (ts.isArrowFunction(node.initializer)) functions.set(node.name.text, known(node.initializer))
      if (node.initializer.getText() === 'tf.sequential()') models.add(node.name.text)
    }
    if (ts.isInterfaceDeclaration(node)) for (const [name, next] of siblingsOf(node)) siblings.set(name, next)
    ts.forEachChild(node, visit)
  }
  visit(source)
  return { source, functions, siblings, models }
}

function known(node: ts.FunctionDeclaration | ts.ArrowFunction): KnownFunction {
  const parameters = node.parameters.map(({ name, type }) => ({ name: name.getText(), type: type?.getText() ?? '' }))
  const names = new Set(parameters.map(({ name }) => name))
  return { parameters, returns: node.type?.getText() ?? '', commutative: isProductOf(names, returned(node.body)) }
}

/** What a body that only returns something returns. */
function returned(body: ts.ConciseBody | undefined): ts.Expression | undefined {
  if (!body || !ts.isBlock(body)) return body
  const [only, ...rest] = body.statements
  return only && rest.length === 0 && ts.isReturnStatement(only) ? only.expression : undefined
}

/** True for `Matrix.mul(a, b).mul(c)` and the like, of parameters alone. */
function isProductOf(names: ReadonlySet<string>, node: ts.Expression | undefined): boolean {
  if (!node) return false
  if (ts.isIdentifier(node)) return names.has(node.text)
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return false
  const { expression: receiver, name } = node.expression
  const factors = receiver.getText() === 'Matrix' ? node.arguments : [receiver, ...node.arguments]
  return name.text === 'mul' && factors.every((factor) => isProductOf(names, factor))
}

function siblingsOf(node: ts.InterfaceDeclaration): readonly (readonly [string, string])[] {
  const byType = new Map<string, string[]>()
  for (const member of node.members) {
    if (!ts.isPropertySignature(member) || !ts.isIdentifier(member.name)) continue
    const type = member.type?.getText() ?? ''
    byType.set(type, [...(byType.get(type) ?? []), member.name.text])
  }
  return [...byType.values()]
    .filter((names) => names.length > 1)
    .flatMap((names) => names.map((name, k) => [name, names[(k + 1) % names.length] ?? name] as const))
}

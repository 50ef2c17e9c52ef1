import ts from 'typescript'
import type { Documented, Text } from './said.ts'

/** The functions and classes that a file exports, each with what its comment says. */
export function documented({ path, text }: Text): readonly Documented[] {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true, ts.ScriptKind.TS)
  const named = namesInLists(source)
  const found = new Map<string, Documented>()
  for (const statement of source.statements)
    for (const { name, node, signature } of declared(statement)) {
      if (!isExported(statement) && !named.has(name)) continue
      const before = found.get(name)
      // Overloads are one function: what any of them says counts.
      found.set(name, {
        name,
        line: before?.line ?? source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1,
        comment: [before?.comment ?? '', commentOf(statement)].join(' ').trim(),
        shaped: (before?.shaped ?? false) || shapes.test(signatureText(signature, source)),
      })
    }
  return [...found.values()]
}

interface Declared {
  readonly name: string
  readonly node: ts.Node
  /** Whose parameters and result say what goes in and out. */
  readonly signature: ts.SignatureDeclaration | undefined
}

function declared(statement: ts.Statement): readonly Declared[] {
  if (ts.isFunctionDeclaration(statement))
    return [{ name: statement.name?.text ?? 'default', node: statement, signature: statement }]
  if (ts.isClassDeclaration(statement))
    return [{ name: statement.name?.text ?? 'default', node: statement, signature: undefined }]
  if (!ts.isVariableStatement(statement)) return []
  return statement.declarationList.declarations.flatMap(({ name, initializer }) =>
    ts.isIdentifier(name) && initializer && (ts.isArrowFunction(initializer) || ts.isFunctionExpression(initializer))
      ? [{ name: name.text, node: name, signature: initializer }]
      : [],
  )
}

function isExported(statement: ts.Statement): boolean {
  return (
    ts.canHaveModifiers(statement) &&
    (ts.getModifiers(statement) ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)
  )
}

/** What `export { a, b as c }` and `export default a` name, by the names inside of the file. */
function namesInLists(source: ts.SourceFile): ReadonlySet<string> {
  const names = source.statements.flatMap((statement) => {
    if (ts.isExportAssignment(statement) && ts.isIdentifier(statement.expression)) return [statement.expression.text]
    if (!ts.isExportDeclaration(statement) || statement.moduleSpecifier || !statement.exportClause) return []
    if (!ts.isNamedExports(statement.exportClause)) return []
    return statement.exportClause.elements.map(({ name, propertyName }) => (propertyName ?? name).text)
  })
  return new Set(names)
}

/** The text of the doc comments before a statement, without asterisks and tags. */
function commentOf(statement: ts.Statement): string {
  return ts
    .getJSDocCommentsAndTags(statement)
    .filter((part) => ts.isJSDoc(part))
    .map((part) => part.getText())
    .join(' ')
    .replaceAll(/^\s*\/\*\*|\*\/$|^\s*\*/gm, ' ')
    .replaceAll(/@(?:param|returns?|throws|template|example|typeParam)\b(?:\s*\{[^{}]*\})?/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
}

const shapes = /\b(?:Matrix|Tensor(?:[1-6]D|Like)?)\b|\bnumber\[\]\[\]/

function signatureText(signature: ts.SignatureDeclaration | undefined, source: ts.SourceFile): string {
  if (!signature) return ''
  return [...signature.parameters.map(({ type }) => type), signature.type]
    .map((type) => type?.getText(source) ?? '')
    .join(' ')
}

import ts from 'typescript'

/** The name of the declaration at the top of the file that holds a position; empty outside of all. */
export function topDeclaration(source: ts.SourceFile, position: number): string {
  const statement = source.statements.find((node) => node.getStart() <= position && position < node.getEnd())
  return statement ? (namesOf(statement)[0] ?? '') : ''
}

/** Declarations that are a bonus task, as their comment says, or serve nothing else. */
export function bonusDeclarations(source: ts.SourceFile): ReadonlySet<string> {
  const statements = source.statements.filter((node) => namesOf(node).length > 0)
  const exported = statements.filter((node) => ts.canHaveModifiers(node) && isExported(node))
  const required = reached(
    statements,
    exported.filter((node) => !isBonus(node)),
  )
  return new Set(statements.flatMap(namesOf).filter((name) => !required.has(name)))
}

/** Every name that the declarations use, and those that these use. */
function reached(all: readonly ts.Statement[], from: readonly ts.Statement[]): ReadonlySet<string> {
  const byName = new Map(all.flatMap((node) => namesOf(node).map((name) => [name, node] as const)))
  const names = new Set<string>()
  const queue = [...from]
  for (let node = queue.pop(); node; node = queue.pop()) {
    for (const name of namesOf(node)) names.add(name)
    const visit = (child: ts.Node): void => {
      const used = ts.isIdentifier(child) ? byName.get(child.text) : undefined
      if (used && !namesOf(used).every((name) => names.has(name))) queue.push(used)
      ts.forEachChild(child, visit)
    }
    ts.forEachChild(node, visit)
  }
  return names
}

function namesOf(node: ts.Statement): readonly string[] {
  if (ts.isFunctionDeclaration(node)) return node.name ? [node.name.text] : []
  if (!ts.isVariableStatement(node)) return []
  return node.declarationList.declarations.map(({ name }) => name.getText())
}

function isExported(node: ts.HasModifiers): boolean {
  return ts.getModifiers(node)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ?? false
}

function isBonus(node: ts.Statement): boolean {
  return node.getFullText().slice(0, node.getLeadingTriviaWidth()).includes('(bonus)')
}

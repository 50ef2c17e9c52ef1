import { transformSync } from 'esbuild'
import ts from 'typescript'
import type { Slug } from '../../model/verdict.ts'
import { declarationsOf, type Declarations } from './declarations.ts'
import type { Edit, Operator } from './edits.ts'
import type { GenericMutant } from './mutant.ts'
import { arithmetic } from './operators/arithmetic.ts'
import { flow } from './operators/flow.ts'
import { matrices } from './operators/matrices.ts'
import { places } from './operators/places.ts'
import { bonusDeclarations, topDeclaration } from './reach.ts'
import { solutionRegions, type Region } from './regions.ts'

/** Every kind of mistake. Where two make the same one, it goes by the name of the first. */
export const operators: readonly Operator[] = [...arithmetic, ...matrices, ...places, ...flow]

/**
 * All mutants of a solution: one edit each, in what a student writes and nowhere else. They parse, no two of them are
 * the same program but for its form, and none is the solution.
 */
export function mutantsOf(text: string, slug: Slug): readonly GenericMutant[] {
  const file = `${slug}/${slug}.ts`
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true)
  const site: Site = {
    slug,
    declarations: declarationsOf(source),
    regions: solutionRegions(text, file),
    bonus: bonusDeclarations(source),
  }
  const seen = new Set([canonical(text)])
  const ordinals = new Map<string, number>()
  const mutants: GenericMutant[] = []
  for (const { operator, edit } of editsOf(source, site)) {
    const mutated = text.slice(0, edit.start) + edit.text + text.slice(edit.end)
    const program = canonical(mutated)
    if (program === undefined || seen.has(program)) continue
    seen.add(program)
    const name = `${slug}:${String(lineOf(source, edit.start))}:${operator}`
    const ordinal = (ordinals.get(name) ?? 0) + 1
    ordinals.set(name, ordinal)
    mutants.push({ id: `${name}:${String(ordinal)}`, ...describe(source, site, operator, edit, mutated) })
  }
  return mutants.sort((a, b) => a.line - b.line)
}

interface Site {
  readonly slug: Slug
  readonly declarations: Declarations
  readonly regions: readonly Region[]
  /** Declarations that only bonus tasks reach. */
  readonly bonus: ReadonlySet<string>
}

/** Operator by operator, so that the names of equal mutants do not depend on where they are found. */
function editsOf(source: ts.SourceFile, site: Site): { operator: string; edit: Edit }[] {
  const nodes: ts.Node[] = []
  const visit = (node: ts.Node): void => {
    if (isNoCode(node)) return
    if (site.regions.some((region) => isInside(source, node, region))) nodes.push(node)
    ts.forEachChild(node, visit)
  }
  visit(source)
  return operators.flatMap(({ name, edits }) =>
    nodes.flatMap((node) => edits(node, site.declarations).map((edit) => ({ operator: name, edit }))),
  )
}

/** Types and imports do not run, and the words of an error that honest input never meets are nobody's task. */
function isNoCode(node: ts.Node): boolean {
  return (
    ts.isTypeNode(node) ||
    ts.isImportDeclaration(node) ||
    ts.isInterfaceDeclaration(node) ||
    ts.isTypeAliasDeclaration(node) ||
    ts.isThrowStatement(node)
  )
}

function isInside(source: ts.SourceFile, node: ts.Node, { from, to }: Region): boolean {
  return lineOf(source, node.getStart()) >= from && lineOf(source, node.getEnd()) <= to
}

/** The program without its form; undefined for a text that is none. */
function canonical(text: string): string | undefined {
  try {
    return transformSync(text, { loader: 'ts', minifySyntax: true, minifyWhitespace: true, logLevel: 'silent' }).code
  } catch {
    return undefined
  }
}

function describe(
  source: ts.SourceFile,
  { slug, bonus }: Site,
  operator: string,
  edit: Edit,
  text: string,
): Omit<GenericMutant, 'id'> {
  const [from, to] = [lineOf(source, edit.start), lineOf(source, edit.end)]
  const within = topDeclaration(source, edit.start)
  const longer = edit.text.split('\n').length - source.text.slice(edit.start, edit.end).split('\n').length
  return {
    slug,
    operator,
    text,
    line: from,
    within,
    before: linesOf(source.text, from, to),
    after: linesOf(text, from, to + longer),
    bonus: bonus.has(within),
  }
}

function linesOf(text: string, from: number, to: number): string {
  const lines = text.split('\n').slice(from - 1, to)
  return lines
    .map((line) => line.replace(/\s\/\/ .*$/, '').trim())
    .filter((line) => line !== '')
    .join(' ')
}

function lineOf(source: ts.SourceFile, position: number): number {
  return source.getLineAndCharacterOfPosition(position).line + 1
}

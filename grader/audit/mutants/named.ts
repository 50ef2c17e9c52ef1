import ts from 'typescript'
import type { Slug } from '../../model/verdict.ts'
import type { NamedMutant } from './mutant.ts'
import { bonusDeclarations, topDeclaration } from './reach.ts'

/** The kind of mistake that every named one is, beside the kinds of `operators`. */
export const namedOperator = 'named'

/** What is known of a named mistake besides where it lies. */
export type Naming = Pick<NamedMutant, 'id' | 'task' | 'calls' | 'text'>

/** Mistakes with names, each where it first makes the solution another text. */
export function namedMutants(solution: string, slug: Slug, all: readonly Naming[]): readonly NamedMutant[] {
  const source = ts.createSourceFile(`${slug}/${slug}.ts`, solution, ts.ScriptTarget.Latest, true)
  const bonus = bonusDeclarations(source)
  return all.map((naming) => {
    const start = firstDifference(solution, naming.text)
    return {
      ...naming,
      slug,
      operator: namedOperator,
      line: source.getLineAndCharacterOfPosition(start).line + 1,
      bonus: bonus.has(topDeclaration(source, start)),
    }
  })
}

function firstDifference(a: string, b: string): number {
  let k = 0
  while (k < a.length && a[k] === b[k]) k++
  return k
}

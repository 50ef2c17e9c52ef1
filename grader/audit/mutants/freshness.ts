import { existsSync } from 'node:fs'
import path from 'node:path'
import type { Rubric } from '../../model/rubric.ts'
import type { CheckId, Slug } from '../../model/verdict.ts'
import { hashFiles, sourcesHash } from '../sources.ts'
import type { Mutant } from './mutant.ts'

/** A hash of everything that the fate of a deliverable's mutants depends on: the sources, the mutants and the proofs. */
export function mutationHash(root: string, slug: Slug, rubric: Rubric, mutants: readonly Mutant[]): string {
  const proofs = equivalentsFile('', slug)
  const rows = [...rowsByCheck(rubric)].filter(([check]) => check.startsWith(`${slug}/`))
  // Points that move within a row kill nobody; a check that weighs nothing any more does.
  const besides = [sourcesHash(root, slug), rows, mutants.map(({ id, text }) => [id, text])]
  return hashFiles(root, existsSync(path.join(root, proofs)) ? [proofs] : [], JSON.stringify(besides))
}

/** Where a deliverable's proofs are. */
export function equivalentsFile(root: string, slug: Slug): string {
  return path.join(root, 'grader', 'deliverables', slug, 'equivalents.json')
}

/** The rows of the rubric in which a check weighs something, bonus rows too. */
export function rowsByCheck({ criteria, bonus }: Rubric): ReadonlyMap<CheckId, readonly string[]> {
  const rows = new Map<CheckId, string[]>()
  for (const { id, checks } of [...criteria.flatMap((criterion) => criterion.rows), ...bonus])
    for (const [check, weight] of Object.entries(checks))
      if (weight > 0) rows.set(check, [...(rows.get(check) ?? []), id])
  return rows
}

import { existsSync } from 'node:fs'
import path from 'node:path'
import type { Rubric } from '../../model/rubric.ts'
import type { CheckId, Slug } from '../../model/verdict.ts'
import { hashFiles, hashText } from '../sources.ts'
import type { Mutant } from './mutant.ts'

/**
 * A hash of what a kill matrix is about: a deliverable's mutants, those with names too, and the checks that weigh
 * something, with their rows. What the checks do is not in it: whether they still kill is what a sample asks.
 */
export function mutationHash(slug: Slug, rubric: Rubric, mutants: readonly Mutant[]): string {
  const rows = [...rowsByCheck(rubric)].filter(([check]) => check.startsWith(`${slug}/`))
  return hashText(JSON.stringify([rows, mutants.map(({ id, text }) => [id, text])]))
}

/** A hash of a deliverable's proofs. */
export function proofsHash(root: string, slug: Slug): string {
  const proofs = equivalentsFile('', slug)
  return hashFiles(root, existsSync(path.join(root, proofs)) ? [proofs] : [])
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

import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Mark } from '../../model/mark.ts'
import type { Rubric, RubricRow } from '../../model/rubric.ts'
import { repository } from './run.ts'

/** The criterion of {@link reviewRubric} that somebody has to look at, and its points. */
export const reviewed = { id: 'puertas-lstm', firm: 7, open: 3, max: 10 } as const

/**
 * The rubric of the repository, but for one criterion that rests on code alone, of which checks see only a part: 7 points
 * firm and 3 provisional. What else it rested on weighs nothing.
 */
export async function reviewRubric(folder: string): Promise<string> {
  const rubric = JSON.parse(await readFile(path.join(repository, 'rubric.json'), 'utf8')) as Rubric
  const checksOf = (rows: readonly RubricRow[]): Record<string, number> =>
    Object.assign({}, ...rows.map((row) => row.checks)) as Record<string, number>
  const [own, others] = [true, false].map((is) =>
    checksOf(rubric.criteria.filter(({ id }) => (id === reviewed.id) === is).flatMap(({ rows }) => rows)),
  )
  const checks = Object.entries(own ?? {})
  const code = checks.filter(([check]) => check.startsWith('lstm-cell/'))
  const row = (id: string, points: number, isGate: boolean): RubricRow => ({
    id,
    points,
    stage: 'concebir',
    checks: Object.fromEntries(code.filter(([check]) => check.includes('gate') === isGate)),
  })
  const rows = [row('firm', reviewed.firm, true), { ...row('seen', reviewed.open, false), review: true }]
  const criteria = rubric.criteria.map((criterion) =>
    criterion.id === reviewed.id ? { ...criterion, rows, caps: [], floors: [] } : criterion,
  )
  const left = checks
    .map(([check]) => check)
    .filter((check) => !check.startsWith('lstm-cell/') && !(check in (others ?? {})))
  const file = path.join(folder, 'review.json')
  await writeFile(file, JSON.stringify({ ...rubric, criteria, gates: [...rubric.gates, ...left] }))
  return file
}

/** Writes a file of marks as a person might. */
export async function writeMarks(folder: string, id: string, marks: readonly Partial<Mark>[]): Promise<string> {
  await mkdir(folder, { recursive: true })
  const file = path.join(folder, `${id}.json`)
  await writeFile(file, JSON.stringify({ schema: 'lab11/marks/v1', marks }, null, 2))
  return file
}

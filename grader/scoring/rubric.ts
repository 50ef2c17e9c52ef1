import { readFile } from 'node:fs/promises'
import { betterAjvErrors } from '@apideck/better-ajv-errors'
import { Ajv, type AnySchema, type ErrorObject, type ValidateFunction } from 'ajv'
import { distance } from 'fastest-levenshtein'
import { LabError } from '../model/errors.ts'
import schema from '../model/rubric.schema.json' with { type: 'json' }
import type { Rubric, RubricCondition } from '../model/rubric.ts'
import type { CheckId, CheckMeta } from '../model/verdict.ts'
import { toHundredths } from './points.ts'

/** Reads and validates `rubric.json`: form by its schema, then sums, ids and stages. Throws a usage {@link LabError}. */
export async function loadRubric(file: string): Promise<Rubric> {
  const rubric = validateForm(parse(await read(file), file), file)
  const problem = inconsistency(rubric)
  if (problem) throw invalid(file, problem.path, problem.problem)
  return rubric
}

/** Every criterion has checks, every check that the rubric names exists, and no check is left out of it. */
export function matchRubric(rubric: Rubric, checks: readonly CheckMeta[], file: string): void {
  const known = new Set(checks.map(({ id }) => id))
  const placed = placedChecks(rubric)
  const unknown = [...namedChecks(rubric)].find((id) => !known.has(id))
  if (unknown !== undefined) {
    throw new LabError('usage', 'rubric.unknown-check', { file, check: unknown, near: nearest(unknown, [...known]) })
  }
  const orphan = [...known].find((id) => !placed.has(id))
  if (orphan !== undefined) throw new LabError('usage', 'rubric.orphan-check', { file, check: orphan })
}

/** Every check that a rubric names: weighed, as a gate, or in a condition of a cap or a floor. */
export function namedChecks(rubric: Rubric): ReadonlySet<CheckId> {
  const bounds = rubric.criteria.flatMap(({ caps, floors }) => [...caps, ...floors])
  return new Set([...placedChecks(rubric), ...bounds.flatMap(({ when }) => checksOf(when))])
}

function placedChecks(rubric: Rubric): ReadonlySet<CheckId> {
  return new Set([...weighed(rubric), ...rubric.gates, ...rubric.bonus.flatMap(({ gates }) => gates)])
}

async function read(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    throw new LabError('usage', 'rubric.unreadable', { file, reason: reason(error) }, error)
  }
}

function parse(text: string, file: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new LabError('usage', 'rubric.not-json', { file, reason: reason(error) }, error)
  }
}

function validateForm(data: unknown, file: string): Rubric {
  const ajv = new Ajv({ allErrors: true })
  const validate: ValidateFunction<Rubric> = ajv.compile(schema as AnySchema)
  if (validate(data)) return data
  const { path, problem } = wrongForm(data, validate.errors ?? [])
  // A JSON pointer writes `/` as `~1`.
  throw invalid(file, path.replaceAll('~1', '/'), problem)
}

function wrongForm(data: unknown, errors: readonly ErrorObject[]): { path: string; problem: string } {
  // Of a condition that is none of its forms, every form complains, and the library has no word for that.
  const condition = errors.find(({ keyword }) => keyword === 'oneOf')
  if (condition)
    return { path: `rubric${condition.instancePath.replaceAll('/', '.')}`, problem: `∉ {${forms.join(' | ')}}.` }
  // The library's types want a JSON schema draft of its own; ours is the same draft 7.
  const [first] = betterAjvErrors({ schema: schema as never, data, errors: [...errors] })
  const suggestion = first?.suggestion === undefined ? '' : ` ${first.suggestion}`
  return {
    path: (first?.path ?? '').replace('{base}', 'rubric'),
    problem: `${first?.message.replace('{base}', 'rubric') ?? ''}.${suggestion}`,
  }
}

/** What a condition may look like, for whoever wrote one that is none of these. */
const forms = ['{ passed, count? }', '{ rows, credit, count? }', '{ all }', '{ any }'] as const

/** What the schema cannot say. */
function inconsistency(rubric: Rubric): { path: string; problem: string } | undefined {
  const stages = new Set(rubric.stages.map(({ id }) => id))
  const total = rubric.criteria.reduce((sum, { points }) => sum + toHundredths(points), 0)
  if (total !== 10_000) return { path: 'rubric.criteria', problem: `Σ points = ${String(total / 100)} ≠ 100.` }
  const twice = duplicate(rubric.criteria.map(({ id }) => id))
  if (twice !== undefined) return { path: 'rubric.criteria', problem: `id «${twice}» × 2.` }
  const rowTwice = duplicate(rubric.criteria.flatMap(({ rows }) => rows.map(({ id }) => id)))
  if (rowTwice !== undefined) return { path: 'rubric.criteria.rows', problem: `id «${rowTwice}» × 2.` }
  if (rubric.bands.some(({ from }, k) => from >= (rubric.bands[k - 1]?.from ?? 2)) || rubric.bands.at(-1)?.from !== 0) {
    return { path: 'rubric.bands', problem: 'from: 1 > … > 0.' }
  }
  for (const [k, criterion] of rubric.criteria.entries()) {
    const { id, points, pending, rows } = criterion
    const path = `rubric.criteria[${String(k)}] (${id})`
    if (pending !== (rows.length === 0))
      return { path, problem: `pending = ${String(pending)}, rows = ${String(rows.length)}.` }
    const sum = rows.reduce((all, row) => all + toHundredths(row.points), 0)
    if (!pending && sum !== toHundredths(points))
      return { path, problem: `Σ rows = ${String(sum / 100)} ≠ ${String(points)}.` }
    const stray = [...criterion.caps, ...criterion.floors]
      .flatMap(({ when }) => rowsOf(when))
      .find((row) => !rows.some((each) => each.id === row))
    if (stray !== undefined)
      return { path: `${path}.caps, floors`, problem: `rows «${stray}» ∉ {${rows.map((row) => row.id).join(', ')}}.` }
    const row = rows.find(({ stage }) => !stages.has(stage))
    if (row) return { path: `${path}.rows (${row.id})`, problem: `stage «${row.stage}» ∉ {${[...stages].join(', ')}}.` }
  }
  const gates = [...rubric.gates, ...rubric.bonus.flatMap((row) => row.gates)]
  const both = gates.find((gate) => weighed(rubric).includes(gate))
  return both === undefined ? undefined : { path: 'rubric.gates', problem: `«${both}» ∈ rows.` }
}

/** The rows that a condition speaks of, at any depth. */
function rowsOf(condition: RubricCondition): readonly string[] {
  return 'rows' in condition ? condition.rows : partsOf(condition).flatMap(rowsOf)
}

function checksOf(condition: RubricCondition): readonly CheckId[] {
  return 'passed' in condition ? condition.passed : partsOf(condition).flatMap(checksOf)
}

function partsOf(condition: RubricCondition): readonly RubricCondition[] {
  return 'all' in condition ? condition.all : 'any' in condition ? condition.any : []
}

function weighed(rubric: Rubric): CheckId[] {
  const rows = rubric.criteria.flatMap((criterion) => criterion.rows)
  return [...rows, ...rubric.bonus].flatMap(({ checks }) => Object.keys(checks))
}

function duplicate(ids: readonly string[]): string | undefined {
  return ids.find((id, k) => ids.indexOf(id) !== k)
}

/** The word of a list that was probably meant. */
export function nearest(word: string, words: readonly string[]): string {
  return words.reduce((best, other) => (distance(word, other) < distance(word, best) ? other : best), words[0] ?? '')
}

function invalid(file: string, path: string, problem: string): LabError {
  return new LabError('usage', 'rubric.invalid', { file, path, problem })
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

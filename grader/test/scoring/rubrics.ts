import { readFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import type { Rubric } from '../../model/rubric.ts'
import type { CheckId, Standing, VerdictKind } from '../../model/verdict.ts'
import { anyBounds, plain } from './bounds.ts'

export const rubricFile = path.resolve(import.meta.dirname, '..', '..', '..', 'rubric.json')

/** The project's own rubric, a fresh copy that may be spoiled. */
export function ownRubric(): Rubric {
  return JSON.parse(readFileSync(rubricFile, 'utf8')) as Rubric
}

const title = { es: 'título', en: 'title' }

/** Two criteria of 60 and 40 points, of which the second waits, and a bonus of 5. */
export const smallRubric: Rubric = {
  schema: 'lab11/rubric/v1',
  deliverables: ['demo'],
  bands: [
    { level: 'excelente', from: 0.9 },
    { level: 'bueno', from: 0.75 },
    { level: 'aceptable', from: 0.6 },
    { level: 'insuficiente', from: 0 },
  ],
  stages: [
    { id: 'concebir', title, weight: 50 },
    { id: 'operar', title, weight: 50 },
  ],
  criteria: [
    {
      ...plain,
      id: 'first',
      title,
      points: 60,
      pending: false,
      rows: [
        { id: '1a', points: 40, stage: 'concebir', checks: { 'demo/a': 3, 'demo/b': 1 } },
        { id: '1b', points: 20, stage: 'operar', checks: { 'demo/b': 1, 'demo/c': 1 } },
      ],
    },
    { ...plain, id: 'second', title, points: 40, pending: true, rows: [] },
  ],
  bonus: [{ id: 'extra', points: 5, checks: { 'demo/x': 1 }, gates: ['demo/x-gate'] }],
  gates: ['demo/loads'],
}

export const verdictKinds: readonly VerdictKind[] = ['passed', 'failed', 'crashed', 'blocked', 'faulted']

/** Some checks of a rubric with a verdict or a part of their points each; the others did not run. */
export function someVerdicts(ids: readonly CheckId[]): fc.Arbitrary<Map<CheckId, Standing>> {
  const standing = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom<Standing>(...verdictKinds) },
    { weight: 1, arbitrary: fc.double({ min: 0.01, max: 0.99, noNaN: true }) },
  )
  const verdict = fc.option(standing, { freq: 8 })
  return fc
    .array(verdict, { minLength: ids.length, maxLength: ids.length })
    .map(
      (verdicts) =>
        new Map(ids.flatMap((id, k) => (verdicts[k] === null ? [] : [[id, verdicts[k] ?? 'failed'] as const]))),
    )
}

/** Every check that a rubric names, gates too. */
export function checksOf(rubric: Rubric): CheckId[] {
  const rows = [...rubric.criteria.flatMap(({ rows }) => rows), ...rubric.bonus]
  const gates = [...rubric.gates, ...rubric.bonus.flatMap((bonus) => bonus.gates)]
  return [...new Set([...rows.flatMap(({ checks }) => Object.keys(checks)), ...gates])]
}

/** Rubrics of a few criteria with rows and bonuses of any weights; points add up to 100. */
export const anyRubric: fc.Arbitrary<Rubric> = fc
  .record({
    cuts: fc.uniqueArray(fc.integer({ min: 1, max: 99 }), { maxLength: 3 }),
    pending: fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }),
    split: fc.array(fc.double({ min: 0.1, max: 0.9, noNaN: true }), { minLength: 4, maxLength: 4 }),
    weights: fc.array(weightsOf(8), { minLength: 10, maxLength: 10 }),
    reviewed: fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }),
    bonus: fc.array(fc.double({ min: 0.01, max: 10, noNaN: true }), { maxLength: 2 }),
  })
  .map(({ cuts, pending, split, weights, reviewed, bonus }) => {
    const places = [0, ...cuts.toSorted((a, b) => a - b), 100]
    const criteria = places.slice(1).map((end, k) => {
      const points = end - (places[k] ?? 0)
      const waits = pending[k] ?? false
      const first = Math.round(points * (split[k] ?? 0.5) * 100) / 100
      const parts = first === 0 || first === points ? [points] : [first, Math.round((points - first) * 100) / 100]
      const rows = parts.map((part, r) => ({
        id: `${String(k)}${String(r)}`,
        points: part,
        stage: r === 0 ? 'concebir' : 'operar',
        checks: weights[2 * k + r] ?? { 'demo/a': 1 },
        ...(reviewed[2 * k + r] === true ? { review: true as const } : {}),
      }))
      return { ...plain, id: `c${String(k)}`, title, points, pending: waits, rows: waits ? [] : rows }
    })
    const extras = bonus.map((points, k) => ({
      id: `b${String(k)}`,
      points,
      checks: { [`demo/x${String(k)}`]: 1 },
      gates: [],
    }))
    return { ...smallRubric, criteria, bonus: extras }
  })
  .chain((rubric) =>
    fc
      .tuple(...rubric.criteria.map(({ rows }) => anyBounds(rows)))
      .map((bounds) => ({ ...rubric, criteria: rubric.criteria.map((each, k) => ({ ...each, ...bounds[k] })) })),
  )

function weightsOf(count: number): fc.Arbitrary<Record<CheckId, number>> {
  const id = fc.integer({ min: 0, max: count }).map((k) => `demo/c${String(k)}`)
  const weight = fc.oneof(fc.integer({ min: 1, max: 5 }), fc.double({ min: 0.01, max: 1000, noNaN: true }))
  return fc.dictionary(id, weight, { minKeys: 1, maxKeys: 6, noNullPrototype: true })
}

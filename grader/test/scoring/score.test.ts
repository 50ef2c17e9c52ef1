import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Rubric } from '../../model/rubric.ts'
import type { CheckId, Standing, VerdictKind } from '../../model/verdict.ts'
import { toHundredths } from '../../scoring/points.ts'
import { bonusChecks, score, worth, type Score } from '../../scoring/score.ts'
import { anyRubric, checksOf, ownRubric, smallRubric, someVerdicts } from './rubrics.ts'

const rubricAndVerdicts = fc
  .oneof(fc.constant(ownRubric()), anyRubric)
  .chain((rubric) => fc.tuple(fc.constant(rubric), someVerdicts(checksOf(rubric))))

describe('A score', () => {
  it('adds up: criteria to the total, checks to the criteria before caps and floors, and nothing beyond the maximum', () => {
    fc.assert(
      fc.property(rubricAndVerdicts, ([rubric, verdicts]) => {
        const scored = score(rubric, verdicts)
        expect(scored.max).toBe(sum(scored.criteria.map(({ max }) => max)))
        expect(scored.points).toBe(
          Math.min(scored.max, sum(scored.criteria.map(({ points }) => points)) + scored.bonus),
        )
        for (const { points, max, cappedBy, flooredBy, ...own } of scored.criteria) {
          expect(points).toBeLessThanOrEqual(max)
          if (!cappedBy && !flooredBy) expect(points).toBe(own.sum)
          if (!cappedBy) expect(points).toBeGreaterThanOrEqual(own.sum)
          if (!flooredBy) expect(points).toBeLessThanOrEqual(own.sum)
        }
        const earned = [...scored.earned.values()].flat()
        expect(sum(earned.map(({ points }) => points))).toBe(sum(scored.criteria.map((c) => c.sum)) + scored.bonus)
        for (const { id, sum: rows } of scored.criteria) {
          expect(sum(earned.filter(({ criterion }) => criterion === id).map((entry) => entry.points))).toBe(rows)
        }
      }),
    )
  })

  it('never falls when a check that did not pass is repaired', () => {
    fc.assert(
      fc.property(rubricAndVerdicts, fc.nat(), ([rubric, verdicts], pick) => {
        const broken = [...verdicts].filter(([, verdict]) => verdict !== 'passed')
        const [id, verdict] = broken[pick % broken.length] ?? []
        if (id === undefined) return
        const [before, after] = [score(rubric, verdicts), score(rubric, new Map([...verdicts, [id, 'passed']]))]
        expect(after.points).toBeGreaterThanOrEqual(before.points)
        expect(after.bonus).toBeGreaterThanOrEqual(before.bonus)
        if (verdict === 'faulted') return
        expect(after.max).toBe(before.max)
        expect(rank(rubric, after)).toBeLessThanOrEqual(rank(rubric, before))
      }),
      { numRuns: 500 },
    )
  })

  it('has as provisional points what would be missing had nothing under review earned anything', () => {
    fc.assert(
      fc.property(rubricAndVerdicts, ([rubric, verdicts]) => {
        const scored = score(rubric, verdicts)
        for (const criterion of scored.criteria) {
          const rows = rubric.criteria.find(({ id }) => id === criterion.id)?.rows ?? []
          const seen = rows.filter(({ review }) => review).flatMap(({ checks }) => Object.keys(checks))
          const own = seen.filter((id) => verdicts.has(id) && verdicts.get(id) !== 'faulted')
          expect(criterion.review).toBe(own.length > 0)
          expect(criterion.provisional).toBeGreaterThanOrEqual(0)
          expect(criterion.provisional).toBeLessThanOrEqual(criterion.points)
          if (own.length === 0) expect(criterion.provisional).toBe(0)
        }
        expect(scored.provisional).toBeLessThanOrEqual(scored.points)
      }),
    )
  })

  it('counts a part of a check, to the hundredth, and a row under review as provisional', () => {
    const [first, ...others] = smallRubric.criteria
    if (!first) throw new Error('The small rubric has a first criterion')
    const [row, reviewed] = first.rows
    if (!row || !reviewed) throw new Error('It has two rows')
    const rubric: Rubric = {
      ...smallRubric,
      criteria: [{ ...first, rows: [row, { ...reviewed, review: true }] }, ...others],
    }
    const scored = score(
      rubric,
      new Map<CheckId, Standing>([
        ['demo/a', 0.5],
        ['demo/b', 'passed'],
        ['demo/c', 0.25],
      ]),
    )
    // 30 of demo/a by half, 10 and 10 of demo/b, 10 of demo/c by a quarter; the last two are under review.
    expect(scored.points).toBe(1500 + 1000 + 1000 + 250)
    expect(scored.criteria[0]).toMatchObject({ review: true, provisional: 1250, points: 3750 })
    expect(scored.provisional).toBe(1250)
    expect(scored.earned.get('demo/a')).toEqual([{ criterion: 'first', points: 1500, max: 3000 }])
  })

  it('leaves a check that faulted out of the points and out of the maximum', () => {
    fc.assert(
      fc.property(rubricAndVerdicts, ([rubric, verdicts]) => {
        const without = new Map([...verdicts].filter(([, verdict]) => verdict !== 'faulted'))
        const [scored, rest] = [score(rubric, verdicts), score(rubric, without)]
        expect(scored).toEqual(rest)
      }),
    )
  })

  it('has as its maximum the worth of what ran and did not fault', () => {
    fc.assert(
      fc.property(rubricAndVerdicts, ([rubric, verdicts]) => {
        const points = (keep: (standing: Standing | undefined) => boolean): number =>
          worth(rubric, (check) => keep(verdicts.get(check))).points
        const [absent, faulted] = [points((v) => v === undefined), points((v) => v === 'faulted')]
        expect(score(rubric, verdicts).max + absent + faulted).toBe(points(() => true))
      }),
    )
  })

  it('gives every row in full to whoever passes everything', () => {
    fc.assert(
      fc.property(anyRubric, (rubric) => {
        const all = score(rubric, everyCheck(rubric, 'passed'))
        const rows = rubric.criteria.flatMap(({ rows }) => rows)
        expect(all.max).toBe(sum(rows.map(({ points }) => toHundredths(points))))
        expect(all.points).toBe(all.max)
        expect(all.bonus).toBe(sum(rubric.bonus.map(({ points }) => toHundredths(points))))
      }),
    )
  })

  it('is pure', () => {
    fc.assert(
      fc.property(rubricAndVerdicts, ([rubric, verdicts]) => {
        const [rubricBefore, verdictsBefore] = [structuredClone(rubric), new Map(verdicts)]
        expect(score(rubric, verdicts)).toEqual(score(rubric, verdicts))
        expect([rubric, verdicts]).toEqual([rubricBefore, verdictsBefore])
      }),
    )
  })
})

describe('By the small rubric', () => {
  const verdicts = (all: Record<string, VerdictKind>): Map<CheckId, VerdictKind> =>
    new Map(Object.entries(all).map(([name, verdict]) => [`demo/${name}`, verdict]))

  it('a check in two rows earns in both, once per criterion', () => {
    const scored = score(smallRubric, verdicts({ a: 'failed', b: 'passed', c: 'failed' }))
    expect(scored.earned.get('demo/b')).toEqual([{ criterion: 'first', points: 2000, max: 2000 }])
    expect(scored).toMatchObject({ points: 2000, max: 6000, level: 'insuficiente', bonus: 0 })
    expect(scored.stages).toEqual([
      { id: 'concebir', weight: 50, attained: 0.25 },
      { id: 'operar', weight: 50, attained: 0.5 },
    ])
  })

  it('bonus points lift a total and never past its maximum', () => {
    const part = score(smallRubric, verdicts({ a: 'passed', b: 'passed', c: 'failed', x: 'passed' }))
    expect(part).toMatchObject({ points: 5500, max: 6000, bonus: 500 })
    const whole = score(smallRubric, verdicts({ a: 'passed', b: 'passed', c: 'passed', x: 'passed' }))
    expect(whole).toMatchObject({ points: 6000, max: 6000, bonus: 500, level: 'excelente' })
  })

  it('a bonus is nobody’s duty: it is not in the maximum, and what did not run misses nothing by it', () => {
    expect(score(smallRubric, verdicts({ a: 'passed', b: 'passed', c: 'passed' }))).toMatchObject({
      points: 6000,
      max: 6000,
    })
    expect(worth(smallRubric, () => true)).toEqual({ checks: 3, points: 6000 })
    expect([...bonusChecks(smallRubric)]).toEqual(['demo/x', 'demo/x-gate'])
  })

  it('what did not run counts in neither, and its number and worth can be told', () => {
    const ran = verdicts({ a: 'passed' })
    expect(score(smallRubric, ran)).toMatchObject({ points: 3000, max: 3000, level: 'excelente' })
    expect(worth(smallRubric, (id) => !ran.has(id))).toEqual({ checks: 2, points: 3000 })
  })

  it('a criterion that is pending, or of which nothing counts, has no level', () => {
    const scored = score(smallRubric, verdicts({ a: 'faulted', b: 'faulted', c: 'faulted' }))
    expect(scored.criteria.map(({ level, max }) => [level, max])).toEqual([
      [null, 0],
      [null, 0],
    ])
    expect(scored).toMatchObject({ points: 0, max: 0, level: 'insuficiente' })
    expect(scored.stages.map(({ attained }) => attained)).toEqual([null, null])
  })

  it.each([
    [0.9, 'excelente'],
    [0.8999, 'bueno'],
    [0.75, 'bueno'],
    [0.6, 'aceptable'],
    [0.5999, 'insuficiente'],
    [0, 'insuficiente'],
  ])('a share of %d is %s', (share, level) => {
    const points = Math.round(6000 * share)
    const rows = [
      { id: '1a', points: 60, stage: 'concebir', checks: { 'demo/a': points || 1, 'demo/b': 6000 - points } },
    ]
    const rubric = { ...smallRubric, criteria: [{ ...criterion(smallRubric), rows }] }
    expect(score(rubric, verdicts({ a: points === 0 ? 'failed' : 'passed', b: 'failed' })).level).toBe(level)
  })
})

function criterion(rubric: Rubric): Rubric['criteria'][number] {
  const [first] = rubric.criteria
  if (!first) throw new Error('Expected a criterion')
  return first
}

function everyCheck(rubric: Rubric, verdict: VerdictKind): Map<CheckId, VerdictKind> {
  return new Map(checksOf(rubric).map((id) => [id, verdict]))
}

/** 0 for the best band. */
function rank(rubric: Rubric, { level }: Score): number {
  return rubric.bands.findIndex((band) => band.level === level)
}

function sum(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0)
}

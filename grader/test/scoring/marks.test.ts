import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Rubric } from '../../model/rubric.ts'
import type { CheckId, Standing } from '../../model/verdict.ts'
import type { Given, Givens } from '../../scoring/marks.ts'
import { score, type CriterionScore, type Score } from '../../scoring/score.ts'
import { anyRubric, checksOf, ownRubric, smallRubric, someVerdicts } from './rubrics.ts'

/** A rubric, verdicts, and marks of which some are stale and some are more than there is. */
const marked = fc
  .oneof(fc.constant(ownRubric()), anyRubric)
  .chain((rubric) => fc.tuple(fc.constant(rubric), someVerdicts(checksOf(rubric)), someGivens(rubric)))

function someGivens(rubric: Rubric): fc.Arbitrary<Givens> {
  const given = fc.record({ points: fc.integer({ min: 0, max: 10_000 }), stale: fc.boolean() })
  const each = rubric.criteria.map(({ id, points }) =>
    fc.option(
      given.map(({ points: of, stale }): [string, Given] => [id, { points: Math.round((of * points) / 100), stale }]),
    ),
  )
  return fc.tuple(...each).map((pairs) => new Map(pairs.filter((pair) => pair !== null)))
}

/** Whether a mark decides a criterion's points. */
function decides(given: Given | undefined, { max }: CriterionScore): given is Given {
  return given !== undefined && max > 0 && given.points <= max
}

describe('A mark', () => {
  it('is exact: its points and nothing else, firm unless it is stale, with no cap or floor beside it', () => {
    fc.assert(
      fc.property(marked, ([rubric, verdicts, givens]) => {
        const [plain, scored] = [score(rubric, verdicts), score(rubric, verdicts, givens)]
        for (const [k, criterion] of scored.criteria.entries()) {
          const given = givens.get(criterion.id)
          if (!decides(given, criterion)) continue
          const { stale, points } = given
          expect(criterion).toMatchObject({ points, marked: true, review: stale, cappedBy: null, flooredBy: null })
          expect(criterion.provisional).toBe(stale ? points : 0)
          expect(criterion).toMatchObject({ sum: plain.criteria[k]?.sum, max: plain.criteria[k]?.max })
        }
      }),
    )
  })

  it('leaves every other criterion as it was, and the maximum, the bonus and what each check earned', () => {
    fc.assert(
      fc.property(marked, ([rubric, verdicts, givens]) => {
        const [plain, scored] = [score(rubric, verdicts), score(rubric, verdicts, givens)]
        expect(without(scored)).toEqual(without(plain))
        for (const [k, criterion] of scored.criteria.entries())
          if (!givens.has(criterion.id)) expect(criterion).toEqual(plain.criteria[k])
      }),
    )
  })

  it('that is more than there is changes no point, and leaves all of the criterion provisional', () => {
    fc.assert(
      fc.property(marked, ([rubric, verdicts, givens]) => {
        const [plain, scored] = [score(rubric, verdicts), score(rubric, verdicts, givens)]
        for (const [k, criterion] of scored.criteria.entries()) {
          const given = givens.get(criterion.id)
          if (given === undefined || decides(given, criterion)) continue
          const { points = 0 } = plain.criteria[k] ?? {}
          expect(criterion).toMatchObject({ points, marked: false })
          if (criterion.max > 0) expect(criterion).toMatchObject({ review: true, provisional: points })
        }
      }),
    )
  })

  it('enters the total, which stays the sum of the criteria and the bonus, and never more than the maximum', () => {
    fc.assert(
      fc.property(marked, ([rubric, verdicts, givens]) => {
        const { points, max, bonus, criteria, provisional } = score(rubric, verdicts, givens)
        expect(points).toBe(Math.min(max, sum(criteria.map((each) => each.points)) + bonus))
        expect(provisional).toBeLessThanOrEqual(points)
      }),
    )
  })

  it('enters the CDIO profile: the parts of the stages add up to the marks, and none is more than it can be', () => {
    fc.assert(
      fc.property(
        marked,
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 9, maxLength: 9 }),
        (given, shares) => {
          const [rubric, verdicts] = given
          const alone = { ...rubric, bonus: [] }
          const everyOne = score(alone, verdicts).criteria.map(
            ({ id, max }, k) => [id, { points: Math.round(max * (shares[k] ?? 0)), stale: false }] as const,
          )
          const scored = score(alone, verdicts, new Map(everyOne))
          const parts = scored.stages.map(({ id, attained }) => (attained ?? 0) * stageMax(alone, verdicts, id))
          expect(sum(parts)).toBeCloseTo(sum(scored.criteria.map(({ points }) => points)), 6)
          for (const { attained } of scored.stages) expect(attained ?? 0).toBeGreaterThanOrEqual(0)
        },
      ),
      { numRuns: 300 },
    )
  })

  it('never makes it worse to repair a check: where there is none the criterion only rises, where there is one it stays', () => {
    fc.assert(
      fc.property(marked, fc.nat(), ([rubric, verdicts, givens], pick) => {
        const broken = [...verdicts].filter(([, verdict]) => verdict !== 'passed' && verdict !== 'faulted')
        const [id] = broken[pick % broken.length] ?? []
        if (id === undefined) return
        const after = score(rubric, new Map([...verdicts, [id, 'passed']]), givens)
        const before = score(rubric, verdicts, givens)
        expect(after.points).toBeGreaterThanOrEqual(before.points)
        for (const [k, criterion] of after.criteria.entries()) {
          const { points = 0 } = before.criteria[k] ?? {}
          if (criterion.marked) expect(criterion.points).toBe(points)
          else expect(criterion.points).toBeGreaterThanOrEqual(points)
        }
      }),
      { numRuns: 500 },
    )
  })

  it('takes from all that was earned, and adds to all that was lost', () => {
    const verdicts = new Map<CheckId, Standing>([
      ['demo/a', 'passed'],
      ['demo/b', 'failed'],
      ['demo/c', 'failed'],
    ])
    const attained = (points: number): readonly (number | null)[] =>
      score(smallRubric, verdicts, new Map([['first', { points, stale: false }]])).stages.map((stage) => stage.attained)
    // Earned: 30 of 40 in the first stage, 0 of 20 in the second.
    expect(attained(3000)).toEqual([0.75, 0])
    expect(attained(1500)).toEqual([0.375, 0])
    expect(attained(4500)).toEqual([0.875, 0.5])
    expect(attained(6000)).toEqual([1, 1])
  })
})

function without({ max, bonus, earned }: Score): Pick<Score, 'max' | 'bonus' | 'earned'> {
  return { max, bonus, earned }
}

/** What a stage was worth in this run, in hundredths. */
function stageMax(rubric: Rubric, verdicts: ReadonlyMap<CheckId, Standing>, stage: string): number {
  const own = { ...rubric, criteria: rubric.criteria.map((each) => ({ ...each, caps: [], floors: [] })) }
  const all = new Map(
    [...verdicts].map(([id, standing]) => [id, standing === 'faulted' ? standing : ('passed' as const)]),
  )
  const rows = own.criteria.map(({ rows, ...rest }) => ({
    ...rest,
    rows: rows.map((row) => (row.stage === stage ? row : { ...row, points: 0 })),
  }))
  return score({ ...own, criteria: rows }, all).max
}

function sum(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0)
}

import fc from 'fast-check'
import type { RubricBound, RubricCondition, RubricCriterion, RubricRow } from '../../model/rubric.ts'

const title = { es: 'x', en: 'x' }

/** A criterion of no descriptors to speak of, caps or floors. */
export const plain: Pick<RubricCriterion, 'descriptors' | 'caps' | 'floors'> = {
  descriptors: { excelente: title, bueno: title, aceptable: title, insuficiente: title },
  caps: [],
  floors: [],
}

/** Caps and floors of any conditions on the rows of a criterion. */
export function anyBounds(rows: readonly RubricRow[]): fc.Arbitrary<Pick<RubricCriterion, 'caps' | 'floors'>> {
  if (rows.length === 0) return fc.constant({ caps: [], floors: [] })
  const bounds = (...levels: RubricBound['level'][]): fc.Arbitrary<RubricBound[]> =>
    fc.array(fc.record({ level: fc.constantFrom(...levels), when: anyCondition(rows), why: fc.constant(title) }), {
      maxLength: 3,
    })
  return fc.record({
    caps: bounds('bueno', 'aceptable', 'insuficiente'),
    floors: bounds('excelente', 'bueno', 'aceptable'),
  })
}

function anyCondition(rows: readonly RubricRow[]): fc.Arbitrary<RubricCondition> {
  const ids = rows.map(({ id }) => id)
  const checks = [...new Set(rows.flatMap((row) => Object.keys(row.checks)))]
  const passed = fc.subarray(checks, { minLength: 1 }).chain((list) => counted({ passed: list }, list.length))
  const credited = fc
    .tuple(fc.subarray(ids, { minLength: 1 }), fc.double({ min: 0.01, max: 1, noNaN: true }))
    .chain(([list, credit]) => counted({ rows: list, credit }, list.length))
  return fc.letrec<{ condition: RubricCondition }>((tie) => ({
    condition: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      passed,
      credited,
      fc.array(tie('condition'), { minLength: 1, maxLength: 3 }).map((all) => ({ all })),
      fc.array(tie('condition'), { minLength: 1, maxLength: 3 }).map((any) => ({ any })),
    ),
  })).condition
}

/** All of a list, or so many of it. */
function counted<Condition extends object>(condition: Condition, most: number): fc.Arbitrary<Condition> {
  return fc
    .option(fc.integer({ min: 1, max: most }), { nil: undefined })
    .map((count) => (count === undefined ? condition : { ...condition, count }))
}

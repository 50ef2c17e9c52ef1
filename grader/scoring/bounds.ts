import type { Level } from '../model/report.ts'
import type { Rubric, RubricBound, RubricCondition, RubricCriterion } from '../model/rubric.ts'
import type { CheckId, VerdictKind } from '../model/verdict.ts'
import { share, toHundredths, type Hundredths } from './points.ts'

/** What a criterion comes to when its descriptors are held against the sum of its rows. */
export interface Bounded {
  readonly points: Hundredths
  readonly cappedBy: RubricBound | null
  readonly flooredBy: RubricBound | null
}

type Verdicts = ReadonlyMap<CheckId, VerdictKind>

/**
 * Applies a criterion's caps and floors, which say in data what its descriptors say in words: the highest floor whose
 * condition holds lifts the sum to its band, then the lowest cap whose condition does not hold keeps it below the next
 * one. What was not run, or faulted, is neither earned nor lost, so that it moves nothing: a bound acts only when it would
 * act whatever those had come to.
 */
export function bounded(
  rubric: Rubric,
  criterion: RubricCriterion,
  verdicts: Verdicts,
  { points, max }: { readonly points: Hundredths; readonly max: Hundredths },
): Bounded {
  const limit = (bound: RubricBound, kind: 'cap' | 'floor'): Hundredths =>
    kind === 'cap' ? below(rubric, bound.level, max) : Math.ceil(max * from(rubric, bound.level) - 1e-9)
  const floors = criterion.floors.filter(({ when }) => holds(criterion, when, verdicts) === true)
  const floor = extreme(floors, (bound) => -limit(bound, 'floor'))
  const lifted = floor ? Math.max(points, limit(floor, 'floor')) : points
  const caps = criterion.caps.filter(({ when }) => holds(criterion, when, verdicts) === false)
  const cap = extreme(caps, (bound) => limit(bound, 'cap'))
  const final = cap ? Math.min(lifted, limit(cap, 'cap')) : lifted
  return {
    points: final,
    cappedBy: cap && final < lifted ? cap : null,
    flooredBy: floor && lifted > points && final > points ? floor : null,
  }
}

/** True or false when it is settled, undefined when that hangs on what was not run or faulted. */
export function holds(criterion: RubricCriterion, condition: RubricCondition, verdicts: Verdicts): boolean | undefined {
  if ('all' in condition) return not(some(condition.all.map((part) => not(holds(criterion, part, verdicts)))))
  if ('any' in condition) return some(condition.any.map((part) => holds(criterion, part, verdicts)))
  if ('passed' in condition) {
    const passed = condition.passed.map((check) => hasPassed(verdicts.get(check)))
    return atLeast(passed, condition.count ?? passed.length)
  }
  const reached = condition.rows.map((row) => reaches(criterion, row, condition.credit, verdicts))
  return atLeast(reached, condition.count ?? reached.length)
}

/** Whether the credit of a row, 0 to 1, is at least so much. */
function reaches(criterion: RubricCriterion, id: string, credit: number, verdicts: Verdicts): boolean | undefined {
  const row = criterion.rows.find((each) => each.id === id)
  if (!row) return undefined
  const whole = toHundredths(row.points)
  const shares = share(whole, Object.values(row.checks))
  let [earned, open] = [0, 0]
  for (const [k, check] of Object.keys(row.checks).entries()) {
    const passed = hasPassed(verdicts.get(check))
    if (passed === true) earned += shares[k] ?? 0
    if (passed === undefined) open += shares[k] ?? 0
  }
  const wanted = whole * credit - 1e-9
  if (earned >= wanted) return true
  return earned + open < wanted ? false : undefined
}

function hasPassed(verdict: VerdictKind | undefined): boolean | undefined {
  return verdict === undefined || verdict === 'faulted' ? undefined : verdict === 'passed'
}

function atLeast(values: readonly (boolean | undefined)[], count: number): boolean | undefined {
  const [sure, possible] = [values.filter((value) => value === true), values.filter((value) => value !== false)]
  if (sure.length >= count) return true
  return possible.length < count ? false : undefined
}

function some(values: readonly (boolean | undefined)[]): boolean | undefined {
  return atLeast(values, 1)
}

function not(value: boolean | undefined): boolean | undefined {
  return value === undefined ? undefined : !value
}

function from(rubric: Rubric, level: Level): number {
  return rubric.bands.find((band) => band.level === level)?.from ?? 0
}

/** One hundredth of the maximum below the band above: 0.89 of it for `bueno`. */
function below(rubric: Rubric, level: Level, max: Hundredths): Hundredths {
  const place = rubric.bands.findIndex((band) => band.level === level)
  const next = rubric.bands[place - 1]
  return next ? Math.floor(max * (next.from - 0.01) + 1e-9) : max
}

/** The one with the smallest size; the first of equals. */
function extreme(bounds: readonly RubricBound[], size: (bound: RubricBound) => number): RubricBound | undefined {
  return bounds.toSorted((a, b) => size(a) - size(b))[0]
}

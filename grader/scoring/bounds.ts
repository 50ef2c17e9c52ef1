import type { Level } from '../model/report.ts'
import type { Rubric, RubricBound, RubricCondition, RubricCriterion } from '../model/rubric.ts'
import { credit, type Standing, type Standings } from '../model/verdict.ts'
import { sharesOf, toHundredths, type Hundredths } from './points.ts'

/** What a criterion comes to when its descriptors are held against the sum of its rows. */
export interface Bounded {
  readonly points: Hundredths
  readonly cappedBy: RubricBound | null
  readonly flooredBy: RubricBound | null
}

/**
 * Applies a criterion's caps and floors, which say in data what its descriptors say in words: the highest floor whose
 * condition holds lifts the sum to its band, then the lowest cap whose condition does not hold keeps it below the next
 * one. What was not run, or faulted, is neither earned nor lost, so that it moves nothing: a bound acts only when it would
 * act whatever those had come to.
 */
export function bounded(
  rubric: Rubric,
  criterion: RubricCriterion,
  standings: Standings,
  { points, max }: { readonly points: Hundredths; readonly max: Hundredths },
): Bounded {
  const settled = (bounds: readonly RubricBound[], as: boolean): readonly RubricBound[] =>
    bounds.filter(({ when }) => holds(criterion, when, standings) === as)
  const [floor] = byPoints(settled(criterion.floors, true), ({ level }) => -lowest(rubric, level, max))
  const [cap] = byPoints(settled(criterion.caps, false), ({ level }) => highest(rubric, level, max))
  const lifted = floor ? Math.max(points, lowest(rubric, floor.level, max)) : points
  const final = cap ? Math.min(lifted, highest(rubric, cap.level, max)) : lifted
  return {
    points: final,
    cappedBy: cap && final < lifted ? cap : null,
    flooredBy: floor && lifted > points && final > points ? floor : null,
  }
}

/** True or false when it is settled, undefined when that hangs on what was not run or faulted. */
export function holds(
  criterion: RubricCriterion,
  condition: RubricCondition,
  standings: Standings,
): boolean | undefined {
  const parts = (conditions: readonly RubricCondition[]): (boolean | undefined)[] =>
    conditions.map((part) => holds(criterion, part, standings))
  if ('all' in condition) return atLeast(parts(condition.all), condition.all.length)
  if ('any' in condition) return atLeast(parts(condition.any), 1)
  if ('passed' in condition) {
    const passed = condition.passed.map((check) => hasPassed(standings.get(check)))
    return atLeast(passed, condition.count ?? passed.length)
  }
  const reached = condition.rows.map((row) => reaches(criterion, row, condition.credit, standings))
  return atLeast(reached, condition.count ?? reached.length)
}

/** Whether the credit of a row, 0 to 1, is at least so much. */
function reaches(criterion: RubricCriterion, id: string, least: number, standings: Standings): boolean | undefined {
  const row = criterion.rows.find((each) => each.id === id)
  if (!row) return undefined
  let [earned, open] = [0, 0]
  for (const [check, max] of sharesOf(row)) {
    const standing = standings.get(check)
    if (counts(standing)) earned += max * credit(standing)
    else open += max
  }
  const wanted = toHundredths(row.points) * least - 1e-9
  if (earned >= wanted) return true
  return earned + open < wanted ? false : undefined
}

/** Whether a check moves anything: one that did not run, or that faulted, does not. */
export function counts(standing: Standing | undefined): boolean {
  return standing !== undefined && standing !== 'faulted'
}

function hasPassed(standing: Standing | undefined): boolean | undefined {
  return counts(standing) ? standing === 'passed' : undefined
}

function atLeast(values: readonly (boolean | undefined)[], count: number): boolean | undefined {
  const [sure, possible] = [values.filter((value) => value === true), values.filter((value) => value !== false)]
  if (sure.length >= count) return true
  return possible.length < count ? false : undefined
}

/** Where a band begins. */
export function lowest(rubric: Rubric, level: Level, max: Hundredths): Hundredths {
  const from = rubric.bands.find((band) => band.level === level)?.from ?? 0
  return Math.ceil(max * from - 1e-9)
}

/** One hundredth of the maximum below the band above: 0.89 of it for `bueno`. */
export function highest(rubric: Rubric, level: Level, max: Hundredths): Hundredths {
  const place = rubric.bands.findIndex((band) => band.level === level)
  const next = rubric.bands[place - 1]
  return next ? Math.floor(max * (next.from - 0.01) + 1e-9) : max
}

/** Fewest points first; of equals, in the rubric's order. */
function byPoints(bounds: readonly RubricBound[], points: (bound: RubricBound) => Hundredths): RubricBound[] {
  return bounds.toSorted((a, b) => points(a) - points(b))
}

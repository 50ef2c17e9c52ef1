import type { Level } from '../model/report.ts'
import type { Rubric, RubricCriterion } from '../model/rubric.ts'
import { credit, type CheckId, type Standings } from '../model/verdict.ts'
import { bounded, counts } from './bounds.ts'
import type { CriterionScore } from './criterion.ts'
import { withMark, within, type Givens } from './marks.ts'
import { sharesOf, type Hundredths } from './points.ts'

export type { CriterionScore } from './criterion.ts'

/** What a check earned in one row; `max` is what it could have. */
export interface Earned {
  readonly criterion: string
  readonly points: Hundredths
  readonly max: Hundredths
}

export interface Score {
  readonly points: Hundredths
  readonly max: Hundredths
  readonly level: Level
  readonly provisional: Hundredths
  readonly bonus: Hundredths
  readonly criteria: readonly CriterionScore[]
  readonly stages: readonly { readonly id: string; readonly weight: number; readonly attained: number | null }[]
  /** By check, one entry a criterion; bonus points under the criterion `bonus`. */
  readonly earned: ReadonlyMap<CheckId, readonly Earned[]>
}

/** One check's stake in one row of the rubric. */
interface Stake {
  readonly check: CheckId
  readonly criterion: string
  readonly stage: string | null
  readonly review: boolean
  readonly max: Hundredths
}

/**
 * Applies the rubric to verdicts. Pure: the same verdicts and rubric give the same score. A check that faulted counts
 * neither in the points nor in the maximum, and neither does one that was not run: see {@link worth}. What a person gave a
 * criterion takes the place of what its checks, caps and floors come to.
 */
export function score(rubric: Rubric, standings: Standings, givens: Givens = new Map()): Score {
  const stakes = stakesOf(rubric)
  const counted = stakes.filter(({ check }) => counts(standings.get(check)))
  const earns = ({ check, max }: Stake): Hundredths => Math.round(max * credit(standings.get(check)))
  const criteria = rubric.criteria
    .map((criterion) => scoreCriterion(rubric, criterion, standings, counted.filter(isOf(criterion)), earns))
    .map((criterion) => withMark(criterion, givens.get(criterion.id)))
    .map((criterion) => ({ ...criterion, level: levelOf(rubric, criterion) }))
  const bonus = sum(counted.filter(({ stage }) => stage === null).map(earns))
  const max = sum(criteria.map((criterion) => criterion.max))
  const points = Math.min(max, sum(criteria.map((criterion) => criterion.points)) + bonus)
  return {
    points,
    max,
    level: level(rubric, points, max),
    provisional: Math.min(points, sum(criteria.map((criterion) => criterion.provisional))),
    bonus,
    criteria,
    stages: rubric.stages.map(({ id, weight }) => {
      const own = counted.filter(({ stage }) => stage === id)
      const max = sum(own.map((stake) => stake.max))
      const part = sum(own.map((stake) => partOf(criteria, stake, earns(stake))))
      return { id, weight, attained: max === 0 ? null : Math.min(1, part / max) }
    }),
    earned: earnedByCheck(counted, earns),
  }
}

/** How many checks `chosen` picks, and what the rubric gives for them, bonus aside. */
export function worth(rubric: Rubric, chosen: (check: CheckId) => boolean): { checks: number; points: Hundredths } {
  const own = stakesOf(rubric).filter(({ check, stage }) => stage !== null && chosen(check))
  return { checks: new Set(own.map(({ check }) => check)).size, points: sum(own.map(({ max }) => max)) }
}

/** The checks that nobody has to pass. */
export function bonusChecks(rubric: Rubric): ReadonlySet<CheckId> {
  return new Set(rubric.bonus.flatMap(({ checks, gates }) => [...Object.keys(checks), ...gates]))
}

/** Every check's largest possible points, row by row; the shares of a row add up to the row exactly. */
export function stakesOf(rubric: Rubric): readonly Stake[] {
  const rows = rubric.criteria.flatMap(({ id, rows }) =>
    rows.map((row) => ({ ...row, criterion: id, review: row.review === true })),
  )
  const bonus = rubric.bonus.map((row) => ({ ...row, criterion: 'bonus', stage: null, review: false }))
  return [...rows, ...bonus].flatMap(({ criterion, stage, review, ...row }) =>
    sharesOf(row).map(([check, max]) => ({ check, criterion, stage, review, max })),
  )
}

function scoreCriterion(
  rubric: Rubric,
  criterion: RubricCriterion,
  standings: Standings,
  own: readonly Stake[],
  earns: (stake: Stake) => Hundredths,
): Omit<CriterionScore, 'level'> {
  const [points, max] = [sum(own.map(earns)), sum(own.map((stake) => stake.max))]
  const final = bounded(rubric, criterion, standings, { points, max })
  const reviewed = own.filter(({ review }) => review)
  const firm = bounded(rubric, criterion, without(standings, reviewed), {
    points: points - sum(reviewed.map(earns)),
    max,
  })
  return {
    id: criterion.id,
    sum: points,
    ...final,
    max,
    pending: criterion.pending,
    review: reviewed.length > 0,
    provisional: final.points - firm.points,
    marked: false,
    checks: [...new Set(own.map(({ check }) => check))],
  }
}

/** The same, had none of these checks earned anything. */
function without(standings: Standings, stakes: readonly Stake[]): Standings {
  return new Map([...standings, ...stakes.map(({ check }) => [check, 'failed'] as const)])
}

/** What a check earned, as part of the points that its criterion has come to. */
function partOf(criteria: readonly CriterionScore[], { criterion, max }: Stake, earned: Hundredths): number {
  const found = criteria.find(({ id }) => id === criterion)
  return found ? within(found, earned, max) : earned
}

function levelOf(rubric: Rubric, { points, max }: Pick<CriterionScore, 'points' | 'max'>): Level | null {
  return max === 0 ? null : level(rubric, points, max)
}

function isOf({ id }: RubricCriterion): (stake: Stake) => boolean {
  return ({ criterion }) => criterion === id
}

function earnedByCheck(counted: readonly Stake[], earns: (stake: Stake) => Hundredths): Map<CheckId, Earned[]> {
  const earned = new Map<CheckId, Earned[]>()
  for (const stake of counted) {
    const list = earned.get(stake.check) ?? []
    const same = list.find(({ criterion }) => criterion === stake.criterion)
    const rest = list.filter((entry) => entry !== same)
    const points = earns(stake) + (same?.points ?? 0)
    earned.set(stake.check, [...rest, { criterion: stake.criterion, points, max: stake.max + (same?.max ?? 0) }])
  }
  return earned
}

function level(rubric: Rubric, points: Hundredths, max: Hundredths): Level {
  const reached = rubric.bands.find(({ from }) => ratio(points, max) >= from)
  return reached?.level ?? 'insuficiente'
}

function ratio(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole
}

function sum(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0)
}

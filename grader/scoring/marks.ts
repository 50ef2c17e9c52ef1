import type { CriterionScore } from './criterion.ts'
import type { Hundredths } from './points.ts'

/** What a person gave a criterion. One that is stale was given to something else than what was graded now. */
export interface Given {
  readonly points: Hundredths
  readonly stale: boolean
}

/** By criterion. */
export type Givens = ReadonlyMap<string, Given>

type Unlevelled = Omit<CriterionScore, 'level'>

/** What a criterion is with a mark: its points alone count, or it does not fit and somebody has to look again. */
export function withMark(criterion: Unlevelled, given: Given | undefined): Unlevelled {
  // Nothing of it ran: there is nothing to give points for.
  if (!given || criterion.max === 0) return criterion
  if (given.points > criterion.max) return { ...criterion, review: true, provisional: criterion.points }
  return {
    ...criterion,
    points: given.points,
    marked: true,
    review: given.stale,
    provisional: given.stale ? given.points : 0,
    cappedBy: null,
    flooredBy: null,
  }
}

/**
 * What the points that a check earned come to within a criterion's own. What a person took away is taken from all that
 * was earned, what was added goes to all that was lost, each in proportion: a criterion's parts add up to its points, and
 * none is more than it can be.
 */
export function within(criterion: Unlevelled, earned: number, max: number): number {
  const { points, sum } = criterion
  if (!criterion.marked || points <= sum) return sum === 0 ? earned : (earned * points) / sum
  return earned + ((max - earned) * (points - sum)) / (criterion.max - sum)
}

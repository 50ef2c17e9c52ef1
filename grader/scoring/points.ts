import type { RubricBonus } from '../model/rubric.ts'
import type { CheckId } from '../model/verdict.ts'

/** Points are whole hundredths everywhere inside, so that sums are exact. */
export type Hundredths = number

export function toHundredths(points: number): Hundredths {
  return Math.round(points * 100)
}

export function toPoints(hundredths: Hundredths): number {
  return Math.round(hundredths) / 100
}

/** What each check of a row is worth; together exactly the row's points. */
export function sharesOf({
  points,
  checks,
}: Pick<RubricBonus, 'points' | 'checks'>): [check: CheckId, max: Hundredths][] {
  const shares = share(toHundredths(points), Object.values(checks))
  return Object.keys(checks).map((check, k) => [check, shares[k] ?? 0])
}

/**
 * Shares `total` among weights so that the shares are whole and add up to it exactly: the largest remainders get the
 * hundredths that rounding down left over (Hamilton's method), the first of equals first.
 */
export function share(total: Hundredths, weights: readonly number[]): Hundredths[] {
  const sum = weights.reduce((a, b) => a + b, 0)
  const quotas = weights.map((weight) => (total * weight) / sum)
  const shares = quotas.map(Math.floor)
  const left = total - shares.reduce((a, b) => a + b, 0)
  const byRemainder = quotas
    .map((quota, k) => ({ k, remainder: quota - Math.floor(quota) }))
    .sort((a, b) => b.remainder - a.remainder || a.k - b.k)
  const lucky = new Set(byRemainder.slice(0, left).map(({ k }) => k))
  return shares.map((value, k) => value + (lucky.has(k) ? 1 : 0))
}

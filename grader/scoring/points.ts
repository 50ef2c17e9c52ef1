import { share, toHundredths, toPoints, type Hundredths } from '../model/points.ts'
import type { RubricBonus } from '../model/rubric.ts'
import type { CheckId } from '../model/verdict.ts'

export { share, toHundredths, toPoints, type Hundredths }

/** What each check of a row is worth; together exactly the row's points. */
export function sharesOf({
  points,
  checks,
}: Pick<RubricBonus, 'points' | 'checks'>): [check: CheckId, max: Hundredths][] {
  const shares = share(toHundredths(points), Object.values(checks))
  return Object.keys(checks).map((check, k) => [check, shares[k] ?? 0])
}

import { LabError } from '../model/errors.ts'
import { compare, type Expected } from '../numeric/compare.ts'

/**
 * Throws `oracle.disagree` when an oracle's answer is further than `tolerance` from the other's somewhere; a missing
 * answer, another shape or a NaN is as bad (`maxAbs` is then NaN). `where` begins the place that the error names.
 */
export function requireAgreement(
  oracles: string,
  where: string,
  tolerance: number,
  expected: Expected,
  actual: unknown,
): void {
  const gap = compare(actual, expected, { atol: tolerance, rtol: 0 }, where)
  if (gap) throw new LabError('fault', 'oracle.disagree', { oracles, where: gap.at, maxAbs: gap.maxAbs ?? NaN })
}

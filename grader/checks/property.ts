import fc from 'fast-check'
import { SubjectFailure } from '../subject/subject.ts'
import type { CheckContext } from './check.ts'
import { CheckFailure } from './failure.ts'

/**
 * Runs `body` on random samples of `arbitrary` and, when one fails, on ever smaller ones: the finding that is thrown
 * is that of the smallest. The samples follow from the run's seed and the check's own stream `name`.
 */
export async function forAll<Sample>(
  { random }: CheckContext,
  name: string,
  arbitrary: fc.Arbitrary<Sample>,
  body: (sample: Sample) => Promise<void>,
  runs: number,
): Promise<void> {
  const property = fc.asyncProperty(arbitrary, body)
  const details = await fc.check(property, { seed: random(name).seed(), numRuns: runs })
  if (!details.failed) return
  throw smallest(details.errorInstance, fc.stringify(details.counterexample?.[0]))
}

function smallest(error: unknown, counterexample: string): unknown {
  if (error instanceof CheckFailure) return new CheckFailure({ ...error.finding, counterexample })
  if (error instanceof SubjectFailure) return new SubjectFailure({ ...error.finding, counterexample }, error.died)
  return error
}

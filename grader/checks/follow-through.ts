import { compare, type Expected, type Tolerance } from '../numeric/compare.ts'
import { SubjectFailure } from '../subject/subject.ts'
import type { CheckContext } from './check.ts'
import { CheckFailure } from './failure.ts'

/** Why an answer may differ from the reference and still be right: it is made from something that differs. */
export interface Explanation {
  /** Whether the student's earlier functions answer to their input, and are not the reference's on these inputs. */
  readonly departs: () => Promise<boolean>
  /** The answer against what those functions make of it; throws when it is something else. */
  readonly own: () => void | Promise<void>
}

/**
 * Runs `reference`. When the values are not the reference's, and an earlier function of the student's is what
 * {@link Explanation.departs | departs}, the answer is judged by {@link Explanation.own | own} instead, so that a
 * mistake costs once. Whatever is not explained throws the failure that the reference gave; nothing of this runs while
 * the reference agrees.
 */
export async function orFollowThrough(
  { followThrough }: Pick<CheckContext, 'followThrough'>,
  { reference, ...explanation }: Explanation & { readonly reference: () => void | Promise<void> },
): Promise<void> {
  try {
    await reference()
  } catch (failure) {
    if (!isAboutValues(failure) || !(await explains(explanation))) throw failure
    followThrough()
  }
}

/** Whether two values of one form differ by more than a tolerance; values of other forms cannot be compared. */
export function differ(received: unknown, expected: Expected, tolerance: Tolerance): boolean {
  return compare(received, expected, tolerance, '')?.kind === 'value'
}

/** A change of the input that shows in the answer; smaller ones are round-off. */
export const noticeable: Tolerance = { atol: 1e-12, rtol: 0 }

/** A wrong type or shape is never explained: whoever uses that answer gets something else than was promised. */
function isAboutValues(failure: unknown): boolean {
  return failure instanceof CheckFailure && (failure.finding.kind === 'value' || failure.finding.kind === 'law')
}

async function explains({ departs, own }: Explanation): Promise<boolean> {
  try {
    if (!(await departs())) return false
    await own()
    return true
  } catch (error) {
    // What is asked here for the first time may throw or hang as any other call, and then it explains nothing.
    if (error instanceof CheckFailure || error instanceof SubjectFailure) return false
    throw error
  }
}

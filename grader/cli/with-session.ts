import path from 'node:path'
import { Session } from '../grading/session.ts'
import { LabError } from '../model/errors.ts'
import { locate, type SubmissionRoot } from '../submission/locate.ts'
import type { CommandContext } from './context.ts'

/** Something that leaves nothing behind, also on a signal. */
export interface Discardable {
  discard(): void
}

/** What a student's command was given, and whether it only reads. */
export interface OwnSubmission {
  readonly submission?: string | undefined
  readonly reads?: boolean
}

/**
 * Opens a session for the time of `work`. It is discarded afterwards, after an error and when the command is
 * interrupted, and with it whatever `work` has given to `keep`.
 */
export async function withSession<Result>(
  context: CommandContext,
  work: (session: Session, keep: (other: Discardable) => void) => Promise<Result>,
  rubricFile?: string,
): Promise<Result> {
  const session = await Session.open(context.workshop, rubricFile)
  const kept: Discardable[] = [session]
  const discard = (): undefined => {
    for (const each of kept) each.discard()
  }
  context.onInterrupt(discard)
  try {
    return await work(session, (other) => kept.push(other))
  } finally {
    discard()
  }
}

/**
 * The one submission that a student's command works on, `starter/` when none is named; a folder of many is refused. An
 * archive is taken only by a command that reads: what is written to an unpacked one would be lost.
 */
export async function ownSubmission(
  { workshop }: CommandContext,
  { slugs, unpacker }: Session,
  { submission = path.join(workshop.root, 'starter'), reads = false }: OwnSubmission,
): Promise<SubmissionRoot> {
  const located = await locate(submission, slugs, reads ? unpacker : undefined)
  if (located.kind === 'class') throw new LabError('usage', 'usage.class-given', { path: submission })
  return located.root
}

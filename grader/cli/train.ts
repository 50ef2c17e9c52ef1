import path from 'node:path'
import type { Session } from '../grading/session.ts'
import { LabError } from '../model/errors.ts'
import type { CheckResult, Slug } from '../model/verdict.ts'
import { sayAny } from '../messages/say.ts'
import { oneLine } from '../reports/neutral.ts'
import type { CommandContext } from './context.ts'
import { exit, type ExitCode } from './exit.ts'
import { writeWhole } from './out.ts'
import { TrainingLine } from './training-line.ts'
import { chosenSlugs, defaultSeed } from './values.ts'
import { ownSubmission, withSession } from './with-session.ts'

export interface TrainOptions {
  readonly submission?: string
  readonly timeout: number
}

/** Trains in the student's process and saves, from this one, what came of it. */
export async function trainCommand(
  context: CommandContext,
  asked: readonly string[],
  { submission, timeout }: TrainOptions,
): Promise<ExitCode> {
  return withSession(context, async (session) => {
    const slugs = chosenSlugs(asked, session.slugs)
    requireTrainings(session, slugs)
    const { root } = await ownSubmission(context, session, { submission })
    const failed = await trainInto(context, session, { root, slugs, timeout })
    if (failed.size === 0) context.print(`${context.say('train.next')}\n`)
    return failed.size === 0 ? exit.done : exit.notYet
  })
}

/**
 * Trains these deliverables of a submission and saves their artifacts, each file whole or not at all. Returns the slugs
 * whose training failed, with the reason; a fault of the grader's is thrown.
 */
export async function trainInto(
  context: CommandContext,
  session: Session,
  { root, slugs, timeout }: { readonly root: string; readonly slugs: readonly Slug[]; readonly timeout: number },
): Promise<ReadonlyMap<Slug, string>> {
  const line = new TrainingLine(context)
  const { results } = await session.run(root, {
    seed: defaultSeed,
    mode: 'train',
    backend: 'wasm',
    deadlineMs: timeout * 1000,
    slugs,
    replay: (slug) => `npm run train -- ${slug}`,
    onProgress: line.show,
  })
  line.clear()
  const failed = new Map<Slug, string>()
  for (const result of results) {
    const reason = save(context, result, path.join(root, 'artifacts'))
    if (reason !== undefined) failed.set(result.meta.deliverable, reason)
  }
  return failed
}

function requireTrainings(session: Session, slugs: readonly string[]): void {
  const known = session.deliverables.filter(({ training }) => training !== null).map(({ slug }) => slug)
  const other = slugs.find((slug) => !known.includes(slug))
  if (other !== undefined) throw new LabError('usage', 'train.none', { slug: other, known: known.join(', ') })
}

/** Writes the files of a training that passed; of one that did not, says and returns the reason. */
function save(
  context: CommandContext,
  { meta, verdict, files = {} }: CheckResult,
  artifacts: string,
): string | undefined {
  const { deliverable: slug } = meta
  if (verdict.kind === 'faulted') throw new LabError('fault', 'train.fault', { slug, error: verdict.fault })
  if (verdict.kind !== 'passed') {
    const { language } = context
    const reason =
      'finding' in verdict ? oneLine(sayAny(language, verdict.finding.messageId, verdict.finding.params)) : ''
    context.print(`${context.say('train.failed', { slug, reason })}\n`)
    return reason
  }
  for (const [name, content] of Object.entries(files)) writeWhole(path.join(artifacts, name), content)
  context.print(`${context.say('train.saved', { slug, files: Object.keys(files).join(', '), path: artifacts })}\n`)
  return undefined
}

import path from 'node:path'
import { Session } from '../grading/session.ts'
import { LabError } from '../model/errors.ts'
import type { CheckResult } from '../model/verdict.ts'
import { sayAny } from '../messages/say.ts'
import { oneLine } from '../reports/neutral.ts'
import { locate } from '../submission/locate.ts'
import type { CommandContext } from './context.ts'
import { exit, type ExitCode } from './exit.ts'
import { writeWhole } from './out.ts'
import { TrainingLine } from './training-line.ts'
import { chosenSlugs, defaultSeed } from './values.ts'

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
  const session = await Session.open(context.workshop)
  context.onInterrupt(() => {
    session.discard()
  })
  try {
    const slugs = chosenSlugs(asked, session.slugs)
    requireTrainings(session, slugs)
    const where = submission ?? path.join(context.workshop.root, 'starter')
    const located = await locate(where, session.slugs)
    if (located.kind === 'class') throw new LabError('usage', 'usage.class-given', { path: where })
    const line = new TrainingLine(context)
    const { results } = await session.run(located.root.root, {
      seed: defaultSeed,
      mode: 'train',
      backend: 'wasm',
      deadlineMs: timeout * 1000,
      slugs,
      replay: (slug) => `npm run train -- ${slug}`,
      onProgress: line.show,
    })
    line.clear()
    const saved = results.map((result) => save(context, result, path.join(located.root.root, 'artifacts')))
    if (saved.every(Boolean)) {
      context.print(`${context.say('train.next')}\n`)
      return exit.done
    }
    return results.some(({ verdict }) => verdict.kind === 'faulted') ? exit.fault : exit.notYet
  } finally {
    session.discard()
  }
}

function requireTrainings(session: Session, slugs: readonly string[]): void {
  const known = session.deliverables.filter(({ training }) => training !== null).map(({ slug }) => slug)
  const other = slugs.find((slug) => !known.includes(slug))
  if (other !== undefined) throw new LabError('usage', 'train.none', { slug: other, known: known.join(', ') })
}

/** Writes the files of a training that passed, each whole or not at all. */
function save(context: CommandContext, { meta, verdict, files = {} }: CheckResult, artifacts: string): boolean {
  const { deliverable: slug } = meta
  if (verdict.kind !== 'passed') {
    context.print(`${context.say('train.failed', { slug, reason: oneLine(reasonOf(verdict, context)) })}\n`)
    return false
  }
  for (const [name, content] of Object.entries(files)) writeWhole(path.join(artifacts, name), content)
  const names = Object.keys(files).join(', ')
  context.print(`${context.say('train.saved', { slug, files: names, path: artifacts })}\n`)
  return true
}

function reasonOf(verdict: CheckResult['verdict'], { language }: CommandContext): string {
  if (verdict.kind === 'faulted') return verdict.fault
  return 'finding' in verdict ? sayAny(language, verdict.finding.messageId, verdict.finding.params) : ''
}

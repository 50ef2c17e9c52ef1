import path from 'node:path'
import { fileName, readAnswers, type AnswerFile } from '../evidence/answers/file.ts'
import { questionIds } from '../evidence/answers/bank.ts'
import { isHandout, isId, nearestId } from '../evidence/answers/ids.ts'
import { LabError } from '../model/errors.ts'
import { sayAny } from '../messages/say.ts'
import { handoutPlace } from '../reports/handout.ts'
import { Documents } from '../submission/documents.ts'
import type { CommandContext } from './context.ts'
import { exit, type ExitCode } from './exit.ts'
import { writeWhole } from './out.ts'
import { questionsText } from './questions-file.ts'
import { ownSubmission, withSession } from './with-session.ts'

export interface QuestionsOptions {
  readonly id: string
  readonly submission?: string
  readonly force: boolean
}

/** Writes the questions of an id into a submission. Answers of the same id stay; those of another are not touched. */
export async function questionsCommand(
  context: CommandContext,
  { id, submission, force }: QuestionsOptions,
): Promise<ExitCode> {
  if (!isId(id)) throw new LabError('usage', 'questions.bad-id', { id, near: nearestId(id) })
  return withSession(context, async (session) => {
    const { root } = await ownSubmission(context, session, { submission })
    const shown = path.relative(process.cwd(), path.join(root, fileName))
    const answers = given(await present(context, { root, id, shown, force }))
    const file = path.join(root, fileName)
    writeWhole(
      file,
      questionsText(id, context.language, (question) => answers.get(question)),
    )
    const total = questionIds.length
    context.print(`${context.say('questions.written', { path: shown, total, id, kept: answers.size })}\n`)
    const handout = handoutPlace('comprension', '', context.language)
    context.print(`${context.say('questions.next', { handout })}\n`)
    return exit.done
  })
}

interface Place {
  readonly root: string
  /** The file, for messages. */
  readonly shown: string
  readonly id: string
  readonly force: boolean
}

/** The file that is there and whose answers are kept; undefined where there is none, or nothing of it is kept. */
async function present(
  { language }: CommandContext,
  { root, id, shown, force }: Place,
): Promise<AnswerFile | undefined> {
  const read = await readAnswers(new Documents(root))
  if (read.kind === 'file') {
    const { file } = read
    if (file.id === id) return file
    const count = given(file).size
    // Nobody loses anything with the blank questions that a starter comes with.
    if (force || (isHandout(file.id) && count === 0)) return undefined
    throw new LabError('usage', 'questions.other-id', { path: shown, found: file.id, id, count })
  }
  const { kind, messageId, params } = read.finding
  if (force || kind === 'missing-file') return undefined
  throw new LabError('submission', 'questions.unreadable', { path: shown, why: sayAny(language, messageId, params) })
}

/** What has been answered, as it was written. */
function given(file: AnswerFile | undefined): ReadonlyMap<string, unknown> {
  const written = [...(file?.written ?? [])].map(([id, { value }]) => [id, value] as const)
  return new Map(written.filter(([, value]) => value !== null && value !== ''))
}

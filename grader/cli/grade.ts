import { randomInt } from 'node:crypto'
import type { BackendName } from '../backend/names.ts'
import { gradeSubmission } from '../grading/grade.ts'
import type { Session } from '../grading/session.ts'
import { LabError } from '../model/errors.ts'
import type { Report } from '../model/report.ts'
import type { Slug } from '../model/verdict.ts'
import { sayAny } from '../messages/say.ts'
import { oneLine } from '../reports/neutral.ts'
import { gradeReport } from '../reports/terminal.ts'
import type { IsolationLevel } from '../subject/confinement.ts'
import { chooseIsolation, type Choice } from '../subject/isolation/choose.ts'
import { identify } from '../submission/identity.ts'
import { locate, type Located, type SubmissionRoot } from '../submission/locate.ts'
import type { Skipped } from '../submission/members.ts'
import type { CommandContext } from './context.ts'
import { exit, type ExitCode } from './exit.ts'
import { isolationLines, requireIsolation } from './isolation.ts'
import { prepareOut } from './out.ts'
import { ProgressLine } from './progress-line.ts'
import { TrainingLine } from './training-line.ts'
import { chosenSlugs, largestSeed } from './values.ts'
import { withSession } from './with-session.ts'
import { pagesOf, writePartial, writeReport } from './write-report.ts'

export interface GradeOptions {
  readonly out: string
  readonly seed?: number
  readonly timeout: number
  readonly backend: BackendName
  readonly rubric?: string
  readonly deliverable: readonly Slug[]
  readonly requireIsolation?: IsolationLevel
}

/** Grades submissions with all checks and writes a report for each, every file whole or not at all. */
export async function gradeCommand(
  context: CommandContext,
  folders: readonly string[],
  options: GradeOptions,
): Promise<ExitCode> {
  const choice = await chooseIsolation(context.workshop.root)
  requireIsolation(context, options.requireIsolation, choice)
  return withSession(
    context,
    async (session) => {
      const slugs = chosenSlugs(options.deliverable, session.parts)
      const { roots, skipped, classes } = await collect(session, folders)
      await prepareOut(options.out, roots, classes)
      void session.warm(roots.length > 1)
      context.print(isolationLines(context, choice))
      const seed = options.seed ?? randomInt(1, largestSeed)
      let code: ExitCode = exit.done
      for (const { name, error } of skipped) {
        code = exit.submission
        const reason = sayAny(context.language, error.messageId, error.params)
        context.note(`${oneLine(context.say('progress.not-graded', { name, reason }))}\n`)
      }
      for (const root of roots) {
        const report = await gradeOne(context, session, root, { ...options, seed, slugs, choice })
        writeReport(context, options.out, report)
        context.print(gradeReport(report, context))
        if (report.checks.some(({ verdict }) => verdict === 'faulted')) code = exit.fault
      }
      context.print(`${context.say('progress.summary', { count: roots.length, seed })}\n`)
      const [first] = roots
      if (first) context.print(`${context.say('progress.next-grade', { path: pagesOf(options.out, first.id)[0] })}\n`)
      return code
    },
    options.rubric,
  )
}

async function gradeOne(
  context: CommandContext,
  session: Session,
  root: SubmissionRoot,
  options: GradeOptions & { readonly seed: number; readonly slugs: readonly Slug[]; readonly choice: Choice },
): Promise<Report> {
  let done = 0
  const [counted, line] = [new ProgressLine(context), new TrainingLine(context)]
  const report = await gradeSubmission(session, root, {
    seed: options.seed,
    backend: options.backend,
    deadlineMs: options.timeout * 1000,
    slugs: options.slugs,
    language: context.language,
    choice: options.choice,
    onResult: () => {
      done++
      counted.show(() => context.say('progress.grading', { name: root.name, done }))
    },
    onProgress: line.show,
    onPartial: (report) => {
      writePartial(options.out, report)
    },
  })
  counted.clear()
  line.clear()
  return report
}

/** Everything that the folders and archives name, each with an id of its own. */
async function collect(
  session: Session,
  folders: readonly string[],
): Promise<{ roots: SubmissionRoot[]; skipped: readonly Skipped[]; classes: string[] }> {
  const located: Located[] = []
  // One by one: of archives that cannot be unpacked, the first ends it all with nothing left behind.
  for (const folder of folders) located.push(await locateOrSkip(session, folder, folders.length > 1))
  const roots = located.flatMap((found) => (found.kind === 'one' ? [found.root] : found.roots))
  const ids = identify(roots.map(({ name }) => name))
  return {
    classes: folders.filter((_, k) => located[k]?.kind === 'class'),
    roots: roots.map((root, k) => ({ ...root, id: ids[k] ?? root.id })),
    skipped: located.flatMap((found) => (found.kind === 'one' ? [] : found.skipped)),
  }
}

/** Among several folders, one that holds no submission is named and left out; alone, it is the answer. */
async function locateOrSkip({ slugs, unpacker }: Session, folder: string, several: boolean): Promise<Located> {
  try {
    return await locate(folder, slugs, unpacker)
  } catch (error) {
    if (!several || !(error instanceof LabError)) throw error
    return { kind: 'class', roots: [], skipped: [{ name: folder, error }] }
  }
}

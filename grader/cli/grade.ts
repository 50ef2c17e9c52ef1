import { randomInt } from 'node:crypto'
import type { BackendName } from '../backend/names.ts'
import { gradeSubmission } from '../grading/grade.ts'
import { rescore } from '../grading/rescore.ts'
import type { Session } from '../grading/session.ts'
import type { Report } from '../model/report.ts'
import type { Slug } from '../model/verdict.ts'
import { sayAny } from '../messages/say.ts'
import { oneLine } from '../reports/neutral.ts'
import { gradeReport } from '../reports/terminal.ts'
import type { IsolationLevel } from '../subject/confinement.ts'
import { chooseIsolation, type Choice } from '../subject/isolation/choose.ts'
import type { SubmissionRoot } from '../submission/locate.ts'
import { collect } from './collect.ts'
import type { CommandContext } from './context.ts'
import { exit, type ExitCode } from './exit.ts'
import { isolationLines, requireIsolation } from './isolation.ts'
import { loadMarks, marksFolder, nameStrays } from './marks.ts'
import { prepareOut } from './out.ts'
import { ProgressLine } from './progress-line.ts'
import { idsIn } from './stored-reports.ts'
import { todo } from './todo.ts'
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
  readonly marks?: string
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
      // Before anything runs: a file of marks that is wrong should not be found after half an hour.
      const marks = loadMarks(options.out, options.marks, session.rubric)
      const claims = new Map(session.checks.map(({ id, claim }) => [id, claim]))
      void session.warm(roots.length > 1)
      context.print(isolationLines(context, choice))
      const seed = options.seed ?? randomInt(1, largestSeed)
      let code: ExitCode = exit.done
      for (const { name, error } of skipped) {
        code = exit.submission
        const reason = sayAny(context.language, error.messageId, error.params)
        context.note(`${oneLine(context.say('progress.not-graded', { name, reason }))}\n`)
      }
      const reports: Report[] = []
      for (const root of roots) {
        const graded = await gradeOne(context, session, root, { ...options, seed, slugs, choice })
        const given = { marks: marks.get(root.id) ?? [], rubric: session.rubric, claims, language: context.language }
        const report = rescore(graded, given)
        reports.push(report)
        writeReport(context, options.out, report)
        context.print(gradeReport(report, context))
        if (report.checks.some(({ verdict }) => verdict === 'faulted')) code = exit.fault
      }
      context.print(`${context.say('progress.summary', { count: roots.length, seed })}\n`)
      context.print(todo(context, options.out, reports))
      nameStrays(context, marks, { folder: marksFolder(options.out, options.marks), ids: idsIn(options.out) })
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

import { requireValid } from '../grading/report.ts'
import type { Report } from '../model/report.ts'
import type { Slug } from '../model/verdict.ts'
import { jsonText } from '../reports/neutral.ts'
import { checkReport } from '../reports/terminal.ts'
import { Checker, submissionFlag, type CheckOptions } from './checker.ts'
import type { CommandContext } from './context.ts'
import { exit, type ExitCode } from './exit.ts'
import { TrainingLine } from './training-line.ts'
import { chosenSlugs } from './values.ts'
import { watch } from './watch.ts'
import { ownSubmission, withSession } from './with-session.ts'

/** Runs the public checks of one submission and prints what to do next. */
export async function checkCommand(
  context: CommandContext,
  asked: readonly string[],
  options: CheckOptions,
): Promise<ExitCode> {
  return withSession(context, async (session) => {
    void session.warm(options.watch)
    const later = session.evidence.filter(({ onlyWhenAsked }) => onlyWhenAsked).map(({ slug }) => slug)
    const chosen = chosenSlugs(asked, session.parts)
    const slugs = asked.length > 0 ? chosen : chosen.filter((slug) => !later.includes(slug))
    const submission = await ownSubmission(context, session, { submission: options.submission, reads: !options.watch })
    const line = new TrainingLine(context)
    const checker = new Checker(session, submission, options, {
      language: context.language,
      onProgress: line.show,
    })
    if (options.watch)
      return await watch(context, checker, slugs, (report, outputs) => {
        line.clear()
        show(context, options, report, outputs)
      })
    const { report, outputs } = await checker.check(slugs)
    line.clear()
    show(context, options, report, outputs)
    return verdictOf(report)
  })
}

function show(
  context: CommandContext,
  options: CheckOptions,
  report: Report,
  outputs: Readonly<Record<Slug, string>>,
): void {
  const { language, colors } = context
  if (options.json) context.print(jsonText(requireValid(report)))
  else
    context.print(checkReport(report, { language, colors, all: options.all, outputs, flags: submissionFlag(options) }))
}

/** Bonus checks do not count: nobody has to pass them. */
export function verdictOf(report: Report): ExitCode {
  if (report.checks.some(({ verdict }) => verdict === 'faulted')) return exit.fault
  return report.checks.every(({ verdict, bonus }) => verdict === 'passed' || bonus) ? exit.done : exit.notYet
}

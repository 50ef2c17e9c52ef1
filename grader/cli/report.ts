import { rescore } from '../grading/rescore.ts'
import { gradeReport } from '../reports/terminal.ts'
import type { CommandContext } from './context.ts'
import { exit, type ExitCode } from './exit.ts'
import { gradebookFormats, preparedFormats, writeFormats, type FormatOptions } from './formats.ts'
import { loadMarks, marksFolder, nameStrays } from './marks.ts'
import { partialOnly, storedReports } from './stored-reports.ts'
import { todo } from './todo.ts'
import { requireNames, unsettled } from './unsettled.ts'
import { findBrowser, PdfPrinter } from './pdf.ts'
import { ProgressLine } from './progress-line.ts'
import { withSession } from './with-session.ts'
import { pagesOf, writeReport } from './write-report.ts'

export interface ReportOptions extends FormatOptions {
  readonly rubric?: string
  readonly marks?: string
  readonly allowProvisional: boolean
  /** Print every page as PDF too. */
  readonly pdf: boolean
}

/**
 * Makes the reports of an `--out` folder anew from what is stored there: another rubric or language, marks that a
 * person gave, other systems' formats, and nothing runs.
 */
export async function reportCommand(context: CommandContext, out: string, options: ReportOptions): Promise<ExitCode> {
  const { language, print, note, say } = context
  // Before anything is read or written: without a browser it ends with nothing changed.
  const browser = options.pdf ? findBrowser() : undefined
  return withSession(
    context,
    async (session, keep) => {
      const claims = new Map(session.checks.map(({ id, claim }) => [id, claim]))
      // All are read before one is written: a report that cannot be read ends it with nothing changed.
      const stored = storedReports(out)
      const marks = loadMarks(out, options.marks, session.rubric)
      const reports = stored.map((report) =>
        rescore(report, { rubric: session.rubric, claims, language, marks: marks.get(report.submission.id) ?? [] }),
      )
      if (options.format.some((name) => gradebookFormats.includes(name))) {
        requireNames(reports)
        const names = unsettled(context, reports, partialOnly(out))
        if (names.length > 0 && !options.allowProvisional) {
          note(`${say('gradebook.unsettled', { count: names.length, names: names.join('; ') })}\n`)
          return exit.notYet
        }
      }
      const prepared = preparedFormats(context, out, reports, options)
      for (const report of reports) {
        writeReport(context, out, report)
        print(gradeReport(report, context))
      }
      print(`${say('progress.rescored', { count: reports.length })}\n`)
      print(todo(context, out, reports))
      nameStrays(context, marks, {
        folder: marksFolder(out, options.marks),
        ids: reports.map(({ submission }) => submission.id),
      })
      writeFormats(context, prepared, reports, options)
      const pages = reports.flatMap(({ submission }) => pagesOf(out, submission.id))
      if (browser !== undefined) {
        const printer = new PdfPrinter(browser)
        keep(printer)
        await printAll(context, printer, pages)
      }
      print(`${say('progress.next-grade', { path: pages[0] ?? out })}\n`)
      return exit.done
    },
    options.rubric,
  )
}

/** Beside each page, the same as PDF. */
async function printAll(context: CommandContext, printer: PdfPrinter, pages: readonly string[]): Promise<void> {
  const line = new ProgressLine(context)
  for (const [k, page] of pages.entries()) {
    line.show(() => context.say('progress.pdf', { done: k, count: pages.length }))
    await printer.print(page, page.replace(/html$/, 'pdf'))
  }
  line.clear()
}

import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { schemaErrors } from '../grading/report.ts'
import { rescore } from '../grading/rescore.ts'
import { LabError } from '../model/errors.ts'
import type { Report } from '../model/report.ts'
import { gradeReport } from '../reports/terminal.ts'
import type { CommandContext } from './context.ts'
import { exit, type ExitCode } from './exit.ts'
import { gradebookFormats, preparedFormats, writeFormats, type FormatOptions } from './formats.ts'
import { requireNames, unsettled } from './unsettled.ts'
import { findBrowser, PdfPrinter } from './pdf.ts'
import { ProgressLine } from './progress-line.ts'
import { withSession } from './with-session.ts'
import { pagesOf, writeReport } from './write-report.ts'

export interface ReportOptions extends FormatOptions {
  readonly rubric?: string
  readonly allowProvisional: boolean
  /** Print every page as PDF too. */
  readonly pdf: boolean
}

/**
 * Makes the reports of an `--out` folder anew from what is stored there: another rubric or language, other systems'
 * formats, and nothing runs.
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
      const reports = foldersWith(out, 'report.json')
        .map((id) => read(out, id))
        .map((stored) => rescore(stored, { rubric: session.rubric, claims, language }))
      if (reports.length === 0) throw new LabError('usage', 'usage.no-reports', { path: out })
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

/** Folders that hold such a file, by name. */
function foldersWith(out: string, file: string): readonly string[] {
  return entriesOf(out)
    .filter((name) => entriesOf(path.join(out, name)).includes(file))
    .sort()
}

/** Submissions whose grade was cut short. */
function partialOnly(out: string): readonly string[] {
  const whole = new Set(foldersWith(out, 'report.json'))
  return foldersWith(out, 'partial.json').filter((id) => !whole.has(id))
}

function entriesOf(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

/** A report belongs where it lies, whatever it calls itself. */
function read(out: string, id: string): Report {
  const file = path.join(out, id, 'report.json')
  const [report, errors] = parsed(file)
  if (errors !== undefined) throw new LabError('usage', 'usage.bad-report', { path: file, errors })
  return { ...report, submission: { ...report.submission, id } }
}

function parsed(file: string): [report: Report, errors: string | undefined] {
  try {
    const report: unknown = JSON.parse(readFileSync(file, 'utf8'))
    return [report as Report, schemaErrors(report)]
  } catch (error) {
    return [{} as Report, error instanceof Error ? error.message : String(error)]
  }
}

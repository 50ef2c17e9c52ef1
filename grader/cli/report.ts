import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { schemaErrors } from '../grading/report.ts'
import { rescore } from '../grading/rescore.ts'
import { LabError } from '../model/errors.ts'
import type { Report } from '../model/report.ts'
import { gradeReport } from '../reports/terminal.ts'
import type { CommandContext } from './context.ts'
import { exit, type ExitCode } from './exit.ts'
import { withSession } from './with-session.ts'
import { writeReport } from './write-report.ts'

export interface ReportOptions {
  readonly rubric?: string
}

/** Makes the reports of an `--out` folder anew from what is stored there: another rubric or language, and nothing runs. */
export async function reportCommand(
  context: CommandContext,
  out: string,
  { rubric }: ReportOptions,
): Promise<ExitCode> {
  const { language, print, say } = context
  return withSession(
    context,
    (session) => {
      const claims = new Map(session.checks.map(({ id, claim }) => [id, claim]))
      // All are read before one is written: a report that cannot be read ends it with nothing changed.
      const reports = foldersOf(out).map((id) => read(out, id))
      for (const stored of reports) {
        const report = rescore(stored, { rubric: session.rubric, claims, language })
        writeReport(context, out, report)
        print(gradeReport(report, context))
      }
      print(`${say('progress.rescored', { count: reports.length })}\n`)
      return Promise.resolve(exit.done)
    },
    rubric,
  )
}

/** Folders that hold a report, by name. */
function foldersOf(out: string): readonly string[] {
  const found = entriesOf(out).filter((name) => entriesOf(path.join(out, name)).includes('report.json'))
  if (found.length === 0) throw new LabError('usage', 'usage.no-reports', { path: out })
  return found.sort()
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

import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { schemaErrors } from '../grading/report.ts'
import { LabError } from '../model/errors.ts'
import type { Report } from '../model/report.ts'

/** The reports of an `--out` folder, by name: at least one, and all of them can be read, or a usage {@link LabError}. */
export function storedReports(out: string): readonly Report[] {
  const ids = idsIn(out)
  if (ids.length === 0) throw new LabError('usage', 'usage.no-reports', { path: out })
  return ids.map((id) => read(out, id))
}

/** Submissions that have a report. */
export function idsIn(out: string): readonly string[] {
  return foldersWith(out, 'report.json')
}

/** Submissions whose grade was cut short. */
export function partialOnly(out: string): readonly string[] {
  const whole = new Set(idsIn(out))
  return foldersWith(out, 'partial.json').filter((id) => !whole.has(id))
}

/** Folders that hold such a file, by name. */
function foldersWith(out: string, file: string): readonly string[] {
  return entriesOf(out)
    .filter((name) => entriesOf(path.join(out, name)).includes(file))
    .sort()
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

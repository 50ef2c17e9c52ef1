import { rmSync } from 'node:fs'
import path from 'node:path'
import type { Report } from '../model/report.ts'
import { htmlReport } from '../reports/html.ts'
import { markdownReport } from '../reports/markdown.ts'
import { jsonText } from '../reports/neutral.ts'
import { forStudent } from '../reports/student.ts'
import type { CommandContext } from './context.ts'
import { writeWhole } from './out.ts'

/** What is there when a long grade is cut short. */
export function writePartial(out: string, report: Report): void {
  writeWhole(partialFile(out, report.submission.id), jsonText(report))
}

/** The instructor's copy and the student's, as JSON, as Markdown and as a page. */
export function writeReport({ language }: CommandContext, out: string, report: Report): void {
  const student = forStudent(report, language)
  const home = path.join(out, report.submission.id)
  for (const [place, copy] of [
    [home, report],
    [path.join(home, 'student'), student],
  ] as const) {
    writeWhole(path.join(place, 'report.json'), jsonText(copy))
    writeWhole(path.join(place, 'report.md'), markdownReport(copy, language))
    writeWhole(path.join(place, 'report.html'), htmlReport(copy, language))
    // An earlier one says what is no longer so.
    rmSync(path.join(place, 'report.pdf'), { force: true })
  }
  rmSync(partialFile(out, report.submission.id), { force: true })
}

/** The pages of a submission, the instructor's first. */
export function pagesOf(out: string, id: string): readonly [instructors: string, students: string] {
  return [path.join(out, id, 'report.html'), path.join(out, id, 'student', 'report.html')]
}

function partialFile(out: string, id: string): string {
  return path.join(out, id, 'partial.json')
}

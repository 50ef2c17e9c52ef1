import { rmSync } from 'node:fs'
import path from 'node:path'
import type { Report } from '../model/report.ts'
import { markdownReport } from '../reports/markdown.ts'
import { jsonText } from '../reports/neutral.ts'
import { forStudent } from '../reports/student.ts'
import type { CommandContext } from './context.ts'
import { writeWhole } from './out.ts'

/** What is there when a long grade is cut short. */
export function writePartial(out: string, report: Report): void {
  writeWhole(partialFile(out, report.submission.id), jsonText(report))
}

/** The instructor's copy and the student's, as JSON and Markdown. */
export function writeReport({ language }: CommandContext, out: string, report: Report): void {
  const student = forStudent(report, language)
  for (const [folder, copy] of [
    ['', report],
    ['student', student],
  ] as const) {
    const place = path.join(out, report.submission.id, folder)
    writeWhole(path.join(place, 'report.json'), jsonText(copy))
    writeWhole(path.join(place, 'report.md'), markdownReport(copy, language))
  }
  rmSync(partialFile(out, report.submission.id), { force: true })
}

function partialFile(out: string, id: string): string {
  return path.join(out, id, 'partial.json')
}

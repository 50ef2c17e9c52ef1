import { appendFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { LabError } from '../model/errors.ts'
import type { Report } from '../model/report.ts'
import { canvasCsv } from '../reports/canvas.ts'
import { classroom50Result } from '../reports/classroom50.ts'
import { classroomPayload } from '../reports/classroom.ts'
import { githubAnnotations } from '../reports/github-annotations.ts'
import { githubSummary, summaryLimit } from '../reports/github-summary.ts'
import { gradescopeResults } from '../reports/gradescope.ts'
import { junitXml } from '../reports/junit.ts'
import { moodleCsv, type GradebookOptions } from '../reports/moodle.ts'
import { forStudent } from '../reports/student.ts'
import { classroom50Run } from './classroom50-run.ts'
import type { CommandContext } from './context.ts'
import type { FormatName } from './format-names.ts'
import { writeWhole } from './out.ts'

export interface FormatOptions extends GradebookOptions {
  readonly format: readonly FormatName[]
  readonly annotations: boolean
  /** Where the repository has the submission, for annotations. */
  readonly folder?: string
}

/** Formats that hold a whole class in one file, which is the instructor's. */
export const gradebookFormats: readonly FormatName[] = ['moodle', 'canvas']

type Render = (report: Report) => string

/**
 * What is to be written, ready: nothing is on the disk yet, so that whatever is missing ends the command before. What a
 * student may see is made of the student's copy and lies beside it.
 */
export function preparedFormats(
  { language }: CommandContext,
  out: string,
  reports: readonly Report[],
  { format, folder, ...gradebook }: FormatOptions,
): readonly { readonly format: FormatName; readonly file: string; readonly text: string }[] {
  const each = (name: FormatName, file: string, render: Render): Prepared[] =>
    reports.map((report) => ({
      format: name,
      file: path.join(out, report.submission.id, 'student', file),
      text: render(forStudent(report, language)),
    }))
  const all = (name: FormatName, text: string): Prepared[] => [
    { format: name, file: path.join(out, `${name}.csv`), text },
  ]
  const makers: Readonly<Record<FormatName, () => Prepared[]>> = {
    'github-summary': () => each('github-summary', 'summary.md', (report) => githubSummary([report], language)),
    'github-annotations': () =>
      each('github-annotations', 'annotations.txt', (report) => githubAnnotations([report], language, folder)),
    classroom: () => each('classroom', 'classroom.txt', (report) => classroomPayload(report, language)),
    classroom50: () => {
      const run = classroom50Run(process.env, reports)
      return each('classroom50', 'classroom50.json', (report) => classroom50Result(report, language, run))
    },
    gradescope: () => each('gradescope', 'gradescope.json', (report) => gradescopeResults(report, language)),
    junit: () => each('junit', 'junit.xml', (report) => junitXml(report, language)),
    moodle: () => all('moodle', moodleCsv(reports, language, gradebook)),
    canvas: () => all('canvas', canvasCsv(reports, gradebook)),
  }
  return format.flatMap((name) => makers[name]())
}

type Prepared = ReturnType<typeof preparedFormats>[number]

/** Writes what was prepared, hands GitHub its summary and annotations, and says where everything is. */
export function writeFormats(
  context: CommandContext,
  prepared: readonly Prepared[],
  reports: readonly Report[],
  { format, annotations, folder }: FormatOptions,
): void {
  const { language, print, say } = context
  for (const { file, text } of prepared) writeWhole(file, text)
  for (const name of format) {
    const files = prepared.filter((each) => each.format === name)
    const file = files[0]?.file ?? ''
    print(`${say('progress.format', { format: name, path: file, more: files.length - 1 })}\n`)
  }
  const copies = reports.map((report) => forStudent(report, language))
  if (format.includes('github-summary')) summarize(context, copies)
  if (annotations) print(githubAnnotations(copies, language, folder))
}

/** In a job of GitHub's, adds the summary of all to that of the step; others may have written to it before. */
function summarize({ language, print, say }: CommandContext, reports: readonly Report[]): void {
  const file = process.env['GITHUB_STEP_SUMMARY'] ?? ''
  if (file === '') return
  try {
    const used = statSync(file, { throwIfNoEntry: false })?.size ?? 0
    appendFileSync(file, githubSummary(reports, language, summaryLimit - used))
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error)
    throw new LabError('usage', 'usage.out-unwritable', { path: file, reason }, error)
  }
  print(`${say('progress.step-summary')}\n`)
}

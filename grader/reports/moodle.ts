import { say } from '../messages/say.ts'
import type { Report } from '../model/report.ts'
import type { Language } from '../model/verdict.ts'
import { fixed, gradeLines, lateness } from './ledger.ts'
import { sheet } from './sheet.ts'

/** What the names of the submissions are in the gradebook. */
export const identities = ['idnumber', 'email', 'username'] as const

export type Identity = (typeof identities)[number]

export interface GradebookOptions {
  readonly identity: Identity
  /** The gradebook's name of the assignment. */
  readonly assignment: string
}

/** A file for Moodle's import of grades: whom it is about, points and, as feedback, the points of each criterion. */
export function moodleCsv(
  reports: readonly Report[],
  language: Language,
  { identity, assignment }: GradebookOptions,
): string {
  const header = [say(language, titles[identity]), assignment, `${assignment} (${say(language, 'gradebook.feedback')})`]
  return sheet([
    header,
    ...reports.map((report) => [report.submission.name, report.score.points, feedback(report, language)]),
  ])
}

/** What Moodle calls the fields by which it finds a user. */
const titles = {
  idnumber: 'gradebook.idnumber',
  email: 'gradebook.email',
  username: 'gradebook.username',
} as const

function feedback(report: Report, language: Language): string {
  const { points, max, level } = report.score
  const lines = gradeLines(report, language)
  const total = say(language, 'report.total', {
    points: points.toFixed(2),
    max: max.toFixed(2),
    level: say(language, `level.${level}`),
  })
  const each = lines.map((line) => `${line.title}: ${fixed(line.points)} / ${fixed(line.max)}`)
  return [total, ...each, ...lines.flatMap(({ notes }) => notes), ...lateness(report, language)].join(' · ')
}

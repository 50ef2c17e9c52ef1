import type { Report } from '../model/report.ts'
import type { GradebookOptions } from './moodle.ts'
import { sheet } from './sheet.ts'

/**
 * A file for Canvas's import of a gradebook. Its header and the row of possible points are English whatever the language
 * is: the import looks for these words. A student is found by SIS id or login, else by name.
 */
export function canvasCsv(reports: readonly Report[], { identity, assignment }: GradebookOptions): string {
  const possible = Math.max(0, ...reports.map(({ score }) => score.max))
  return sheet([
    ['Student', 'ID', 'SIS User ID', 'SIS Login ID', 'Section', assignment],
    ['Points Possible', '', '', '', '', possible],
    ...reports.map(({ submission: { name }, score }) => [
      noPoints(name),
      '',
      identity === 'idnumber' ? name : '',
      identity === 'idnumber' ? '' : name,
      '',
      score.points,
    ]),
  ])
}

/** A student of that name would be taken for the row of possible points. */
function noPoints(name: string): string {
  return name.replace(/Points(?=\s+Possible)/g, 'Points_')
}

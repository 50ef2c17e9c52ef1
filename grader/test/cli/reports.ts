import { readFileSync } from 'node:fs'
import path from 'node:path'
import { Ajv, type AnySchema } from 'ajv'
import { expect } from 'vitest'
import { parts } from '../../evidence/parts.ts'
import schema from '../../model/report.schema.json' with { type: 'json' }
import type { Report, ReportCheck } from '../../model/report.ts'
import type { Rubric } from '../../model/rubric.ts'
import { repository } from './run.ts'

/** The rubric of the repository. */
export const rubric = JSON.parse(readFileSync(path.join(repository, 'rubric.json'), 'utf8')) as Rubric

/** Everything that can be asked for by name, in the order of reports. */
export const everything = [...rubric.deliverables, ...parts.map(({ slug }) => slug)]

/** What `check` looks at when nothing is named. */
export const unasked = [...rubric.deliverables, ...parts.flatMap((part) => (part.onlyWhenAsked ? [] : [part.slug]))]

/** What a perfect submission scores today, and its bonus. */
export const full = {
  max: rubric.criteria.reduce((sum, { points, pending }) => sum + (pending ? 0 : points), 0),
  bonus: rubric.bonus.reduce((sum, { points }) => sum + points, 0),
}

const validate = new Ajv({ allErrors: true, allowUnionTypes: true, multipleOfPrecision: 6 }).compile(
  schema as AnySchema,
)

/** Reads a report as JSON and sees that it matches its schema. */
export function parseReport(json: string): Report {
  const report: unknown = JSON.parse(json)
  expect(validate(report) === true ? [] : validate.errors).toEqual([])
  return report as Report
}

/** The instructor's report in `out`, or with `student` that submission's copy for the student. */
export function storedReport(out: string, id: string, student: '' | 'student' = ''): Report {
  return parseReport(readFileSync(path.join(out, id, student, 'report.json'), 'utf8'))
}

/** A report without what differs from run to run. */
export { withoutTimes as timeless } from '../../audit/determinism.ts'

/** Ids of the checks that did not pass. */
export function lost(report: Report): string[] {
  return report.checks.filter(({ verdict }) => verdict !== 'passed').map(({ id }) => id)
}

/** One check of a report. */
export function checkOf(report: Report, id: string): ReportCheck {
  const found = report.checks.find((check) => check.id === id)
  if (!found) throw new Error(`The report has no check ${id}`)
  return found
}

/** One criterion's points. */
export function pointsOf(report: Report, criterion: string): number | undefined {
  return report.criteria.find(({ id }) => id === criterion)?.points
}

import type { Report, ReportCheck } from '../model/report.ts'
import type { Language } from '../model/verdict.ts'
import { mainFact } from './facts.ts'
import { wholeGrade } from './ledger.ts'
import { oneLine } from './neutral.ts'

/**
 * Bytes of JSON at most: in base64 it travels in one environment variable, of which Linux allows 128 KiB with name and
 * all, and other steps add to it.
 */
export const payloadLimit = 64 * 1024

/** One line of the payload; the reporter adds up `score`, and prints `line N` unless `line_no` is 0. */
interface ClassroomTest {
  readonly name: string
  readonly status: 'pass' | 'fail' | 'error'
  readonly score: number
  readonly line_no: 0
  readonly duration?: number
}

/**
 * The result of a grading step as `classroom-resources/autograding-grading-reporter` reads it from `<STEP>_RESULTS`:
 * base64 of JSON, one line without its end. First the criteria with their points, then every check without points, to
 * be read. The reporter adds floating-point scores up as they are, so all are whole.
 */
export function classroomPayload(report: Report, language: Language): string {
  const grade = wholeGrade(report, language)
  const scored = grade.lines.map(({ line, points }): ClassroomTest => ({
    name: oneLine(line.title),
    status: line.full ? 'pass' : 'fail',
    score: points,
    line_no: 0,
  }))
  const payload = (tests: readonly ClassroomTest[]): string =>
    JSON.stringify({ version: 1, status: statusOf(report), max_score: grade.max, tests })
  // What is told of each check goes first, then what passed; the points never.
  const told = report.checks.map((check) => checkTest(check, mainFact(check, language)))
  const untold = report.checks.map((check) => checkTest(check, ''))
  const fits = [
    [...scored, ...told],
    [...scored, ...untold],
    [...scored, ...untold.filter(({ status }) => status !== 'pass')],
  ]
    .map(payload)
    .find((text) => Buffer.byteLength(text) <= payloadLimit)
  return Buffer.from(fits ?? payload(scored)).toString('base64')
}

/** Anything but `pass` turns the job red. */
function statusOf({ checks }: Report): ClassroomTest['status'] {
  if (checks.some(({ verdict }) => verdict === 'faulted')) return 'error'
  return checks.every(({ verdict, bonus }) => verdict === 'passed' || bonus) ? 'pass' : 'fail'
}

/** Of an error the reporter prints no name, so what does not hold is a failure, and says why in its name. */
function checkTest({ id, claim, verdict, durationMs }: ReportCheck, fact: string): ClassroomTest {
  const name = oneLine(`${id}: ${claim}${verdict === 'passed' || fact === '' ? '' : ` — ${fact}`}`)
  return { name, status: verdict === 'passed' ? 'pass' : 'fail', score: 0, line_no: 0, duration: durationMs }
}

import type { Report } from '../model/report.ts'
import type { Language } from '../model/verdict.ts'
import { mainFact } from './facts.ts'
import { checksOf, wholeGrade } from './ledger.ts'
import { jsonText, oneLine } from './neutral.ts'

/** Whose submission it is, as the runner of Classroom 50 tells its autograder. */
export interface Classroom50Run {
  readonly classroom: string
  readonly assignment: string
  readonly assignmentType: 'individual' | 'group' | 'team'
  readonly owner: string
  /** The tag, `submit/…`. */
  readonly submission: string
  readonly commit: string
  readonly release: string
  readonly review: string
}

/**
 * `result.json` of Classroom 50, schema `classroom50/result/v1`: one test a criterion, because points are whole there
 * and no test may have more than its maximum; `message` names the checks that did not pass.
 */
export function classroom50Result(report: Report, language: Language, run: Classroom50Run): string {
  const { points, max, lines } = wholeGrade(report, language)
  const { submission, run: grading } = report
  return jsonText({
    schema: 'classroom50/result/v1',
    classroom: run.classroom,
    assignment: run.assignment,
    assignment_type: run.assignmentType,
    owner: run.owner,
    submission: run.submission,
    commit: run.commit,
    release: run.release,
    review: run.review,
    datetime: seconds(submission.submittedAt ?? grading.startedAt),
    graded_at: seconds(grading.startedAt),
    score: points,
    'max-score': max,
    tests: lines.map(({ line, points: own, max: most }) => ({
      'test-name': oneLine(line.title),
      passed: line.full,
      score: own,
      'max-score': most,
      message: [
        ...[...line.notes, ...line.late].map(oneLine),
        ...checksOf(line, report)
          .filter(({ verdict }) => verdict !== 'passed')
          .map((check) => oneLine(`${check.id}: ${check.claim} — ${mainFact(check, language)}`)),
      ].join('\n'),
    })),
  })
}

/** UTC without fractions, the only form that is taken. */
function seconds(time: string): string {
  return `${new Date(time).toISOString().slice(0, 19)}Z`
}

import { sayAny } from '../messages/say.ts'
import type { Mark } from '../model/mark.ts'
import type { Report, ReportCheck } from '../model/report.ts'
import type { Rubric } from '../model/rubric.ts'
import type { CheckId, Language, Localized } from '../model/verdict.ts'
import { bonusChecks, score, type Score } from '../scoring/score.ts'
import { currentMarks, givensOf, isMarkFlag, markFlags, standingsOf } from './marks.ts'
import { reportDiagnosis } from './report.ts'
import { scoredParts, stakeOf } from './scored.ts'

/** What a stored report is made anew with. */
export interface Rescoring {
  readonly rubric: Rubric
  /** What checks claim, where it is known; a check that is gone keeps its words. */
  readonly claims: ReadonlyMap<CheckId, Localized>
  readonly language: Language
  /** What a person gave this submission, in the order in which it was given. */
  readonly marks?: readonly Mark[]
}

/**
 * The report that the same verdicts give under another rubric, with other marks, or in another language. Nothing runs: a
 * check that the rubric does not weigh earns nothing, and one that did not run when it was graded counts nowhere.
 */
export function rescore(report: Report, { rubric, claims, language, marks = [] }: Rescoring): Report {
  const standings = standingsOf(report)
  const { checks } = report
  const { criteria } = scoredParts({ rubric, scored: score(rubric, standings), checks, language })
  const current = currentMarks({ ...report, criteria }, marks)
  const scored = score(rubric, standings, givensOf(current))
  const parts = scoredParts({ rubric, scored, checks, language, marks: current })
  const bonus = bonusChecks(rubric)
  return {
    ...report,
    ...parts,
    score: { ...parts.score, hidden: report.score.hidden },
    checks: checks.map((check) => ({
      ...retold(check, scored, language),
      bonus: bonus.has(check.id),
      claim: claims.get(check.id)?.[language] ?? check.claim,
    })),
    diagnoses: report.diagnoses.map((diagnosis) => reportDiagnosis(diagnosis, language)),
    flags: [
      ...report.flags
        .filter((flag) => !isMarkFlag(flag))
        .map((flag) => ({ ...flag, message: sayAny(language, flag.messageId, flag.params) })),
      ...markFlags(parts, language),
    ],
  }
}

function retold(check: ReportCheck, scored: Score, language: Language): ReportCheck {
  const { finding } = check
  return {
    ...check,
    ...stakeOf(scored, check.id),
    finding: finding && { ...finding, message: sayAny(language, finding.messageId, finding.params) },
  }
}

import type { Report, ReportBound, ReportCheck, ReportMark } from '../model/report.ts'
import type { Rubric, RubricBound } from '../model/rubric.ts'
import type { CheckId, Language } from '../model/verdict.ts'
import { toPoints } from '../scoring/points.ts'
import type { Score } from '../scoring/score.ts'

/** What the parts of a report are made with. */
export interface Scored {
  readonly rubric: Rubric
  readonly scored: Score
  readonly checks: readonly Pick<ReportCheck, 'id' | 'verdict' | 'finding' | 'blockedBy'>[]
  readonly language: Language
  readonly marks?: ReadonlyMap<string, ReportMark>
}

/** The parts of a report that the rubric makes of verdicts, bonus and hidden checks aside. */
export function scoredParts({
  rubric,
  scored,
  checks,
  language,
  marks = new Map(),
}: Scored): Pick<Report, 'criteria' | 'cdio'> & { readonly score: Omit<Report['score'], 'hidden'> } {
  const begun = begunChecks(checks)
  return {
    score: {
      points: toPoints(scored.points),
      max: toPoints(scored.max),
      level: scored.level,
      provisional: toPoints(scored.provisional),
      bonus: toPoints(scored.bonus),
      late: { days: 0, factor: 1 },
    },
    criteria: scored.criteria.map((criterion, k) => ({
      id: criterion.id,
      title: rubric.criteria[k]?.title[language] ?? criterion.id,
      points: toPoints(criterion.points),
      max: toPoints(criterion.max),
      pending: criterion.pending,
      level: criterion.level,
      review:
        criterion.review &&
        (marks.has(criterion.id) || reviewedChecks(rubric, criterion.id).some((check) => begun.has(check))),
      mark: marks.get(criterion.id) ?? null,
      sum: toPoints(criterion.sum),
      cappedBy: reportBound(criterion.cappedBy),
      flooredBy: reportBound(criterion.flooredBy),
      provisional: toPoints(criterion.provisional),
      checks: criterion.checks,
    })),
    cdio: scored.stages.map(({ id, weight, attained }) => ({
      id,
      weight,
      attained: attained === null ? null : Math.round(attained * 10_000) / 10_000,
    })),
  }
}

/** What a check earned, criterion by criterion. */
export function stakeOf(scored: Score, check: CheckId): Pick<ReportCheck, 'weights' | 'points' | 'max'> {
  const earned = scored.earned.get(check) ?? []
  return {
    weights: earned.map(({ criterion, points, max }) => ({ criterion, points: toPoints(points), max: toPoints(max) })),
    points: toPoints(earned.reduce((sum, { points }) => sum + points, 0)),
    max: toPoints(earned.reduce((sum, { max }) => sum + max, 0)),
  }
}

/** Where nothing was written there is nothing for a person to look at either. */
function begunChecks(checks: Scored['checks']): ReadonlySet<CheckId> {
  const isUnwritten = ({ finding }: Pick<ReportCheck, 'finding'>): boolean => finding?.kind === 'not-implemented'
  const unwritten = new Set(checks.filter(isUnwritten).map(({ id }) => id))
  const begun = checks.filter(({ id, blockedBy }) => !unwritten.has(id) && !unwritten.has(blockedBy ?? ''))
  return new Set(begun.map(({ id }) => id))
}

function reviewedChecks(rubric: Rubric, criterion: string): readonly CheckId[] {
  const rows = rubric.criteria.find(({ id }) => id === criterion)?.rows ?? []
  return rows.filter(({ review }) => review).flatMap(({ checks }) => Object.keys(checks))
}

function reportBound(bound: RubricBound | null): ReportBound | null {
  return bound && { level: bound.level, why: bound.why }
}

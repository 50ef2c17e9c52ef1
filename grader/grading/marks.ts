import { createHash } from 'node:crypto'
import { sayAny } from '../messages/say.ts'
import type { Mark } from '../model/mark.ts'
import type { Report, ReportFlag, ReportMark } from '../model/report.ts'
import { standing, type Language, type Standings } from '../model/verdict.ts'
import type { Givens } from '../scoring/marks.ts'
import { toHundredths } from '../scoring/points.ts'

/** What a mark is given to: a criterion of one submission, as it was graded. */
type Evidence = Pick<Report['criteria'][number], 'max' | 'checks'>

/** How every check of a report stands. */
export function standingsOf({ checks }: Pick<Report, 'checks'>): Standings {
  return new Map(checks.map(({ id, verdict, fraction }) => [id, standing(verdict, fraction)]))
}

/**
 * `sha256:…` over what is in front of whoever marks a criterion: what was handed in, how the criterion's checks ended, and
 * how many points there are. Another seed, backend or weighing that leaves these alone leaves a mark as it is.
 */
export function evidenceOf(report: Pick<Report, 'submission' | 'checks'>, { max, checks }: Evidence): string {
  const standings = standingsOf(report)
  const seen = [report.submission.hash, toHundredths(max), checks.map((id) => [id, standings.get(id)]).sort()]
  return `sha256:${createHash('sha256').update(JSON.stringify(seen)).digest('hex')}`
}

/** The last mark of each criterion, and whether it was given to what the report holds now. */
export function currentMarks(
  report: Pick<Report, 'submission' | 'checks' | 'criteria'>,
  marks: readonly Mark[],
): ReadonlyMap<string, ReportMark> {
  const last = new Map(marks.map((mark) => [mark.criterion, mark]))
  return new Map(
    report.criteria.flatMap((criterion) => {
      const mark = last.get(criterion.id)
      if (mark?.points == null) return []
      const { points, reason, date, of } = mark
      const stale = of !== evidenceOf(report, criterion) || points > criterion.max
      return [[criterion.id, { points, reason, date, stale }]]
    }),
  )
}

/** The same, as a score asks for them. */
export function givensOf(marks: ReadonlyMap<string, ReportMark>): Givens {
  return new Map([...marks].map(([id, { points, stale }]) => [id, { points: toHundredths(points), stale }]))
}

/** Marks that somebody has to look at again; of a report that had such flags before, those of now. */
export function markFlags({ criteria }: Pick<Report, 'criteria'>, language: Language): readonly ReportFlag[] {
  return criteria.flatMap(({ id, mark, max }) => {
    if (!mark?.stale) return []
    const messageId = mark.points > max ? 'flag.mark-too-many' : 'flag.mark-stale'
    const params = { criterion: id, points: mark.points.toFixed(2), date: mark.date, max: max.toFixed(2) }
    return [{ kind: 'review' as const, messageId, params, message: sayAny(language, messageId, params) }]
  })
}

/** Whether a flag is one of {@link markFlags}. */
export function isMarkFlag({ messageId }: ReportFlag): boolean {
  return messageId === 'flag.mark-stale' || messageId === 'flag.mark-too-many'
}

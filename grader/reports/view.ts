import type { Report, ReportBound, ReportCheck, ReportCriterion } from '../model/report.ts'
import type { Language, Slug } from '../model/verdict.ts'
import { say, sayAny } from '../messages/say.ts'

/** The checks of one deliverable, sorted by what a reader wants to know of them. */
export interface DeliverableView {
  readonly slug: Slug
  readonly passed: readonly ReportCheck[]
  readonly failing: readonly ReportCheck[]
  readonly blocked: readonly ReportCheck[]
  readonly bonusLeft: readonly ReportCheck[]
  /** Everything but the bonus. */
  readonly total: number
  /** Nothing is written yet. */
  readonly untouched: boolean
}

/** One sign a verdict. */
export const verdictSymbols = { passed: '✅', failed: '❌', crashed: '💥', blocked: '⏸️', faulted: '⚠️' } as const

/** Groups a report's checks by deliverable, in the report's own order. */
export function byDeliverable(report: Report): DeliverableView[] {
  const slugs = [...new Set(report.checks.map(({ deliverable }) => deliverable))]
  return slugs.map((slug) =>
    view(
      slug,
      report.checks.filter(({ deliverable }) => deliverable === slug),
    ),
  )
}

function view(slug: Slug, checks: readonly ReportCheck[]): DeliverableView {
  const regular = checks.filter(({ bonus }) => !bonus)
  const failing = regular.filter(
    ({ verdict }) => verdict === 'failed' || verdict === 'crashed' || verdict === 'faulted',
  )
  return {
    slug,
    passed: regular.filter(({ verdict }) => verdict === 'passed'),
    failing,
    blocked: regular.filter(({ verdict }) => verdict === 'blocked'),
    bonusLeft: checks.filter(({ bonus, verdict }) => bonus && verdict !== 'passed'),
    total: regular.length,
    untouched:
      failing.length > 0 &&
      failing.every(({ finding }) => finding?.kind === 'not-implemented') &&
      regular.every(({ verdict, weights }) => verdict !== 'passed' || weights.length === 0),
  }
}

/** Where a cap or a floor of the rubric moved a criterion, and why. */
export function boundLines({ criteria }: Report, language: Language): string[] {
  return criteria.flatMap((criterion) => boundLine(criterion, language))
}

/** Whether one did so in this criterion: its sentence, or none; `write` says how points are written. */
export function boundLine(
  { title, points, sum, ...bounds }: ReportCriterion,
  language: Language,
  write = (points: number): string => points.toFixed(2),
): string[] {
  const line = (id: 'report.capped' | 'report.floored', { level, why }: ReportBound): string =>
    say(language, id, {
      title,
      level: say(language, `level.${level}`),
      points: write(points),
      sum: write(sum),
      why: why[language],
    })
  if (bounds.cappedBy) return [line('report.capped', bounds.cappedBy)]
  return bounds.flooredBy ? [line('report.floored', bounds.flooredBy)] : []
}

/** What a person gave, and why. */
export function markLines({ criteria }: Report, language: Language): string[] {
  return criteria.flatMap((criterion) => markLine(criterion, language))
}

/** Whether a person marked this criterion: its sentence, or none. */
export function markLine({ title, mark }: ReportCriterion, language: Language): string[] {
  if (!mark) return []
  const { points, date, reason, stale } = mark
  return [
    say(language, stale ? 'report.mark-stale' : 'report.mark', { title, points: points.toFixed(2), date, reason }),
  ]
}

/** Where somebody still has to look, and how many points hang on it. */
export function todoLines({ criteria }: Report, language: Language): string[] {
  return criteria
    .filter(({ review }) => review)
    .map(({ title, provisional }) => say(language, 'report.todo', { title, points: provisional.toFixed(2) }))
}

/** What a reader must know of a check that passed although its numbers are not the reference's. */
export function followThrough(check: ReportCheck, language: Language): string[] {
  return check.followThrough ? [say(language, 'report.follow-through')] : []
}

/** The figures of a check as sentences: what it is, its value, and how far it is from its threshold. */
export function measures({ measures: figures }: ReportCheck, language: Language): string[] {
  return figures.map(({ id, value, threshold, atLeast, standardError }) => {
    const figure = say(language, 'measure.value', { name: sayAny(language, `measure.${id}`), value: String(value) })
    if (threshold === null || typeof value !== 'number') return figure
    const margin = atLeast ? value - threshold : threshold - value
    const error = standardError === null ? '' : ` ± ${String(Number(standardError.toPrecision(2)))}`
    const signed = `${margin < 0 ? '−' : '+'}${String(Number(Math.abs(margin).toPrecision(2)))}${error}`
    return `${figure} · ${say(language, 'measure.threshold', { threshold: String(threshold), atLeast, margin: signed })}`
  })
}

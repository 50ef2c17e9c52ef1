import { say } from '../messages/say.ts'
import { share, toHundredths, toPoints, type Hundredths } from '../model/points.ts'
import type { Report, ReportCheck, ReportCriterion } from '../model/report.ts'
import type { CheckId, Language } from '../model/verdict.ts'
import { boundLine, markLine } from './view.ts'

/** One line of a grade as other systems list it: a criterion, or the bonus. */
export interface GradeLine {
  readonly id: string
  readonly title: string
  readonly points: Hundredths
  readonly max: Hundredths
  /** All was earned that there is, lateness aside. */
  readonly full: boolean
  /** Why the points are not what its checks add up to: a cap, a floor, a mark, the bonus's limit; or that they may change. */
  readonly notes: readonly string[]
  /** What lateness took of it; empty in time. */
  readonly late: readonly string[]
  readonly checks: readonly CheckId[]
}

/**
 * The lines of a grade: every criterion that was graded, and the bonus as far as it counts. Their points add up to
 * `score.points` exactly, also after caps, floors, the bonus's limit and lateness, of which every line bears its share
 * (largest remainders); no line has more than its maximum. The maxima of the criteria add up to `score.max`. There is
 * always one line at least, because some readers take none for a pass.
 */
export function gradeLines(report: Report, language: Language): readonly GradeLine[] {
  const { score } = report
  const criteria = report.criteria.filter(({ max }) => max > 0).map((criterion) => criterionLine(criterion, language))
  const earned = criteria.reduce((sum, { points }) => sum + points, 0)
  const bonus = Math.min(toHundredths(score.bonus), Math.max(0, toHundredths(score.max) - earned))
  const lines = [...criteria, ...(bonus > 0 ? [bonusLine(report, bonus, language)] : [])]
  if (lines.length === 0) return [emptyLine(report, language)]
  const final = share(
    toHundredths(score.points),
    lines.map(({ points }) => points),
  )
  return lines.map((line, k) => settled(line, final[k] ?? 0, report, language))
}

/** A grade in whole points, for systems that know no others. */
export interface WholeGrade {
  readonly points: number
  readonly max: number
  readonly lines: readonly { readonly line: GradeLine; readonly points: number; readonly max: number }[]
}

/** The lines in whole points: they add up to the rounded total, and no line has more than its rounded maximum. */
export function wholeGrade(report: Report, language: Language): WholeGrade {
  const lines = gradeLines(report, language)
  const [points, max] = [Math.round(report.score.points), Math.round(report.score.max)]
  const isBonus = ({ id }: GradeLine): boolean => id === bonusId
  const maxima = share(
    max,
    lines.map((line) => (isBonus(line) ? 0 : line.max)),
  )
  const shares = share(
    points,
    lines.map((line) => line.points),
    lines.map((line, k) => (isBonus(line) ? Infinity : (maxima[k] ?? 0))),
  )
  return {
    points,
    max,
    lines: lines.map((line, k) => ({
      line,
      points: shares[k] ?? 0,
      max: isBonus(line) ? (shares[k] ?? 0) : (maxima[k] ?? 0),
    })),
  }
}

/** The checks of a line, in the report's order. */
export function checksOf({ checks }: GradeLine, report: Report): readonly ReportCheck[] {
  return report.checks.filter(({ id }) => checks.includes(id))
}

/** What lateness does to the whole grade; empty in time. */
export function lateness({ score: { late } }: Report, language: Language): string[] {
  return late.factor === 1 ? [] : [say(language, 'adapter.late', { days: late.days, percent: percent(late) })]
}

/** Points as a reader sees them. */
export function fixed(hundredths: Hundredths): string {
  return toPoints(hundredths).toFixed(2)
}

const bonusId = 'bonus'

function criterionLine(criterion: ReportCriterion, language: Language): GradeLine {
  const { id, title, points, max, checks } = criterion
  return {
    id,
    title,
    points: toHundredths(points),
    max: toHundredths(max),
    full: points === max,
    notes: [
      ...boundLine(criterion, language),
      ...markLine(criterion, language),
      ...provisionalNote(criterion, language),
    ],
    late: [],
    checks,
  }
}

function provisionalNote({ title, provisional }: ReportCriterion, language: Language): string[] {
  return provisional === 0 ? [] : [say(language, 'adapter.provisional', { title, points: provisional.toFixed(2) })]
}

/** Nobody lacks a bonus: it is out of as much as it counts. */
function bonusLine({ score, checks }: Report, points: Hundredths, language: Language): GradeLine {
  const earned = score.bonus.toFixed(2)
  return {
    id: bonusId,
    title: say(language, 'adapter.bonus'),
    points,
    max: points,
    full: true,
    late: [],
    notes:
      points < toHundredths(score.bonus)
        ? [say(language, 'adapter.bonus-capped', { earned, points: fixed(points) })]
        : [],
    checks: checks.filter(({ weights }) => weights.some(({ criterion }) => criterion === bonusId)).map(({ id }) => id),
  }
}

function emptyLine({ score }: Report, language: Language): GradeLine {
  const [points, max] = [toHundredths(score.points), toHundredths(score.max)]
  return {
    id: 'total',
    title: say(language, 'report.total-label'),
    points,
    max,
    full: points === max,
    notes: [],
    late: [],
    checks: [],
  }
}

/** A line with the points that remain of it when the total is less than the sum: work that came late. */
function settled(line: GradeLine, points: Hundredths, { score }: Report, language: Language): GradeLine {
  if (points === line.points) return line
  const params = { percent: percent(score.late), points: fixed(points), before: fixed(line.points) }
  return { ...line, points, late: [say(language, 'adapter.late-line', params)] }
}

function percent({ factor }: Report['score']['late']): string {
  return String(Number((100 * factor).toFixed(2)))
}

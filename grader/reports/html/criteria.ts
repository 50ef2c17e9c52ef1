import type { Report, ReportCheck, ReportCriterion } from '../../model/report.ts'
import type { CheckId } from '../../model/verdict.ts'
import { boundLine, byDeliverable, markLine } from '../view.ts'
import { anchorOf, checkView, sourcesOf, type CheckView, type Fact } from './checks.ts'
import { plain, prose, type Piece, type Words } from './words.ts'

/** How full a bar is, in percent: what is firm, and behind it what is to be reviewed. */
export interface Bar {
  readonly firm: string
  readonly provisional: string
}

/** One deliverable's part in a criterion. */
export interface PartView {
  readonly slug: string
  /** Said instead of everything else where nothing was written; '' otherwise. */
  readonly unstarted: string
  readonly failing: readonly CheckView[]
  readonly waiting: readonly WaitingView[]
  /** Where to read on, and how to run it again, where something does not pass. */
  readonly sources: readonly Fact[]
  readonly passed: readonly CheckView[]
  readonly passedLine: string
}

/** Checks that wait for one and the same other. */
export interface WaitingView {
  readonly line: readonly Piece[]
  /** Where the one they wait for is told of; '' where it is not. */
  readonly href: string
  readonly claims: readonly (readonly Piece[])[]
}

/** A criterion, or what counts in none: the bonus, the gates, and faults of the grader's. */
export interface CardView {
  readonly id: string
  readonly title: string
  readonly points: string
  readonly bar: Bar | null
  readonly level: string
  readonly notes: readonly (readonly Piece[])[]
  readonly counts: string
  readonly parts: readonly PartView[]
}

/** The criteria of a report in the rubric's order, and behind them what counts in none. */
export function cardsOf(report: Report, words: Words): readonly CardView[] {
  const told = new Map<CheckId, string>()
  const counting = new Set(report.criteria.flatMap(({ checks }) => checks))
  const extras = report.checks.filter(({ id }) => !counting.has(id))
  const kinds = ['bonus', 'gates', 'faults'] as const
  return [
    ...report.criteria.map((criterion) => criterionCard(report, criterion, told, words)),
    ...kinds.flatMap((kind) => {
      const checks = extras.filter((check) => kindOf(check) === kind)
      return checks.length === 0 ? [] : [extraCard(report, { kind, checks }, told, words)]
    }),
  ]
}

/** Of a score or a criterion; null where there is nothing to be full of. */
export function barOf({ points, max, provisional }: { points: number; max: number; provisional: number }): Bar | null {
  if (max === 0) return null
  const percent = (value: number): string => Math.min(100, Math.max(0, (100 * value) / max)).toFixed(1)
  return { firm: percent(points - provisional), provisional: percent(points) }
}

/** What is firm and what is not, where something is not. */
export function provisionalLine(
  { points, provisional }: { points: number; provisional: number },
  words: Words,
): string {
  if (provisional === 0) return ''
  const params = { firm: words.points(points - provisional), provisional: words.points(provisional) }
  return words.say('page.provisional', params)
}

function criterionCard(report: Report, criterion: ReportCriterion, told: Map<CheckId, string>, words: Words): CardView {
  const { id, title, points, max, level, pending } = criterion
  const counting = new Set(criterion.checks)
  const checks = report.checks.filter((check) => counting.has(check.id))
  return {
    id,
    title,
    points: max === 0 ? '' : words.say('page.points-of', { points: words.points(points), max: words.points(max) }),
    bar: barOf(criterion),
    level: levelOf(report, { pending, level, checks }, words),
    notes: notesOf(criterion, words),
    ...evidence(report, { id, title, checks }, told, words),
  }
}

/** A band says nothing of whoever has not begun. */
function levelOf(
  report: Report,
  { pending, level, checks }: Pick<ReportCriterion, 'pending' | 'level'> & { readonly checks: readonly ReportCheck[] },
  words: Words,
): string {
  if (pending) return words.say('report.pending')
  const untouched = untouchedIn(report)
  if (
    checks.length > 0 &&
    checks.every(({ deliverable, verdict }) => untouched.has(deliverable) && verdict !== 'passed')
  )
    return words.say('page.level-unstarted')
  return level === null ? '' : words.say(`level.${level}`)
}

function notesOf(criterion: ReportCriterion, words: Words): readonly (readonly Piece[])[] {
  const { pending, max, review } = criterion
  const [provisional, bounds] = [provisionalLine(criterion, words), boundLine(criterion, words.language, words.points)]
  return [
    ...(pending ? [plain(words.say('page.pending'))] : []),
    ...(!pending && max === 0 ? [plain(words.say('page.not-run'))] : []),
    ...bounds.map(prose),
    ...markLine(criterion, words.language).map(plain),
    ...(provisional === '' ? [] : [plain(provisional)]),
    ...(review ? [plain(words.say('page.review'))] : []),
  ]
}

type ExtraKind = 'bonus' | 'gates' | 'faults'

/** A fault of the grader's counts nowhere, bonus checks have points of their own, and gates have none. */
function kindOf({ verdict, weights }: ReportCheck): ExtraKind {
  if (verdict === 'faulted') return 'faults'
  return weights.length === 0 ? 'gates' : 'bonus'
}

function extraCard(
  report: Report,
  { kind, checks }: { readonly kind: ExtraKind; readonly checks: readonly ReportCheck[] },
  told: Map<CheckId, string>,
  words: Words,
): CardView {
  const { title: name, about } = extras[kind]
  const { points, max } = stake(checks, 'bonus')
  const title = words.say(name)
  return {
    id: kind,
    title,
    points: max === 0 ? '' : words.say('page.points-of', { points: words.points(points), max: words.points(max) }),
    bar: barOf({ points, max, provisional: 0 }),
    level: '',
    notes: about === null ? [] : [plain(words.say(about))],
    ...evidence(report, { id: kind, title, checks }, told, words),
  }
}

const extras = {
  bonus: { title: 'page.bonus-title', about: null },
  gates: { title: 'page.gates-title', about: 'page.gates-about' },
  faults: { title: 'page.faults-title', about: 'page.faults-about' },
} as const

interface Evidence {
  readonly id: string
  readonly title: string
  readonly checks: readonly ReportCheck[]
}

function evidence(
  report: Report,
  { id, title, checks }: Evidence,
  told: Map<CheckId, string>,
  words: Words,
): Pick<CardView, 'counts' | 'parts'> {
  const untouched = untouchedIn(report)
  const slugs = [...new Set(checks.map(({ deliverable }) => deliverable))]
  const parts = slugs.map((slug) => {
    const own = checks.filter(({ deliverable }) => deliverable === slug)
    return part(report, { id, title, checks: own }, { told, untouched: untouched.has(slug) }, words)
  })
  return { counts: counts(checks, untouched, words), parts }
}

function untouchedIn(report: Report): ReadonlySet<string> {
  return new Set(byDeliverable(report).flatMap((view) => (view.untouched ? [view.slug] : [])))
}

function part(
  report: Report,
  { id, title, checks }: Evidence,
  { told, untouched }: { readonly told: Map<CheckId, string>; readonly untouched: boolean },
  words: Words,
): PartView {
  const [passed, blocked, failing] = [
    checks.filter(({ verdict }) => verdict === 'passed'),
    checks.filter(({ verdict }) => verdict === 'blocked'),
    checks.filter(({ verdict }) => verdict !== 'passed' && verdict !== 'blocked'),
  ]
  const slug = checks[0]?.deliverable ?? ''
  const open = [...blocked, ...failing]
  const view = (check: ReportCheck): CheckView => {
    const { points, max } = stake([check], id)
    const shown = max === 0 ? '' : words.say('page.points-of', { points: words.points(points), max: words.points(max) })
    const made = checkView(check, { points: shown, told }, words)
    if (!told.has(check.id)) told.set(check.id, title)
    return made
  }
  const hidden = untouched && open.length > 0
  return {
    slug,
    unstarted: hidden ? words.say('page.unstarted', { count: open.length, points: atStake(open, id, words) }) : '',
    failing: hidden ? [] : failing.map(view),
    waiting: hidden ? [] : waiting(report, blocked, id, words),
    sources: hidden || failing[0] === undefined ? [] : sourcesOf(failing[0], words),
    passed: passed.map(view),
    passedLine: words.say('page.passed-list', { count: passed.length }),
  }
}

/** However many wait for one check, they are told in one line. */
function waiting(
  report: Report,
  blocked: readonly ReportCheck[],
  criterion: string,
  words: Words,
): PartView['waiting'] {
  const roots = [...new Set(blocked.map(({ blockedBy }) => blockedBy))]
  return roots.map((root) => {
    const group = blocked.filter(({ blockedBy }) => blockedBy === root)
    const cause = report.checks.find(({ id }) => id === root)
    const claim = cause?.claim ?? root ?? ''
    const points = atStake(group, criterion, words)
    const line = words.say('page.waiting', { count: group.length, root: claim.replace(/\.$/, ''), points })
    return {
      line: prose(line),
      href: cause ? `#${anchorOf(cause.id)}` : '',
      claims: group.map((check) => prose(check.claim)),
    }
  })
}

/** What checks could have earned in one criterion, as a sentence is told of it: `none` for nothing. */
function atStake(checks: readonly ReportCheck[], criterion: string, words: Words): string {
  const { max } = stake(checks, criterion)
  return max === 0 ? 'none' : words.points(max)
}

/** What checks earned in one criterion, and could have. */
function stake(checks: readonly ReportCheck[], criterion: string): { points: number; max: number } {
  const weights = checks.flatMap((check) => check.weights.filter((weight) => weight.criterion === criterion))
  return {
    points: weights.reduce((sum, { points }) => sum + points, 0),
    max: weights.reduce((sum, { max }) => sum + max, 0),
  }
}

function counts(checks: readonly ReportCheck[], untouched: ReadonlySet<string>, words: Words): string {
  const count = (wanted: (check: ReportCheck) => boolean): number => checks.filter(wanted).length
  const started = ({ deliverable }: ReportCheck): boolean => !untouched.has(deliverable)
  const found = [
    ['page.count-passed', count(({ verdict }) => verdict === 'passed')],
    [
      'page.count-failed',
      count((check) => started(check) && (check.verdict === 'failed' || check.verdict === 'crashed')),
    ],
    ['page.count-blocked', count((check) => started(check) && check.verdict === 'blocked')],
    ['page.count-faulted', count((check) => started(check) && check.verdict === 'faulted')],
    ['page.count-unstarted', count((check) => !started(check) && check.verdict !== 'passed')],
  ] as const
  return found.flatMap(([id, n]) => (n === 0 ? [] : [words.say(id, { count: n })])).join(' · ')
}

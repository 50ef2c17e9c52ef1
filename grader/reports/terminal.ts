import type { Colors } from 'picocolors/types.js'
import type { Report, ReportCheck, ReportFinding } from '../model/report.ts'
import type { Language, Slug } from '../model/verdict.ts'
import { say, sayAny, type MessageId } from '../messages/say.ts'
import { lines, oneLine } from './neutral.ts'
import { diagnosesOf } from './diagnoses.ts'
import { handoutPlace } from './handout.ts'
import {
  boundLines,
  byDeliverable,
  followThrough,
  markLines,
  measures,
  todoLines,
  type DeliverableView,
} from './view.ts'

export interface TerminalOptions {
  readonly language: Language
  readonly colors: Colors
  /** Every failing check, not only the next. */
  readonly all: boolean
  /** What the student's code printed, by deliverable. */
  readonly outputs: Readonly<Record<Slug, string>>
  /** What to add to a command so that it looks at the same submission. */
  readonly flags: string
}

/** The report of `check`: what is right, the one next thing to do, and what did not run. */
export function checkReport(report: Report, options: TerminalOptions): string {
  const { language, colors } = options
  const views = byDeliverable(report)
  const title = say(language, 'report.check-title', { name: oneLine(report.submission.name) })
  const seed = colors.dim(say(language, 'report.seed', { seed: report.run.seed }))
  return [
    `${colors.bold(title)} · ${seed}`,
    '',
    ...summary(views, options),
    ...(views.length === 1 || options.all ? views.flatMap((view) => ['', ...claims(view, report, options)]) : []),
    '',
    ...next(views, report, options),
    ...printed(views, options),
    '',
    ...footer(report, options),
    '',
  ].join('\n')
}

/** The report of `grade`: criteria and total, for the person who watches. */
export function gradeReport(
  report: Report,
  { language, colors }: Pick<TerminalOptions, 'language' | 'colors'>,
): string {
  const width = Math.max(...report.criteria.map(({ title }) => title.length))
  const rows = report.criteria.map((criterion) => {
    const title = criterion.title.padEnd(width)
    if (criterion.pending) return colors.dim(`  ${title}  ${say(language, 'report.pending')}`)
    // With `--deliverable`, what was not asked for.
    const points = (criterion.max === 0 ? '–' : `${fixed(criterion.points)} / ${fixed(criterion.max)}`).padStart(15)
    return `  ${title}  ${points}  ${criterion.level === null ? '' : say(language, `level.${criterion.level}`)}`
  })
  return [
    colors.bold(say(language, 'report.grade-title', { name: oneLine(report.submission.name) })),
    ...rows,
    ...boundLines(report, language).map((line) => colors.dim(`  ${line}`)),
    ...markLines(report, language).map((line) => `  ✎ ${oneLine(line)}`),
    ...todoLines(report, language).map((line) => colors.yellow(`  ☐ ${oneLine(line)}`)),
    `  ${colors.bold(total(report, language))}`,
    ...report.checks.flatMap(({ id, fault }) =>
      fault === null ? [] : [colors.yellow(`  ! ${id}: ${oneLine(fault)}`)],
    ),
    ...report.flags.map(({ messageId, params }) =>
      colors.yellow(`  ! ${oneLine(sayAny(language, messageId, params))}`),
    ),
    '',
  ].join('\n')
}

function summary(views: readonly DeliverableView[], { language, colors }: TerminalOptions): string[] {
  const width = Math.max(...views.map(({ slug }) => slug.length))
  return views.map((view) => {
    const share = view.total === 0 ? 0 : view.passed.length / view.total
    const bar = '█'.repeat(Math.floor(10 * share)).padEnd(10, '░')
    const count = say(language, 'report.passed-of', { passed: view.passed.length, total: view.total })
    const paint = share === 1 ? colors.green : view.untouched ? colors.dim : colors.yellow
    const note =
      share === 1 ? say(language, 'report.complete') : view.untouched ? say(language, 'report.not-started') : ''
    return `  ${view.slug.padEnd(width)}  ${paint(bar)}  ${count}${note === '' ? '' : colors.dim(`  ${note}`)}`
  })
}

/** One line a check: the promise, and whether it is kept. */
function claims(view: DeliverableView, report: Report, { language, colors }: TerminalOptions): string[] {
  return report.checks
    .filter(({ deliverable }) => deliverable === view.slug)
    .map((check) => {
      const { claim, verdict, bonus } = check
      const measured = colors.dim(
        [...followThrough(check, language), ...measures(check, language)].map((line) => `\n      ${line}`).join(''),
      )
      if (verdict === 'passed') return `  ${colors.green('✓')} ${claim}${measured}`
      if (verdict === 'blocked') return colors.dim(`  · ${claim}`)
      if (check.finding?.kind === 'not-implemented' || bonus) return colors.dim(`  ○ ${claim}`)
      if (verdict === 'faulted') return colors.yellow(`  ! ${claim} (${say(language, 'verdict.faulted')})`)
      return `  ${colors.red('✗')} ${claim}${measured}`
    })
}

function next(views: readonly DeliverableView[], report: Report, options: TerminalOptions): string[] {
  const { language, colors, all, flags } = options
  const failing = views.flatMap((view) => view.failing)
  const [first] = failing
  if (!first) return done(views, options)
  const shown = all ? failing : [first]
  const heading = colors.bold(say(language, all ? 'report.failing' : 'report.next'))
  const slugs = [...new Set(failing.map(({ deliverable }) => deliverable))].join(' ')
  const rest = failing.length - shown.length
  const more =
    rest === 0
      ? []
      : ['', colors.dim(`  ${say(language, 'report.more-failing', { count: rest, command: `${slugs}${flags}` })}`)]
  const about = [...new Set(shown.map(({ deliverable }) => deliverable))]
  const diagnosed = about.flatMap((slug) => diagnosis(slug, report, options))
  return [heading, ...shown.flatMap((check) => detail(check, report, options)), ...diagnosed, ...more]
}

/** What seems to have happened in a deliverable: one mistake at a time, as with what fails. */
function diagnosis(slug: Slug, report: Report, { language, colors, all }: TerminalOptions): string[] {
  const found = diagnosesOf(report, slug, language)
  return found
    .slice(0, all ? found.length : 1)
    .flatMap(({ sentences, place }) => [
      '',
      `  ${colors.bold(`${say(language, 'diagnosis.title')}:`)}`,
      ...sentences.map((sentence) => `    ${oneLine(sentence)}`),
      `    ${colors.dim(`${say(language, 'report.handout')}:`)} ${place}`,
    ])
}

function done(views: readonly DeliverableView[], { language, colors }: TerminalOptions): string[] {
  const bonus = views.flatMap(({ bonusLeft }) => bonusLeft.map(({ id }) => id))
  return [
    colors.green(colors.bold(`✓ ${say(language, 'report.all-passed')}`)),
    `  ${say(language, 'report.next-all-passed')}`,
    ...(bonus.length === 0 ? [] : [colors.dim(`  ${say(language, 'report.next-bonus', { names: bonus.join(', ') })}`)]),
  ]
}

/** Everything that helps with one failing check. */
function detail(check: ReportCheck, report: Report, options: TerminalOptions): string[] {
  const { language, colors } = options
  const { finding } = check
  const waiting = report.checks.filter(({ blockedBy }) => blockedBy === check.id).length
  const todo = finding?.kind === 'not-implemented'
  return [
    '',
    `  ${todo ? colors.yellow('○') : colors.red('✗')} ${colors.bold(check.claim)}`,
    ...(finding
      ? facts(check, finding, options).map((line) => `    ${line}`)
      : [`    ${say(language, 'verdict.faulted')}${check.fault === null ? '' : `: ${oneLine(check.fault)}`}`]),
    ...measures(check, language).map((line) => `    ${line}`),
    ...(waiting === 0 ? [] : [colors.dim(`    ${say(language, 'report.waiting', { count: waiting })}`)]),
  ]
}

function facts(check: ReportCheck, finding: ReportFinding, { language, colors }: TerminalOptions): string[] {
  const fact = (label: MessageId, value: string): string =>
    `${colors.dim(`${say(language, label)}:`)} ${oneLine(value)}`
  const task = finding.params['task']
  return [
    oneLine(sayAny(language, finding.messageId, finding.params)),
    ...(finding.kind === 'law' && finding.expected !== undefined && finding.received !== undefined
      ? [
          oneLine(
            sayAny(language, finding.at === undefined ? 'expect.value-only' : 'expect.value', {
              at: finding.at ?? '',
              expected: finding.expected,
              received: finding.received,
            }),
          ),
        ]
      : []),
    ...(finding.maxAbs === undefined || finding.kind === 'law'
      ? []
      : [fact('report.error', errors(finding, language))]),
    ...(finding.counterexample === undefined ? [] : [fact('report.case', finding.counterexample)]),
    ...(finding.location === undefined ? [] : [fact('report.place', finding.location)]),
    fact('report.handout', handoutPlace(check.deliverable, typeof task === 'string' ? task : '', language)),
    ...(finding.replay === undefined ? [] : [fact('report.again', finding.replay)]),
  ]
}

function errors({ maxAbs, maxRel }: ReportFinding, language: Language): string {
  const relative = maxRel === undefined ? '' : ` (${say(language, 'report.relative', { value: String(maxRel) })})`
  return `${String(maxAbs)}${relative}`
}

/** What the student's code printed, where something fails: that is when one prints. */
function printed(views: readonly DeliverableView[], { language, colors, outputs }: TerminalOptions): string[] {
  return views
    .filter(({ slug, failing }) => failing.length > 0 && (outputs[slug] ?? '') !== '')
    .flatMap(({ slug }) => {
      const all = lines(outputs[slug] ?? '', Infinity)
      const rest = all.length - printedLines
      const more = rest > 0 ? [colors.dim(`    ${say(language, 'report.printed-more', { count: rest })}`)] : []
      const heading = `  ${say(language, 'report.printed')} (${slug}):`
      return ['', heading, ...all.slice(0, printedLines).map((line) => colors.dim(`    | ${line}`)), ...more]
    })
}

const printedLines = 10

function footer({ score, criteria, run }: Report, { language, colors }: TerminalOptions): string[] {
  // Without the bonus, which would fill what is lost beside it.
  const earned = criteria.reduce((sum, criterion) => sum + criterion.points, 0)
  const points = say(language, 'report.public-points', { points: fixed(earned), max: fixed(score.max) })
  const hidden = say(language, 'report.hidden', { checks: score.hidden.checks, points: fixed(score.hidden.points) })
  return [
    points,
    ...(score.hidden.checks === 0 ? [] : [colors.dim(hidden)]),
    ...(run.quick ? [colors.yellow(say(language, 'report.quick'))] : []),
  ]
}

function total({ score }: Report, language: Language): string {
  const bonus = score.bonus === 0 ? '' : ` · ${say(language, 'report.bonus-points', { points: fixed(score.bonus) })}`
  const level = say(language, `level.${score.level}`)
  const [firm, provisional] = [fixed(score.points - score.provisional), fixed(score.provisional)]
  const open = score.provisional === 0 ? '' : ` · ${say(language, 'report.firm', { firm, provisional })}`
  return say(language, 'report.total', { points: fixed(score.points), max: fixed(score.max), level }) + bonus + open
}

function fixed(points: number): string {
  return points.toFixed(2)
}

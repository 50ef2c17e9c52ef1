import Handlebars from 'handlebars'
import type { Report } from '../model/report.ts'
import type { Language } from '../model/verdict.ts'
import type { MessageId } from '../messages/say.ts'
import { chartViews } from './html/charts.ts'
import { barOf, cardsOf, provisionalLine } from './html/criteria.ts'
import { diagnosisViews, nextView } from './html/next.ts'
import { partials } from './html/partials.ts'
import { profileView } from './html/profile.ts'
import { policy, style } from './html/style.ts'
import { template } from './html/template.ts'
import { wordsOf, type Words } from './html/words.ts'
import { oneLine } from './neutral.ts'

/**
 * A report as one page that needs nothing else and runs nothing. Of what a student wrote, nothing is markup. A report
 * without a seed is a student's copy, and says nothing that is for the instructor alone.
 */
export function htmlReport(report: Report, language: Language): string {
  const { words, render } = printers[language] ?? (printers[language] = printerOf(language))
  return render(view(report, words))
}

/** What does not change from page to page: a class has hundreds. */
interface Printer {
  readonly words: Words
  readonly render: (view: object) => string
}

const printers: Partial<Record<Language, Printer>> = {}

function printerOf(language: Language): Printer {
  const words = wordsOf(language)
  const engine = Handlebars.create()
  engine.registerHelper('t', (id: MessageId) => words.say(id))
  for (const [name, partial] of Object.entries(partials)) engine.registerPartial(name, partial)
  return { words, render: engine.compile<object>(template, { strict: true }) }
}

function view(report: Report, words: Words): object {
  const { submission, run, flags } = report
  const name = oneLine(submission.name)
  const { submittedAt } = submission
  const slugs = [...new Set(report.diagnoses.map(({ deliverable }) => deliverable))]
  return {
    language: words.language,
    policy: new Handlebars.SafeString(policy),
    style: new Handlebars.SafeString(style),
    title: words.say('page.title', { name }),
    name,
    submitted: submittedAt === null ? '' : words.say('report.submitted-at', { when: moment(submittedAt) }),
    isInstructors: run.seed !== 0,
    score: scoreView(report, words),
    next: nextView(report, words),
    cards: cardsOf(report, words),
    profile: profileView(report, words),
    diagnoses: slugs.flatMap((slug) => diagnosisViews(report, slug, words)),
    modelsAbout: words.tell('page.models-about'),
    charts: chartViews(report, words),
    flags: flags.map(({ messageId, params }) => words.tell(messageId, params)),
    about: aboutView(report, words),
  }
}

function scoreView({ score, run }: Report, words: Words): object {
  const { points, max, level, bonus, late, hidden } = score
  const provisional = provisionalLine(score, words)
  const [earned, possible] = [words.points(bonus), words.points(max)]
  return {
    points: words.points(points),
    max: words.say('page.of-points', { max: possible }),
    level: words.say(`level.${level}`),
    bar: barOf(score),
    notes: [
      ...(provisional === '' ? [] : [`${provisional}. ${words.say('page.provisional-about')}`]),
      ...(bonus === 0 ? [] : [words.say('page.bonus', { points: earned, max: possible })]),
      ...(late.factor === 1 ? [] : [words.say('page.late', { days: late.days, factor: words.figure(late.factor) })]),
      ...(run.mode === 'full'
        ? []
        : [words.say('report.public-run', { checks: hidden.checks, points: words.points(hidden.points) })]),
    ],
  }
}

function aboutView({ run, submission }: Report, words: Words): object {
  const { seed, isolation } = run
  const open = (run.reached ?? []).map((reach) => words.say(`reach.${reach}`)).join(', ')
  const facts: readonly (readonly [string, string])[] = [
    [words.say('page.grader'), run.graderVersion],
    [words.say('page.graded-at'), moment(run.startedAt)],
    ...(seed === 0 ? [] : [[words.say('page.seed'), String(seed)] as const]),
    [words.say('page.isolation'), isolation],
    [words.say('page.backend'), run.backend],
    ['Node', run.node],
    [words.say('page.hash'), submission.hash.slice(0, 19)],
  ]
  return {
    facts: facts.map(([label, value]) => ({ label, value: oneLine(value) })),
    notes: [
      ...(open === '' ? [] : [words.say('report.about-open', { isolation, open })]),
      ...(isolation === 'L0' ? [words.say('report.about-l0')] : []),
    ],
  }
}

/** A time of ours to the minute; anything else as it is. */
function moment(time: string): string {
  const [, day = '', minute = ''] = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)[\d:.]*Z$/.exec(time) ?? []
  return day === '' ? oneLine(time) : `${day} ${minute} UTC`
}

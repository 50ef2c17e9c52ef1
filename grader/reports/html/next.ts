import type { Report, ReportCheck } from '../../model/report.ts'
import { diagnosesOf } from '../diagnoses.ts'
import { byDeliverable, type DeliverableView } from '../view.ts'
import { anchorOf, findingView, sourcesOf, type FindingView } from './checks.ts'
import { prose, type Piece, type Words } from './words.ts'

/** What seems to have happened in a deliverable. */
export interface DiagnosisView {
  readonly slug: string
  readonly ids: string
  readonly sentences: readonly (readonly Piece[])[]
  readonly place: string
}

/** The one thing to do next, or the sentence that says that there is none. */
export interface NextView extends FindingView {
  readonly done: readonly Piece[]
  readonly slug: string
  readonly claim: readonly Piece[]
  readonly stakes: readonly string[]
  readonly diagnosis: DiagnosisView | null
  /** Where its evidence is; '' where a deliverable that was not begun shows none. */
  readonly href: string
  readonly more: string
}

/** The first check in course order that the student can do something about; a public one, which shows its numbers. */
export function nextView(report: Report, words: Words): NextView {
  const views = byDeliverable(report).map((view) => ({ view, failing: view.failing.filter(isTheirs) }))
  const found = views.find(({ failing }) => failing.length > 0)
  const check = found?.failing.find(({ visibility }) => visibility === 'public') ?? found?.failing[0]
  if (!found || !check) return nothing(report, words)
  const told = findingView(check, words)
  const rest = views.flatMap(({ failing }) => failing).length - 1
  return {
    done: [],
    slug: check.deliverable,
    claim: prose(check.claim),
    message: told.message,
    facts: [...told.facts, ...sourcesOf(check, words)],
    stakes: stakes(check, report, words),
    diagnosis: diagnosisViews(report, check.deliverable, words)[0] ?? null,
    href: isShown(check, found.view) ? `#${anchorOf(check.id)}` : '',
    more: rest === 0 ? '' : words.say('page.more', { count: rest }),
  }
}

/** The diagnoses of a deliverable, the first made first. Their words and numbers are the grader's own. */
export function diagnosisViews(report: Report, slug: string, words: Words): readonly DiagnosisView[] {
  return diagnosesOf(report, slug, words.language).map(({ ids, sentences, place }) => ({
    slug,
    ids: ids.join(', '),
    sentences: sentences.map(prose),
    place,
  }))
}

function nothing(report: Report, words: Words): NextView {
  const ours = report.checks.some(({ verdict, bonus }) => verdict === 'faulted' && !bonus)
  const done = prose(words.say(ours ? 'page.next-ours' : 'page.next-done'))
  const bonus = byDeliverable(report).flatMap(({ bonusLeft }) => bonusLeft.map(({ id }) => id))
  const more = bonus.length === 0 ? '' : words.say('report.next-bonus', { names: bonus.join(', ') })
  return { done, slug: '', claim: [], stakes: [], diagnosis: null, href: '', more, message: [], facts: [] }
}

function stakes(check: ReportCheck, { checks }: Report, words: Words): readonly string[] {
  const waiting = checks.filter(({ blockedBy, bonus }) => blockedBy === check.id && !bonus)
  const points = waiting.reduce((sum, { max }) => sum + max, 0)
  return [
    ...(check.max === 0 ? [] : [words.say('page.worth', { points: words.points(check.max) })]),
    ...(waiting.length === 0
      ? []
      : [words.say('page.unlocks', { count: waiting.length, points: words.points(points) })]),
  ]
}

/** What a student can mend. */
function isTheirs({ verdict }: ReportCheck): boolean {
  return verdict !== 'faulted'
}

function isShown({ bonus }: ReportCheck, { untouched }: DeliverableView): boolean {
  return !untouched && !bonus
}

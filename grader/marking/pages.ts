import Handlebars from 'handlebars'
import { say, sayAny, type MessageId } from '../messages/say.ts'
import type { Language } from '../model/verdict.ts'
import { oneLine } from '../reports/neutral.ts'
import { lowest, highest } from '../scoring/bounds.ts'
import { toHundredths, toPoints } from '../scoring/points.ts'
import { markable, markOf, needsReview, nextOpen, orderOf, progressOf, type Desk, type Place } from './desk.ts'
import { pointsText } from './save.ts'
import { overviewTemplate, placeTemplate } from './template.ts'
import type { WorkView } from './work-view.ts'

/** A page that lists the criteria. `base` is what every address of the page begins with, the token in it. */
export function overviewPage(desk: Desk, base: string): string {
  const { language, reports, works, again, store } = desk
  const missing = [...reports].filter(([id]) => !works.has(id)).map(([, { submission }]) => oneLine(submission.name))
  return render(overviewTemplate, language, {
    base,
    title: say(language, 'mark.title'),
    missing:
      missing.length === 0
        ? ''
        : say(language, 'mark.missing', { count: missing.length, names: missing.join(', '), command: again }),
    folder: store.folder,
    criteria: reviewedFirst(desk).map(({ id, title }) => ({
      title: title[language],
      href: placeUrl(base, id, nextOpen(desk, id) ?? orderOf(desk, id)[0] ?? ''),
      why: say(language, needsReview(desk, id) ? 'mark.why-review' : 'mark.why-firm'),
      ...progressView(desk, id),
    })),
  })
}

/** The page of one criterion of one submission. */
export function placePage(
  desk: Desk,
  place: Place,
  work: WorkView,
  { base, by }: { base: string; by: string },
): string {
  const { language, store } = desk
  const { report, criterion, asked } = place
  const { id, name } = report.submission
  const order = orderOf(desk, criterion.id)
  const at = order.indexOf(id)
  const neighbour = (step: number): string =>
    placeUrl(base, criterion.id, order[(at + step + order.length) % order.length] ?? id)
  const title = asked.title[language]
  return render(placeTemplate, language, {
    base,
    title: `${oneLine(name)} · ${title}`,
    criterion: title,
    name: oneLine(name),
    place: `${encodeURIComponent(criterion.id)}/${encodeURIComponent(id)}`,
    previous: neighbour(-1),
    next: neighbour(1),
    now: say(language, 'mark.now', {
      points: criterion.points.toFixed(2),
      max: criterion.max.toFixed(2),
      level: criterion.level === null ? '–' : say(language, `level.${criterion.level}`),
      provisional: criterion.provisional === 0 ? 'none' : criterion.provisional.toFixed(2),
    }),
    pointsLabel: say(language, 'mark.points', { max: criterion.max.toFixed(2) }),
    bands: bandsOf(desk, place),
    etag: store.etag(id, criterion.id),
    by,
    keys: keysOf(language),
    ...typedView(desk, place),
    ...checksView(place, language),
    ...progressView(desk, criterion.id),
    ...work,
  })
}

/** What waits for somebody comes before what may be changed. */
function reviewedFirst(desk: Desk): ReturnType<typeof markable> {
  return markable(desk).toSorted((a, b) => Number(needsReview(desk, b.id)) - Number(needsReview(desk, a.id)))
}

export function placeUrl(base: string, criterion: string, id: string): string {
  return `${base}/mark/${encodeURIComponent(criterion)}/${encodeURIComponent(id)}`
}

function render(template: string, language: Language, view: object): string {
  const engine = Handlebars.create()
  engine.registerHelper('t', (id: MessageId) => say(language, id))
  return engine.compile(template, { strict: true })({ language, ...view })
}

function progressView(desk: Desk, criterion: string): { marked: number; total: number; progress: string } {
  const { marked, stale, total } = progressOf(desk, criterion)
  return { marked, total, progress: say(desk.language, 'mark.progress', { marked, stale, total }) }
}

/** What stands in the fields: what was typed last and not saved, else the mark that stands. */
function typedView(desk: Desk, place: Place): object {
  const { language, store } = desk
  const [id, criterion] = [place.report.submission.id, place.criterion.id]
  const [mark, draft] = [markOf(desk, place), store.draft(id, criterion)]
  const history = store.marks(id).filter((each) => each.criterion === criterion)
  return {
    points: draft?.points ?? (mark === undefined ? '' : mark.points.toFixed(2)),
    reason: draft?.reason ?? mark?.reason ?? '',
    withdrawable: mark !== undefined,
    status:
      mark === undefined || mark.stale
        ? ''
        : say(language, 'mark.stands', { points: mark.points.toFixed(2), date: mark.date }),
    notices: [
      ...(mark?.stale === true ? [say(language, 'mark.stale')] : []),
      ...(draft === undefined ? [] : [say(language, 'mark.draft')]),
    ],
    history: history
      .slice(0, mark === undefined ? history.length : -1)
      .map(({ date, by = 'none', points, reason }) =>
        say(language, 'mark.entry', { date, by, points: pointsText(points, language), reason }),
      ),
  }
}

/** A band fills in the most that it can be, as a cap at it would. */
function bandsOf({ rubric, language }: Desk, { criterion, asked }: Place): object[] {
  const max = toHundredths(criterion.max)
  const shown = (hundredths: number): string => toPoints(hundredths).toFixed(2)
  return rubric.bands.map(({ level }, k) => {
    const [from, to] = [shown(lowest(rubric, level, max)), shown(highest(rubric, level, max))]
    return {
      key: String(k + 1),
      points: to,
      level: say(language, `level.${level}`),
      range: say(language, 'mark.range', { from, to }),
      descriptor: asked.descriptors[level][language],
    }
  })
}

function checksView({ report, criterion, asked }: Place, language: Language): object {
  const bound = criterion.cappedBy ?? criterion.flooredBy
  const own = report.checks.filter(({ id }) => criterion.checks.includes(id))
  const worth = (weights: (typeof own)[number]['weights']): string => {
    const { points = 0, max = 0 } = weights.find((weight) => weight.criterion === asked.id) ?? {}
    return `${points.toFixed(2)} / ${max.toFixed(2)}`
  }
  return {
    bounds: bound ? [bound.why[language]] : [],
    flags: report.flags.map(({ messageId, params }) => oneLine(sayAny(language, messageId, params))),
    checks: own.map(({ claim, verdict, weights, finding, id }) => ({
      verdict,
      sign: signs[verdict],
      claim: oneLine(claim),
      told: `${say(language, `verdict.${verdict}`)} · ${worth(weights)} · ${id}`,
      finding: finding ? oneLine(sayAny(language, finding.messageId, finding.params)) : '',
    })),
  }
}

const signs = { passed: '✓', failed: '✗', crashed: '✗', blocked: '·', faulted: '!' } as const

function keysOf(language: Language): object[] {
  const keys: readonly [key: string, does: MessageId][] = [
    ['1 2 3 4', 'mark.key-bands'],
    ['p', 'mark.key-points'],
    ['m', 'mark.key-reason'],
    ['Esc', 'mark.key-leave'],
    ['Ctrl ⏎', 'mark.key-save-next'],
    ['s', 'mark.key-save'],
    ['j', 'mark.key-next'],
    ['k', 'mark.key-previous'],
    ['?', 'mark.key-help'],
  ]
  return keys.map(([key, does]) => ({ key, does: say(language, does) }))
}

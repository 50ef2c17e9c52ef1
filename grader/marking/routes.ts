import type { IncomingMessage } from 'node:http'
import { say } from '../messages/say.ts'
import type { Slug } from '../model/verdict.ts'
import { fieldsOf } from './body.ts'
import { nextOpen, orderOf, placeOf, type Desk, type Place } from './desk.ts'
import { html, json, pictureHeaders, text, type Answer } from './guard.ts'
import type { MarkdownRenderer } from './markdown.ts'
import { overviewPage, placePage, placeUrl } from './pages.ts'
import { saveMark, textOf } from './save.ts'
import { viewOf } from './work-view.ts'

export interface Site {
  readonly desk: Desk
  /** What every address begins with. */
  readonly base: string
  /** The deliverables that are code. */
  readonly slugs: readonly Slug[]
  readonly renderer: MarkdownRenderer
  readonly assets: ReadonlyMap<string, Answer>
  /** Whoever signed last, so that a name is typed once. */
  by: string
}

/** Answers a request that was let in. `names` is its path behind the token. */
export async function route(site: Site, request: IncomingMessage, names: readonly string[]): Promise<Answer> {
  const [first = '', ...rest] = names
  const reads = request.method === 'GET' || request.method === 'HEAD'
  const place = rest.length === 2 ? placeOf(site.desk, rest[0] ?? '', rest[1] ?? '') : undefined
  switch (first) {
    case '':
      if (rest.length > 0) return notFound(site)
      return reads ? { status: 200, type: html, body: overviewPage(site.desk, site.base) } : notAllowed('GET, HEAD')
    case 'mark':
      if (reads && rest.length === 2 && rest[1] === '') return begin(site, rest[0] ?? '')
      if (!place) return notFound(site)
      if (reads) return show(site, place)
      return request.method === 'POST' ? save(site, place, request) : notAllowed('GET, HEAD, POST')
    case 'draft':
      if (!place) return notFound(site)
      return request.method === 'POST' ? keep(site, place, request) : notAllowed('POST')
    case 'file':
      return reads ? picture(site, rest) : notAllowed('GET, HEAD')
    case 'asset':
      return reads ? (site.assets.get(rest.join('/')) ?? notFound(site)) : notAllowed('GET, HEAD')
    default:
      return notFound(site)
  }
}

/** A criterion alone leads to the first submission in it that is to be marked. */
function begin(site: Site, criterion: string): Answer {
  const { desk, base } = site
  const id = nextOpen(desk, criterion) ?? orderOf(desk, criterion)[0]
  if (id === undefined) return notFound(site)
  return { status: 303, type: text, body: '', headers: { location: placeUrl(base, criterion, id) } }
}

async function show({ desk, renderer, slugs, base, by }: Site, place: Place): Promise<Answer> {
  const work = await viewOf(desk, place, { renderer, slugs, base })
  return { status: 200, type: html, body: placePage(desk, place, work, { base, by }) }
}

async function save(site: Site, place: Place, request: IncomingMessage): Promise<Answer> {
  const { desk, base } = site
  const fields = await fieldsOf(request)
  const { status, message, field } = saveMark(desk.store, place, fields, desk.language)
  const [criterion, id] = [place.criterion.id, place.report.submission.id]
  if (status === 200) site.by = textOf(fields['by']).slice(0, 100)
  else desk.store.keepDraft(id, criterion, draftOf(fields))
  const open = nextOpen(desk, criterion, id)
  const next = open === undefined ? `${base}/` : placeUrl(base, criterion, open)
  return { status, type: json, body: JSON.stringify({ saved: status === 200, next, message, field }) }
}

async function keep({ desk }: Site, { report, criterion }: Place, request: IncomingMessage): Promise<Answer> {
  desk.store.keepDraft(report.submission.id, criterion.id, draftOf(await fieldsOf(request)))
  return { status: 200, type: json, body: '{}' }
}

function draftOf(fields: Readonly<Record<string, unknown>>): { points: string; reason: string } {
  return { points: textOf(fields['points']).slice(0, 20), reason: textOf(fields['reason']).slice(0, 4000) }
}

async function picture(site: Site, [id = '', ...names]: readonly string[]): Promise<Answer> {
  const figure = await site.desk.works.get(id)?.figure(names.join('/'))
  if (!figure) return notFound(site)
  return { status: 200, type: figure.type, body: figure.bytes, headers: pictureHeaders }
}

function notFound({ desk }: Site): Answer {
  return { status: 404, type: text, body: say(desk.language, 'mark.not-found') }
}

function notAllowed(allow: string): Answer {
  return { status: 405, type: text, body: allow, headers: { allow } }
}

import { evidenceOf } from '../grading/marks.ts'
import { say } from '../messages/say.ts'
import type { Language } from '../model/verdict.ts'
import type { Place } from './desk.ts'
import { NewerMark, type MarkStore } from './store.ts'

/** What a browser is told of what it sent. */
export interface Outcome {
  readonly status: 200 | 409 | 422
  /** Empty when it is saved. */
  readonly message: string
  /** The field that is wrong, if one is. */
  readonly field: '' | 'points' | 'reason'
}

/** Checks what was typed and, where it is right, saves it as the last mark of its place. */
export function saveMark(
  store: MarkStore,
  { report, criterion }: Place,
  fields: Readonly<Record<string, unknown>>,
  language: Language,
): Outcome {
  const wrong = (field: Outcome['field'], message: string): Outcome => ({ status: 422, field, message })
  const points = fields['points'] === null ? null : pointsOf(fields['points'])
  const max = criterion.max.toFixed(2)
  if (points !== null && !(points <= criterion.max))
    return wrong('points', say(language, 'mark.bad-points', { max, received: textOf(fields['points']) }))
  const reason = textOf(fields['reason']).trim()
  if (reason === '') return wrong('reason', say(language, 'mark.no-reason'))
  if (reason.length > 4000) return wrong('reason', say(language, 'mark.long-reason', { length: reason.length }))
  const by = textOf(fields['by']).trim().slice(0, 100)
  const mark = {
    criterion: criterion.id,
    points,
    reason,
    date: today(),
    ...(by === '' ? {} : { by }),
    of: evidenceOf(report, criterion),
  }
  try {
    store.add(report.submission.id, mark, textOf(fields['etag']))
    return { status: 200, message: '', field: '' }
  } catch (error) {
    if (!(error instanceof NewerMark)) throw error
    const newer = { points: pointsText(error.mark.points, language), date: error.mark.date, reason: error.mark.reason }
    return { status: 409, message: say(language, 'mark.newer', newer), field: '' }
  }
}

/** Two decimals; a mark that was taken back has none. */
export function pointsText(points: number | null, language: Language): string {
  return points === null ? say(language, 'mark.taken-back') : points.toFixed(2)
}

/** With a comma or a point; NaN for anything else. */
function pointsOf(typed: unknown): number {
  const text = textOf(typed).trim().replace(',', '.')
  return /^\d{1,3}(\.\d{1,2})?$/.test(text) ? Number(text) : NaN
}

export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

/** The day where the machine is. */
function today(): string {
  const now = new Date()
  const two = (part: number): string => String(part).padStart(2, '0')
  return `${String(now.getFullYear())}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}

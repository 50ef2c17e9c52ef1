import { say, sayAny, type MessageId } from '../../messages/say.ts'
import type { MessageParams } from '../../model/finding.ts'
import type { Language } from '../../model/verdict.ts'
import { oneLine } from '../neutral.ts'

/** A stretch of a sentence, and whether it is code. The template escapes both. */
export interface Piece {
  readonly text: string
  readonly code: boolean
}

/** How a page speaks: sentences in its language, and numbers as the language writes them. */
export interface Words {
  readonly language: Language
  readonly say: (id: MessageId, params?: MessageParams) => string
  /** A sentence of the catalogue whose params may be a student's: only its own `code` is code. */
  readonly tell: (id: string, params?: MessageParams) => readonly Piece[]
  /** Points, with a decimal or two. */
  readonly points: (points: number) => string
  readonly percent: (share: number) => string
  /** A number of a curve, with as many digits as it is kept with. */
  readonly figure: (value: number) => string
}

export function wordsOf(language: Language): Words {
  const points = new Intl.NumberFormat(language, { minimumFractionDigits: 1, maximumFractionDigits: 2 })
  const percent = new Intl.NumberFormat(language, { style: 'percent' })
  const figure = new Intl.NumberFormat(language, { maximumSignificantDigits: 4 })
  const large = new Intl.NumberFormat(language, { notation: 'scientific', maximumSignificantDigits: 3 })
  return {
    language,
    say: (id, params) => say(language, id, params),
    tell: (id, params = {}) => pieces(oneLine(sayAny(language, id, shielded(params)))),
    points: (value) => points.format(value),
    percent: (share) => percent.format(share),
    figure: (value) => (isOrdinary(value) ? figure : large).format(value),
  }
}

/** Text of the grader's own, such as a claim: what stands between backticks is code. */
export function prose(text: string): readonly Piece[] {
  return pieces(oneLine(text))
}

/** Text of which nothing is code. */
export function plain(text: string): readonly Piece[] {
  return [{ text: oneLine(text), code: false }]
}

function pieces(text: string): readonly Piece[] {
  const parts = text.split('`')
  // A backtick without its other half is a backtick.
  const whole = parts.length % 2 === 1 ? parts : [...parts.slice(0, -2), parts.slice(-2).join('`')]
  return whole
    .map((part, k) => ({ text: part.replaceAll(shield, '`'), code: k % 2 === 1 }))
    .filter((piece) => piece.text !== '')
}

/** A backtick of a student's must not begin or end what the sentence around it shows as code. */
function shielded(params: MessageParams): MessageParams {
  return Object.fromEntries(
    Object.entries(params).map(([key, value]) => [
      key,
      typeof value === 'string' ? oneLine(value).replaceAll('`', shield) : value,
    ]),
  )
}

/** For private use: in no text that anybody can read. */
const shield = '\ue000'

function isOrdinary(value: number): boolean {
  const size = Math.abs(value)
  return size === 0 || (size >= 1e-4 && size < 1e6)
}

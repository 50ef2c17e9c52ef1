import type { MessageParams } from '../../model/finding.ts'
import type { Drawn, DrawnChoice, DrawnNumber } from './draw.ts'
import type { Written } from './file.ts'
import { readNumber } from './numbers.ts'

/** What somebody answered to a question; `odd` when it is no answer to such a question, with what to say of it. */
export type Answer =
  | { readonly kind: 'blank' }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'letter'; readonly letter: string }
  | { readonly kind: 'odd'; readonly messageId: string; readonly params: MessageParams }

/** Reads what was written behind a question, generously; nothing is said of right and wrong. */
export function answerOf(question: Drawn, written: Written | undefined): Answer {
  const { value = null } = written ?? {}
  if (value === null || (typeof value === 'string' && value.trim() === '')) return { kind: 'blank' }
  if (typeof value !== 'string' && typeof value !== 'number')
    return odd(question, 'answers.not-an-answer', { received: shortened(JSON.stringify(value)) })
  const text = typeof value === 'number' ? (written?.raw ?? String(value)) : value
  return question.kind === 'choice' ? choiceOf(question, text) : numberOf(question, value, text)
}

function numberOf(question: DrawnNumber, value: string | number, text: string): Answer {
  const { whole } = question
  const reading = typeof value === 'number' ? { kind: 'number' as const, value } : readNumber(value, whole)
  if (reading.kind === 'ambiguous') {
    const { decimal, thousands } = reading
    return odd(question, 'answers.ambiguous', { received: shortened(text), decimal, thousands })
  }
  if (reading.kind === 'not-a-number' || !Number.isFinite(reading.value))
    return odd(question, 'answers.not-a-number', { received: shortened(text) })
  if (whole && !Number.isSafeInteger(reading.value)) {
    // 142.592, not as text: JSON's point parts decimals, and somebody meant thousands.
    const meant = /^-?\d{1,3}\.\d{3}$/.test(text) ? text.replace('.', '') : 'none'
    return odd(question, 'answers.not-whole', { received: shortened(text), meant })
  }
  return { kind: 'number', value: reading.value }
}

function choiceOf(question: DrawnChoice, text: string): Answer {
  const letters = question.options.map(({ letter }) => letter)
  const letter = /^\(?([a-z])[).]?$/i.exec(text.trim())?.[1]?.toLowerCase()
  if (letter !== undefined && letters.includes(letter)) return { kind: 'letter', letter }
  return odd(question, 'answers.not-a-letter', { received: shortened(text), letters: letters.join(', ') })
}

function odd({ id }: Drawn, messageId: string, params: MessageParams): Answer {
  return { kind: 'odd', messageId, params: { task: id, ...params } }
}

function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text
}

import type { NumberLocale } from 'vega'
import type { MessageParams } from '../model/finding.ts'
import type { Language } from '../model/verdict.ts'
import { say, type MessageId } from '../messages/say.ts'

/** How a chart speaks: titles from the catalogue and numbers as the language writes them. */
export interface Words {
  readonly language: Language
  readonly say: (id: MessageId, params?: MessageParams) => string
  /** A number with so many digits that count, or with all of a whole number's. */
  readonly number: (value: number, digits?: number) => string
}

export function wordsOf(language: Language): Words {
  return {
    language,
    say: (id, params) => say(language, id, params),
    number: (value, digits) => {
      const form = digits === undefined ? { maximumFractionDigits: 0 } : { maximumSignificantDigits: digits }
      return new Intl.NumberFormat(language, form).format(value)
    },
  }
}

/** How d3 writes the numbers of an axis: a comma for decimals in Spanish. */
export function numberLocale(language: Language): NumberLocale {
  const [decimal, thousands] = language === 'es' ? [',', '.'] : ['.', ',']
  return { decimal, thousands, grouping: [3], currency: ['', ''] }
}

import { IntlMessageFormat } from 'intl-messageformat'
import type { MessageParams } from '../model/finding.ts'
import type { Language } from '../model/verdict.ts'
import { benchmark } from './catalogue/benchmark.ts'
import { bilstm } from './catalogue/bilstm.ts'
import { cells } from './catalogue/cells.ts'
import { commands } from './catalogue/commands.ts'
import { expectations } from './catalogue/expectations.ts'
import { grader } from './catalogue/grader.ts'
import { models } from './catalogue/models.ts'
import { plots } from './catalogue/plots.ts'
import { recurrentModels } from './catalogue/recurrent-models.ts'
import { reports } from './catalogue/reports.ts'
import { sentiment } from './catalogue/sentiment.ts'
import { seq2seq } from './catalogue/seq2seq.ts'
import { stackedLstm } from './catalogue/stacked-lstm.ts'
import { starter } from './catalogue/starter.ts'
import { subject } from './catalogue/subject.ts'
import { submission } from './catalogue/submission.ts'
import { timeSeries } from './catalogue/time-series.ts'
import type { Messages } from './language.ts'

/** Every sentence that a student or instructor reads. */
export const catalogue = {
  ...submission,
  ...starter,
  ...subject,
  ...expectations,
  ...cells,
  ...grader,
  ...models,
  ...recurrentModels,
  ...benchmark,
  ...bilstm,
  ...stackedLstm,
  ...timeSeries,
  ...plots,
  ...sentiment,
  ...seq2seq,
  ...reports,
  ...commands,
} as const

export type MessageId = keyof typeof catalogue

const formats = new Map<string, IntlMessageFormat>()

/** Says a message of the catalogue in a language. */
export function say(language: Language, id: MessageId, params: MessageParams = {}): string {
  return format(language, id, catalogue[id][language], params)
}

/** Like {@link say} for an id that comes from data; one that the catalogue does not know says its own name. */
export function sayAny(language: Language, id: string, params: MessageParams = {}): string {
  const messages: Messages = catalogue
  const text = messages[id]?.[language]
  return text === undefined ? `${id} ${JSON.stringify(params)}` : format(language, id, text, params)
}

function format(language: Language, id: string, text: string, params: MessageParams): string {
  const key = `${language}/${id}`
  const message = formats.get(key) ?? new IntlMessageFormat(text, language, undefined, { ignoreTag: true })
  formats.set(key, message)
  return String(message.format({ ...params }))
}

import { IntlMessageFormat } from 'intl-messageformat'
import type { MessageParams } from '../model/finding.ts'
import type { Language, Localized } from '../model/verdict.ts'
import { adapters } from './catalogue/adapters.ts'
import { answers } from './catalogue/answers.ts'
import { benchmark } from './catalogue/benchmark.ts'
import { bilstm } from './catalogue/bilstm.ts'
import { cells } from './catalogue/cells.ts'
import { commands } from './catalogue/commands.ts'
import { diagnosis } from './catalogue/diagnosis.ts'
import { expectations } from './catalogue/expectations.ts'
import { gallery } from './catalogue/gallery.ts'
import { grader } from './catalogue/grader.ts'
import { isolation } from './catalogue/isolation.ts'
import { marks } from './catalogue/marks.ts'
import { marking } from './catalogue/marking.ts'
import { review } from './catalogue/review.ts'
import { answerMisconceptions } from './catalogue/misconceptions-answers.ts'
import { cellMisconceptions } from './catalogue/misconceptions-cells.ts'
import { modelMisconceptions } from './catalogue/misconceptions-models.ts'
import { models } from './catalogue/models.ts'
import { mutants } from './catalogue/mutants.ts'
import { page } from './catalogue/page.ts'
import { paper } from './catalogue/paper.ts'
import { plots } from './catalogue/plots.ts'
import { questions } from './catalogue/questions.ts'
import { quality } from './catalogue/quality.ts'
import { recurrentModels } from './catalogue/recurrent-models.ts'
import { reports } from './catalogue/reports.ts'
import { sentiment } from './catalogue/sentiment.ts'
import { seq2seq } from './catalogue/seq2seq.ts'
import { stackedLstm } from './catalogue/stacked-lstm.ts'
import { starter } from './catalogue/starter.ts'
import { subject } from './catalogue/subject.ts'
import { submission } from './catalogue/submission.ts'
import { timeSeries } from './catalogue/time-series.ts'
import { tolerances } from './catalogue/tolerances.ts'
import type { Messages } from './language.ts'

/** The files of the catalogue by name, in the order in which the gallery shows them. */
export const topics = {
  expectations,
  cells,
  models,
  recurrentModels,
  sentiment,
  timeSeries,
  benchmark,
  bilstm,
  stackedLstm,
  seq2seq,
  paper,
  subject,
  submission,
  answers,
  questions,
  plots,
  quality,
  diagnosis,
  misconceptionsCells: cellMisconceptions,
  misconceptionsModels: modelMisconceptions,
  misconceptionsAnswers: answerMisconceptions,
  reports,
  page,
  adapters,
  commands,
  isolation,
  review,
  marks,
  marking,
  grader,
  starter,
  gallery,
  mutants,
  tolerances,
} as const

export type TopicName = keyof typeof topics

/** The id of every message. */
export type MessageId = { [Name in TopicName]: keyof (typeof topics)[Name] }[TopicName]

/** Every sentence that a student or instructor reads, by its id. */
export const catalogue = Object.assign({}, ...Object.values(topics)) as Readonly<Record<MessageId, Localized>>

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

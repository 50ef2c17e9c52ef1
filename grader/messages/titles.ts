import type { MessageId, TopicName } from './say.ts'

/** What the files of the catalogue are about, for whoever reads them all; one that has no title is called by its name. */
export const titles: Readonly<Partial<Record<TopicName, MessageId>>> = {
  expectations: 'gallery.topic-expectations',
  cells: 'gallery.topic-cells',
  models: 'gallery.topic-models',
  recurrentModels: 'gallery.topic-recurrent-models',
  sentiment: 'gallery.topic-sentiment',
  timeSeries: 'gallery.topic-time-series',
  benchmark: 'gallery.topic-benchmark',
  bilstm: 'gallery.topic-bilstm',
  stackedLstm: 'gallery.topic-stacked-lstm',
  seq2seq: 'gallery.topic-seq2seq',
  paper: 'gallery.topic-paper',
  subject: 'gallery.topic-subject',
  submission: 'gallery.topic-submission',
  answers: 'gallery.topic-answers',
  questions: 'gallery.topic-questions',
  plots: 'gallery.topic-plots',
  quality: 'gallery.topic-quality',
  diagnosis: 'gallery.topic-diagnosis',
  misconceptionsCells: 'gallery.topic-misconceptions-cells',
  misconceptionsModels: 'gallery.topic-misconceptions-models',
  misconceptionsAnswers: 'gallery.topic-misconceptions-answers',
  reports: 'gallery.topic-reports',
  page: 'gallery.topic-page',
  adapters: 'gallery.topic-adapters',
  isolation: 'gallery.topic-isolation',
  review: 'gallery.topic-review',
  marks: 'gallery.topic-marks',
  marking: 'gallery.topic-marking',
  commands: 'gallery.topic-commands',
  grader: 'gallery.topic-grader',
  starter: 'gallery.topic-starter',
  gallery: 'gallery.topic-gallery',
  mutants: 'gallery.topic-mutants',
  tolerances: 'gallery.topic-tolerances',
}

/** `timeSeries` is kept in `time-series.ts`. */
export function fileOf(topic: string): string {
  return topic.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
}

import type { MessageParams } from '../model/finding.ts'
import { adapters } from './examples/adapters.ts'
import { answers } from './examples/answers.ts'
import { benchmark } from './examples/benchmark.ts'
import { bilstm } from './examples/bilstm.ts'
import { cells } from './examples/cells.ts'
import { commands } from './examples/commands.ts'
import { diagnosis } from './examples/diagnosis.ts'
import { expectations } from './examples/expectations.ts'
import { gallery } from './examples/gallery.ts'
import { grader } from './examples/grader.ts'
import { isolation } from './examples/isolation.ts'
import { marks } from './examples/marks.ts'
import { marking } from './examples/marking.ts'
import { review } from './examples/review.ts'
import { models } from './examples/models.ts'
import { mutants } from './examples/mutants.ts'
import { page } from './examples/page.ts'
import { paper } from './examples/paper.ts'
import { plots } from './examples/plots.ts'
import { questions } from './examples/questions.ts'
import { quality } from './examples/quality.ts'
import { recurrentModels } from './examples/recurrent-models.ts'
import { reports } from './examples/reports.ts'
import { sentiment } from './examples/sentiment.ts'
import { seq2seq } from './examples/seq2seq.ts'
import { stackedLstm } from './examples/stacked-lstm.ts'
import { starter } from './examples/starter.ts'
import { subject } from './examples/subject.ts'
import { submission } from './examples/submission.ts'
import { timeSeries } from './examples/time-series.ts'
import { tolerances } from './examples/tolerances.ts'

/** Examples by message id. A file of examples stands beside every file of the catalogue that has holes. */
export const examples: Readonly<Record<string, readonly MessageParams[]>> = {
  ...adapters,
  ...answers,
  ...benchmark,
  ...bilstm,
  ...cells,
  ...commands,
  ...diagnosis,
  ...expectations,
  ...gallery,
  ...grader,
  ...isolation,
  ...review,
  ...marks,
  ...marking,
  ...models,
  ...mutants,
  ...page,
  ...paper,
  ...plots,
  ...questions,
  ...quality,
  ...recurrentModels,
  ...reports,
  ...sentiment,
  ...seq2seq,
  ...stackedLstm,
  ...starter,
  ...subject,
  ...submission,
  ...timeSeries,
  ...tolerances,
}

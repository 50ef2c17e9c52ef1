import type { CheckContext } from '../../checks/check.ts'
import { expectLaw, field } from '../../checks/expect.ts'
import { CheckFailure } from '../../checks/failure.ts'
import { predict, readModel, type ModelData } from '../../checks/models.ts'
import { stepsOf, type LabelledSequences, type SentimentConfig, type TrainOptions } from './contract.ts'

/** What a training left: the history as it came, the model before and after. */
export interface Trained {
  readonly history: unknown
  readonly before: ModelData
  readonly after: ModelData
}

/** Everything that one training is given. */
export interface Training {
  readonly config: SentimentConfig
  /** Of the initial weights. */
  readonly seed: number
  readonly options: TrainOptions
  readonly train: LabelledSequences
  readonly validation: LabelledSequences
}

/** Builds a model with the student's code and trains it with the student's code; the data are the grader's. */
export async function trainFresh(context: CheckContext, training: Training): Promise<Trained> {
  const { config, seed, options, train, validation } = training
  const model = await context.subject.keep('buildSentimentModel', config, seed)
  const before = await readModel(context, model, 'buildSentimentModel')
  const limits = { seed: options.seed, steps: stepsOf(options, train.ys.length), epochs: options.epochs }
  const { value } = await context.subject.train('trainSentiment', [model, train, validation, options], limits)
  return { history: value, before, after: await readModel(context, model, 'trainSentiment') }
}

/** Probabilities per text, by the grader's own tfjs. */
export async function probabilitiesOf(
  context: CheckContext,
  model: ModelData,
  xs: readonly (readonly number[])[],
): Promise<number[][]> {
  const shape = [xs.length, xs[0]?.length ?? 0]
  const answer = predict(await context.tf(), model, { shape, values: xs.flat() })
  const { values, shape: out } = await answer.catch(blameModel)
  const classes = out.at(-1) ?? 0
  expectLaw(out.length === 2 && classes > 0, 'text.probabilities', { received: JSON.stringify(out) })
  return xs.map((_, k) => Array.from(values.subarray(k * classes, (k + 1) * classes)))
}

/** What goes wrong inside a model that could be rebuilt is its author's, such as layers that do not fit together. */
export function blameModel(error: unknown): never {
  if (error instanceof CheckFailure) throw error
  const reason = error instanceof Error ? (error.message.split('\n', 1)[0] ?? '').slice(0, 200) : ''
  throw new CheckFailure({ kind: 'law', messageId: 'model.broken', params: { name: 'buildSentimentModel', reason } })
}

/** The most probable class of each text. */
export function classesOf(probabilities: readonly (readonly number[])[]): number[] {
  return probabilities.map((row) => row.indexOf(Math.max(...row)))
}

/** Loss (mean of -ln p of the right class) and share of right classes. */
export async function measureOn(
  context: CheckContext,
  model: ModelData,
  { xs, ys }: LabelledSequences,
): Promise<{ loss: number; accuracy: number }> {
  const rows = await probabilitiesOf(context, model, xs)
  const loss = rows.reduce((sum, row, k) => sum - Math.log(Math.max(1e-7, row[ys[k] ?? 0] ?? 0)), 0) / ys.length
  const hits = classesOf(rows).filter((predicted, k) => predicted === ys[k]).length
  return { loss, accuracy: hits / ys.length }
}

/** The lists of a history, each with one finite number an epoch. */
export function expectHistory(history: unknown, epochs: number): Record<(typeof curves)[number], number[]> {
  const read = (name: string): number[] => {
    const list = field(history, name, 'history')
    const fine = Array.isArray(list) && list.length === epochs && list.every((value) => Number.isFinite(value))
    expectLaw(fine, 'text.history', { name, epochs })
    return list as number[]
  }
  const [trainLoss, trainAccuracy, valLoss, valAccuracy] = [
    read(curves[0]),
    read(curves[1]),
    read(curves[2]),
    read(curves[3]),
  ]
  const shares = [...trainAccuracy, ...valAccuracy].every((value) => value >= 0 && value <= 1)
  expectLaw(shares, 'text.history-accuracy', {})
  return { trainLoss, trainAccuracy, valLoss, valAccuracy }
}

const curves = ['trainLoss', 'trainAccuracy', 'valLoss', 'valAccuracy'] as const

/** How far the trainable weights went, one list per weight. */
export function movement({ before, after }: Trained): number[][] {
  return after.weights.map(({ values, shape }, k) => {
    const from = before.weights[k]
    expectLaw(from?.shape.join() === shape.join(), 'text.model-changed', {})
    return Array.from(values, (value, j) => value - (from.values[j] ?? NaN))
  })
}

export function norm(lists: readonly (readonly number[])[]): number {
  return Math.sqrt(lists.flat().reduce((sum, value) => sum + value * value, 0))
}

/** Of the angle between two directions; NaN when one of them is zero. */
export function cosine(a: readonly (readonly number[])[], b: readonly (readonly number[])[]): number {
  const flat = b.flat()
  const dot = a.flat().reduce((sum, value, k) => sum + value * (flat[k] ?? NaN), 0)
  return dot / (norm(a) * norm(b))
}

/** The same model with other weights: normal ones, so large that every word matters. */
export function lively(model: ModelData, normal: () => number): ModelData {
  return { ...model, weights: model.weights.map((weight) => ({ ...weight, values: weight.values.map(normal) })) }
}

/** a - b, list by list. */
export function minus(a: readonly (readonly number[])[], b: readonly (readonly number[])[]): number[][] {
  return a.map((list, k) => list.map((value, j) => value - (b[k]?.[j] ?? NaN)))
}

/** To three digits, for a sentence. */
export function rounded(value: number): number {
  return Number(value.toPrecision(3))
}

/** A share in percent, to one decimal. */
export function percent(share: number): number {
  return Math.round(1000 * share) / 10
}

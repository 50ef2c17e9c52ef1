import type { Tf } from '../../backend/tf.ts'
import type { CheckContext } from '../../checks/check.ts'
import { expectForm, expectLaw } from '../../checks/expect.ts'
import { expectModelShapes, predict, readModel, type ModelData } from '../../checks/models.ts'
import { stream } from '../../numeric/random.ts'
import type { Cell, ForecasterConfig, TrainOptions, Windows } from './contract.ts'
import { prepare, squaredError, type Prepared } from './pipeline.ts'
import { drawSinusoid } from './series.ts'

/** Names of what is measured of each cell. */
export const errorMeasures = { lstm: 'lstm-mse', gru: 'gru-mse' } as const

/** A training in the student's process, told as plain data. */
export interface Trained {
  readonly before: ModelData
  readonly after: ModelData
  readonly trainLoss: readonly number[]
  readonly valLoss: readonly number[]
  /** Steps of the optimiser that were seen. */
  readonly steps: number
}

export interface Plan {
  readonly config: ForecasterConfig
  /** Of the initial weights; the options have a seed of their own. */
  readonly seed: number
  readonly options: TrainOptions
  readonly train: Windows
  readonly validation: Windows
}

/** Builds and trains a model over there and brings it back; its shapes are then known to be those of the contract. */
export async function train(
  context: CheckContext,
  { config, seed, options, train, validation }: Plan,
): Promise<Trained> {
  const { subject } = context
  const model = await subject.keep('buildForecaster', config, seed)
  const before = await readForecaster(context, model, config)
  const { epochs } = options
  const limits = { seed: options.seed, steps: stepsOf(train, options), epochs }
  const { value, steps } = await subject.train('trainForecaster', [model, train, validation, options], limits)
  const entries = new Array<number>(epochs).fill(0)
  expectForm(value, { trainLoss: entries, valLoss: entries }, '')
  const { trainLoss, valLoss } = value as { trainLoss: number[]; valLoss: number[] }
  expectLaw([...trainLoss, ...valLoss].every(Number.isFinite), 'series.loss-not-finite')
  return { before, after: await readForecaster(context, model, config), trainLoss, valLoss, steps }
}

/** A live model as data, with the shapes of its configuration. */
export async function readForecaster(
  context: CheckContext,
  handle: Parameters<typeof readModel>[1],
  { window, horizon }: Pick<ForecasterConfig, 'window' | 'horizon'>,
): Promise<ModelData> {
  const model = await readModel(context, handle, 'buildForecaster')
  expectModelShapes(model, [null, window, 1], [null, horizon], 'buildForecaster')
  return model
}

/** Steps of the optimiser: a last batch that is not full counts as one. */
export function stepsOf({ xs }: Windows, { epochs, batchSize }: TrainOptions): number {
  return epochs * Math.ceil(xs.length / batchSize)
}

/** What a model forecasts for these windows, one value after the other. */
export async function forecast(tf: Tf, model: ModelData, { xs }: Windows): Promise<Float32Array> {
  const shape = [xs.length, xs[0]?.length ?? 0, 1]
  return (await predict(tf, model, { shape, values: xs.flat() })).values
}

/** The mean squared error of a model on these windows, in the units of the windows. */
export async function lossOf(tf: Tf, model: ModelData, windows: Windows): Promise<number> {
  return squaredError(windows.ys.flat(), await forecast(tf, model, windows)).mse
}

/** The error of a model on the test part, in the units of the series, and how near it is to repeating the last value. */
export interface TestError {
  readonly mse: number
  readonly standardError: number
  readonly fromLast: number
  /** Whether every single forecast is the last value of its window. */
  readonly repeatsLast: boolean
}

export async function testError(tf: Tf, model: ModelData, { test, actual, scaler }: Prepared): Promise<TestError> {
  const scaled = await forecast(tf, model, test)
  const last = test.xs.flatMap((xs, k) => (test.ys[k] ?? []).map(() => xs.at(-1) ?? NaN))
  const unscaled = Array.from(scaled, (value) => value * scaler.std + scaler.mean)
  const repeatsLast = last.every((value, k) => Math.abs((scaled[k] ?? NaN) - value) <= nearLast)
  return { ...squaredError(actual, unscaled), fromLast: squaredError(last, scaled).mse * scaler.std ** 2, repeatsLast }
}

/** In deviations of the series: what learnt to repeat a value is off by 0.13 at most; a step of the sinusoid is 0.53. */
const nearLast = 0.15

/** Named by the checks that ask more of a forecast than the last value of its window. */
export const repeating = { misconception: 'series.persistence', task: 'T8', clue: 'diagnosis.repeats-last' }

/** A small forecaster of the grader's own, for how a training behaves rather than how good it is. */
export function smallConfig(cell: Cell, more: Partial<ForecasterConfig> = {}): ForecasterConfig {
  return { cell, window: 6, horizon: 1, hiddenSize: 8, numLayers: 1, dropout: 0, ...more }
}

export function smallOptions(more: Partial<TrainOptions> = {}): TrainOptions {
  return { epochs: 3, batchSize: 16, learningRate: 0.01, clipNorm: 1, weightDecay: 0, seed: 11, ...more }
}

/** A training on 96 windows, so that batches of 16 are all full: 6 steps an epoch. */
export function smallPlan(
  seed: number,
  name: string,
  {
    config = smallConfig('lstm'),
    options = smallOptions(),
  }: { config?: ForecasterConfig; options?: TrainOptions } = {},
): Plan {
  const random = stream(seed, 'time-series', name)
  const { train, validation } = prepare(drawSinusoid(random, smallSeries(config)), config.window, config.horizon)
  return { config, seed: random.seed(), options, train, validation }
}

/** As many values as give 96 windows in the 70 % for training. */
function smallSeries({ window, horizon }: ForecasterConfig): number {
  return Math.ceil(((96 + window + horizon - 1) * 100) / 70)
}

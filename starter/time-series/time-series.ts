/**
 * Lab 11 · Deliverable 5: forecasting a time series with LSTM and GRU.
 *
 * Conventions: a series is a list of numbers in the order of time, and nothing that comes later may help to train what
 * comes before. Tensors are batch-first; shapes use B = batch. The data functions are pure; {@link trainForecaster}
 * changes the model it is given, in place.
 */
import * as tf from '@tensorflow/tfjs'
import { createRandom } from '../shared/random.ts'
import { NotImplemented } from '../shared/not-implemented.ts'

/** Windows and what follows each: xs[k] is a window, ys[k] the `horizon` values right after it. */
export interface Windows {
  xs: number[][]
  ys: number[][]
}

/** What a forecaster looks like. */
export interface ForecasterConfig {
  cell: 'lstm' | 'gru'
  /** How many values it reads. */
  window: number
  /** How many values it forecasts, all at once. */
  horizon: number
  /** Units of every recurrent layer. */
  hiddenSize: number
  /** Recurrent layers, one on top of the other. */
  numLayers: number
  /** Share of the recurrent layers' outputs that is dropped while training; 0 drops nothing. */
  dropout: number
}

/** How a model is trained. */
export interface TrainOptions {
  epochs: number
  batchSize: number
  learningRate: number
  /** Largest norm of all gradients together. */
  clipNorm: number
  /** After every step each weight loses this share of itself, times the learning rate; 0 for none. */
  weightDecay: number
  /** Decides the order of the examples in every epoch. */
  seed: number
}

/** Mean squared errors, one entry an epoch. */
export interface ForecastHistory {
  /** Mean over the examples of the epoch, each measured as the epoch went by it, dropout on. */
  trainLoss: number[]
  /** On the whole validation part after the epoch, dropout off. */
  valLoss: number[]
}

/** How far forecasts are from the truth. */
export interface Metrics {
  mse: number
  rmse: number
  mae: number
}

/**
 * T1 · All windows of a series, moved by one value each time, and what follows each.
 *
 * @param series - n values
 * @param window - values in a window, at least 1
 * @param horizon - values to forecast, at least 1
 * @returns n - window - horizon + 1 pairs in the order of time; none when the series is too short
 */
export function makeWindows(series: number[], window: number, horizon: number): Windows {
  // TODO(T1): escribe aquí tu código (assignments/time-series/README.md#t1)
  throw new NotImplemented('T1', 'makeWindows', 'assignments/time-series/README.md#t1')
}

/**
 * T2 · Cuts a list in three without changing its order: the oldest for training, the newest for the test.
 *
 * @param items - n things in the order of time
 * @param percent - whole percents, together at most 100
 * @returns ⌊n · train / 100⌋ items, then ⌊n · val / 100⌋, then all the others
 */
export function chronologicalSplit<T>(
  items: T[],
  percent: { train: number; val: number },
): { train: T[]; val: T[]; test: T[] } {
  // TODO(T2): escribe aquí tu código (assignments/time-series/README.md#t2)
  throw new NotImplemented('T2', 'chronologicalSplit', 'assignments/time-series/README.md#t2')
}

/**
 * T3 · Mean and population standard deviation of the training part: z = (value - mean) / std.
 *
 * @param train - values of the training part, at least one
 * @returns the mean, and the deviation; 1 when all values are the same
 */
export function fitScaler(train: number[]): { mean: number; std: number } {
  // TODO(T3): escribe aquí tu código (assignments/time-series/README.md#t3)
  throw new NotImplemented('T3', 'fitScaler', 'assignments/time-series/README.md#t3')
}

/**
 * T4 · Mean squared error, its square root and the mean absolute error.
 *
 * @param actual - n true values, at least one
 * @param predicted - n forecasts
 */
export function regressionMetrics(actual: number[], predicted: number[]): Metrics {
  // TODO(T4): escribe aquí tu código (assignments/time-series/README.md#t4)
  throw new NotImplemented('T4', 'regressionMetrics', 'assignments/time-series/README.md#t4')
}

/** T5 · The forecaster that you choose: it is the one that is graded. */
export function defaultForecasterConfig(): ForecasterConfig {
  // TODO(T5): escribe aquí tu código (assignments/time-series/README.md#t5)
  throw new NotImplemented('T5', 'defaultForecasterConfig', 'assignments/time-series/README.md#t5')
}

/** T6 · The training that you choose for it. */
export function defaultForecasterOptions(): TrainOptions {
  // TODO(T6): escribe aquí tu código (assignments/time-series/README.md#t6)
  throw new NotImplemented('T6', 'defaultForecasterOptions', 'assignments/time-series/README.md#t6')
}

/**
 * T7 · Recurrent layers of the kind that is asked for, dropout after each, and a dense layer on the last state.
 *
 * @param config - sizes
 * @param seed - the same seed gives the same weights, another seed gives others
 * @returns a model (B, window, 1) → (B, horizon)
 */
export function buildForecaster(config: ForecasterConfig, seed: number): tf.LayersModel {
  // TODO(T7): escribe aquí tu código (assignments/time-series/README.md#t7)
  throw new NotImplemented('T7', 'buildForecaster', 'assignments/time-series/README.md#t7')
}

/**
 * T8 · Trains a model in place by mean squared error with Adam, a batch at a time.
 *
 * @param model - (B, window, 1) → (B, horizon)
 * @param train - the examples, already scaled
 * @param validation - measured after every epoch, never learned from
 * @param options - see {@link TrainOptions}
 */
export async function trainForecaster(
  model: tf.LayersModel,
  train: Windows,
  validation: Windows,
  options: TrainOptions,
): Promise<ForecastHistory> {
  // TODO(T8): escribe aquí tu código (assignments/time-series/README.md#t8)
  throw new NotImplemented('T8', 'trainForecaster', 'assignments/time-series/README.md#t8')
}

/**
 * T9 · Trains an LSTM and a GRU of the same sizes on the same data: 70 % to train, 15 % to validate and 15 % to test,
 * windows within each part, the scaler of the training part.
 *
 * @param series - the series as it is, in its own units
 * @param config - the sizes of both
 * @param options - the training of both; its seed also makes the initial weights
 * @returns for each cell its number of weights, and the metrics on the windows of the test part in the units of the
 * series, all values of all horizons counted alike
 */
export async function compareCells(
  series: number[],
  config: Omit<ForecasterConfig, 'cell'>,
  options: TrainOptions,
): Promise<Record<'lstm' | 'gru', { params: number; metrics: Metrics }>> {
  // TODO(T9): escribe aquí tu código (assignments/time-series/README.md#t9)
  throw new NotImplemented('T9', 'compareCells', 'assignments/time-series/README.md#t9')
}

/**
 * Lab 11 · Deliverable 5: forecasting a time series with LSTM and GRU.
 *
 * Conventions: a series is a list of numbers in the order of time, and nothing that comes later may help to train what
 * comes before. Tensors are batch-first; shapes use B = batch. The data functions are pure; {@link trainForecaster}
 * changes the model it is given, in place.
 */
import * as tf from '@tensorflow/tfjs'
import { createRandom } from '../shared/random.ts'
// @starter import { NotImplemented } from '../shared/not-implemented.ts'

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
  // @solution T1
  const count = Math.max(0, series.length - window - horizon + 1)
  const starts = Array.from({ length: count }, (_, start) => start)
  return {
    xs: starts.map((start) => series.slice(start, start + window)),
    ys: starts.map((start) => series.slice(start + window, start + window + horizon)),
  }
  // @end
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
  // @solution T2
  // Whole numbers are multiplied first: 170 · 0.7 is 118.99999999999999.
  const train = Math.floor((items.length * percent.train) / 100)
  const val = Math.floor((items.length * percent.val) / 100)
  return { train: items.slice(0, train), val: items.slice(train, train + val), test: items.slice(train + val) }
  // @end
}

/**
 * T3 · Mean and population standard deviation of the training part: z = (value - mean) / std.
 *
 * @param train - values of the training part, at least one
 * @returns the mean, and the deviation; 1 when all values are the same
 */
export function fitScaler(train: number[]): { mean: number; std: number } {
  // @solution T3
  const center = mean(train)
  const std = Math.sqrt(mean(train.map((value) => (value - center) ** 2)))
  const constant = train.every((value) => value === train[0])
  return { mean: center, std: constant ? 1 : std }
  // @end
}

/**
 * T4 · Mean squared error, its square root and the mean absolute error.
 *
 * @param actual - n true values, at least one
 * @param predicted - n forecasts
 */
export function regressionMetrics(actual: number[], predicted: number[]): Metrics {
  // @solution T4
  const errors = actual.map((value, k) => (predicted[k] ?? NaN) - value)
  const mse = mean(errors.map((error) => error ** 2))
  return { mse, rmse: Math.sqrt(mse), mae: mean(errors.map(Math.abs)) }
  // @end
}

/** T5 · The forecaster that you choose: it is the one that is graded. */
export function defaultForecasterConfig(): ForecasterConfig {
  // @solution T5
  return { cell: 'lstm', window: 16, horizon: 1, hiddenSize: 16, numLayers: 1, dropout: 0 }
  // @end
}

/** T6 · The training that you choose for it. */
export function defaultForecasterOptions(): TrainOptions {
  // @solution T6
  return { epochs: 24, batchSize: 128, learningRate: 0.02, clipNorm: 1, weightDecay: 0, seed: 42 }
  // @end
}

/**
 * T7 · Recurrent layers of the kind that is asked for, dropout after each, and a dense layer on the last state.
 *
 * @param config - sizes
 * @param seed - the same seed gives the same weights, another seed gives others
 * @returns a model (B, window, 1) → (B, horizon)
 */
export function buildForecaster(config: ForecasterConfig, seed: number): tf.LayersModel {
  // @solution T7
  const { cell, window, horizon, hiddenSize, numLayers, dropout } = config
  const random = createRandom(seed)
  const glorot = (): ReturnType<typeof tf.initializers.glorotUniform> =>
    tf.initializers.glorotUniform({ seed: Math.floor(random.uniform(0, 2 ** 31)) })
  const model = tf.sequential()
  for (let layer = 0; layer < numLayers; layer++) {
    const args = {
      units: hiddenSize,
      returnSequences: layer < numLayers - 1, // the next layer reads every step; the head only the last
      recurrentActivation: 'sigmoid' as const, // the default of tfjs is hardSigmoid
      kernelInitializer: glorot(),
      recurrentInitializer: glorot(),
      ...(layer === 0 ? { inputShape: [window, 1] } : {}),
    }
    model.add(cell === 'lstm' ? tf.layers.lstm({ ...args, unitForgetBias: true }) : tf.layers.gru(args))
    if (dropout > 0) model.add(tf.layers.dropout({ rate: dropout }))
  }
  model.add(tf.layers.dense({ units: horizon, kernelInitializer: glorot() }))
  return model
  // @end
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
  // @solution T8
  const history: ForecastHistory = { trainLoss: [], valLoss: [] }
  const optimizer = tf.train.adam(options.learningRate)
  const random = createRandom(options.seed)
  const order = train.xs.map((_, k) => k)
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    shuffle(order, (low, high) => random.uniform(low, high))
    let total = 0
    for (let start = 0; start < order.length; start += options.batchSize) {
      const batch = order.slice(start, start + options.batchSize)
      total += batch.length * trainStep(model, pick(train, batch), optimizer, options)
    }
    history.trainLoss.push(total / order.length)
    history.valLoss.push(meanSquaredError(model, validation))
    await tf.nextFrame()
  }
  optimizer.dispose()
  return history
  // @end
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
  // @solution T9
  const parts = chronologicalSplit(series, { train: 70, val: 15 })
  const scaler = fitScaler(parts.train)
  const windowsOf = (part: number[]): Windows =>
    makeWindows(
      part.map((value) => (value - scaler.mean) / scaler.std),
      config.window,
      config.horizon,
    )
  const [train, val, test] = [windowsOf(parts.train), windowsOf(parts.val), windowsOf(parts.test)]
  const actual = makeWindows(parts.test, config.window, config.horizon).ys.flat()
  const tryCell = async (cell: 'lstm' | 'gru'): Promise<{ params: number; metrics: Metrics }> => {
    const model = buildForecaster({ ...config, cell }, options.seed)
    await trainForecaster(model, train, val, options)
    const predicted = forecast(model, test.xs).map((value) => value * scaler.std + scaler.mean)
    const result = { params: model.countParams(), metrics: regressionMetrics(actual, predicted) }
    model.dispose()
    return result
  }
  return { lstm: await tryCell('lstm'), gru: await tryCell('gru') }
  // @end
}
// @remove

/** One step of the optimiser; returns the loss of the batch before it. */
function trainStep(model: tf.LayersModel, batch: Windows, optimizer: tf.Optimizer, options: TrainOptions): number {
  return tf.tidy(() => {
    const [x, y] = [inputs(batch.xs), tf.tensor2d(batch.ys)]
    const loss = (): tf.Scalar => tf.losses.meanSquaredError(y, model.apply(x, { training: true }) as tf.Tensor)
    const { value, grads } = tf.variableGrads(loss)
    optimizer.applyGradients(clipByGlobalNorm(grads, options.clipNorm))
    if (options.weightDecay > 0) decay(model, options.learningRate * options.weightDecay)
    return value.dataSync()[0] ?? NaN
  })
}

/** Every gradient times the same factor, so that their norm together is at most `maxNorm`. */
function clipByGlobalNorm(grads: tf.NamedTensorMap, maxNorm: number): tf.NamedTensorMap {
  const norm = tf.sqrt(tf.addN(Object.values(grads).map((gradient) => tf.sum(tf.square(gradient)))))
  const factor = tf.minimum(1, tf.div(maxNorm, norm))
  return Object.fromEntries(Object.entries(grads).map(([name, gradient]) => [name, tf.mul(gradient, factor)]))
}

/** Weight decay apart from the gradients, as in AdamW: w ← w - share · w. */
function decay(model: tf.LayersModel, share: number): void {
  for (const weight of model.trainableWeights) weight.write(tf.mul(weight.read(), 1 - share))
}

function meanSquaredError(model: tf.LayersModel, { xs, ys }: Windows): number {
  return regressionMetrics(ys.flat(), forecast(model, xs)).mse
}

/** The forecasts of all windows, one after the other, dropout off. */
function forecast(model: tf.LayersModel, xs: number[][]): number[] {
  return tf.tidy(() => Array.from((model.predict(inputs(xs), { batchSize: 512 }) as tf.Tensor).dataSync()))
}

/** (B, window) → tensor (B, window, 1). */
function inputs(xs: number[][]): tf.Tensor3D {
  return tf.expandDims(tf.tensor2d(xs), 2)
}

function pick({ xs, ys }: Windows, indices: number[]): Windows {
  return { xs: indices.map((k) => xs[k] ?? []), ys: indices.map((k) => ys[k] ?? []) }
}

/** Fisher–Yates, in place. */
function shuffle(items: number[], uniform: (low: number, high: number) => number): void {
  for (let k = items.length - 1; k > 0; k--) {
    const other = Math.floor(uniform(0, k + 1))
    ;[items[k], items[other]] = [items[other] ?? NaN, items[k] ?? NaN]
  }
}

function mean(values: number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
// @end

// Expected: nothing is lost. Another hand: a Sequential made from a list of configurations, a dense layer in between, the
// decay as part of the gradient and clipped with it, tf.valueAndGrads by hand, batches cut from shuffled tensors.
import * as tf from '@tensorflow/tfjs'
import { createRandom } from '../shared/random.ts'
import { between, shuffled, sumOf } from './numbers/lists.ts'

type Pairs = { xs: number[][]; ys: number[][] }
type Cell = 'lstm' | 'gru'
type Sizes = Record<'window' | 'horizon' | 'hiddenSize' | 'numLayers' | 'dropout', number>
type Config = Sizes & { cell: Cell }
type Options = Record<'epochs' | 'batchSize' | 'learningRate' | 'clipNorm' | 'weightDecay' | 'seed', number>

export function makeWindows(series: number[], window: number, horizon: number): Pairs {
  const pairs: Pairs = { xs: [], ys: [] }
  for (let last = window + horizon; last <= series.length; last++) {
    pairs.ys.push(between(series, last - horizon, last))
    pairs.xs.push(between(series, last - horizon - window, last - horizon))
  }
  return pairs
}

export const chronologicalSplit = <T>(items: T[], percent: { train: number; val: number }) => {
  const hundredths = (share: number): number => (items.length * share - ((items.length * share) % 100)) / 100
  const test = [...items]
  const train = test.splice(0, hundredths(percent.train))
  const val = test.splice(0, hundredths(percent.val))
  return { test, val, train }
}

export function fitScaler(train: number[]): { mean: number; std: number; n: number } {
  // Welford: one pass, no sum of squares.
  let [n, mean, m2] = [0, 0, 0]
  for (const value of train) {
    const before = value - mean
    mean += before / ++n
    m2 += before * (value - mean)
  }
  return { n, mean, std: m2 > 0 ? Math.sqrt(m2 / n) : 1 }
}

export function regressionMetrics(actual: number[], predicted: number[]) {
  let [squares, sizes] = [0, 0]
  for (let k = actual.length - 1; k >= 0; k--) {
    const miss = actual[k]! - predicted[k]!
    squares += miss * miss
    sizes += miss < 0 ? -miss : miss
  }
  const mse = squares / actual.length
  return { mae: sizes / actual.length, mse, rmse: mse ** 0.5 }
}

export const defaultForecasterConfig = (): Config => ({ cell: 'gru', window: 18, horizon: 1, hiddenSize: 14, numLayers: 1, dropout: 0 })
export const defaultForecasterOptions = async (): Promise<Options> => ({ epochs: 40, batchSize: 100, learningRate: 0.015, clipNorm: 2, weightDecay: 0, seed: 9 })

export function buildForecaster(config: Config, seed: number): tf.Sequential {
  let drawn = 0
  const fresh = (): number => 7919 * seed + 31 * ++drawn
  const layers: tf.layers.Layer[] = []
  for (let depth = 1; depth <= config.numLayers; depth++) {
    const shared = {
      units: config.hiddenSize,
      recurrentActivation: 'sigmoid' as const,
      returnSequences: depth !== config.numLayers,
      kernelInitializer: tf.initializers.leCunNormal({ seed: fresh() }),
      recurrentInitializer: tf.initializers.orthogonal({ seed: fresh(), gain: 1 }),
      ...(depth === 1 && { batchInputShape: [null, config.window, 1] }),
    }
    layers.push({ lstm: tf.layers.lstm, gru: tf.layers.gru }[config.cell](shared as never))
    layers.push(tf.layers.dropout({ rate: config.dropout }))
  }
  const dense = (units: number, activation: 'tanh' | 'linear') =>
    tf.layers.dense({ units, activation, kernelInitializer: tf.initializers.glorotNormal({ seed: fresh() }) })
  return tf.sequential({ layers: [...layers, dense(8, 'tanh'), dense(config.horizon, 'linear')] })
}

export async function trainForecaster(model: tf.LayersModel, train: Pairs, validation: Pairs, o: Options) {
  const history = { trainLoss: new Array<number>(), valLoss: new Array<number>(), note: 'one entry an epoch' }
  const adam = tf.train.adam(o.learningRate, 0.9, 0.999, 1e-8)
  const weights = model.getWeights(true).map((_, k) => model.trainableWeights[k]!.read() as tf.Variable)
  const [x, y] = [tf.tensor(train.xs.map((row) => row.map((value) => [value]))), tf.tensor2d(train.ys)]
  const random = createRandom(o.seed)
  for (let epoch = 1; epoch <= o.epochs; epoch++) {
    const order = shuffled(train.xs.length, random)
    const sums: number[] = []
    while (order.length > 0) {
      const rows = order.splice(0, o.batchSize)
      sums.push(rows.length * step(model, weights, adam, [tf.gather(x, rows), tf.gather(y, rows)], o))
    }
    history.trainLoss.push(sumOf(sums) / train.xs.length)
    history.valLoss.push(tf.tidy(() => meanSquare(tf.tensor2d(validation.ys), predictAll(model, validation.xs))))
    console.log('epoch', epoch, history.trainLoss.at(-1))
  }
  tf.dispose([x, y])
  return history
}

function step(model: tf.LayersModel, weights: tf.Variable[], adam: tf.AdamOptimizer, [x, y]: [tf.Tensor, tf.Tensor], o: Options): number {
  return tf.tidy(() => {
    const { value, grads } = tf.variableGrads(() => tf.mean(tf.squaredDifference(model.apply(x, { training: true }) as tf.Tensor, y)) as tf.Scalar, weights)
    const steered = weights.map((w) => ({ name: w.name, tensor: tf.add(grads[w.name]!, tf.mul(w, o.weightDecay)) }))
    const length = Math.hypot(...steered.map(({ tensor }) => tf.norm(tensor).dataSync()[0]!))
    const factor = length > o.clipNorm ? o.clipNorm / length : 1
    adam.applyGradients(steered.map(({ name, tensor }) => ({ name, tensor: tf.mul(tensor, factor) })))
    tf.dispose([x, y])
    return value.arraySync()
  })
}

const meanSquare = (a: tf.Tensor, b: tf.Tensor): number => tf.losses.meanSquaredError(a, b).dataSync()[0]!
const predictAll = (model: tf.LayersModel, xs: number[][]): tf.Tensor2D =>
  model.predictOnBatch(tf.reshape(tf.tensor2d(xs), [xs.length, xs[0]!.length, 1])) as tf.Tensor2D

export async function compareCells(series: number[], config: Sizes, options: Options) {
  const results = {} as Record<Cell, { params: number; metrics: ReturnType<typeof regressionMetrics> }>
  const { train, val, test } = chronologicalSplit(series, { train: 70, val: 15 })
  const { mean, std } = fitScaler(train)
  const [a, b, c] = [train, val, test].map((part) => makeWindows(part.map((v) => (v - mean) / std), config.window, config.horizon))
  for (const cell of ['gru', 'lstm'] as const) {
    const model = buildForecaster({ cell, ...config }, options.seed)
    await trainForecaster(model, a!, b!, options)
    const rows = tf.tidy(() => predictAll(model, c!.xs).arraySync())
    const truth = makeWindows(test, config.window, config.horizon).ys
    results[cell] = { params: model.countParams(), metrics: regressionMetrics(truth.flat(), rows.flat().map((z) => z * std + mean)) }
  }
  return results
}

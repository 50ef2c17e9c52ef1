/**
 * Lab 11 · Deliverable: simple RNN, LSTM and GRU under the same conditions.
 *
 * Conventions: tensors are (batch, time, features). Shapes use B = batchSize, T = seqLength, D = inputSize,
 * H = hiddenSize, K = outputSize.
 */
import * as tf from '@tensorflow/tfjs'
import { createRandom } from '../shared/random.ts'
// @starter import { NotImplemented } from '../shared/not-implemented.ts'

/** The three recurrent networks. */
export type ModelKind = 'RNN' | 'LSTM' | 'GRU'

/** What is measured: sizes of data and models, and how long they train. */
export interface BenchmarkConfig {
  /** D, features of one time step. */
  inputSize: number
  /** H, units of every recurrent layer. */
  hiddenSize: number
  /** T, time steps. */
  seqLength: number
  /** B, sequences; all of them are one batch. */
  batchSize: number
  /** K, classes. */
  outputSize: number
  /** Recurrent layers, 1 or more. */
  numLayers: number
  /** Updates of the weights that are timed. */
  steps: number
  /** Of data and initial weights. */
  seed: number
}

/** Sequences and their classes. */
export interface BenchmarkData {
  /** (B × T × D) numbers. */
  xs: number[][][]
  /** B classes, 0 to K - 1. */
  ys: number[]
}

/** What was measured of one model. */
export interface BenchmarkRow {
  model: ModelKind
  /** Weights, with one bias per block. */
  params: number
  /** Time of all updates, in seconds. */
  seconds: number
  /** Mean cross-entropy before any update. */
  firstLoss: number
  /** Mean cross-entropy after the last update. */
  finalLoss: number
  gates: number
  /** Whether there is a state besides the hidden one. */
  cellState: boolean
}

/** A whole measurement; also what `artifacts/benchmark.json` holds. */
export interface BenchmarkResult {
  config: BenchmarkConfig
  /** Where tfjs computed: the times mean nothing without it. */
  backend: string
  rows: BenchmarkRow[]
}

/**
 * B1 · A classifier of sequences: recurrent layers of one kind and a dense softmax layer on the last state.
 *
 * @param kind - which recurrent layer
 * @param config - D, H, T, K, the number of layers and the seed of the weights
 * @returns a model (batch, T, D) → (batch, K) probabilities
 */
export function buildRecurrentModel(kind: ModelKind, config: BenchmarkConfig): tf.LayersModel {
  // @solution B1
  const { inputSize, hiddenSize, seqLength, outputSize, numLayers } = config
  const nextSeed = seedsFrom(config.seed)
  const model = tf.sequential()
  for (let level = 1; level <= numLayers; level++) {
    const options = {
      units: hiddenSize,
      ...(level === 1 ? { inputShape: [seqLength, inputSize] } : {}),
      // A layer that has another one above it hands on its whole sequence; the top one, its last state.
      returnSequences: level < numLayers,
      kernelInitializer: tf.initializers.glorotUniform({ seed: nextSeed() }),
      recurrentInitializer: tf.initializers.glorotUniform({ seed: nextSeed() }),
    }
    model.add(recurrentLayer(kind, options))
  }
  const kernelInitializer = tf.initializers.glorotUniform({ seed: nextSeed() })
  model.add(tf.layers.dense({ units: outputSize, activation: 'softmax', kernelInitializer }))
  return model
  // @end
}

/**
 * B2 · Random sequences with random classes: there is nothing in them to learn, only to memorise.
 *
 * @param config - B, T, D, K and the seed
 * @returns standard normal numbers (B × T × D), and B classes, all equally probable
 */
export function makeBenchmarkData(config: BenchmarkConfig): BenchmarkData {
  // @solution B2
  const { inputSize, seqLength, batchSize, outputSize } = config
  const random = createRandom(config.seed)
  const list = <Item>(length: number, item: () => Item): Item[] => Array.from({ length }, item)
  const step = (): number[] => list(inputSize, () => random.normal())
  const xs = list(batchSize, () => list(seqLength, step))
  const ys = list(batchSize, () => Math.floor(random.uniform(0, outputSize)))
  return { xs, ys }
  // @end
}

/**
 * B3 · Trains the three models on the same data and measures them: Adam with rate 0.001, every step on the whole batch.
 *
 * @param config - sizes, steps and seed; the models are those of {@link buildRecurrentModel}
 * @param data - the sequences to train on, in the sizes of `config`
 * @returns a row per model
 */
export async function runBenchmark(config: BenchmarkConfig, data: BenchmarkData): Promise<BenchmarkResult> {
  // @solution B3
  const xs = tf.tensor3d(data.xs, [config.batchSize, config.seqLength, config.inputSize])
  const labels = tf.tidy(() => tf.oneHot(tf.tensor1d(data.ys, 'int32'), config.outputSize)) // (B, K)
  try {
    const rows: BenchmarkRow[] = []
    for (const kind of ['RNN', 'LSTM', 'GRU'] as const) rows.push(await measure(kind, config, xs, labels))
    return { config, backend: tf.getBackend(), rows }
  } finally {
    tf.dispose([xs, labels])
  }
  // @end
}
// @remove

/** What a cell is, whatever its size. The LSTM has three gates and a candidate, the GRU two and a candidate. */
const anatomy = {
  RNN: { gates: 0, cellState: false },
  LSTM: { gates: 3, cellState: true },
  GRU: { gates: 2, cellState: false },
} as const

async function measure(
  kind: ModelKind,
  config: BenchmarkConfig,
  xs: tf.Tensor3D,
  labels: tf.Tensor,
): Promise<BenchmarkRow> {
  const model = buildRecurrentModel(kind, config)
  const optimizer = tf.train.adam(0.001)
  const loss = (): tf.Scalar =>
    tf.tidy(() => tf.mean(tf.metrics.categoricalCrossentropy(labels, model.apply(xs) as tf.Tensor)))
  try {
    // The warm-up: a step that is computed and thrown away, so that the first timed one is like the others.
    const { value, grads } = optimizer.computeGradients(loss)
    const firstLoss = await numberOf(value)
    tf.dispose(grads)

    // On this backend an operation has ended when it returns; on a GPU one would have to wait for the last one.
    const start = performance.now()
    for (let step = 0; step < config.steps; step++) optimizer.minimize(loss)
    const seconds = (performance.now() - start) / 1000

    const finalLoss = await numberOf(loss())
    return { model: kind, params: model.countParams(), seconds, firstLoss, finalLoss, ...anatomy[kind] }
  } finally {
    optimizer.dispose()
    model.dispose()
  }
}

function recurrentLayer(kind: ModelKind, options: Parameters<typeof tf.layers.simpleRNN>[0]): tf.layers.Layer {
  // tfjs's own default for gates is hardSigmoid, a polyline.
  const gated = { ...options, recurrentActivation: 'sigmoid' as const }
  switch (kind) {
    case 'RNN':
      return tf.layers.simpleRNN(options)
    case 'LSTM':
      return tf.layers.lstm({ ...gated, unitForgetBias: true })
    case 'GRU':
      return tf.layers.gru(gated)
  }
}

/** The number in a scalar, which is disposed of. */
async function numberOf(scalar: tf.Scalar): Promise<number> {
  const [value = NaN] = await scalar.data()
  scalar.dispose()
  return value
}

/** Seeds that follow from one: two initialisers with one seed would give equal weights. */
function seedsFrom(seed: number): () => number {
  const random = createRandom(seed)
  return () => Math.floor(random.uniform(0, 2 ** 31))
}
// @end

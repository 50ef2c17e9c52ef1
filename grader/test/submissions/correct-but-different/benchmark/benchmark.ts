// Expected: nothing is lost. Another hand: compile, trainOnBatch and evaluate, a warm-up with a model apart, rows in another order.
import * as tf from '@tensorflow/tfjs'
import { createRandom } from '../shared/random.ts'

type Kind = 'RNN' | 'LSTM' | 'GRU'
type Config = Record<'inputSize' | 'hiddenSize' | 'seqLength' | 'batchSize' | 'outputSize' | 'numLayers' | 'steps' | 'seed', number>

export function buildRecurrentModel(kind: Kind, c: Config) {
  const input = tf.input({ shape: [c.seqLength, c.inputSize] })
  let x: unknown = input
  for (let k = 0; k < c.numLayers; k++) {
    const options = {
      units: c.hiddenSize,
      returnSequences: k + 1 < c.numLayers,
      kernelInitializer: tf.initializers.leCunNormal({ seed: 100 * c.seed + k }),
      recurrentInitializer: tf.initializers.orthogonal({ seed: 100 * c.seed + 50 + k, gain: 1 }),
    }
    const gates = { ...options, recurrentActivation: 'sigmoid' } as const
    const layer = kind === 'RNN' ? tf.layers.simpleRNN(options) : kind === 'LSTM' ? tf.layers.lstm(gates) : tf.layers.gru(gates)
    x = layer.apply(x as tf.SymbolicTensor)
  }
  const dense = { units: c.outputSize, kernelInitializer: tf.initializers.glorotNormal({ seed: 100 * c.seed + 99 }) }
  const logits = tf.layers.dense(dense).apply(x as tf.SymbolicTensor)
  return tf.model({ inputs: input, outputs: tf.layers.softmax().apply(logits) as tf.SymbolicTensor })
}

export async function makeBenchmarkData(c: Config) {
  const random = createRandom(c.seed)
  const ys: number[] = []
  const xs: number[][][] = []
  for (let b = 0; b < c.batchSize; b++) {
    ys.push(Math.min(c.outputSize - 1, Math.floor(random.uniform() * c.outputSize)))
    xs.push([])
    for (let t = 0; t < c.seqLength; t++) xs[b]!.push(Array.from({ length: c.inputSize }, () => random.normal(0, 1)))
  }
  return { ys, xs, note: 'more than was asked for' }
}

export async function runBenchmark(config: Config, { xs, ys }: { xs: number[][][]; ys: number[] }) {
  const x = tf.tensor3d(xs)
  const y = tf.tensor1d(ys, 'float32')
  const compiled = (kind: Kind) => {
    const model = buildRecurrentModel(kind, config)
    model.compile({ optimizer: tf.train.adam(0.001), loss: 'sparseCategoricalCrossentropy' })
    return model
  }
  const lossOf = (model: tf.LayersModel) => (model.evaluate(x, y, { batchSize: config.batchSize }) as tf.Scalar).dataSync()[0]!
  const rows = []
  for (const [kind, gates] of [['GRU', 2], ['LSTM', 3], ['RNN', 0]] as const) {
    await compiled(kind).trainOnBatch(x, y)
    const model = compiled(kind)
    const firstLoss = lossOf(model)
    const clock = performance.now()
    for (let k = 0; k < config.steps; k++) await model.trainOnBatch(x, y)
    const seconds = (performance.now() - clock) / 1000
    rows.push({ model: kind, params: model.countParams(), seconds, firstLoss, finalLoss: lossOf(model), gates, cellState: kind === 'LSTM' })
  }
  tf.dispose([x, y])
  return { rows, backend: tf.getBackend(), config: { ...config } }
}

// Expected: every check that is worth points fails. The shapes are right; nothing is computed.
import * as tf from '@tensorflow/tfjs'

export function buildRecurrentModel(_kind: string, config: Record<string, number>): tf.LayersModel {
  const options = { units: config['outputSize'] ?? 2, activation: 'softmax', kernelInitializer: 'zeros' } as const
  const flat = tf.layers.flatten({ inputShape: [config['seqLength'] ?? 1, config['inputSize'] ?? 1] })
  return tf.sequential({ layers: [flat, tf.layers.dense(options)] })
}

export function makeBenchmarkData({ batchSize, seqLength, inputSize }: Record<string, number>): object {
  const list = (length: number | undefined, item: unknown): unknown[] => Array.from({ length: length ?? 1 }, () => item)
  return { xs: list(batchSize, list(seqLength, list(inputSize, 0))), ys: list(batchSize, 0) }
}

export function runBenchmark(config: object): object {
  const row = { params: 0, seconds: 0, firstLoss: 0, finalLoss: 0, gates: 0, cellState: false }
  return { config, backend: 'wasm', rows: ['RNN', 'LSTM', 'GRU'].map((model) => ({ model, ...row })) }
}

import * as tf from '@tensorflow/tfjs'
import { describe, expect, it } from 'vitest'
import { buildRecurrentModel, makeBenchmarkData, runBenchmark, type BenchmarkConfig } from './benchmark.ts'

const config: BenchmarkConfig = {
  inputSize: 5,
  hiddenSize: 8,
  seqLength: 4,
  batchSize: 16,
  outputSize: 2,
  numLayers: 2,
  steps: 3,
  seed: 7,
}
const kinds = ['RNN', 'LSTM', 'GRU'] as const

/** The weights of a model, one list per matrix or bias. */
function weightsOf(model: tf.LayersModel): number[][] {
  return model.getWeights().map((weight) => Array.from(weight.dataSync()))
}

/** The mean of -ln p(right class). */
function crossEntropy(probabilities: number[][], classes: number[]): number {
  const losses = classes.map((right, k) => -Math.log(probabilities[k]?.[right] ?? NaN))
  return losses.reduce((sum, loss) => sum + loss, 0) / losses.length
}

describe('Benchmark', () => {
  it('B1 · buildRecurrentModel: probabilidades de (lote, T, D) a (lote, K)', () => {
    for (const kind of kinds) {
      const model = buildRecurrentModel(kind, config)
      const output = model.predict(tf.randomNormal([3, 4, 5])) as tf.Tensor2D
      expect(output.shape).toEqual([3, 2])
      for (const total of tf.sum(output, 1).arraySync() as number[]) expect(total).toBeCloseTo(1, 5)
    }
  })

  it('B1 · buildRecurrentModel: las cuentas del enunciado, con un sesgo por bloque', () => {
    expect(kinds.map((kind) => buildRecurrentModel(kind, config).countParams())).toEqual([266, 1010, 762])
    expect(kinds.map((kind) => buildRecurrentModel(kind, { ...config, numLayers: 1 }).countParams())).toEqual([
      130, 466, 354,
    ])
  })

  it('B1 · buildRecurrentModel: los pesos dependen solo de la semilla', () => {
    const weights = weightsOf(buildRecurrentModel('GRU', config))
    expect(weightsOf(buildRecurrentModel('GRU', config))).toEqual(weights)
    expect(weightsOf(buildRecurrentModel('GRU', { ...config, seed: 8 }))).not.toEqual(weights)
  })

  it('B2 · makeBenchmarkData: formas y clases del contrato, según la semilla', () => {
    const { xs, ys } = makeBenchmarkData(config)
    expect([xs.length, xs[0]?.length, xs[0]?.[0]?.length, ys.length]).toEqual([16, 4, 5, 16])
    expect([...new Set(ys)].sort()).toEqual([0, 1])
    expect(makeBenchmarkData(config)).toEqual({ xs, ys })
    expect(makeBenchmarkData({ ...config, seed: 8 }).xs).not.toEqual(xs)
  })

  it('B3 · runBenchmark: una fila por modelo, con lo que es cada celda', async () => {
    const { rows, backend, config: measured } = await runBenchmark(config, makeBenchmarkData(config))
    expect(measured).toEqual(config)
    expect(backend).toBe(tf.getBackend())
    expect(rows.map(({ model, params, gates, cellState }) => [model, params, gates, cellState])).toEqual([
      ['RNN', 266, 0, false],
      ['LSTM', 1010, 3, true],
      ['GRU', 762, 2, false],
    ])
    for (const { seconds } of rows) expect(seconds).toBeGreaterThan(0)
  })

  it('B3 · runBenchmark: la primera pérdida es la de antes de entrenar, y más pasos la bajan', async () => {
    // Something to learn: the class is the sign of the first number.
    const { xs } = makeBenchmarkData(config)
    const data = { xs, ys: xs.map((sequence) => ((sequence[0]?.[0] ?? 0) > 0 ? 1 : 0)) }
    const { rows } = await runBenchmark({ ...config, numLayers: 1, steps: 20 }, data)
    for (const { model, firstLoss, finalLoss } of rows) {
      const probabilities = buildRecurrentModel(model, { ...config, numLayers: 1 }).predict(
        tf.tensor3d(xs),
      ) as tf.Tensor2D
      expect(firstLoss).toBeCloseTo(crossEntropy(probabilities.arraySync(), data.ys), 4)
      expect(finalLoss).toBeLessThan(firstLoss)
    }
  })

  it('B3 · runBenchmark: los pasos no dejan tensores atrás', async () => {
    const leftBy = async (steps: number): Promise<number> => {
      const before = tf.memory().numTensors
      await runBenchmark({ ...config, numLayers: 1, steps }, makeBenchmarkData(config))
      return tf.memory().numTensors - before
    }
    expect(await leftBy(6)).toBe(await leftBy(1))
  })
})

// Add your own tests here: one layer, three classes, no step at all.

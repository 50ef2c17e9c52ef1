import * as tf from '@tensorflow/tfjs'
import { describe, expect, it } from 'vitest'
import {
  buildForecaster,
  chronologicalSplit,
  compareCells,
  defaultForecasterConfig,
  defaultForecasterOptions,
  fitScaler,
  makeWindows,
  regressionMetrics,
  trainForecaster,
  type ForecasterConfig,
  type TrainOptions,
} from './time-series.ts'

/** The sinusoid of the handout, without its noise. */
function sinusoid(n: number): number[] {
  const turn = 2 * Math.PI * 0.05
  return Array.from({ length: n }, (_, t) => Math.sin(turn * t) + 0.5 * Math.sin(3 * turn * t))
}

/** Small enough to train while you wait. */
const config: ForecasterConfig = { cell: 'lstm', window: 8, horizon: 2, hiddenSize: 8, numLayers: 1, dropout: 0 }
const options: TrainOptions = {
  epochs: 6,
  batchSize: 32,
  learningRate: 0.02,
  clipNorm: 1,
  weightDecay: 0,
  seed: 1,
}

/** The numbers of all weights of a model, one after the other. */
function weightsOf(model: tf.LayersModel): number[] {
  return model.getWeights().flatMap((weight) => Array.from(weight.dataSync()))
}

describe('Series de tiempo', () => {
  it('T1 · makeWindows: el ejemplo del enunciado', () => {
    expect(makeWindows([10, 12, 15, 11, 9, 14], 3, 2)).toEqual({
      xs: [
        [10, 12, 15],
        [12, 15, 11],
      ],
      ys: [
        [11, 9],
        [9, 14],
      ],
    })
  })

  it('T1 · makeWindows: n − window − horizon + 1 pares, ninguno si la serie no alcanza', () => {
    expect(makeWindows(sinusoid(100), 24, 1).xs.length).toBe(76)
    expect(makeWindows(sinusoid(100), 24, 5).ys.length).toBe(72)
    expect(makeWindows([1, 2, 3], 3, 1)).toEqual({ xs: [], ys: [] })
  })

  it('T2 · chronologicalSplit: en orden, sin perder nada, y redondeando hacia abajo', () => {
    const items = Array.from({ length: 170 }, (_, t) => t)
    const { train, val, test } = chronologicalSplit(items, { train: 70, val: 15 })
    expect([train.length, val.length, test.length]).toEqual([119, 25, 26])
    expect([...train, ...val, ...test]).toEqual(items)
  })

  it('T3 · fitScaler: media y desviación poblacional; 1 si la serie es constante', () => {
    expect(fitScaler([2, 4, 4, 4, 5, 5, 7, 9])).toEqual({ mean: 5, std: 2 })
    expect(fitScaler([3, 3, 3]).std).toBe(1)
  })

  it('T4 · regressionMetrics: las tres métricas del enunciado', () => {
    const { mse, rmse, mae } = regressionMetrics([11, 9, 9, 14], [15, 15, 11, 11])
    expect(mse).toBeCloseTo(16.25, 12)
    expect(rmse).toBeCloseTo(4.031129, 6)
    expect(mae).toBeCloseTo(3.75, 12)
  })

  it('T5, T6 · tu configuración: los campos del contrato', () => {
    expect(Object.keys(defaultForecasterConfig()).sort()).toEqual(Object.keys(config).sort())
    expect(Object.keys(defaultForecasterOptions()).sort()).toEqual(Object.keys(options).sort())
  })

  it('T7 · buildForecaster: (lote, window, 1) → (lote, horizon), con LSTM y con GRU', () => {
    for (const cell of ['lstm', 'gru'] as const) {
      const model = buildForecaster({ ...config, cell, numLayers: 2, dropout: 0.2 }, 1)
      expect(model.inputs[0]?.shape).toEqual([null, 8, 1])
      expect(model.outputs[0]?.shape).toEqual([null, 2])
      const recurrent = model.layers.filter((layer) => layer.getClassName() === cell.toUpperCase())
      expect(recurrent.length).toBe(2)
      model.dispose()
    }
  })

  it('T7 · buildForecaster: una GRU tiene tres bloques donde la LSTM tiene cuatro', () => {
    const [lstm, gru] = (['lstm', 'gru'] as const).map((cell) => {
      const model = buildForecaster({ ...config, cell }, 1)
      return model.layers[0]?.countParams()
    })
    expect([lstm, gru]).toEqual([4 * 8 * (8 + 1 + 1), 3 * 8 * (8 + 1 + 1)])
  })

  it('T7 · buildForecaster: los pesos dependen solo de la semilla', () => {
    const [first, again, other] = [7, 7, 8].map((seed) => weightsOf(buildForecaster(config, seed)))
    expect(again).toEqual(first)
    expect(other).not.toEqual(first)
  })

  it('T8 · trainForecaster: una entrada por época, y la pérdida baja', async () => {
    const { train, val } = chronologicalSplit(sinusoid(300), { train: 70, val: 15 })
    const model = buildForecaster(config, 1)
    const history = await trainForecaster(model, makeWindows(train, 8, 2), makeWindows(val, 8, 2), options)
    expect([history.trainLoss.length, history.valLoss.length]).toEqual([6, 6])
    expect(history.trainLoss[5]).toBeLessThan(0.7 * (history.trainLoss[0] ?? 0))
    expect(history.valLoss[5]).toBeLessThan(history.valLoss[0] ?? 0)
  })

  it('T8 · trainForecaster: con un clipNorm diminuto los pesos apenas se mueven', async () => {
    const windows = makeWindows(sinusoid(100), 8, 2)
    const model = buildForecaster(config, 1)
    const before = weightsOf(model)
    await trainForecaster(model, windows, windows, { ...options, epochs: 1, clipNorm: 1e-10 })
    const moved = weightsOf(model).map((value, k) => Math.abs(value - (before[k] ?? NaN)))
    expect(Math.max(...moved)).toBeLessThan(1e-3)
  })

  it('T8 · trainForecaster: no deja tensores olvidados', async () => {
    const windows = makeWindows(sinusoid(100), 8, 2)
    const model = buildForecaster(config, 1)
    await trainForecaster(model, windows, windows, { ...options, epochs: 1 }) // the first call may keep some for good
    const before = tf.memory().numTensors
    await trainForecaster(model, windows, windows, { ...options, epochs: 2 })
    expect(tf.memory().numTensors - before).toBeLessThan(10)
  })

  it('T9 · compareCells: en unidades de la serie y sin mirar el futuro', async () => {
    const series = sinusoid(160)
    const tiny = { ...options, epochs: 1 }
    const base = await compareCells(series, config, tiny)
    const larger = await compareCells(
      series.map((value) => 1024 * value),
      config,
      tiny,
    )
    expect(base.lstm.params).toBeGreaterThan(base.gru.params)
    expect(larger.gru.metrics.mae / base.gru.metrics.mae).toBeCloseTo(1024, 1)

    // The last value is the target of one window and the input of none: only one error may change.
    const raised = series.with(-1, (series[159] ?? 0) + 4)
    const lowered = series.with(-1, (series[159] ?? 0) - 4)
    const [up, down] = [await compareCells(raised, config, tiny), await compareCells(lowered, config, tiny)]
    const change = up.lstm.metrics.mse + down.lstm.metrics.mse - 2 * base.lstm.metrics.mse
    const testWindows = 24 - 8 - 2 + 1 // 160 values: 112 to train, 24 to validate and 24 to test
    expect(change).toBeCloseTo((2 * 4 ** 2) / (2 * testWindows), 4)
  })
})

// Add your own tests here: other horizons, two layers, dropout, a real series.

import * as tf from '@tensorflow/tfjs'
import { describe, expect, it } from 'vitest'
import { buildStackedLstm, countStackedLstmParams } from './stacked-lstm.ts'

const sizes = { inputSize: 2, hiddenSize: 3, depth: 2, seqLength: 4 }

/** Numbers between -1 and 1 that are all different, as a batch of sequences; `phase` gives others. */
function waves(shape: [number, number, number], phase: number): tf.Tensor3D {
  const length = shape[0] * shape[1] * shape[2]
  return tf.tensor3d(
    Array.from({ length }, (_, k) => Math.sin(phase + 1.7 * k)),
    shape,
  )
}

/** What a model answers to one input, number by number. */
function answer(model: tf.LayersModel, input: tf.Tensor): number[] {
  return tf.tidy(() => Array.from((model.predict(input) as tf.Tensor).dataSync()))
}

/** The weights of a model, one list per matrix or bias. */
function weightsOf(model: tf.LayersModel): number[][] {
  return model.getWeights().map((weight) => Array.from(weight.dataSync()))
}

describe('LSTM apilado', () => {
  it('SL1 · buildStackedLstm: de (lote, T, D) a (lote, T, H), con profundidad 1 a 4', () => {
    for (const depth of [1, 2, 3, 4]) {
      const model = buildStackedLstm({ ...sizes, depth }, 7)
      expect(model.outputs.map(({ shape }) => shape)).toEqual([[null, 4, 3]])
      expect(model.countParams()).toBe(countStackedLstmParams(2, 3, depth))
    }
  })

  it('SL1 · buildStackedLstm: los pesos dependen solo de la semilla, y no hay dos matrices iguales', () => {
    const weights = weightsOf(buildStackedLstm({ ...sizes, depth: 3 }, 7))
    expect(weightsOf(buildStackedLstm({ ...sizes, depth: 3 }, 7))).toEqual(weights)
    expect(weightsOf(buildStackedLstm({ ...sizes, depth: 3 }, 8))).not.toEqual(weights)
    expect(weights[3]).not.toEqual(weights[6]) // what the second and third layers do with their input
  })

  it('SL1 · buildStackedLstm: la segunda capa lee toda la secuencia de la primera', () => {
    const both = buildStackedLstm(sizes, 7)
    const lower = buildStackedLstm({ ...sizes, depth: 1 }, 1)
    const upper = buildStackedLstm({ ...sizes, inputSize: 3, depth: 1 }, 2)
    lower.setWeights(both.getWeights().slice(0, 3))
    upper.setWeights(both.getWeights().slice(3))
    const x = waves([2, 4, 2], 1)
    const expected = answer(upper, lower.predict(x) as tf.Tensor)
    for (const [k, value] of answer(both, x).entries()) expect(value).toBeCloseTo(expected[k] ?? NaN, 5)
  })

  it('SL1 · buildStackedLstm: el futuro no cambia el pasado', () => {
    const model = buildStackedLstm(sizes, 7)
    const x = waves([1, 4, 2], 1)
    const touched = tf.concat([tf.slice(x, [0, 0, 0], [1, 3, 2]), waves([1, 1, 2], 5)], 1) // another last step
    const [before, after] = [answer(model, x), answer(model, touched)]
    expect(after.slice(0, 9)).toEqual(before.slice(0, 9)) // three steps of three states
    expect(after.slice(9)).not.toEqual(before.slice(9))
  })

  it('SL2 · countStackedLstmParams: el ejemplo del enunciado', () => {
    expect([1, 2, 3, 4].map((depth) => countStackedLstmParams(5, 8, depth))).toEqual([448, 992, 1536, 2080])
  })
})

// Add your own tests here: one unit, one step, as many features as units.

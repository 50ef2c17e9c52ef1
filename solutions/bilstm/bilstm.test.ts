import * as tf from '@tensorflow/tfjs'
import { describe, expect, it } from 'vitest'
import { buildBiLstmClassifier, buildBiLstmEncoder, type SentimentConfig } from './bilstm.ts'

const sizes = { inputSize: 2, hiddenSize: 3, seqLength: 4 }
const config: SentimentConfig = {
  vocabSize: 20,
  embedDim: 4,
  hiddenSize: 3,
  numLayers: 1,
  dropout: 0.3,
  bidirectional: true,
  numClasses: 2,
  maxLen: 6,
}

/** What a model answers to one input: one list per example, or per example and step. */
function answer(model: tf.LayersModel, input: tf.Tensor): number[][] {
  return tf.tidy(() => {
    const output = model.predict(input) as tf.Tensor
    return tf.reshape(output, [-1, output.shape.at(-1) ?? 1]).arraySync() as number[][]
  })
}

/** The weights of a model, one list per matrix or bias. */
function weightsOf(model: tf.LayersModel): number[][] {
  return model.getWeights().map((weight) => Array.from(weight.dataSync()))
}

/** A copy of a model's weights with those of the forward half of its first bidirectional layer set to zero. */
function withoutForwardHalf(model: tf.LayersModel): tf.Tensor[] {
  // The embedding, the forward half (kernel, recurrent kernel, bias), the backward half, the dense layer.
  return model.getWeights().map((weight, k) => (k >= 1 && k <= 3 ? tf.zerosLike(weight) : weight.clone()))
}

const x = tf.tensor3d(
  [0.1, -0.4, 0.8, 0.3, -0.9, 0.5, 0.7, -0.2].map((value) => 2 * value),
  [1, 4, 2],
)

describe('LSTM bidireccional', () => {
  it('BI1 · buildBiLstmEncoder: de (lote, T, D) a (lote, T, 2H), con pesos que dependen solo de la semilla', () => {
    const model = buildBiLstmEncoder(sizes, 7)
    expect(model.outputs.map(({ shape }) => shape)).toEqual([[null, 4, 6]])
    expect(model.countParams()).toBe(2 * 4 * 3 * (2 + 3 + 1))
    expect(weightsOf(buildBiLstmEncoder(sizes, 7))).toEqual(weightsOf(model))
    expect(weightsOf(buildBiLstmEncoder(sizes, 8))).not.toEqual(weightsOf(model))
  })

  it('BI1 · buildBiLstmEncoder: el ejemplo del enunciado', () => {
    const model = buildBiLstmEncoder({ inputSize: 1, hiddenSize: 1, seqLength: 3 }, 1)
    // Both halves have the same weights. The blocks are those of tfjs: i, f, c, o.
    const half = [tf.tensor2d([[0.5, 0, 1, 0.5]]), tf.zeros([1, 4]), tf.tensor1d([0, 1, 0, 0])]
    model.setWeights([...half, ...half])
    const states = answer(model, tf.tensor3d([1, -1, 2], [1, 3, 1]))
    const rounded = states.map((row) => row.map((value) => Number(value.toFixed(4))))
    expect(rounded).toEqual([
      [0.2748, 0.3518],
      [0.0223, 0.0845],
      [0.4634, 0.444],
    ])
  })

  it('BI1 · buildBiLstmEncoder: la primera mitad solo mira atrás; la segunda, solo adelante', () => {
    const model = buildBiLstmEncoder(sizes, 7)
    const touched = tf.concat([tf.slice(x, [0, 0, 0], [1, 3, 2]), tf.ones([1, 1, 2])], 1) // another last step
    const [before, after] = [answer(model, x), answer(model, touched)]
    expect(after[0]?.slice(0, 3)).toEqual(before[0]?.slice(0, 3))
    expect(after[0]?.slice(3)).not.toEqual(before[0]?.slice(3))
  })

  it('BI2 · buildBiLstmClassifier: probabilidades de (lote, maxLen) a (lote, K), con una y dos capas', () => {
    for (const numLayers of [1, 2]) {
      const model = buildBiLstmClassifier({ ...config, numLayers }, 7)
      expect(model.outputs.map(({ shape }) => shape)).toEqual([[null, 2]])
      const [first = [], second = []] = answer(model, tf.tensor2d([3, 9, 4, 7, 0, 0, 5, 5, 2, 8, 6, 1], [2, 6]))
      expect((first[0] ?? NaN) + (first[1] ?? NaN)).toBeCloseTo(1, 5)
      expect(second).not.toEqual(first)
    }
    const layer = (features: number): number => 2 * 4 * 3 * (features + 3 + 1)
    expect(buildBiLstmClassifier({ ...config, numLayers: 2 }, 7).countParams()).toBe(
      20 * 4 + layer(4) + layer(6) + (6 * 2 + 2),
    )
  })

  it('BI2 · buildBiLstmClassifier: más relleno no cambia la predicción', () => {
    const short = buildBiLstmClassifier({ ...config, numLayers: 2 }, 7)
    const long = buildBiLstmClassifier({ ...config, numLayers: 2, maxLen: 9 }, 7)
    long.setWeights(short.getWeights())
    const [expected = []] = answer(short, tf.tensor2d([3, 9, 4, 7, 0, 0], [1, 6]))
    const [padded = []] = answer(long, tf.tensor2d([3, 9, 4, 7, 0, 0, 0, 0, 0], [1, 9]))
    for (const [k, value] of padded.entries()) expect(value).toBeCloseTo(expected[k] ?? NaN, 5)
  })

  it('BI2 · buildBiLstmClassifier: la mitad hacia atrás ha leído el texto entero', () => {
    const model = buildBiLstmClassifier(config, 7)
    model.setWeights(withoutForwardHalf(model))
    // Two texts that differ in their first word alone: without the forward half only the backward one can tell.
    const [first, second] = answer(model, tf.tensor2d([3, 9, 4, 7, 5, 2, 8, 9, 4, 7, 5, 2], [2, 6]))
    expect(second).not.toEqual(first)
  })
})

// Add your own tests here: one word, three classes, a text that fills maxLen.

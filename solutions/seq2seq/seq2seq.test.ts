import * as tf from '@tensorflow/tfjs'
import { describe, expect, it } from 'vitest'
import { buildSeq2Seq, type TrainOptions } from './seq2seq.ts'

const sizes = { inputSize: 3, outputSize: 2, hiddenSize: 8 }
const options: TrainOptions = {
  epochs: 1,
  batchSize: 3,
  learningRate: 0.05,
  clipNorm: 1,
  weightDecay: 0,
  seed: 1,
}
const still = { ...options, learningRate: 0 } // a training that changes nothing

/** Values between -1 and 1 that are all different; `phase` gives other ones. */
function waves(shape: [number, number, number], phase: number): tf.Tensor3D {
  const values = Array.from({ length: shape[0] * shape[1] * shape[2] }, (_, k) => Math.sin(phase + 1.7 * k))
  return tf.tensor3d(values, shape)
}

const src = waves([6, 5, 3], 1) // B = 6, S = 5, D = 3

function largestDifference(a: tf.Tensor, b: tf.Tensor): number {
  return tf.tidy(() => tf.max(tf.abs(tf.sub(a, b))).dataSync()[0] ?? NaN)
}

function meanSquaredError(a: tf.Tensor, b: tf.Tensor): number {
  return tf.tidy(() => tf.mean(tf.square(tf.sub(a, b))).dataSync()[0] ?? NaN)
}

describe('Codificador-decodificador', () => {
  it('SQ1 · predict: tantos pasos como se piden, mida lo que mida la fuente', () => {
    const model = buildSeq2Seq(sizes, 1)
    expect(model.predict(src, 4).shape).toEqual([6, 4, 2])
    expect(model.predict(src, 7).shape).toEqual([6, 7, 2])
    expect(model.predict(waves([2, 9, 3], 2), 4).shape).toEqual([2, 4, 2])
  })

  it('SQ1 · predict: pedir más pasos no cambia los primeros', () => {
    const model = buildSeq2Seq(sizes, 1)
    const firstThree = tf.slice(model.predict(src, 7), [0, 0, 0], [6, 3, 2])
    expect(largestDifference(model.predict(src, 3), firstThree)).toBeLessThan(1e-6)
  })

  it('SQ1 · predict: la primera salida depende de la fuente y de su orden', () => {
    const model = buildSeq2Seq(sizes, 1)
    const first = model.predict(src, 1)
    expect(largestDifference(model.predict(waves([6, 5, 3], 4), 1), first)).toBeGreaterThan(1e-3)
    expect(largestDifference(model.predict(tf.reverse(src, 1), 1), first)).toBeGreaterThan(1e-3)
  })

  it('SQ1 · buildSeq2Seq: los pesos dependen solo de la semilla', () => {
    const written = buildSeq2Seq(sizes, 1).predict(src, 4)
    expect(largestDifference(buildSeq2Seq(sizes, 1).predict(src, 4), written)).toBe(0)
    expect(largestDifference(buildSeq2Seq(sizes, 2).predict(src, 4), written)).toBeGreaterThan(1e-3)
  })

  it('SQ1 · fit: la pérdida de un objetivo de un paso es el error cuadrático medio de predict', async () => {
    const model = buildSeq2Seq(sizes, 1)
    const target = waves([6, 1, 2], 5)
    const [loss] = await model.fit(src, target, still)
    expect(loss).toBeCloseTo(meanSquaredError(model.predict(src, 1), target), 5)
  })

  it('SQ1 · fit: si el objetivo es lo que el modelo escribe solo, la pérdida es 0; con otro, no es la de predict', async () => {
    const model = buildSeq2Seq(sizes, 1)
    const own = model.predict(src, 4)
    const [itself] = await model.fit(src, own, still)
    expect(itself).toBeCloseTo(0, 8)
    const target = waves([6, 4, 2], 6)
    const [forced = NaN] = await model.fit(src, target, still)
    expect(Math.abs(forced - meanSquaredError(own, target))).toBeGreaterThan(1e-4)
  })

  it('SQ1 · fit: una pérdida por época, que baja, y siempre las mismas con la misma semilla', async () => {
    const target = tf.slice(tf.reverse(src, 1), [0, 0, 0], [6, 3, 2]) // the last three steps, backwards
    const losses = await buildSeq2Seq(sizes, 1).fit(src, target, { ...options, epochs: 20 })
    expect(losses.length).toBe(20)
    expect(losses.at(-1)).toBeLessThan(0.5 * (losses[0] ?? NaN))
    expect(await buildSeq2Seq(sizes, 1).fit(src, target, { ...options, epochs: 20 })).toEqual(losses)
  })

  it('SQ1 · no queda ningún tensor por el camino', async () => {
    const model = buildSeq2Seq(sizes, 1)
    const target = waves([6, 3, 2], 7)
    const before = tf.memory().numTensors
    model.predict(src, 3).dispose()
    await model.fit(src, target, { ...options, epochs: 2 })
    expect(tf.memory().numTensors).toBe(before)
  })
})

// Add your own tests here: batch 1, sources of length 1, targets longer than the source, copying a sequence of symbols.

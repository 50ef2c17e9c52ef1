import * as tf from '@tensorflow/tfjs'
import { describe, expect, it } from 'vitest'
import {
  buildSentimentModel,
  buildVocabulary,
  defaultSentimentConfig,
  defaultSentimentOptions,
  encode,
  predictSentiment,
  tokenize,
  trainSentiment,
  type LabelledSequences,
  type SentimentConfig,
  type TrainOptions,
} from './sentiment.ts'

// A tiny model: V = 12, E = 4, H = 5, C = 2, T = 6.
const config: SentimentConfig = {
  vocabSize: 12,
  embedDim: 4,
  hiddenSize: 5,
  numLayers: 1,
  dropout: 0,
  bidirectional: false,
  numClasses: 2,
  maxLen: 6,
}
const options: TrainOptions = {
  epochs: 8,
  batchSize: 16,
  learningRate: 0.1,
  clipNorm: 1,
  weightDecay: 0,
  seed: 3,
}

/** Texts whose class is that of their last word: ids 2 to 6 are class 0, ids 7 to 11 class 1. */
function lastWordDecides(n: number, phase: number): LabelledSequences {
  const word = (k: number): number => 2 + Math.floor(10 * Math.abs(Math.sin(phase + 1.7 * k)))
  const xs = Array.from({ length: n }, (_, k) => [word(3 * k), word(3 * k + 1), word(3 * k + 2), 0, 0, 0])
  return { xs, ys: xs.map((x) => ((x[2] ?? 0) > 6 ? 1 : 0)) }
}

/** All numbers of a model, one after the other. */
function numbers(model: tf.LayersModel): number[] {
  return model.getWeights().flatMap((weight) => Array.from(weight.dataSync()))
}

function probabilities(model: tf.LayersModel, xs: number[][]): number[][] {
  return tf.tidy(() => (model.predict(tf.tensor2d(xs, undefined, 'int32')) as tf.Tensor2D).arraySync())
}

describe('Del texto a los índices', () => {
  it('S1 · tokenize: minúsculas, letras y cifras', () => {
    expect(tokenize('¡No es MALA: dura 95 minutos!')).toEqual(['no', 'es', 'mala', 'dura', '95', 'minutos'])
    expect(tokenize('...')).toEqual([])
  })

  it('S1 · tokenize: conserva tildes, eñes y diéresis, en NFC y en NFD', () => {
    const text = 'El pingüino y el niño: ¡qué película única!'
    const words = ['el', 'pingüino', 'y', 'el', 'niño', 'qué', 'película', 'única']
    expect(tokenize(text.normalize('NFC'))).toEqual(words)
    expect(tokenize(text.normalize('NFD'))).toEqual(words)
  })

  it('S2 · buildVocabulary: primero lo frecuente, y los empates por punto de código', () => {
    const vocabulary = buildVocabulary(['no es mala, es buena', 'zorro, árbol'], 50)
    const inOrder = Object.entries(vocabulary)
      .sort(([, a], [, b]) => a - b)
      .map(([word]) => word)
    expect(inOrder).toEqual(['<pad>', '<unk>', 'es', 'buena', 'mala', 'no', 'zorro', 'árbol'])
  })

  it('S2 · buildVocabulary: maxSize cuenta <pad> y <unk>', () => {
    expect(buildVocabulary(['no es mala, es buena'], 4)).toEqual({ '<pad>': 0, '<unk>': 1, es: 2, buena: 3 })
    expect(buildVocabulary(['el constructor'], 4)).toEqual({ '<pad>': 0, '<unk>': 1, constructor: 2, el: 3 })
  })

  it('S3 · encode: el ejemplo del enunciado', () => {
    const vocabulary = { '<pad>': 0, '<unk>': 1, es: 2, no: 3, la: 4, mala: 5, trama: 6, buena: 7 }
    expect(encode('La trama no es MALA, ¡es sublime!', vocabulary, 10)).toEqual([4, 6, 3, 2, 5, 2, 1, 0, 0, 0])
    expect(encode('La trama no es mala', vocabulary, 3)).toEqual([4, 6, 3])
    expect(encode('constructor', vocabulary, 2)).toEqual([1, 0])
  })
})

describe('El modelo', () => {
  it('S4 y S5 · valores por defecto para dos clases', () => {
    expect(defaultSentimentConfig().numClasses).toBe(2)
    expect(defaultSentimentOptions().epochs).toBeGreaterThanOrEqual(1)
  })

  it('S6 · buildSentimentModel: formas y número de parámetros', () => {
    const one = buildSentimentModel(config, 1)
    expect([one.inputs[0]?.shape, one.outputs[0]?.shape]).toEqual([
      [null, 6],
      [null, 2],
    ])
    // V·E + 4H(E + H + 1) + C(H + 1)
    expect(one.countParams()).toBe(12 * 4 + 4 * 5 * (4 + 5 + 1) + 2 * (5 + 1))
    const both = buildSentimentModel({ ...config, bidirectional: true, numLayers: 2 }, 1)
    expect(both.countParams()).toBe(12 * 4 + 2 * 4 * 5 * (4 + 5 + 1) + 2 * 4 * 5 * (10 + 5 + 1) + 2 * (10 + 1))
  })

  it('S6 · buildSentimentModel: la semilla decide los pesos', () => {
    const weights = numbers(buildSentimentModel(config, 1))
    expect(numbers(buildSentimentModel(config, 1))).toEqual(weights)
    expect(numbers(buildSentimentModel(config, 2))).not.toEqual(weights)
  })

  it('S6 · buildSentimentModel: más relleno no cambia nada', () => {
    const short = buildSentimentModel(config, 1)
    const long = buildSentimentModel({ ...config, maxLen: 15 }, 1)
    const text = [3, 9, 4]
    const pads = (n: number): number[] => Array.from({ length: n }, () => 0)
    const [a, b] = [probabilities(short, [[...text, ...pads(3)]]), probabilities(long, [[...text, ...pads(12)]])]
    expect(b[0]?.[1]).toBeCloseTo(a[0]?.[1] ?? NaN, 6)
    // The order of the words does change it.
    expect(probabilities(short, [[4, 9, 3, 0, 0, 0]])[0]?.[1]).not.toBe(a[0]?.[1])
  })
})

describe('El entrenamiento', () => {
  const train = lastWordDecides(80, 0)
  const validation = lastWordDecides(40, 0.5)

  it('S7 · trainSentiment: aprende, y el historial tiene una entrada por época', async () => {
    const model = buildSentimentModel(config, 1)
    const { trainLoss, trainAccuracy, valLoss, valAccuracy } = await trainSentiment(model, train, validation, options)
    expect([trainLoss, trainAccuracy, valLoss, valAccuracy].map((list) => list.length)).toEqual([8, 8, 8, 8])
    expect(trainLoss[7]).toBeLessThan(0.5 * (trainLoss[0] ?? 0))
    expect(valAccuracy[7]).toBeGreaterThan(0.85)
  })

  it('S7 · trainSentiment: la última exactitud de validación es la del modelo', async () => {
    const model = buildSentimentModel({ ...config, dropout: 0.5 }, 1)
    const { valAccuracy } = await trainSentiment(model, train, validation, { ...options, epochs: 2 })
    const classes = await predictSentiment(model, validation.xs)
    const hits = classes.filter((predicted, k) => predicted === validation.ys[k]).length
    expect(valAccuracy[1]).toBeCloseTo(hits / 40, 6)
  })

  it('S7 · trainSentiment: con un umbral diminuto apenas se mueve', async () => {
    const model = buildSentimentModel(config, 1)
    const before = numbers(model)
    await trainSentiment(model, train, validation, { ...options, epochs: 1, clipNorm: 1e-10 })
    const moved = numbers(model).map((value, k) => Math.abs(value - (before[k] ?? NaN)))
    expect(Math.max(...moved)).toBeLessThan(1e-3)
  })

  it('S7 · trainSentiment: la misma semilla repite el entrenamiento', async () => {
    const after = async (seed: number): Promise<number[]> => {
      const model = buildSentimentModel(config, 1)
      await trainSentiment(model, train, validation, { ...options, epochs: 2, seed })
      return numbers(model)
    }
    const first = await after(5)
    expect(await after(5)).toEqual(first)
    expect(await after(6)).not.toEqual(first)
  })

  it('S7 · trainSentiment: no deja tensores atrás', async () => {
    const model = buildSentimentModel(config, 1)
    const before = tf.memory().numTensors
    await trainSentiment(model, train, validation, { ...options, epochs: 1 })
    await predictSentiment(model, validation.xs)
    expect(tf.memory().numTensors).toBe(before)
  })

  it('S8 · predictSentiment: la clase más probable de cada texto', async () => {
    const model = buildSentimentModel(config, 4)
    await trainSentiment(model, train, validation, { ...options, epochs: 4 })
    const wanted = probabilities(model, validation.xs).map((row) => row.indexOf(Math.max(...row)))
    expect(await predictSentiment(model, validation.xs)).toEqual(wanted)
    expect(new Set(wanted).size).toBe(2)
  })
})

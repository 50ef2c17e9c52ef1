import fc from 'fast-check'
import type { Random } from '../../numeric/random.ts'
import type { LabelledSequences, SentimentConfig, TrainOptions } from './contract.ts'

/** What the defaults of a submission may cost, so that everybody's training ends in a few seconds. */
export const bounds = {
  /** Parameters × optimiser steps on {@link reviewCounts.train} reviews. */
  parameterSteps: 30_000_000,
  /** Optimiser steps × ids per text × LSTM layers × directions: what a training's time follows. */
  cellSteps: 20_000,
} as const

/** Reviews that a submission is trained on, validated on, and judged by. */
export const reviewCounts = { train: 2000, validation: 200, heldOut: 2000, pairs: 500, outright: 400 } as const

/** A small model in which no two sizes are equal. */
export const small: SentimentConfig = {
  vocabSize: 23,
  embedDim: 5,
  hiddenSize: 6,
  numLayers: 1,
  dropout: 0,
  bidirectional: false,
  numClasses: 2,
  maxLen: 8,
}

export const smallOptions: TrainOptions = {
  epochs: 3,
  batchSize: 16,
  learningRate: 0.02,
  clipNorm: 1,
  weightDecay: 0,
  seed: 3,
}

/** Sizes whose counts are compared; corners (one unit, one word, one class) come too. */
export const anyConfig: fc.Arbitrary<SentimentConfig> = fc.record({
  vocabSize: fc.integer({ min: 3, max: 60 }),
  embedDim: fc.integer({ min: 1, max: 12 }),
  hiddenSize: fc.integer({ min: 1, max: 12 }),
  numLayers: fc.integer({ min: 1, max: 3 }),
  dropout: fc.constantFrom(0, 0.3),
  bidirectional: fc.boolean(),
  numClasses: fc.integer({ min: 2, max: 5 }),
  maxLen: fc.integer({ min: 1, max: 9 }),
})

/** Texts of `lengths[k]` words each and then padding: `rows` of `maxLen` ids. */
export function drawTexts(
  random: Random,
  { vocabSize, maxLen }: SentimentConfig,
  lengths: readonly number[],
): number[][] {
  return lengths.map((length) =>
    Array.from({ length: maxLen }, (_, t) => (t < length ? random.int(2, vocabSize - 1) : 0)),
  )
}

/** Texts for {@link small} with labels that follow from nothing. */
export function drawNoise(random: Random, n: number): LabelledSequences {
  const lengths = Array.from({ length: n }, () => random.int(2, small.maxLen))
  return { xs: drawTexts(random, small, lengths), ys: lengths.map(() => random.int(0, 1)) }
}

/** Texts of three classes for a model of {@link small}'s sizes: an id of class k leaves k over when divided by 3. */
export function drawThirds(random: Random, n: number): LabelledSequences {
  const ys = Array.from({ length: n }, (_, k) => k % 3)
  const id = (y: number): number => 3 * random.int(1, 6) + y
  const xs = ys.map((y) => Array.from({ length: small.maxLen }, (_, t) => (t < 4 ? id(y) : 0)))
  return { xs, ys }
}

/** The same texts with more padding. */
export function padded(texts: readonly (readonly number[])[], maxLen: number): number[][] {
  return texts.map((text) => [...text, ...Array.from({ length: maxLen - text.length }, () => 0)])
}

/** A corpus of made-up words, a few of them frequent and many equally so; accents and names of object keys among them. */
export function drawCorpus(random: Random): string[] {
  const words = [
    ...'constructor año ñu útil zorro árbol casa Casa ÁRBOL pingüino fin 7 42 x1 sí si'.split(' '),
    'an\u0303o',
  ]
  const sentence = (): string => {
    const length = random.int(0, 7)
    const any = (): string => words[Math.floor(random.uniform() ** 2 * words.length)] ?? ''
    return Array.from({ length }, any).join([' ', ', ', '-', '... ', '\n'][random.int(0, 4)])
  }
  return Array.from({ length: random.int(1, 12) }, sentence)
}

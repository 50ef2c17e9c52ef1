/** Functions that the contract asks for. */
export const required = [
  'tokenize',
  'buildVocabulary',
  'encode',
  'defaultSentimentConfig',
  'defaultSentimentOptions',
  'buildSentimentModel',
  'trainSentiment',
  'predictSentiment',
] as const

/** The sizes of a model, as the contract names them. */
export interface SentimentConfig {
  readonly vocabSize: number
  readonly embedDim: number
  readonly hiddenSize: number
  readonly numLayers: number
  readonly dropout: number
  readonly bidirectional: boolean
  readonly numClasses: number
  readonly maxLen: number
}

export interface TrainOptions {
  readonly epochs: number
  readonly batchSize: number
  readonly learningRate: number
  readonly clipNorm: number
  readonly weightDecay: number
  readonly seed: number
}

export interface LabelledSequences {
  readonly xs: readonly (readonly number[])[]
  readonly ys: readonly number[]
}

/**
 * Weights of a model of these sizes: V·E of the embedding, 4H(in + H + 1) per LSTM and direction, one bias per block, and
 * (features + 1)·C of the output.
 */
export function parameterCount(config: SentimentConfig): number {
  const { vocabSize, embedDim, hiddenSize, numLayers, bidirectional, numClasses } = config
  const directions = bidirectional ? 2 : 1
  const features = directions * hiddenSize
  const layer = (inputs: number): number => directions * 4 * hiddenSize * (inputs + hiddenSize + 1)
  return vocabSize * embedDim + layer(embedDim) + (numLayers - 1) * layer(features) + (features + 1) * numClasses
}

/** Optimiser steps of a training on `examples`. */
export function stepsOf({ epochs, batchSize }: TrainOptions, examples: number): number {
  return epochs * Math.ceil(examples / batchSize)
}

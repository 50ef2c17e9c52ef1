// Expected: every check that is worth points fails. The shapes are right; nothing is computed.
import * as tf from '@tensorflow/tfjs'

export function tokenize(): string[] {
  return []
}

export function buildVocabulary(): Record<string, number> {
  return { '<pad>': 0, '<unk>': 0 }
}

export function encode(_text: string, _vocabulary: object, maxLen: number): number[] {
  return new Array<number>(maxLen).fill(0)
}

export function defaultSentimentConfig(): object {
  const sizes = { vocabSize: 400, embedDim: 16, hiddenSize: 24, numLayers: 1, maxLen: 24 }
  return { ...sizes, dropout: 0, bidirectional: false, numClasses: 2 }
}

export function defaultSentimentOptions(): object {
  return { epochs: 1, batchSize: 64, learningRate: 0.01, clipNorm: 1, weightDecay: 0, seed: 1 }
}

export function buildSentimentModel({ maxLen, numClasses }: Record<string, number>): tf.LayersModel {
  const options = { units: numClasses ?? 2, activation: 'softmax', kernelInitializer: 'zeros' } as const
  return tf.sequential({ layers: [tf.layers.dense({ ...options, inputShape: [maxLen ?? 1] })] })
}

export function trainSentiment(_model: unknown, _train: unknown, _validation: unknown, options: { epochs: number }): object {
  const zeros = (): number[] => new Array<number>(options.epochs).fill(0)
  return { trainLoss: zeros(), trainAccuracy: zeros(), valLoss: zeros(), valAccuracy: zeros() }
}

export function predictSentiment(_model: unknown, xs: number[][]): number[] {
  return xs.map(() => 0)
}

/**
 * Lab 11 · Deliverable 4: sentiment of a text with an LSTM.
 *
 * Conventions: tensors are batch-first. A text is a row of maxLen ids; id 0 is padding, id 1 an unknown word. Shapes
 * use B = batch, T = maxLen, V = vocabSize, E = embedDim, H = hiddenSize, C = numClasses.
 */
import * as tf from '@tensorflow/tfjs'
import { createRandom } from '../shared/random.ts'
import { NotImplemented } from '../shared/not-implemented.ts'

/** The sizes of a model. */
export interface SentimentConfig {
  /** V, rows of the embedding: the ids of the vocabulary, `<pad>` and `<unk>` among them. */
  vocabSize: number
  /** E, numbers per word. */
  embedDim: number
  /** H, units of each LSTM layer, per direction. */
  hiddenSize: number
  /** LSTM layers, one on top of the other. */
  numLayers: number
  /** The share of numbers that dropout sets to zero in training; in [0, 1). */
  dropout: number
  /** Whether every layer reads the text in both directions. */
  bidirectional: boolean
  /** C, classes. */
  numClasses: number
  /** T, ids per text. */
  maxLen: number
}

/** How a model is trained. */
export interface TrainOptions {
  /** Times that every example is seen. */
  epochs: number
  /** Examples per optimiser step; the last batch of an epoch can be smaller. */
  batchSize: number
  learningRate: number
  /** The largest global norm that the gradients of one step may have. */
  clipNorm: number
  /** What every matrix of weights loses in a step, as a share of itself per unit of learning rate. */
  weightDecay: number
  /** Decides the order of the examples. */
  seed: number
}

/** What a training reports: lists with one number per epoch. */
export interface TrainingHistory {
  trainLoss: number[]
  trainAccuracy: number[]
  /** Of the model as the epoch left it, without dropout. */
  valLoss: number[]
  valAccuracy: number[]
}

/** Encoded texts and their classes. */
export interface LabelledSequences {
  /** One row of T ids per text. */
  xs: number[][]
  /** One class per text, from 0 to C - 1. */
  ys: number[]
}

/**
 * S1 · The words of a text, in order: runs of letters and digits in lower case.
 *
 * @param text - any text; accented letters may be one character or two (NFC or NFD)
 * @returns the words, accents kept, in NFC
 */
export function tokenize(text: string): string[] {
  // TODO(S1): escribe aquí tu código (assignments/sentiment/README.md#s1)
  throw new NotImplemented('S1', 'tokenize', 'assignments/sentiment/README.md#s1')
}

/**
 * S2 · The id of every word that the model will know.
 *
 * @param texts - the training texts, and no others
 * @param maxSize - the most entries, `<pad>` and `<unk>` among them
 * @returns `<pad>` = 0, `<unk>` = 1, then the words by falling frequency; ties by code point
 */
export function buildVocabulary(texts: string[], maxSize: number): Record<string, number> {
  // TODO(S2): escribe aquí tu código (assignments/sentiment/README.md#s2)
  throw new NotImplemented('S2', 'buildVocabulary', 'assignments/sentiment/README.md#s2')
}

/**
 * S3 · A text as exactly `maxLen` ids.
 *
 * @param text - any text
 * @param vocabulary - ids of {@link buildVocabulary}
 * @param maxLen - T
 * @returns the ids of its first words, 1 for those that the vocabulary lacks, then 0 up to the end
 */
export function encode(text: string, vocabulary: Record<string, number>, maxLen: number): number[] {
  // TODO(S3): escribe aquí tu código (assignments/sentiment/README.md#s3)
  throw new NotImplemented('S3', 'encode', 'assignments/sentiment/README.md#s3')
}

/** S4 · The sizes that you chose for the reviews. */
export function defaultSentimentConfig(): SentimentConfig {
  // TODO(S4): escribe aquí tu código (assignments/sentiment/README.md#s4)
  throw new NotImplemented('S4', 'defaultSentimentConfig', 'assignments/sentiment/README.md#s4')
}

/** S5 · The training that you chose for the reviews. */
export function defaultSentimentOptions(): TrainOptions {
  // TODO(S5): escribe aquí tu código (assignments/sentiment/README.md#s5)
  throw new NotImplemented('S5', 'defaultSentimentOptions', 'assignments/sentiment/README.md#s5')
}

/**
 * S6 · Embedding → LSTM layers → dropout → one probability per class. Padding is masked.
 *
 * @param config - the sizes
 * @param seed - the same seed gives the same weights, another seed gives others
 * @returns a model (B × T) ids → (B × C) probabilities
 */
export function buildSentimentModel(config: SentimentConfig, seed: number): tf.LayersModel {
  // TODO(S6): escribe aquí tu código (assignments/sentiment/README.md#s6)
  throw new NotImplemented('S6', 'buildSentimentModel', 'assignments/sentiment/README.md#s6')
}

/**
 * S7 · Trains the model it is given, in place, with Adam.
 *
 * @param model - of {@link buildSentimentModel}
 * @param train - what it learns from
 * @param validation - what it is measured on after every epoch
 * @param options - epochs, batch size, learning rate, clipping, weight decay and seed
 * @returns one entry per epoch; the last validation figures are those of the model as it is left
 */
export async function trainSentiment(
  model: tf.LayersModel,
  train: LabelledSequences,
  validation: LabelledSequences,
  options: TrainOptions,
): Promise<TrainingHistory> {
  // TODO(S7): escribe aquí tu código (assignments/sentiment/README.md#s7)
  throw new NotImplemented('S7', 'trainSentiment', 'assignments/sentiment/README.md#s7')
}

/**
 * S8 · The most probable class of each text.
 *
 * @param model - of {@link buildSentimentModel}
 * @param xs - one row of T ids per text
 * @returns one class per text
 */
export async function predictSentiment(model: tf.LayersModel, xs: number[][]): Promise<number[]> {
  // TODO(S8): escribe aquí tu código (assignments/sentiment/README.md#s8)
  throw new NotImplemented('S8', 'predictSentiment', 'assignments/sentiment/README.md#s8')
}

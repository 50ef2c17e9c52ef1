/**
 * Lab 11 · Deliverable: LSTMs that read in both directions.
 *
 * Conventions: tensors are (batch, time, features). A bidirectional layer has two halves: the forward one reads from
 * the first step to the last, the backward one from the last to the first. Each has H = hiddenSize units and weights of
 * its own. Shapes also use D = inputSize, E = embedDim, T = seqLength or maxLen, K = numClasses.
 */
import * as tf from '@tensorflow/tfjs'
import { createRandom } from '../shared/random.ts'
import { NotImplemented } from '../shared/not-implemented.ts'

/** What a text classifier is made of. */
export interface SentimentConfig {
  /** Rows of the embedding; ids are 0 (padding) to vocabSize - 1. */
  vocabSize: number
  /** E, columns of the embedding. */
  embedDim: number
  /** H, units of each half of each layer. */
  hiddenSize: number
  /** Bidirectional layers, 1 or more. */
  numLayers: number
  /** Rate of dropout between layers and before the classifier. */
  dropout: number
  /** Of no effect here: this classifier always reads in both directions. */
  bidirectional: boolean
  /** K, classes. */
  numClasses: number
  /** T, ids per text. */
  maxLen: number
}

/** The sizes of an encoder. */
export interface EncoderSizes {
  /** D, features of one time step. */
  inputSize: number
  /** H, units of each half. */
  hiddenSize: number
  /** T, time steps. */
  seqLength: number
}

/**
 * BI1 · A bidirectional layer that returns its states at every time step.
 *
 * @param sizes - D, H and T
 * @param seed - the same seed gives the same weights, another seed gives others
 * @returns a model (batch, T, D) → (batch, T, 2H): at step t, columns 0..H-1 are the forward half, which has read steps
 * 0..t, and columns H..2H-1 the backward half, which has read steps T-1..t
 */
export function buildBiLstmEncoder(sizes: EncoderSizes, seed: number): tf.LayersModel {
  // TODO(BI1): escribe aquí tu código (assignments/bilstm/README.md#bi1)
  throw new NotImplemented('BI1', 'buildBiLstmEncoder', 'assignments/bilstm/README.md#bi1')
}

/**
 * BI2 · A text classifier: embedding, bidirectional layers, and a dense layer on the last state of each half.
 *
 * @param config - sizes, dropout; `bidirectional` is not read
 * @param seed - the same seed gives the same weights, another seed gives others
 * @returns a model (batch, maxLen) of ids → (batch, K) probabilities. Id 0 is padding and changes nothing.
 */
export function buildBiLstmClassifier(config: SentimentConfig, seed: number): tf.LayersModel {
  // TODO(BI2): escribe aquí tu código (assignments/bilstm/README.md#bi2)
  throw new NotImplemented('BI2', 'buildBiLstmClassifier', 'assignments/bilstm/README.md#bi2')
}

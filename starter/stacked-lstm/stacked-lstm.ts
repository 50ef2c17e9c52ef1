/**
 * Lab 11 · Deliverable: LSTM layers on top of one another.
 *
 * Conventions: tensors are (batch, time, features). Every layer reads the whole sequence of hidden states of the layer
 * below, so every layer returns its whole sequence. Shapes use D = inputSize, H = hiddenSize, T = seqLength.
 */
import * as tf from '@tensorflow/tfjs'
import { createRandom } from '../shared/random.ts'
import { NotImplemented } from '../shared/not-implemented.ts'

/** The sizes of a stack. */
export interface StackSizes {
  /** D, features of one time step. */
  inputSize: number
  /** H, units of every layer. */
  hiddenSize: number
  /** Number of LSTM layers, 1 or more. */
  depth: number
  /** T, time steps. */
  seqLength: number
}

/**
 * SL1 · `depth` LSTM layers, each reading the whole sequence of the one below.
 *
 * @param sizes - D, H, depth and T
 * @param seed - the same seed gives the same weights, another seed gives others; no two layers start alike
 * @returns a model (batch, T, D) → (batch, T, H): the hidden states of the top layer at every time step
 */
export function buildStackedLstm(sizes: StackSizes, seed: number): tf.LayersModel {
  // TODO(SL1): escribe aquí tu código (assignments/stacked-lstm/README.md#sl1)
  throw new NotImplemented('SL1', 'buildStackedLstm', 'assignments/stacked-lstm/README.md#sl1')
}

/**
 * SL2 · Number of weights of a stack, with one bias per block.
 *
 * @param inputSize - D
 * @param hiddenSize - H
 * @param depth - number of layers
 * @returns the count for all layers: the first reads D features, the others H
 */
export function countStackedLstmParams(inputSize: number, hiddenSize: number, depth: number): number {
  // TODO(SL2): escribe aquí tu código (assignments/stacked-lstm/README.md#sl2)
  throw new NotImplemented('SL2', 'countStackedLstmParams', 'assignments/stacked-lstm/README.md#sl2')
}

/**
 * Lab 11 · Deliverable: LSTM layers on top of one another.
 *
 * Conventions: tensors are (batch, time, features). Every layer reads the whole sequence of hidden states of the layer
 * below, so every layer returns its whole sequence. Shapes use D = inputSize, H = hiddenSize, T = seqLength.
 */
import * as tf from '@tensorflow/tfjs'
import { createRandom } from '../shared/random.ts'
// @starter import { NotImplemented } from '../shared/not-implemented.ts'

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
  // @solution SL1
  const { inputSize, hiddenSize, depth, seqLength } = sizes
  const nextSeed = seedsFrom(seed)
  const model = tf.sequential()
  for (let level = 0; level < depth; level++) {
    model.add(
      tf.layers.lstm({
        units: hiddenSize,
        // (batch, T, D) below the first layer; the others know their input from the layer below.
        ...(level === 0 ? { inputShape: [seqLength, inputSize] } : {}),
        // Without it a layer returns its last state alone, and the next one has no sequence to read.
        returnSequences: true,
        // tfjs's own default is hardSigmoid, a polyline.
        recurrentActivation: 'sigmoid',
        unitForgetBias: true,
        kernelInitializer: tf.initializers.glorotUniform({ seed: nextSeed() }),
        recurrentInitializer: tf.initializers.glorotUniform({ seed: nextSeed() }),
      }),
    )
  }
  return model
  // @end
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
  // @solution SL2
  const layer = (features: number): number => 4 * hiddenSize * (features + hiddenSize + 1)
  return layer(inputSize) + (depth - 1) * layer(hiddenSize)
  // @end
}
// @remove

/** Seeds that follow from one: two initialisers with one seed would give equal weights. */
function seedsFrom(seed: number): () => number {
  const random = createRandom(seed)
  return () => Math.floor(random.uniform(0, 2 ** 31))
}
// @end

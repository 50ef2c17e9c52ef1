/**
 * Lab 11 · Deliverable: LSTMs that read in both directions.
 *
 * Conventions: tensors are (batch, time, features). A bidirectional layer has two halves: the forward one reads from
 * the first step to the last, the backward one from the last to the first. Each has H = hiddenSize units and weights of
 * its own. Shapes also use D = inputSize, E = embedDim, T = seqLength or maxLen, K = numClasses.
 */
import * as tf from '@tensorflow/tfjs'
import { createRandom } from '../shared/random.ts'
// @starter import { NotImplemented } from '../shared/not-implemented.ts'

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
  // @solution BI1
  const { inputSize, hiddenSize, seqLength } = sizes
  const model = tf.sequential()
  const layer = lstm(hiddenSize, true)
  model.add(tf.layers.bidirectional({ layer, mergeMode: 'concat', inputShape: [seqLength, inputSize] }))
  drawWeights(model, seed)
  return model
  // @end
}

/**
 * BI2 · A text classifier: embedding, bidirectional layers, and a dense layer on the last state of each half.
 *
 * @param config - sizes, dropout; `bidirectional` is not read
 * @param seed - the same seed gives the same weights, another seed gives others
 * @returns a model (batch, maxLen) of ids → (batch, K) probabilities. Id 0 is padding and changes nothing.
 */
export function buildBiLstmClassifier(config: SentimentConfig, seed: number): tf.LayersModel {
  // @solution BI2
  const { vocabSize, embedDim, hiddenSize, numLayers, dropout, numClasses, maxLen } = config
  const model = tf.sequential()
  // maskZero: every layer above is told which steps are padding, and skips them.
  model.add(tf.layers.embedding({ inputDim: vocabSize, outputDim: embedDim, maskZero: true, inputLength: maxLen })) // (batch, T, E)
  for (let level = 1; level <= numLayers; level++) {
    // The top layer returns each half's own last state: the forward one after the last word, the backward one after
    // the first. The last step of its sequence would hold a backward half that has read a single word.
    const layer = lstm(hiddenSize, level < numLayers)
    model.add(tf.layers.bidirectional({ layer, mergeMode: 'concat' })) // (batch, T, 2H), on top (batch, 2H)
    model.add(tf.layers.dropout({ rate: dropout }))
  }
  model.add(tf.layers.dense({ units: numClasses, activation: 'softmax' })) // (batch, K)
  drawWeights(model, seed)
  return model
  // @end
}
// @remove

/** One half; `tf.layers.bidirectional` makes the other one from it. */
function lstm(units: number, returnSequences: boolean): ReturnType<typeof tf.layers.lstm> {
  return tf.layers.lstm({
    units,
    returnSequences,
    // tfjs's own default is hardSigmoid, a polyline.
    recurrentActivation: 'sigmoid',
    unitForgetBias: true,
    // Drawn anew by `drawWeights`; the default, orthogonal, would take long for nothing.
    recurrentInitializer: 'zeros',
  })
}

/**
 * Draws every matrix of a model from one seed, each with a seed of its own. Initialisers with a seed would not do: a
 * bidirectional layer copies its LSTM, seed and all, and both halves would start with equal weights. Biases stay.
 */
function drawWeights(model: tf.LayersModel, seed: number): void {
  const random = createRandom(seed)
  const draw = (weight: tf.Tensor): tf.Tensor =>
    tf.initializers.glorotUniform({ seed: Math.floor(random.uniform(0, 2 ** 31)) }).apply(weight.shape)
  tf.tidy(() => {
    for (const layer of model.layers) {
      layer.setWeights(layer.getWeights().map((weight) => (weight.rank === 2 ? draw(weight) : weight)))
    }
  })
}
// @end

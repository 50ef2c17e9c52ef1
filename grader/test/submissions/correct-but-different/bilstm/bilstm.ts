// Expected: nothing is lost. Another hand: halves that share a seed, and on top two LSTMs side by side, the backward one first.
import * as tf from '@tensorflow/tfjs'

type Config = Record<'vocabSize' | 'embedDim' | 'hiddenSize' | 'numLayers' | 'dropout' | 'numClasses' | 'maxLen', number>

const glorot = (seed: number) => tf.initializers.glorotNormal({ seed })

function lstm(units: number, seed: number, more: object = {}) {
  return tf.layers.lstm({
    units,
    recurrentActivation: 'sigmoid',
    kernelInitializer: glorot(seed),
    recurrentInitializer: glorot(seed + 1),
    ...more,
  })
}

export function buildBiLstmEncoder(sizes: { inputSize: number; hiddenSize: number; seqLength: number }, seed: number) {
  const input = tf.input({ shape: [sizes.seqLength, sizes.inputSize] })
  const both = tf.layers.bidirectional({ layer: lstm(sizes.hiddenSize, seed, { returnSequences: true }), mergeMode: 'concat' })
  return tf.model({ inputs: input, outputs: both.apply(input) as tf.SymbolicTensor })
}

export function buildBiLstmClassifier(c: Config, seed: number) {
  const ids = tf.input({ shape: [c.maxLen] })
  const words = { inputDim: c.vocabSize, outputDim: c.embedDim, maskZero: true, embeddingsInitializer: glorot(seed + 2) }
  let x = tf.layers.embedding(words).apply(ids) as tf.SymbolicTensor
  for (let k = 1; k < c.numLayers; k++) {
    const layer = lstm(c.hiddenSize, seed + 10 * k, { returnSequences: true, dropout: c.dropout })
    x = tf.layers.bidirectional({ layer, mergeMode: 'concat' }).apply(x) as tf.SymbolicTensor
  }
  const backward = lstm(c.hiddenSize, seed + 1000, { goBackwards: true }).apply(x) as tf.SymbolicTensor
  const forward = lstm(c.hiddenSize, seed + 2000).apply(x) as tf.SymbolicTensor
  const ends = tf.layers.dropout({ rate: c.dropout }).apply(tf.layers.concatenate().apply([backward, forward]))
  const dense = tf.layers.dense({ units: c.numClasses, activation: 'softmax', kernelInitializer: glorot(seed + 3) })
  return tf.model({ inputs: ids, outputs: dense.apply(ends) as tf.SymbolicTensor })
}

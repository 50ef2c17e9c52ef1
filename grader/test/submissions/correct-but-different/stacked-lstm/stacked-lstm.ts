// Expected: nothing is lost. Another hand: the functional API, cells by name, one formula for the count.
import * as tf from '@tensorflow/tfjs'

interface Sizes { inputSize: number; hiddenSize: number; depth: number; seqLength: number }

export async function buildStackedLstm({ inputSize, hiddenSize, depth, seqLength }: Sizes, seed: number) {
  console.log('building', depth)
  const input = tf.input({ shape: [seqLength, inputSize] })
  let output = input
  for (let k = 1; k <= depth; k++) {
    const layer = tf.layers.lstm({
      unitForgetBias: true,
      name: `level_${k}`,
      units: hiddenSize,
      returnSequences: true,
      recurrentActivation: 'sigmoid',
      kernelInitializer: tf.initializers.heNormal({ seed: 31 * seed + k }),
      recurrentInitializer: tf.initializers.orthogonal({ seed: 31 * seed - k, gain: 1 }),
    })
    output = layer.apply(output) as tf.SymbolicTensor
  }
  return tf.model({ inputs: input, outputs: output })
}

export function countStackedLstmParams(d: number, h: number, depth: number) {
  return 4 * (d * h + (2 * depth - 1) * h * h + depth * h)
}

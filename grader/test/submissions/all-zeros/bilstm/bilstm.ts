// Expected: every check that is worth points fails. The shapes are right; nothing is computed.
import * as tf from '@tensorflow/tfjs'

export function buildBiLstmEncoder({ inputSize, hiddenSize, seqLength }: Record<string, number>): tf.LayersModel {
  const options = { units: 2 * (hiddenSize ?? 1), kernelInitializer: 'zeros' } as const
  return tf.sequential({ layers: [tf.layers.dense({ ...options, inputShape: [seqLength ?? 1, inputSize ?? 1] })] })
}

export function buildBiLstmClassifier({ maxLen, numClasses }: Record<string, number>): tf.LayersModel {
  const options = { units: numClasses ?? 2, activation: 'softmax', kernelInitializer: 'zeros' } as const
  return tf.sequential({ layers: [tf.layers.dense({ ...options, inputShape: [maxLen ?? 1] })] })
}

// Expected: every check that is worth points fails. The shapes are right; nothing is computed.
import * as tf from '@tensorflow/tfjs'

export function buildStackedLstm({ inputSize, hiddenSize, seqLength }: Record<string, number>): tf.LayersModel {
  const options = { units: hiddenSize ?? 1, kernelInitializer: 'zeros' } as const
  return tf.sequential({ layers: [tf.layers.dense({ ...options, inputShape: [seqLength ?? 1, inputSize ?? 1] })] })
}

export function countStackedLstmParams(): number {
  return 0
}

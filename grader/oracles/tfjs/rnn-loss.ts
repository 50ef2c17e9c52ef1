/** The loss of the recurrent network by TensorFlow.js 4.22, and its gradients by automatic differentiation, in float32. */
import type { Scalar, Tensor } from '@tensorflow/tfjs-core'
import type { Tf } from '../../backend/tf.ts'
import type { Mat } from '../../model/mat.ts'
import { zeros } from '../../numeric/mat.ts'
import type { RnnParams } from '../params.ts'
import { withLayers } from './layer.ts'
import { columnsOf, exampleColumns, exampleRows, matOf } from './layout.ts'

/** Probabilities of every column. Convention: `tf.softmax` normalises over the last axis, here the classes. */
export function tfjsSoftmax(tf: Tf, logits: Mat): Mat {
  return withLayers(tf, () => exampleColumns(tf.softmax(exampleRows(tf, logits))))
}

/** Mean cross-entropy of the columns. Convention: `tf.losses.softmaxCrossEntropy` starts from the logits. */
export function tfjsCrossEntropy(tf: Tf, logits: Mat, labels: readonly number[]): number {
  return withLayers(tf, () => valueOf(meanLoss(tf, columnsOf(tf, logits), labels)))
}

/** Loss of the last step and its gradients with respect to every parameter. */
export function tfjsRnnGradients(
  tf: Tf,
  params: RnnParams,
  xs: readonly Mat[],
  labels: readonly number[],
  h0: Mat = zeros(params.Whh.rows, labels.length),
): { loss: number; grads: RnnParams } {
  return withLayers(tf, () => {
    const inputs = xs.map((x) => columnsOf(tf, x))
    const loss = (Wxh: Tensor, Whh: Tensor, bh: Tensor, Why: Tensor, by: Tensor): Scalar => {
      let h: Tensor = columnsOf(tf, h0) // H × B
      for (const x of inputs) h = tf.tanh(tf.add(tf.add(tf.matMul(Wxh, x), tf.matMul(Whh, h)), bh))
      return meanLoss(tf, tf.add(tf.matMul(Why, h), by), labels)
    }
    const { Wxh, Whh, bh, Why, by } = params
    const { value, grads } = tf.valueAndGrads(loss)([Wxh, Whh, bh, Why, by].map((m) => columnsOf(tf, m)))
    const [dWxh, dWhh, dbh, dWhy, dby] = grads.map(matOf) as [Mat, Mat, Mat, Mat, Mat] // one an argument, in order
    return { loss: valueOf(value), grads: { Wxh: dWxh, Whh: dWhh, bh: dbh, Why: dWhy, by: dby } }
  })
}

/** `logits` is O × B. */
function meanLoss(tf: Tf, logits: Tensor, labels: readonly number[]): Scalar {
  const y = tf.oneHot(tf.tensor1d([...labels], 'int32'), logits.shape[0]) // [B, O]
  return tf.losses.softmaxCrossEntropy(y, tf.transpose(logits))
}

function valueOf(scalar: Scalar): number {
  return scalar.dataSync()[0] ?? NaN
}

/** The recurrent network by TensorFlow.js 4.22: `tf.layers.simpleRNN` and `tf.layers.dense`, in float32. */
import type { Tensor } from '@tensorflow/tfjs-core'
import type { Tf } from '../../backend/tf.ts'
import type { Mat } from '../../model/mat.ts'
import type { RnnCellParams, RnnParams } from '../params.ts'
import { applyFrom, initialState, recurrentArgs, withLayers, type Layer } from './layer.ts'
import { batchFirst, biasTensor, exampleRows, overTime } from './layout.ts'

/** States after every step, from `h0` or from zeros. */
export function tfjsRnnStates(tf: Tf, params: RnnCellParams, xs: readonly Mat[], h0?: Mat): { hs: Mat[] } {
  return withLayers(tf, (use) => ({ hs: overTime(tf, states(tf, use(simpleRnn(tf, params)), params, xs, h0)) }))
}

/** States and logits after every step, from `h0` or from zeros. */
export function tfjsRnnForward(tf: Tf, params: RnnParams, xs: readonly Mat[], h0?: Mat): { hs: Mat[]; ys: Mat[] } {
  return withLayers(tf, (use) => {
    const h = states(tf, use(simpleRnn(tf, params)), params, xs, h0) // [B, T, H]
    const y = use(dense(tf, params)).apply(h) as Tensor // [B, T, O]
    return { hs: overTime(tf, h), ys: overTime(tf, y) }
  })
}

function states(tf: Tf, layer: Layer, params: RnnCellParams, xs: readonly Mat[], h0: Mat | undefined): Tensor {
  return applyFrom(layer, batchFirst(tf, xs), [initialState(tf, h0, params.Whh.rows, xs)])[0] // [B, T, H]
}

/** Convention: tfjs's kernels are the transposes of ours, and its bias has rank 1. */
function simpleRnn(tf: Tf, { Wxh, Whh, bh }: RnnCellParams): Layer {
  const weights = [exampleRows(tf, Wxh), exampleRows(tf, Whh), biasTensor(tf, bh)] // [D, H]  [H, H]  [H]
  return tf.layers.simpleRNN({ ...recurrentArgs, units: Whh.rows, activation: 'tanh', weights })
}

function dense(tf: Tf, { Why, by }: RnnParams): Layer {
  const weights = [exampleRows(tf, Why), biasTensor(tf, by)] // [H, O]  [O]
  return tf.layers.dense({ units: Why.rows, kernelInitializer: 'zeros', weights })
}

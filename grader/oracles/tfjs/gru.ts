/** The GRU by TensorFlow.js 4.22: `tf.layers.gru`, in float32. It only knows the cell that resets before the product. */
import type { Tf } from '../../backend/tf.ts'
import type { Mat } from '../../model/mat.ts'
import type { GruParams } from '../params.ts'
import { applyFrom, initialState, recurrentArgs, withLayers, type Layer } from './layer.ts'
import { batchFirst, layerWeights, overTime } from './layout.ts'

/** States after every step, from `h0` or from zeros. */
export function tfjsGruForward(tf: Tf, params: GruParams, xs: readonly Mat[], h0?: Mat): { hs: Mat[] } {
  return withLayers(tf, (use) => {
    const initial = initialState(tf, h0, params.Wr.rows, xs)
    const [states] = applyFrom(use(gru(tf, params)), batchFirst(tf, xs), [initial]) // [B, T, H]
    return { hs: overTime(tf, states) }
  })
}

/**
 * Convention: tfjs's gates are in the order z, r, h, its default recurrent activation is `hardSigmoid`, and its `z`
 * keeps the old state where ours lets the new one in. Since 1 - σ(a) = σ(-a), its `z` is ours with everything negated.
 */
function gru(tf: Tf, { Wr, Wz, Wh, br, bz, bh }: GruParams): Layer {
  const gates = [
    { W: Wz, b: bz, negated: true },
    { W: Wr, b: br },
    { W: Wh, b: bh },
  ]
  const weights = layerWeights(tf, gates)
  const activations = { activation: 'tanh', recurrentActivation: 'sigmoid' } as const
  return tf.layers.gru({ ...recurrentArgs, ...activations, units: Wr.rows, weights })
}

/** The LSTM by TensorFlow.js 4.22: `tf.layers.lstm`, in float32. */
import type { Tensor } from '@tensorflow/tfjs-core'
import type { Tf } from '../../backend/tf.ts'
import type { Mat } from '../../model/mat.ts'
import type { LstmParams } from '../params.ts'
import { applyFrom, initialState, recurrentArgs, withLayers, type Layer } from './layer.ts'
import { batchFirst, exampleColumns, layerWeights } from './layout.ts'

/**
 * States after every step, from `h0` and `c0` or from zeros. Convention: tfjs hands out the cell of the last step only,
 * so the layer is run on one step at a time and given back the states that it returned.
 */
export function tfjsLstmForward(
  tf: Tf,
  params: LstmParams,
  xs: readonly Mat[],
  h0?: Mat,
  c0?: Mat,
): { hs: Mat[]; cs: Mat[] } {
  return withLayers(tf, (use) => {
    const layer = use(lstm(tf, params))
    const units = params.Wf.rows
    let state: Tensor[] = [initialState(tf, h0, units, xs), initialState(tf, c0, units, xs)] // h and c, [B, H]
    const states = xs.map((x) => {
      const [, ...last] = applyFrom(layer, batchFirst(tf, [x]), state)
      state = last
      return last.map(exampleColumns)
    })
    return { hs: states.flatMap(([h]) => h ?? []), cs: states.flatMap(([, c]) => c ?? []) }
  })
}

/**
 * Convention: tfjs's gates are in the order i, f, c, o, and its default recurrent activation is `hardSigmoid`.
 * `unitForgetBias` (off by default, unlike Keras) would only change the initial bias, and the bias is given.
 */
function lstm(tf: Tf, { Wf, Wi, Wc, Wo, bf, bi, bc, bo }: LstmParams): Layer {
  const gates = [
    { W: Wi, b: bi },
    { W: Wf, b: bf },
    { W: Wc, b: bc },
    { W: Wo, b: bo },
  ]
  const weights = layerWeights(tf, gates)
  const activations = { activation: 'tanh', recurrentActivation: 'sigmoid' } as const
  return tf.layers.lstm({ ...recurrentArgs, ...activations, units: Wf.rows, weights })
}

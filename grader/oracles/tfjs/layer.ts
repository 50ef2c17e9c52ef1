import type { Tensor } from '@tensorflow/tfjs-core'
import type { layers } from '@tensorflow/tfjs-layers'
import type { Tf } from '../../backend/tf.ts'
import type { Mat } from '../../model/mat.ts'
import { exampleRows } from './layout.ts'

/** A layer of tfjs, of any kind. */
export type Layer = InstanceType<typeof layers.Layer>

/**
 * What every recurrent layer is made with. Initialisers of zeros, because the weights are given: the default
 * recurrent one, `orthogonal`, takes seconds for a large layer.
 */
export const recurrentArgs = {
  returnSequences: true,
  returnState: true,
  kernelInitializer: 'zeros',
  recurrentInitializer: 'zeros',
} as const

/** Runs `work` and leaves no tensor behind, nor the weights of the layers that it passed through `use`. */
export function withLayers<T>(tf: Tf, work: (use: (layer: Layer) => Layer) => T): T {
  const used: Layer[] = []
  // Not `tf.tidy`, which would look for tensors in every number of the matrices that `work` returns.
  tf.engine().startScope()
  try {
    return work((layer) => {
      used.push(layer)
      return layer
    })
  } finally {
    tf.engine().endScope()
    // Weights outlive their scope, and `layer.dispose()` throws on a layer that failed in its first use.
    for (const weight of used.flatMap((layer) => layer.weights)) weight.dispose()
  }
}

/** Runs a recurrent layer: its states `[B, T, H]`, then the last of each kind, `[B, H]`. */
export function applyFrom(layer: Layer, input: Tensor, initialState: Tensor[]): [states: Tensor, ...last: Tensor[]] {
  return layer.apply(input, { initialState }) as [Tensor, ...Tensor[]] // what `returnState` makes of it
}

/** An initial state `[B, H]`: the one given, or zeros. */
export function initialState(tf: Tf, given: Mat | undefined, units: number, xs: readonly Mat[]): Tensor {
  return given === undefined ? tf.zeros([xs[0]?.columns ?? 0, units]) : exampleRows(tf, given)
}

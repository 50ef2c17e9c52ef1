/**
 * What surrounds the gradient of the recurrent network: clipping by global norm (Pascanu, Mikolov & Bengio, "On the
 * difficulty of training recurrent neural networks", 2013), gradient descent, and the norms that explain why.
 */
import type { Mat } from '../../model/mat.ts'
import { mat } from '../../numeric/mat.ts'
import type { RnnParams } from '../params.ts'
import { addTensors, mapTensors, norm } from '../tensors.ts'
import { each, times } from './algebra.ts'
import { bptt } from './rnn.ts'

/** Truncated backpropagation: the gradients of the last `window` steps only, from a zero initial state. */
export function truncatedBptt(
  params: RnnParams,
  xs: readonly Mat[],
  labels: readonly number[],
  window: number,
): { loss: number; grads: RnnParams } {
  return bptt(params, xs, labels, undefined, window)
}

/** All gradients times `maxNorm / norm` when their common norm is larger than that; `norm` is the one before. */
export function clipByGlobalNorm(grads: RnnParams, maxNorm: number): { grads: RnnParams; norm: number } {
  const total = Math.hypot(...Object.values<Mat>({ ...grads }).map(norm))
  const factor = total > maxNorm ? maxNorm / total : 1
  return { grads: mapTensors(grads, (grad) => each(grad, (value) => factor * value)), norm: total }
}

/** One step against the gradient. */
export function sgdStep(params: RnnParams, grads: RnnParams, learningRate: number): RnnParams {
  return addTensors(params, grads, -learningRate)
}

/** Full-batch descent with clipping; `losses[k]` is the loss before update `k`. */
export function trainRnn(
  params: RnnParams,
  xs: readonly Mat[],
  labels: readonly number[],
  options: { epochs: number; learningRate: number; maxNorm: number },
): { params: RnnParams; losses: number[] } {
  const losses: number[] = []
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    const { loss, grads } = bptt(params, xs, labels)
    losses.push(loss)
    params = sgdStep(params, clipByGlobalNorm(grads, options.maxNorm).grads, options.learningRate)
  }
  return { params, losses }
}

/** Frobenius norms of `Whh⁰ … Whh^(steps - 1)`: how a gradient carried back grows or dies. */
export function gradientNorms(Whh: Mat, steps: number): number[] {
  let power = mat(Whh.rows, Whh.rows, (i, j) => (i === j ? 1 : 0))
  return Array.from({ length: steps }, () => {
    const size = norm(power)
    power = times(power, Whh)
    return size
  })
}

/**
 * The Elman network with a linear output layer, and backpropagation through time, in float64. Many-to-one: the loss is
 * the mean softmax cross-entropy of the last step. Follows Elman, "Finding structure in time" (1990), and Werbos,
 * "Backpropagation through time: what it does and how to do it" (1990).
 */
import type { Mat } from '../../model/mat.ts'
import { zeros } from '../../numeric/mat.ts'
import type { RnnCellParams, RnnParams } from '../params.ts'
import { addTensors } from '../tensors.ts'
import { tanh, tanhSlope } from './activations.ts'
import { hadamard, nth, plus, plusColumn, sumColumns, times, transposed, zerosLike } from './algebra.ts'
import { crossEntropy, crossEntropyGradient, softmax } from './loss.ts'

/** `h = tanh(Wxh x + Whh hPrev + bh)`, `y = Why h + by`. */
export function rnnStep(params: RnnParams, x: Mat, hPrev: Mat): { h: Mat; y: Mat } {
  const h = nextState(params, x, hPrev) // H × B
  const y = plusColumn(times(params.Why, h), params.by) // O × B
  return { h, y }
}

/** States and logits after every step, from `h0` or from zeros. */
export function rnnForward(params: RnnParams, xs: readonly Mat[], h0?: Mat): { hs: Mat[]; ys: Mat[] } {
  const hs = rnnStates(params, xs, h0)
  return { hs, ys: hs.map((h) => plusColumn(times(params.Why, h), params.by)) }
}

/** The states of the recurrent part alone. */
export function rnnStates(params: RnnCellParams, xs: readonly Mat[], h0: Mat = noState(params, xs)): Mat[] {
  const hs: Mat[] = []
  for (const x of xs) hs.push(nextState(params, x, hs.at(-1) ?? h0))
  return hs
}

/** Gradients of Σ `dhs[t]` · `hs[t]`; only the last `window` steps are walked back. */
export function rnnBackward(
  params: RnnCellParams,
  xs: readonly Mat[],
  dhs: readonly Mat[],
  h0: Mat = noState(params, xs),
  window: number = xs.length,
): { grads: RnnCellParams; dxs: Mat[]; dh0: Mat } {
  const hs = rnnStates(params, xs, h0)
  const dxs = xs.map(zerosLike)
  const grads: RnnCellParams[] = [] // one set a step, the last step first
  let dhNext = zerosLike(h0) // H × B, what the step after this one sends back
  for (let t = xs.length - 1; t >= Math.max(0, xs.length - window); t--) {
    const [x, h, hPrev] = [nth(xs, t), nth(hs, t), hs[t - 1] ?? h0]
    const da = hadamard(plus(nth(dhs, t), dhNext), tanhSlope(h)) // H × B
    grads.push({ Wxh: times(da, transposed(x)), Whh: times(da, transposed(hPrev)), bh: sumColumns(da) })
    dxs[t] = times(transposed(params.Wxh), da) // D × B
    dhNext = times(transposed(params.Whh), da)
  }
  return { grads: grads.reduce((sum, step) => addTensors(sum, step)), dxs, dh0: dhNext }
}

/** Loss of the last step and its gradients, carried back through all steps or through the last `window` of them. */
export function bptt(
  params: RnnParams,
  xs: readonly Mat[],
  labels: readonly number[],
  h0: Mat = noState(params, xs),
  window: number = xs.length,
): { loss: number; grads: RnnParams } {
  const { hs, ys } = rnnForward(params, xs, h0)
  const probs = softmax(nth(ys, ys.length - 1)) // O × B
  const dy = crossEntropyGradient(probs, labels)
  const dhLast = times(transposed(params.Why), dy) // H × B
  const dhs = [...hs.slice(0, -1).map(zerosLike), dhLast]
  const { grads } = rnnBackward(params, xs, dhs, h0, window)
  const Why = times(dy, transposed(nth(hs, hs.length - 1)))
  return { loss: crossEntropy(probs, labels), grads: { ...grads, Why, by: sumColumns(dy) } }
}

/** Weights and one bias of the recurrent part: no output layer. */
export function countRnnParams(inputSize: number, hiddenSize: number): number {
  return hiddenSize * (inputSize + hiddenSize + 1)
}

function nextState(params: RnnCellParams, x: Mat, hPrev: Mat): Mat {
  return tanh(plusColumn(plus(times(params.Wxh, x), times(params.Whh, hPrev)), params.bh)) // H × B
}

function noState(params: RnnCellParams, xs: readonly Mat[]): Mat {
  return zeros(params.Whh.rows, nth(xs, 0).columns)
}

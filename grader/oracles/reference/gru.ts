/**
 * The gated recurrent unit, forward and backward, in float64. Follows Cho et al., "Learning phrase representations
 * using RNN encoder–decoder" (2014), with the sign of Chung et al., "Empirical evaluation of gated recurrent neural
 * networks" (2014): `z` lets the new state in, `1 - z` keeps the old one.
 */
import type { Mat } from '../../model/mat.ts'
import { zeros } from '../../numeric/mat.ts'
import type { GruParams, ResetAfterParams } from '../params.ts'
import { addTensors } from '../tensors.ts'
import { sigmoid, sigmoidSlope, tanh, tanhSlope } from './activations.ts'
import { each, hadamard, nth, plus, plusColumn, stack, sumColumns, times, transposed, unstack } from './algebra.ts'

/** What a step read and computed: `x` is D × B, all else H × B. */
export interface GruCache {
  readonly x: Mat
  readonly hPrev: Mat
  readonly r: Mat
  readonly z: Mat
  readonly hTilde: Mat
  readonly h: Mat
}

/** `h̃ = tanh(Wh [r ⊙ hPrev; x] + bh)`, `h = (1 - z) ⊙ hPrev + z ⊙ h̃`. */
export function gruStep(params: GruParams, x: Mat, hPrev: Mat): GruCache {
  const { r, z } = gates(params, x, hPrev)
  const hTilde = tanh(plusColumn(times(params.Wh, stack(hadamard(r, hPrev), x)), params.bh))
  return { x, hPrev, r, z, hTilde, h: blend(z, hPrev, hTilde) }
}

/**
 * The cell of cuDNN and PyTorch, which resets after the recurrent product:
 * `h̃ = tanh(Whx x + bh + r ⊙ (Whh hPrev + bhh))`, `Whh` and `Whx` being the two parts of `Wh`.
 */
export function gruStepResetAfter(params: ResetAfterParams, x: Mat, hPrev: Mat): GruCache {
  const { r, z } = gates(params, x, hPrev)
  const [WhhT, WhxT] = unstack(transposed(params.Wh), hPrev.rows) // H × H  D × H
  const recurrent = plusColumn(times(transposed(WhhT), hPrev), params.bhh)
  const hTilde = tanh(plus(plusColumn(times(transposed(WhxT), x), params.bh), hadamard(r, recurrent)))
  return { x, hPrev, r, z, hTilde, h: blend(z, hPrev, hTilde) }
}

/** States after every step, from `h0` or from zeros. */
export function gruForward(
  params: GruParams,
  xs: readonly Mat[],
  h0: Mat = noState(params, xs),
): { hs: Mat[]; caches: GruCache[] } {
  const caches: GruCache[] = []
  for (const x of xs) caches.push(gruStep(params, x, caches.at(-1)?.h ?? h0))
  return { hs: caches.map(({ h }) => h), caches }
}

/** Gradients of Σ `dhs[t]` · `hs[t]`. */
export function gruBackward(
  params: GruParams,
  xs: readonly Mat[],
  dhs: readonly Mat[],
  h0?: Mat,
): { grads: GruParams; dxs: Mat[]; dh0: Mat } {
  const { caches } = gruForward(params, xs, h0)
  const dxs: Mat[] = []
  const grads: GruParams[] = [] // one set a step, the last step first
  let dh = noState(params, xs) // H × B, what the step after this one sends back
  for (const [t, cache] of [...caches.entries()].reverse()) {
    const step = stepBackward(params, cache, plus(nth(dhs, t), dh))
    grads.push(step.grads)
    dxs.unshift(step.dx)
    dh = step.dhPrev
  }
  return { grads: grads.reduce((sum, step) => addTensors(sum, step)), dxs, dh0: dh }
}

/** Two gates and a candidate, one bias each. */
export function countGruParams(inputSize: number, hiddenSize: number): number {
  return 3 * hiddenSize * (hiddenSize + inputSize + 1)
}

function gates(params: GruParams, x: Mat, hPrev: Mat): { r: Mat; z: Mat } {
  const v = stack(hPrev, x) // (H + D) × B
  const r = sigmoid(plusColumn(times(params.Wr, v), params.br))
  const z = sigmoid(plusColumn(times(params.Wz, v), params.bz))
  return { r, z }
}

function blend(z: Mat, hPrev: Mat, hTilde: Mat): Mat {
  return plus(hadamard(oneMinus(z), hPrev), hadamard(z, hTilde))
}

function stepBackward(
  params: GruParams,
  { x, hPrev, r, z, hTilde }: GruCache,
  dh: Mat,
): { grads: GruParams; dx: Mat; dhPrev: Mat } {
  const dah = hadamard(dh, z, tanhSlope(hTilde)) // da*: before the activation, H × B
  const daz = hadamard(
    dh,
    plus(
      hTilde,
      each(hPrev, (value) => -value),
    ),
    sigmoidSlope(z),
  )
  const [dReset, dxCandidate] = unstack(times(transposed(params.Wh), dah), hPrev.rows) // of r ⊙ hPrev, of x
  const dar = hadamard(dReset, hPrev, sigmoidSlope(r))
  const vT = transposed(stack(hPrev, x)) // B × (H + D)
  const resetT = transposed(stack(hadamard(r, hPrev), x))
  const grads = {
    ...{ Wr: times(dar, vT), Wz: times(daz, vT), Wh: times(dah, resetT) },
    ...{ br: sumColumns(dar), bz: sumColumns(daz), bh: sumColumns(dah) },
  }
  const [dhGates, dxGates] = unstack(
    plus(times(transposed(params.Wr), dar), times(transposed(params.Wz), daz)),
    hPrev.rows,
  )
  const dhPrev = plus(hadamard(dh, oneMinus(z)), hadamard(dReset, r), dhGates)
  return { grads, dx: plus(dxCandidate, dxGates), dhPrev }
}

function oneMinus(m: Mat): Mat {
  return each(m, (value) => 1 - value)
}

function noState(params: GruParams, xs: readonly Mat[]): Mat {
  return zeros(params.Wr.rows, nth(xs, 0).columns)
}

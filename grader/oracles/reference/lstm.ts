/**
 * The long short-term memory with a forget gate, forward and backward, in float64. Follows Hochreiter & Schmidhuber,
 * "Long short-term memory" (1997), and Gers, Schmidhuber & Cummins, "Learning to forget" (2000).
 */
import type { Mat } from '../../model/mat.ts'
import { zeros } from '../../numeric/mat.ts'
import type { LstmParams } from '../params.ts'
import { addTensors } from '../tensors.ts'
import { sigmoid, sigmoidSlope, tanh, tanhSlope } from './activations.ts'
import { hadamard, nth, plus, plusColumn, stack, sumColumns, times, transposed, unstack } from './algebra.ts'

/** What a step read and computed: `x` is D × B, all else H × B. */
export interface LstmCache {
  readonly x: Mat
  readonly hPrev: Mat
  readonly cPrev: Mat
  readonly f: Mat
  readonly i: Mat
  readonly cTilde: Mat
  readonly o: Mat
  readonly c: Mat
  readonly h: Mat
}

/** `c = f ⊙ cPrev + i ⊙ c̃`, `h = o ⊙ tanh(c)`, with every gate a function of `[hPrev; x]`. */
export function lstmStep(params: LstmParams, x: Mat, hPrev: Mat, cPrev: Mat): LstmCache {
  const v = stack(hPrev, x) // (H + D) × B
  const f = sigmoid(plusColumn(times(params.Wf, v), params.bf))
  const i = sigmoid(plusColumn(times(params.Wi, v), params.bi))
  const cTilde = tanh(plusColumn(times(params.Wc, v), params.bc))
  const o = sigmoid(plusColumn(times(params.Wo, v), params.bo))
  const c = plus(hadamard(f, cPrev), hadamard(i, cTilde))
  const h = hadamard(o, tanh(c))
  return { x, hPrev, cPrev, f, i, cTilde, o, c, h }
}

/** States after every step, from `h0` and `c0` or from zeros. */
export function lstmForward(
  params: LstmParams,
  xs: readonly Mat[],
  h0: Mat = noState(params, xs),
  c0: Mat = noState(params, xs),
): { hs: Mat[]; cs: Mat[]; caches: LstmCache[] } {
  const caches: LstmCache[] = []
  for (const x of xs) caches.push(lstmStep(params, x, caches.at(-1)?.h ?? h0, caches.at(-1)?.c ?? c0))
  return { hs: caches.map(({ h }) => h), cs: caches.map(({ c }) => c), caches }
}

/** Gradients of Σ `dhs[t]` · `hs[t]`. */
export function lstmBackward(
  params: LstmParams,
  xs: readonly Mat[],
  dhs: readonly Mat[],
  h0?: Mat,
  c0?: Mat,
): { grads: LstmParams; dxs: Mat[]; dh0: Mat; dc0: Mat } {
  const { caches } = lstmForward(params, xs, h0, c0)
  const dxs: Mat[] = []
  const grads: LstmParams[] = [] // one set a step, the last step first
  let [dh, dc] = [noState(params, xs), noState(params, xs)] // H × B, what the step after this one sends back
  for (const [t, cache] of [...caches.entries()].reverse()) {
    const step = stepBackward(params, cache, plus(nth(dhs, t), dh), dc)
    grads.push(step.grads)
    dxs.unshift(step.dx)
    dh = step.dhPrev
    dc = step.dcPrev
  }
  return { grads: grads.reduce((sum, step) => addTensors(sum, step)), dxs, dh0: dh, dc0: dc }
}

/** Four gates, one bias each. */
export function countLstmParams(inputSize: number, hiddenSize: number): number {
  return 4 * hiddenSize * (hiddenSize + inputSize + 1)
}

function stepBackward(
  params: LstmParams,
  { x, hPrev, cPrev, f, i, cTilde, o, c }: LstmCache,
  dh: Mat,
  dcNext: Mat,
): { grads: LstmParams; dx: Mat; dhPrev: Mat; dcPrev: Mat } {
  const tanhC = tanh(c)
  const dc = plus(dcNext, hadamard(dh, o, tanhSlope(tanhC)))
  const dao = hadamard(dh, tanhC, sigmoidSlope(o)) // da*: before the activation, H × B
  const daf = hadamard(dc, cPrev, sigmoidSlope(f))
  const dai = hadamard(dc, cTilde, sigmoidSlope(i))
  const dac = hadamard(dc, i, tanhSlope(cTilde))
  const vT = transposed(stack(hPrev, x)) // B × (H + D)
  const grads = {
    ...{ Wf: times(daf, vT), Wi: times(dai, vT), Wc: times(dac, vT), Wo: times(dao, vT) },
    ...{ bf: sumColumns(daf), bi: sumColumns(dai), bc: sumColumns(dac), bo: sumColumns(dao) },
  }
  const dv = plus(
    times(transposed(params.Wf), daf),
    times(transposed(params.Wi), dai),
    times(transposed(params.Wc), dac),
    times(transposed(params.Wo), dao),
  ) // (H + D) × B
  const [dhPrev, dx] = unstack(dv, hPrev.rows)
  return { grads, dx, dhPrev, dcPrev: hadamard(dc, f) }
}

function noState(params: LstmParams, xs: readonly Mat[]): Mat {
  return zeros(params.Wf.rows, nth(xs, 0).columns)
}

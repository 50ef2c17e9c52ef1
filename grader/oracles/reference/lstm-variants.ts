/**
 * Two variants of the LSTM, one step each, in float64. Peepholes follow Gers & Schmidhuber, "Recurrent nets that time
 * and count" (2000); coupled gates follow Greff et al., "LSTM: a search space odyssey" (2017).
 */
import type { Mat } from '../../model/mat.ts'
import type { LstmParams, PeepholeParams } from '../params.ts'
import { sigmoid, tanh } from './activations.ts'
import { each, hadamard, plus, plusColumn, stack, times, timesColumn } from './algebra.ts'
import type { LstmCache } from './lstm.ts'

/** The gates also see the cell: `f` and `i` the old one, `o` the new one. */
export function peepholeStep(params: PeepholeParams, x: Mat, hPrev: Mat, cPrev: Mat): LstmCache {
  const v = stack(hPrev, x) // (H + D) × B
  const f = sigmoid(plus(plusColumn(times(params.Wf, v), params.bf), timesColumn(cPrev, params.pf)))
  const i = sigmoid(plus(plusColumn(times(params.Wi, v), params.bi), timesColumn(cPrev, params.pi)))
  const cTilde = tanh(plusColumn(times(params.Wc, v), params.bc))
  const c = plus(hadamard(f, cPrev), hadamard(i, cTilde))
  const o = sigmoid(plus(plusColumn(times(params.Wo, v), params.bo), timesColumn(c, params.po)))
  const h = hadamard(o, tanh(c))
  return { x, hPrev, cPrev, f, i, cTilde, o, c, h }
}

/** Forgets exactly what it writes over: `i = 1 - f`; `Wi` and `bi` are not used. */
export function coupledStep(params: LstmParams, x: Mat, hPrev: Mat, cPrev: Mat): LstmCache {
  const v = stack(hPrev, x) // (H + D) × B
  const f = sigmoid(plusColumn(times(params.Wf, v), params.bf))
  const i = each(f, (value) => 1 - value)
  const cTilde = tanh(plusColumn(times(params.Wc, v), params.bc))
  const o = sigmoid(plusColumn(times(params.Wo, v), params.bo))
  const c = plus(hadamard(f, cPrev), hadamard(i, cTilde))
  const h = hadamard(o, tanh(c))
  return { x, hPrev, cPrev, f, i, cTilde, o, c, h }
}

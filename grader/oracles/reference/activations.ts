import type { Mat } from '../../model/mat.ts'
import { each } from './algebra.ts'

/** The logistic function of every element; only negative numbers are exponentiated, so it never overflows. */
export function sigmoid(m: Mat): Mat {
  return each(m, (a) => (a >= 0 ? 1 / (1 + Math.exp(-a)) : Math.exp(a) / (1 + Math.exp(a))))
}

/** The hyperbolic tangent of every element. */
export function tanh(m: Mat): Mat {
  return each(m, Math.tanh)
}

/** σ′ written in the output `s = σ(a)`: `s (1 - s)`. */
export function sigmoidSlope(s: Mat): Mat {
  return each(s, (value) => value * (1 - value))
}

/** tanh′ written in the output `t = tanh(a)`: `1 - t²`. */
export function tanhSlope(t: Mat): Mat {
  return each(t, (value) => 1 - value * value)
}

/**
 * Gradients by central differences: an oracle that knows nothing about the function but its values. In float64 the
 * error is smallest near `epsilon` 1e-5: about 5e-8 norm-wise on a right gradient of a small recurrent network, and
 * above 1e-4 on every wrong one that we know of.
 */
import type { Mat } from '../model/mat.ts'
import { addScaled, dot } from '../numeric/mat.ts'
import type { Random } from '../numeric/random.ts'
import { addTensors, mapTensors, norm, type Tensors } from './tensors.ts'

/** A number computed from parameters, perhaps in another process. */
export type ScalarFunction<P> = (params: P) => number | Promise<number>

/** `∂f/∂p` of every element of every matrix: two evaluations an element, one after the other. */
export async function numericGradient<P extends Tensors<P>>(
  f: ScalarFunction<P>,
  params: P,
  epsilon = 1e-5,
): Promise<P> {
  const slopes = new Map<keyof P, Float64Array>()
  for (const name of namesOf(params)) {
    const slope = new Float64Array(params[name].data.length)
    for (const k of slope.keys())
      slope[k] = await centralDifference(f, (step) => nudged(params, name, k, step), epsilon)
    slopes.set(name, slope)
  }
  return mapTensors(params, (m, name) => ({ ...m, data: slopes.get(name) ?? new Float64Array() }))
}

/** Like {@link numericGradient} for a function that would rather be asked about all points at once. */
export async function numericGradientAtOnce<P extends Tensors<P>>(
  f: (points: readonly P[]) => Promise<readonly number[]>,
  params: P,
  epsilon = 1e-5,
): Promise<P> {
  const points: P[] = []
  await numericGradient((point: P) => points.push(point), params, epsilon)
  const values = await f(points)
  let next = 0
  return numericGradient(() => values[next++] ?? NaN, params, epsilon)
}

/** The derivative of `f` at `params` along `direction`: two evaluations in all. It equals Σ gradient ⊙ direction. */
export async function directionalDerivative<P extends Tensors<P>>(
  f: ScalarFunction<P>,
  params: P,
  direction: P,
  epsilon = 1e-5,
): Promise<number> {
  return centralDifference(f, (step) => addTensors(params, direction, step), epsilon)
}

/** A direction of length 1, uniform over all of them, in the shape of `params`. */
export function randomDirection<P extends Tensors<P>>(params: P, random: Random): P {
  const normals = mapTensors(params, (m) => random.matrix(m.rows, m.columns))
  const length = Math.sqrt(innerProduct(normals, normals))
  return mapTensors(normals, (m) => ({ ...m, data: m.data.map((value) => value / length) }))
}

/** Σ over all names and elements of `a ⊙ b`. */
export function innerProduct<P extends Tensors<P>>(a: P, b: P): number {
  const products = namesOf(a).map((name) => dot(a[name], b[name]))
  return products.reduce((sum, product) => sum + product, 0)
}

/** Norm-wise relative error, `‖a - b‖ / (‖a‖ + ‖b‖)`: 0 when both are zero, 1 at most, NaN when one holds a NaN. */
export function relativeError(a: Mat, b: Mat): number {
  if (a.rows !== b.rows || a.columns !== b.columns) return NaN
  const gap = norm(addScaled(a, b, -1))
  return gap === 0 ? 0 : gap / (norm(a) + norm(b))
}

/** {@link relativeError} of every matrix of a set. */
export function relativeErrors<P extends Tensors<P>>(a: P, b: P): Map<keyof P, number> {
  return new Map(namesOf(a).map((name) => [name, relativeError(a[name], b[name])]))
}

async function centralDifference<P>(f: ScalarFunction<P>, at: (step: number) => P, epsilon: number): Promise<number> {
  const above = await f(at(epsilon))
  const below = await f(at(-epsilon))
  return (above - below) / (2 * epsilon)
}

function nudged<P extends Tensors<P>>(params: P, name: keyof P, k: number, step: number): P {
  const nudge = (m: Mat): Mat => ({ ...m, data: m.data.map((value, index) => (index === k ? value + step : value)) })
  return mapTensors(params, (m, other) => (other === name ? nudge(m) : m))
}

function namesOf<P extends Tensors<P>>(tensors: P): (keyof P)[] {
  return Object.keys(tensors) as (keyof P)[]
}

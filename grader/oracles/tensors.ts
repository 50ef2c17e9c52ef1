import type { Mat } from '../model/mat.ts'
import { dot } from '../numeric/mat.ts'

/** A named set of matrices, such as the parameters of a cell or their gradients. */
export type Tensors<P> = { readonly [Name in keyof P]: Mat }

/** The same names, every matrix mapped. */
export function mapTensors<P extends Tensors<P>>(tensors: P, f: (m: Mat, name: keyof P) => Mat): P {
  const mapped = Object.entries<Mat>(tensors).map(([name, m]) => [name, f(m, name as keyof P)])
  return Object.fromEntries(mapped) as P // same names, hence the same set
}

/** `a + factor · b`, name by name. */
export function addTensors<P extends Tensors<P>>(a: P, b: P, factor = 1): P {
  return mapTensors(a, (m, name) => {
    const other = b[name].data // of one length with m; reading past it gives NaN
    return { ...m, data: m.data.map((value, k) => value + factor * (other[k] ?? NaN)) }
  })
}

/** The same set for readers that know nothing of its names. */
export function recordOf<P extends Tensors<P>>(tensors: P): Readonly<Record<string, Mat>> {
  return Object.fromEntries(Object.entries<Mat>(tensors))
}

/** The Frobenius norm. */
export function norm(m: Mat): number {
  return Math.sqrt(dot(m, m))
}

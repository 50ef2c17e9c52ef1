/**
 * The float64 algebra that the reference cells are written in: new matrices out, arguments never changed, and shapes
 * that do not fit throw, so that a reference is right or silent. Plain loops over typed arrays: the sizes are small.
 */
import type { Mat } from '../../model/mat.ts'

/** The matrix product `a · b`. */
export function times(a: Mat, b: Mat): Mat {
  if (a.columns !== b.rows) throw mismatch(a, b)
  const [n, inner, m] = [a.rows, a.columns, b.columns]
  const data = new Float64Array(n * m)
  for (let i = 0; i < n; i++) {
    const row = data.subarray(i * m, (i + 1) * m)
    for (let k = 0; k < inner; k++) {
      const factor = a.data[i * inner + k] ?? NaN
      for (let j = 0; j < m; j++) row[j] = (row[j] ?? NaN) + factor * (b.data[k * m + j] ?? NaN)
    }
  }
  return { rows: n, columns: m, data }
}

/** `aᵀ`. */
export function transposed(a: Mat): Mat {
  const data = new Float64Array(a.data.length)
  for (let i = 0; i < a.rows; i++) {
    for (let j = 0; j < a.columns; j++) data[j * a.rows + i] = a.data[i * a.columns + j] ?? NaN
  }
  return { rows: a.columns, columns: a.rows, data }
}

/** The sum of matrices of one shape. */
export function plus(first: Mat, ...rest: readonly Mat[]): Mat {
  return rest.reduce((sum, m) => zip(sum, m, (a, b) => a + b), first)
}

/** The Hadamard product ⊙ of matrices of one shape. */
export function hadamard(first: Mat, ...rest: readonly Mat[]): Mat {
  return rest.reduce((product, m) => zip(product, m, (a, b) => a * b), first)
}

/** The same shape with `f` of every element. */
export function each(m: Mat, f: (value: number) => number): Mat {
  return { rows: m.rows, columns: m.columns, data: m.data.map(f) }
}

/** `m` with the n × 1 `bias` added to every column. */
export function plusColumn(m: Mat, bias: Mat): Mat {
  if (bias.rows !== m.rows || bias.columns !== 1) throw mismatch(m, bias)
  const data = m.data.map((value, k) => value + (bias.data[Math.floor(k / m.columns)] ?? NaN))
  return { rows: m.rows, columns: m.columns, data }
}

/** `m` with every column multiplied by the n × 1 `factors`, element by element. */
export function timesColumn(m: Mat, factors: Mat): Mat {
  if (factors.rows !== m.rows || factors.columns !== 1) throw mismatch(m, factors)
  const data = m.data.map((value, k) => value * (factors.data[Math.floor(k / m.columns)] ?? NaN))
  return { rows: m.rows, columns: m.columns, data }
}

/** The n × 1 sum over columns: what a bias that was broadcast over them receives. */
export function sumColumns(m: Mat): Mat {
  const data = new Float64Array(m.rows)
  for (const [k, value] of m.data.entries()) {
    const i = Math.floor(k / m.columns)
    data[i] = (data[i] ?? NaN) + value
  }
  return { rows: m.rows, columns: 1, data }
}

/** `[top; bottom]`, one on top of the other. */
export function stack(top: Mat, bottom: Mat): Mat {
  if (top.columns !== bottom.columns) throw mismatch(top, bottom)
  const data = new Float64Array(top.data.length + bottom.data.length)
  data.set(top.data)
  data.set(bottom.data, top.data.length)
  return { rows: top.rows + bottom.rows, columns: top.columns, data }
}

/** The inverse of {@link stack}: the first `rows` rows, and the others. */
export function unstack(m: Mat, rows: number): [top: Mat, bottom: Mat] {
  const cut = rows * m.columns
  return [
    { rows, columns: m.columns, data: m.data.slice(0, cut) },
    { rows: m.rows - rows, columns: m.columns, data: m.data.slice(cut) },
  ]
}

/** Zeros of the shape of `m`. */
export function zerosLike(m: Mat): Mat {
  return { rows: m.rows, columns: m.columns, data: new Float64Array(m.data.length) }
}

/** The item at `index`, which must be there. */
export function nth<T>(items: readonly T[], index: number): T {
  const item = items[index]
  if (item === undefined)
    throw new RangeError(`Expected at least ${String(index + 1)} items, got ${String(items.length)}`)
  return item
}

function zip(a: Mat, b: Mat, f: (a: number, b: number) => number): Mat {
  if (a.rows !== b.rows || a.columns !== b.columns) throw mismatch(a, b)
  return { rows: a.rows, columns: a.columns, data: a.data.map((value, k) => f(value, b.data[k] ?? NaN)) }
}

function mismatch(a: Mat, b: Mat): RangeError {
  const shape = (m: Mat): string => `${String(m.rows)}×${String(m.columns)}`
  return new RangeError(`Expected shapes that fit, got ${shape(a)} and ${shape(b)}`)
}

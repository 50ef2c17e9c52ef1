import type { Mat } from '../model/mat.ts'

/** A rows × columns matrix whose element (i, j) is `fill(i, j)`. */
export function mat(rows: number, columns: number, fill: (i: number, j: number) => number): Mat {
  const data = new Float64Array(rows * columns)
  for (let i = 0; i < rows; i++) for (let j = 0; j < columns; j++) data[i * columns + j] = fill(i, j)
  return { rows, columns, data }
}

/** A matrix of zeros. */
export function zeros(rows: number, columns: number): Mat {
  return { rows, columns, data: new Float64Array(rows * columns) }
}

/** A matrix from its rows, which must be equally long. */
export function fromRows(rows: readonly (readonly number[])[]): Mat {
  const columns = rows[0]?.length ?? 0
  if (rows.some((row) => row.length !== columns)) throw new RangeError('Expected rows of one length')
  return mat(rows.length, columns, (i, j) => rows[i]?.[j] ?? NaN)
}

/** Element (i, j); outside the matrix it throws, so that an oracle never reads past its data. */
export function at(m: Mat, i: number, j: number): number {
  const value = i < 0 || j < 0 || i >= m.rows || j >= m.columns ? undefined : m.data[i * m.columns + j]
  if (value === undefined) {
    throw new RangeError(
      `Expected an index inside ${String(m.rows)}×${String(m.columns)}, got (${String(i)}, ${String(j)})`,
    )
  }
  return value
}

/** The same shape with every element mapped. */
export function map(m: Mat, f: (value: number, i: number, j: number) => number): Mat {
  return mat(m.rows, m.columns, (i, j) => f(at(m, i, j), i, j))
}

/** Columns picked (and repeated, and reordered) by index. */
export function pickColumns(m: Mat, indices: readonly number[]): Mat {
  return mat(m.rows, indices.length, (i, j) => at(m, i, indices[j] ?? -1))
}

/** Rows `from` (inclusive) to `to` (exclusive). */
export function sliceRows(m: Mat, from: number, to: number): Mat {
  return mat(to - from, m.columns, (i, j) => at(m, i + from, j))
}

/** Columns `from` (inclusive) to `to` (exclusive). */
export function sliceColumns(m: Mat, from: number, to: number): Mat {
  return mat(m.rows, to - from, (i, j) => at(m, i, j + from))
}

export function transpose(m: Mat): Mat {
  return mat(m.columns, m.rows, (i, j) => at(m, j, i))
}

/** Σ over all elements of `a ⊙ b`. */
export function dot(a: Mat, b: Mat): number {
  let sum = 0
  for (let k = 0; k < a.data.length; k++) sum += (a.data[k] ?? NaN) * (b.data[k] ?? NaN)
  return sum
}

/** `a + factor · b`. */
export function addScaled(a: Mat, b: Mat, factor: number): Mat {
  return map(a, (value, i, j) => value + factor * at(b, i, j))
}

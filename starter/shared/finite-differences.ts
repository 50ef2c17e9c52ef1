import { Matrix } from 'ml-matrix'

/**
 * The gradient of a loss by central differences: every entry in turn is moved by ±epsilon, and the change of the loss
 * is divided by 2·epsilon. Slow and approximate (about 8 good digits), but it needs no derivation: the judge of yours.
 *
 * @param loss - a number computed from the matrix that moves
 * @param at - the matrix at which the gradient is wanted; it is not changed
 * @param epsilon - smaller is not better: 1e-5 balances truncation and rounding
 * @returns dL/d(at), of the same shape as `at`
 */
export function numericGradient(loss: (moved: Matrix) => number, at: Matrix, epsilon = 1e-5): Matrix {
  const gradient = Matrix.zeros(at.rows, at.columns)
  for (let i = 0; i < at.rows; i++) {
    for (let j = 0; j < at.columns; j++) {
      const up = loss(moved(at, i, j, epsilon))
      const down = loss(moved(at, i, j, -epsilon))
      gradient.set(i, j, (up - down) / (2 * epsilon))
    }
  }
  return gradient
}

/** The largest absolute difference between two matrices; NaN when one holds a NaN, Infinity when the shapes differ. */
export function largestDifference(a: Matrix, b: Matrix): number {
  if (a.rows !== b.rows || a.columns !== b.columns) return Infinity
  return Math.max(...Matrix.abs(Matrix.sub(a, b)).to1DArray())
}

/** A copy of `m` with `step` added to entry (i, j). */
function moved(m: Matrix, i: number, j: number, step: number): Matrix {
  return m.clone().set(i, j, m.get(i, j) + step)
}

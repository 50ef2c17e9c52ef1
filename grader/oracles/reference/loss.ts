/** Softmax and cross-entropy over the rows of a column: O classes × B examples. */
import type { Mat } from '../../model/mat.ts'
import { at, mat } from '../../numeric/mat.ts'
import { nth } from './algebra.ts'

/** Probabilities of every column; the largest logit is taken away first, so that no exponential overflows. */
export function softmax(logits: Mat): Mat {
  const columns = range(logits.columns)
  const largest = columns.map((j) => range(logits.rows).reduce((m, i) => Math.max(m, at(logits, i, j)), -Infinity))
  const powers = mat(logits.rows, logits.columns, (i, j) => Math.exp(at(logits, i, j) - nth(largest, j)))
  const totals = columns.map((j) => range(logits.rows).reduce((sum, i) => sum + at(powers, i, j), 0))
  return mat(logits.rows, logits.columns, (i, j) => at(powers, i, j) / nth(totals, j))
}

/** Mean over the columns of `-ln p[label]`; a probability of 0 counts as the smallest number above it. */
export function crossEntropy(probs: Mat, labels: readonly number[]): number {
  const losses = labels.map((label, j) => -Math.log(Math.max(at(probs, label, j), Number.MIN_VALUE)))
  return losses.reduce((sum, loss) => sum + loss, 0) / labels.length
}

/** Gradient of `crossEntropy(softmax(logits), labels)` with respect to the logits: `(p - y) / B`. */
export function crossEntropyGradient(probs: Mat, labels: readonly number[]): Mat {
  const y = (i: number, j: number): number => (labels[j] === i ? 1 : 0)
  return mat(probs.rows, probs.columns, (i, j) => (at(probs, i, j) - y(i, j)) / labels.length)
}

function range(n: number): number[] {
  return Array.from({ length: n }, (_, i) => i)
}

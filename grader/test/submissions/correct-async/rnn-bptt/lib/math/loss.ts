import { Matrix } from 'ml-matrix'
import { say } from '../talk.ts'

export const LOWEST = 1e-200

export async function softmax(logits: Matrix): Promise<Matrix> {
  say('softmax')
  const columns = Array.from({ length: logits.columns }, (_, j) => logits.getColumnVector(j))
  const done = await Promise.all(columns.map(one))
  return done.reduce((a, b) => new Matrix(a.to2DArray().map((row, i) => [...row, b.get(i, 0)])))
}

/** Shifted by the log-sum-exp, so that the exponentials already are probabilities. */
async function one(column: Matrix): Promise<Matrix> {
  const top = column.max()
  const shift = top + Math.log(Matrix.sub(column, top).exp().sum())
  const p = Matrix.sub(column, shift).exp()
  return p.div(p.sum())
}

export const crossEntropy = async (probs: Matrix, labels: readonly number[]): Promise<number> => {
  say('crossEntropy', labels)
  // The logarithm of a product, a few factors at a time so that it does not underflow.
  return labels.reduce((sum, label, j) => sum + Math.log(1 / Math.max(probs.get(label, j), LOWEST)) / labels.length, 0)
}

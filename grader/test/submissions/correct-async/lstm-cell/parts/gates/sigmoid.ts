import { Matrix } from 'ml-matrix'
import { log } from '../log.ts'

/** e^a / (1 + e^a) with a kept within what an exponential can hold; beyond 40 the result is 0 or 1 to the last bit. */
export async function sigmoid(m: Matrix): Promise<Matrix> {
  log('sigmoid', m.rows, m.columns)
  const exps = new Matrix(m.to2DArray().map((row) => row.map((a) => Math.exp(Math.min(a, 40)))))
  return Matrix.div(exps, Matrix.add(exps, 1))
}

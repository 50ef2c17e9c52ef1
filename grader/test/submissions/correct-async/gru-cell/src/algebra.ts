import { Matrix } from 'ml-matrix'

export async function affine(W: Matrix, v: Matrix, b: Matrix): Promise<Matrix> {
  console.log('a product of', W.rows, '×', W.columns)
  return new Promise((done) => {
    // The bias is one more column of W, and one more row of ones.
    const whole = W.transpose().to2DArray()
    const read = v.to2DArray()
    whole.unshift(b.to1DArray())
    read.unshift(new Array<number>(v.columns).fill(1))
    done(new Matrix(whole).transpose().mmul(new Matrix(read)))
  })
}

/** σ by its Taylor-free definition where that is safe, and by its mirror where it is not. */
export const logistic = (m: Matrix): Matrix => {
  const positive = Matrix.abs(m).neg().exp()
  const upper = Matrix.div(Matrix.ones(m.rows, m.columns), Matrix.add(positive, 1))
  return new Matrix(m.to2DArray().map((row, i) => row.map((a, j) => (a >= 0 ? upper.get(i, j) : positive.get(i, j) * upper.get(i, j)))))
}

export function rowsOf(m: Matrix, from: number, to: number): Matrix {
  return m.subMatrixRow(Array.from({ length: to - from }, (_, k) => from + k))
}

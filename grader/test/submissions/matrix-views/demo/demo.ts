// Expected: passed
import { Matrix, MatrixColumnView, MatrixTransposeView, SymmetricMatrix, WrapperMatrix2D } from 'ml-matrix'

class Named extends Matrix {
  label = 'W'
}

const source = new Matrix([
  [1, 2],
  [3, 4],
  [5, 6],
])

export function act(): Record<string, unknown> {
  return {
    plain: source,
    transposed: new MatrixTransposeView(source),
    column: new MatrixColumnView(source, 1),
    wrapped: new WrapperMatrix2D([
      [1, 2],
      [3, 4],
    ]),
    subclass: new Named([[7, 8]]),
    symmetric: SymmetricMatrix.zeros(2),
    empty: new Matrix(0, 3),
    exact: new Matrix([[NaN, Infinity, -Infinity, -0]]),
  }
}

/** Matrices that hold what no matrix may. */
export function withText(): Matrix {
  const m = Matrix.zeros(1, 2)
  ;(m as unknown as { data: unknown[][] }).data[0] = [1, '2']
  return m
}

export function short(): Matrix {
  const m = Matrix.zeros(2, 2)
  ;(m as unknown as { data: unknown[] }).data.pop()
  return m
}

export function endless(): Matrix {
  return Object.defineProperty(Matrix.zeros(1, 1), 'rows', { value: 67_000_000 })
}

export function honest(): number {
  return 42
}

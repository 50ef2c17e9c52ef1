import { Matrix } from 'ml-matrix'

export function twice(m: Matrix): Matrix {
  return Matrix.mul(m, 2)
}

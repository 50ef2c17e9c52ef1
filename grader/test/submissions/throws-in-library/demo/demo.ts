// Expected: failed threw subject.threw
import { Matrix } from 'ml-matrix'

export function act(): Matrix {
  const a = Matrix.zeros(2, 3)
  return a.add(Matrix.zeros(3, 2))
}

export function honest(): number {
  return 42
}

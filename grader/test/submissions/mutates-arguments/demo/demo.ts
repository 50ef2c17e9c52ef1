// Expected: passed
import type { Matrix } from 'ml-matrix'

export function act(): number {
  return 1
}

export function scale(params: { W: Matrix }, xs: Matrix[], factor: number): Matrix[] {
  params.W.mul(factor)
  xs.pop()
  return xs
}

export function honest(): number {
  return 42
}

import type { Mat } from '../model/mat.ts'
import { at, mat } from './mat.ts'
import type { Random } from './random.ts'

/** A random n × n matrix with orthonormal columns: Gram–Schmidt, twice over for round-off, on a matrix of normals. */
export function orthogonal(n: number, random: Random): Mat {
  const start = random.matrix(n, n)
  const columns: number[][] = []
  for (let j = 0; j < n; j++) {
    const column = Array.from({ length: n }, (_, i) => at(start, i, j))
    columns.push(normalised(without(without(column, columns), columns)))
  }
  return mat(n, n, (i, j) => columns[j]?.[i] ?? NaN)
}

/** The largest singular value, by power iteration on MᵀM from a random start; good to about six digits. */
export function spectralNorm(m: Mat, random: Random): number {
  let vector: readonly number[] = Array.from({ length: m.columns }, () => random.normal())
  let norm = 0
  for (let k = 0; k < 200; k++) {
    const image = Array.from({ length: m.rows }, (_, i) => sumOver(m.columns, (j) => at(m, i, j) * (vector[j] ?? NaN)))
    norm = Math.hypot(...image) / Math.hypot(...vector)
    vector = normalised(
      Array.from({ length: m.columns }, (_, j) => sumOver(m.rows, (i) => at(m, i, j) * (image[i] ?? NaN))),
    )
  }
  return norm
}

function sumOver(count: number, term: (k: number) => number): number {
  let sum = 0
  for (let k = 0; k < count; k++) sum += term(k)
  return sum
}

function without(vector: readonly number[], directions: readonly (readonly number[])[]): readonly number[] {
  return directions.reduce<readonly number[]>((rest, direction) => {
    const length = rest.reduce((sum, value, i) => sum + value * (direction[i] ?? NaN), 0)
    return rest.map((value, i) => value - length * (direction[i] ?? NaN))
  }, vector)
}

function normalised(vector: readonly number[]): number[] {
  const length = Math.hypot(...vector)
  return vector.map((value) => value / length)
}

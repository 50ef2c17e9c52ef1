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

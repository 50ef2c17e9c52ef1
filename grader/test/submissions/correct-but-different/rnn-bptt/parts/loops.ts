import { Matrix } from 'ml-matrix'

export function fill(rows: number, columns: number, f: (i: number, j: number) => number): Matrix {
  const m = new Matrix(rows, columns)
  for (let i = 0; i < rows; i++) for (let j = 0; j < columns; j++) m.set(i, j, f(i, j))
  return m
}

export function eachEntry(m: Matrix, f: (i: number, j: number, value: number) => void): void {
  for (let i = 0; i < m.rows; i++) for (let j = 0; j < m.columns; j++) f(i, j, m.get(i, j))
}

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Mat } from '../../model/mat.ts'
import { isMat } from '../../model/mat.ts'
import {
  addScaled,
  at,
  dot,
  fromRows,
  map,
  mat,
  pickColumns,
  sliceColumns,
  sliceRows,
  transpose,
  zeros,
} from '../../numeric/mat.ts'
import { orthogonal, spectralNorm } from '../../numeric/orthogonal.ts'
import { stream } from '../../numeric/random.ts'
import { spread } from '../../numeric/statistics.ts'

const m = fromRows([
  [1, 2, 3],
  [4, 5, 6],
])

describe('A matrix', () => {
  it('is made by its elements, its rows or of zeros', () => {
    expect(mat(2, 3, (i, j) => 3 * i + j + 1)).toEqual(m)
    expect(zeros(2, 1)).toEqual({ rows: 2, columns: 1, data: new Float64Array(2) })
    expect(fromRows([])).toEqual(zeros(0, 0))
    expect(() => fromRows([[1, 2], [3]])).toThrow(RangeError)
  })

  it.each([
    [-1, 0],
    [0, -1],
    [2, 0],
    [0, 3],
    [0.5, 0],
  ])('has no element (%d, %d)', (i, j) => {
    expect(() => at(m, i, j)).toThrow(RangeError)
  })

  it('is cut, picked from and turned', () => {
    expect(sliceRows(m, 1, 2)).toEqual(fromRows([[4, 5, 6]]))
    expect(sliceColumns(m, 1, 3)).toEqual(
      fromRows([
        [2, 3],
        [5, 6],
      ]),
    )
    expect(pickColumns(m, [2, 0, 2])).toEqual(
      fromRows([
        [3, 1, 3],
        [6, 4, 6],
      ]),
    )
    expect(transpose(m)).toEqual(
      fromRows([
        [1, 4],
        [2, 5],
        [3, 6],
      ]),
    )
    expect(() => sliceColumns(m, 2, 4)).toThrow(RangeError)
    expect(() => pickColumns(m, [3])).toThrow(RangeError)
  })

  it('is mapped and added without being changed', () => {
    const before = m.data.slice()
    expect(map(m, (value, i, j) => value + 10 * i + 100 * j)).toEqual(
      fromRows([
        [1, 102, 203],
        [14, 115, 216],
      ]),
    )
    expect(addScaled(m, m, -2)).toEqual(map(m, (value) => -value))
    expect(dot(m, m)).toBe(91)
    expect(m.data).toEqual(before)
  })

  it('turned twice is itself', () => {
    fc.assert(
      fc.property(fc.nat(6), fc.nat(6), fc.integer(), (rows, columns, seed) => {
        const drawn = stream(seed).matrix(rows, columns)
        expect(transpose(transpose(drawn))).toEqual(drawn)
      }),
    )
  })

  it('is recognised by its float64 data', () => {
    expect(isMat(m)).toBe(true)
    for (const other of [null, undefined, 1, [], {}, { rows: 1, columns: 1, data: [1] }])
      expect(isMat(other)).toBe(false)
  })
})

describe('A random orthogonal matrix', () => {
  it.each([1, 2, 10, 40])('of size %d has orthonormal columns and rows', (n) => {
    const Q = orthogonal(n, stream(3, 'Q', String(n)))
    const identity = mat(n, n, (i, j) => (i === j ? 1 : 0))
    for (const product of [times(transpose(Q), Q), times(Q, transpose(Q))]) {
      expect(largest(addScaled(product, identity, -1))).toBeLessThan(1e-13)
    }
  })

  it('is another one for another stream', () => {
    expect(orthogonal(4, stream(1))).not.toEqual(orthogonal(4, stream(2)))
    expect(orthogonal(4, stream(1))).toEqual(orthogonal(4, stream(1)))
  })
})

describe('The spectral norm', () => {
  it('of a multiple of an orthogonal matrix is that factor', () => {
    const Q = orthogonal(12, stream(4, 'Q'))
    for (const factor of [0.5, 1, 30]) {
      expect(
        spectralNorm(
          map(Q, (value) => factor * value),
          stream(4),
        ) / factor,
      ).toBeCloseTo(1, 9)
    }
  })

  it('of a diagonal matrix is its largest entry, and that of a row its length', () => {
    const diagonal = mat(3, 3, (i, j) => (i === j ? ([1, -7, 2][i] ?? 0) : 0))
    expect(spectralNorm(diagonal, stream(4))).toBeCloseTo(7, 6)
    expect(spectralNorm(fromRows([[3, 4]]), stream(4))).toBeCloseTo(5, 9)
  })
})

describe('The spread of values', () => {
  it('is their mean and population deviation', () => {
    expect(spread([2, 4, 4, 4, 5, 5, 7, 9])).toEqual({ mean: 5, std: 2 })
    expect(spread(new Float64Array([3]))).toEqual({ mean: 3, std: 0 })
  })

  it('of nothing, or of a NaN, is NaN', () => {
    expect(spread([])).toEqual({ mean: NaN, std: NaN })
    expect(spread([1, NaN])).toEqual({ mean: NaN, std: NaN })
  })
})

function times(a: Mat, b: Mat): Mat {
  return mat(a.rows, b.columns, (i, j) => {
    let sum = 0
    for (let k = 0; k < a.columns; k++) sum += at(a, i, k) * at(b, k, j)
    return sum
  })
}

function largest({ data }: Mat): number {
  return Math.max(...data.map(Math.abs))
}

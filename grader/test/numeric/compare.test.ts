import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  compare,
  compareForm,
  describe as describeValue,
  formatNumber,
  formatPair,
  type Expected,
} from '../../numeric/compare.ts'
import { fromRows, mat, zeros } from '../../numeric/mat.ts'

const close = { atol: 1e-6, rtol: 1e-3 }
const exact = { atol: 0, rtol: 0 }

describe('Types are compared first', () => {
  it.each<[string, unknown, Expected, string, string]>([
    ['a text for a number', '1', 1, 'number', 'string'],
    ['a boolean for a number', true, 1, 'number', 'boolean'],
    ['null for a number', null, 1, 'number', 'null'],
    ['nothing for a number', undefined, 1, 'number', 'undefined'],
    ['a list for a number', [1], 1, 'number', 'number[1]'],
    ['a matrix for a number', zeros(1, 1), 1, 'number', 'Matrix(1×1)'],
    ['a number for a matrix', 1, zeros(2, 3), 'Matrix(2×3)', '1'],
    ['a list for a matrix', [1, 2], zeros(2, 1), 'Matrix(2×1)', 'number[2]'],
    [
      'a record like a matrix',
      { rows: 1, columns: 1, data: [1] },
      zeros(1, 1),
      'Matrix(1×1)',
      '{ rows, columns, data }',
    ],
    ['something without a name', { what: 'function' }, zeros(1, 1), 'Matrix(1×1)', 'function'],
    ['a matrix for a list', zeros(2, 1), [1, 2], 'number[2]', 'Matrix(2×1)'],
    ['a record like a list', { length: 2, 0: 1, 1: 2 }, [1, 2], 'number[2]', '{ 0, 1, length }'],
    ['nothing for an empty list', undefined, [], '[]', 'undefined'],
    ['a list for a record', [], { h: 1 }, '{ h }', '[]'],
    ['a matrix for a record', zeros(1, 1), { h: 1 }, '{ h }', 'Matrix(1×1)'],
    ['null for a record', null, { h: 1 }, '{ h }', 'null'],
  ])('%s', (_, received, expected, wanted, got) => {
    const mismatch = { kind: 'type', at: 'x', expected: wanted, received: got }
    expect(compare(received, expected, close, 'x')).toEqual(mismatch)
    expect(compareForm(received, expected, 'x')).toEqual(mismatch)
  })

  it('a key that is missing is named with its path', () => {
    expect(compare({ h: { y: 1 } }, { h: { x: 1 } }, close, '')).toEqual({
      kind: 'type',
      at: 'h.x',
      expected: 'number',
      received: 'undefined',
    })
    expect(compare({}, { grads: { W: zeros(1, 1) } }, close, 'bptt')?.at).toBe('bptt.grads')
  })

  it('a key of a prototype is not a key', () => {
    const inherited = Object.create({ h: 1 }) as object
    expect(compare({ constructor: 1 }, { constructor: 1 }, exact, '')).toBeUndefined()
    expect(compare(Object.create(null), { toString: 1 }, exact, '')?.at).toBe('toString')
    expect(compare(inherited, { h: 2 }, exact, '')?.kind).toBe('value')
  })
})

describe('Shapes are compared next', () => {
  it.each<[string, unknown, Expected, string, string, string]>([
    ['a matrix that is turned', zeros(3, 2), zeros(2, 3), 'x', 'Matrix(2×3)', 'Matrix(3×2)'],
    ['a matrix of nothing', zeros(0, 0), zeros(1, 1), 'x', 'Matrix(1×1)', 'Matrix(0×0)'],
    ['a list that is longer', [1, 2], [1], 'x', 'number[1]', 'number[2]'],
    ['a list that is empty', [], [1], 'x', 'number[1]', '[]'],
    ['a list that should be empty', [1], [], 'x', '[]', 'number[1]'],
    ['a step too few', [zeros(1, 1)], [zeros(1, 1), zeros(1, 1)], 'x', 'Matrix(1×1)[2]', 'Matrix(1×1)[1]'],
    [
      'one item of a list',
      [zeros(1, 1), zeros(2, 1)],
      [zeros(1, 1), zeros(1, 1)],
      'x[1]',
      'Matrix(1×1)',
      'Matrix(2×1)',
    ],
    ['an item of a field', { hs: [[1]] }, { hs: [[1, 2]] }, 'x.hs[0]', 'number[2]', 'number[1]'],
  ])('%s', (_, received, expected, at, wanted, got) => {
    expect(compare(received, expected, close, 'x')).toEqual({ kind: 'shape', at, expected: wanted, received: got })
  })

  it('nothing that is empty stands for something', () => {
    for (const empty of [[], {}, zeros(0, 5), zeros(5, 0), '', null, undefined]) {
      for (const expected of [[zeros(5, 5)], { hs: [1] }, zeros(5, 5), [0]] as Expected[]) {
        expect(compare(empty, expected, { atol: Infinity, rtol: Infinity }, 'x')).toBeDefined()
      }
    }
  })

  it('the form of a value says nothing of its numbers', () => {
    expect(
      compareForm(
        mat(2, 2, () => NaN),
        zeros(2, 2),
        'x',
      ),
    ).toBeUndefined()
    expect(compareForm({ loss: NaN, extra: 1 }, { loss: 0 }, 'x')).toBeUndefined()
  })
})

describe('Values are compared last', () => {
  it('the first offence is named by its path and index', () => {
    const hs = [zeros(2, 3), zeros(2, 3), mat(2, 3, (i, j) => (i === 1 && j === 0 ? 0.5 : 0))]
    expect(compare({ hs: [zeros(2, 3), zeros(2, 3), zeros(2, 3)] }, { hs }, close, '')).toMatchObject({
      kind: 'value',
      at: 'hs[2][1,0]',
      expected: '0.5',
      received: '0',
    })
    expect(compare([1, [2, 3]], [1, [2, 4]], close, 'losses')?.at).toBe('losses[1][1]')
    expect(
      compare(
        fromRows([
          [1, 2],
          [3, 4],
        ]),
        fromRows([
          [1, 2],
          [3, 5],
        ]),
        close,
        'W',
      )?.at,
    ).toBe('W[1,1]')
  })

  it('the largest errors are those of the whole value, not of the first offence', () => {
    const mismatch = compare([1.1, 30, 5], [1, 20, 5], close, 'x')
    expect(mismatch?.at).toBe('x[0]')
    expect(mismatch?.maxAbs).toBeCloseTo(10, 12)
    expect(mismatch?.maxRel).toBeCloseTo(0.5, 12)
  })

  it('NaN is close to nothing, not even to NaN', () => {
    for (const expected of [0, 1, Infinity, NaN]) {
      const mismatch = compare(NaN, expected, { atol: Infinity, rtol: Infinity }, 'x')
      expect(mismatch).toMatchObject({ kind: 'value', received: 'NaN', maxAbs: NaN, maxRel: NaN })
    }
    expect(compare(1, NaN, { atol: Infinity, rtol: Infinity }, 'x')?.kind).toBe('value')
    const holed = { rows: 1, columns: 2, data: new Float64Array([1, NaN]) }
    expect(compare(holed, fromRows([[1, 1]]), close, 'm')?.at).toBe('m[0,1]')
  })

  it('one NaN is not forgotten among larger errors', () => {
    expect(compare([NaN, 100], [1, 1], close, 'x')?.maxAbs).toBeNaN()
    expect(compare([100, NaN], [1, 1], close, 'x')?.maxAbs).toBeNaN()
  })

  it('an infinity is equal to itself and far from everything else', () => {
    for (const sign of [1, -1]) {
      expect(compare(sign * Infinity, sign * Infinity, exact, 'x')).toBeUndefined()
      for (const other of [1e308, -sign * Infinity, 0]) {
        expect(compare(other, sign * Infinity, { atol: 1, rtol: 1 }, 'x')?.kind).toBe('value')
        expect(compare(sign * Infinity, other, { atol: 1, rtol: 1 }, 'x')?.maxAbs).toBe(Infinity)
      }
    }
  })

  it('the zeros are one', () => {
    expect(compare(-0, 0, exact, 'x')).toBeUndefined()
  })

  it('keys that nobody asked for are allowed', () => {
    expect(compare({ h: 1, z: 'kept for later' }, { h: 1 }, exact, '')).toBeUndefined()
  })

  it('the tolerance is absolute plus relative, of the expected value', () => {
    const tolerance = { atol: 0.5, rtol: 0.25 }
    expect(compare(10 + 3, 10, tolerance, 'x')).toBeUndefined()
    expect(compare(10 + 3.01, 10, tolerance, 'x')).toBeDefined()
    expect(compare(10, 10 + 3.2, tolerance, 'x')).toBeUndefined()
    expect(compare(0.5, 0, tolerance, 'x')).toBeUndefined()
  })

  it('agrees, number by number, with what the tolerance says', () => {
    const numbers = fc.oneof(fc.double({ noNaN: true, min: -1e6, max: 1e6 }), fc.double({ noNaN: true }))
    const errors = fc.double({ min: 0, max: 10, noNaN: true })
    fc.assert(
      fc.property(numbers, numbers, errors, errors, (received, expected, atol, rtol) => {
        const error = Math.abs(received - expected)
        const holds = received === expected || (Number.isFinite(error) && error <= atol + rtol * Math.abs(expected))
        expect(compare(received, expected, { atol, rtol }, 'x') === undefined).toBe(holds)
      }),
    )
  })

  it('every value is equal to itself, and stops being so when one number moves', () => {
    const finite = fc.double({ min: -100, max: 100, noNaN: true })
    const value = fc.letrec<{ value: Expected }>((tie) => ({
      value: fc.oneof(
        { depthSize: 'small' },
        finite,
        fc.tuple(fc.nat(4), fc.nat(4), finite).map(([m, n, x]) => mat(m, n, (i, j) => x + i - j)),
        fc.array(tie('value'), { maxLength: 4 }),
        fc.dictionary(fc.string(), tie('value'), { maxKeys: 4, noNullPrototype: true }),
      ),
    })).value
    fc.assert(
      fc.property(value, (same) => {
        expect(compare(same, same, exact, '')).toBeUndefined()
        const moved = nudged(same)
        if (moved.count > 0) expect(compare(moved.value, same, close, '')?.kind).toBe('value')
      }),
    )
  })
})

describe('A value is described by its type and shape', () => {
  it('in a notation that needs no translation', () => {
    const values: readonly (readonly [unknown, string])[] = [
      [zeros(3, 4), 'Matrix(3×4)'],
      [[zeros(3, 1), zeros(9, 9)], 'Matrix(3×1)[2]'],
      [[], '[]'],
      [[1, 2], 'number[2]'],
      [[[1], [2]], 'number[1][2]'],
      [{ h: 1, y: 2 }, '{ h, y }'],
      [{}, '{  }'],
      [null, 'null'],
      [undefined, 'undefined'],
      ['text', 'string'],
      [() => 1, 'function'],
      [-0, '-0'],
      [0.25, '0.25'],
      [1e21, '1e+21'],
      [NaN, 'NaN'],
      [-Infinity, '-Infinity'],
    ]
    expect(values.map(([value]) => describeValue(value))).toEqual(values.map(([, text]) => text))
  })

  it('a number is written as a reader wants it: whole ones whole, others with a few digits', () => {
    expect([448, 142592, -3, 1e14].map((value) => formatNumber(value))).toEqual([
      '448',
      '142592',
      '-3',
      '100000000000000',
    ])
    expect(formatNumber(0.1 + 0.2)).toBe('0.3')
    expect(formatNumber(1.23456789012, 4)).toBe('1.235')
  })

  it('two numbers that differ are written so that they do', () => {
    const number = fc.oneof(fc.double(), fc.double({ min: 0.999, max: 1.001, noNaN: true }))
    fc.assert(
      fc.property(number, number, (expected, received) => {
        const pair = formatPair(expected, received)
        if (Object.is(expected, received) || expected === received) return
        expect(pair.expected).not.toBe(pair.received)
      }),
    )
    expect(formatPair(0.5, 0.75)).toEqual({ expected: '0.5', received: '0.75' })
    expect(formatPair(1, NaN)).toEqual({ expected: '1', received: 'NaN' })
  })
})

/** A copy in which every number is larger by one, and how many numbers there are. */
function nudged(value: Expected): { value: unknown; count: number } {
  if (typeof value === 'number') return { value: value + 1, count: 1 }
  if (Array.isArray(value)) {
    const parts = (value as Expected[]).map(nudged)
    return { value: parts.map((part) => part.value), count: parts.reduce((sum, part) => sum + part.count, 0) }
  }
  if ('data' in value && value.data instanceof Float64Array) {
    return { value: { ...value, data: value.data.map((x) => x + 1) }, count: value.data.length }
  }
  const parts = Object.entries(value as Record<string, Expected>).map(([key, item]) => [key, nudged(item)] as const)
  return {
    value: Object.fromEntries(parts.map(([key, part]) => [key, part.value])),
    count: parts.reduce((sum, [, part]) => sum + part.count, 0),
  }
}

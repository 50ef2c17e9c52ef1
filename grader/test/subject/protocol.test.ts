import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decode, encode, Handle, maxFrameBytes, Opaque, ProtocolError } from '../../subject/protocol.ts'
import { bare, bodyOf, codec, frameOf, matrix, wireValue } from './wire.ts'

describe('A value comes out as it went in', () => {
  it('whatever it is', () => {
    fc.assert(
      fc.property(wireValue, (value) => {
        // Vitest's own comparison trips over keys such as `constructor`.
        expect(isDeepStrictEqual(there(value), value)).toBe(true)
      }),
      { numRuns: 1000 },
    )
  })

  it('down to the last bit of a matrix', () => {
    fc.assert(
      fc.property(matrix, (m) => {
        const { data } = there(m) as typeof m
        expect(Array.from(data, (value, k) => Object.is(value, m.data[k]))).not.toContain(false)
        expect(data.length).toBe(m.data.length)
      }),
    )
  })

  it.each([NaN, Infinity, -Infinity, -0, 0, 5e-324, Number.MAX_VALUE])(
    '%d, alone, in a list and in a matrix',
    (value) => {
      const m = { rows: 1, columns: 1, data: new Float64Array([value]) }
      const [alone, list, inside] = there([value, [value, 1], m]) as [number, number[], typeof m]
      for (const seen of [alone, list[0], inside.data[0]]) expect(Object.is(seen, value)).toBe(true)
    },
  )

  it('and nothing shares memory with it', () => {
    const m = { rows: 1, columns: 2, data: new Float64Array([1, 2]) }
    const copy = there(m) as typeof m
    copy.data[0] = 9
    expect(m.data[0]).toBe(1)
  })
})

describe('What has no place on the wire is named', () => {
  it.each([
    ['a function', () => 1, 'function'],
    ['a symbol', Symbol('s'), 'symbol'],
    ['a bigint', 10n, 'bigint'],
    ['a Map', new Map([[1, 2]]), 'Map'],
    ['a Set', new Set([1]), 'Set'],
    ['a Date', new Date(0), 'Date'],
    ['a promise', Promise.resolve(1), 'Promise'],
    ['bytes', new Uint8Array(3), 'Uint8Array'],
    ['a DataView', new DataView(new ArrayBuffer(2)), 'DataView'],
  ])('%s', (_, value, what) => {
    expect(there({ value })).toStrictEqual(bare([['value', new Opaque(what)]]))
  })

  it('a cycle ends at a depth that no honest value has', () => {
    const cycle: { self?: unknown } = {}
    cycle.self = cycle
    let [value, depth] = [there(cycle), 0]
    for (; !(value instanceof Opaque); depth++) value = (value as { self: unknown }).self
    expect(value).toStrictEqual(new Opaque('deep'))
    expect(depth).toBe(24)
  })

  it.each([
    ['text', '2'],
    ['nothing', undefined],
    ['null', null],
    ['a boxed number', Object(1) as unknown],
  ])('a matrix that holds %s', (_, element) => {
    const view = (): object => ({ rows: 1, columns: 2, get: (_i: number, j: number) => (j === 0 ? 1 : element) })
    const message = encode({ m: {} }, { ...codec, view: (value) => ('m' in value ? undefined : (view() as never)) })
    expect(decode(bodyOf(message), codec)).toStrictEqual(bare([['m', new Opaque('matrix')]]))
  })

  it.each([-1, 0.5, NaN, Infinity, 1e20, '3'])('a matrix of %s rows', (rows) => {
    const view = (): never => ({ rows, columns: 1, get: () => 1 }) as never
    expect(decode(bodyOf(encode({}, { ...codec, view })), codec)).toStrictEqual(new Opaque('matrix'))
  })
})

describe('Values of other kinds become what they hold', () => {
  it('lists of float32 and float64 become lists of numbers', () => {
    expect(there(new Float32Array([0.1, NaN]))).toStrictEqual([Math.fround(0.1), NaN])
    expect(there(new Float64Array([0.1, -0]))).toStrictEqual([0.1, -0])
    expect(there(new Float64Array(0))).toStrictEqual([])
  })

  it('the holes of a sparse list are undefined, not numbers', () => {
    const sparse: number[] = [1]
    sparse[2] = 3
    expect(there(sparse)).toStrictEqual([1, undefined, 3])
    expect(there(new Array(2))).toStrictEqual([undefined, undefined])
  })

  it('an instance of a class becomes its own fields', () => {
    class Result {
      h = 1
      readonly #secret = 2
      get sum(): number {
        return this.h + this.#secret
      }
    }
    expect(there(new Result())).toStrictEqual(bare([['h', 1]]))
  })

  it('keys of a prototype are only keys', () => {
    const value = JSON.parse('{ "__proto__": { "polluted": 1 }, "constructor": 2 }') as object
    const out = there(value) as Record<string, unknown>
    expect(Object.keys(out)).toEqual(['__proto__', 'constructor'])
    expect('polluted' in out).toBe(false)
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
  })

  it('toJSON is not asked', () => {
    const value = { x: 1, toJSON: () => ({ x: 2 }) }
    expect(there(value)).toStrictEqual(
      bare([
        ['x', 1],
        ['toJSON', new Opaque('function')],
      ]),
    )
  })

  it('a getter is read once', () => {
    let reads = 0
    const value = {
      get x() {
        return ++reads
      },
    }
    expect(there([value])).toStrictEqual([bare([['x', 1]])])
    expect(reads).toBe(1)
  })

  it('a part of a handle is named by its path', () => {
    expect(there(new Handle(3).at('caches', 2).at('h'))).toStrictEqual(new Handle(3, ['caches', 2, 'h']))
  })
})

describe('What is too large is refused while it is written', () => {
  it.each([
    ['a list of numbers over the limit', new Float64Array(maxFrameBytes / 8 + 1)],
    ['a sparse list of four billion', sparse(4_000_000_000)],
    ['a sparse list of a million', sparse(1_000_000)],
    ['a great many parts', Array.from({ length: 200_001 }, () => null)],
    ['a record with a great many keys', Object.fromEntries(Array.from({ length: 200_001 }, (_, k) => [k, '']))],
    ['a cycle that branches', branching()],
  ])('%s', (_, value) => {
    expect(() => encode(value, codec)).toThrow(ProtocolError)
  })

  it('a matrix whose size no memory holds', () => {
    const view = (): never => ({ rows: 1e6, columns: 1e6, get: () => 1 }) as never
    expect(() => encode({}, { ...codec, view })).toThrow(ProtocolError)
  })

  it('while a matrix of a million numbers is not', () => {
    const m = { rows: 1000, columns: 1000, data: new Float64Array(1e6).fill(0.5) }
    expect(isDeepStrictEqual(there(m), m)).toBe(true)
  })
})

describe('A frame that is malformed is refused', () => {
  it.each([
    ['no header', ''],
    ['half a header', '["a",'],
    ['a record that is not tagged', '{"status":"ok"}'],
    ['an empty list', '[]'],
    ['an unknown tag', '["z"]'],
    ['an unknown number', '["n","Infinity "]'],
    ['a number that is a number', '["n",1]'],
    ['a list of numbers outside the payload', '["f",3,0]'],
    ['a list before the payload', '["f",1,-1]'],
    ['a list of half a number', '["f",0.5,0]'],
    ['a matrix outside the payload', '["m",1,2,1]'],
    ['a matrix whose size overflows', '["m",67108864,67108864,0]'],
    ['a matrix without a size', '["m"]'],
    ['a list that is none', '["a",1]'],
    ['a record that is none', '["o","entries"]'],
    ['an entry that is none', '["o",[1]]'],
    ['a key that is a number', '["o",[[1,2]]]'],
    ['a handle without a path', '["h",0]'],
    ['a handle without an id', '["h","0",[]]'],
    ['a node deeper than any honest one', '["a",['.repeat(100_000) + ']]'.repeat(100_000)],
    ['JSON deeper than any honest one', '['.repeat(100_000) + ']'.repeat(100_000)],
    ['too many nodes', JSON.stringify(['a', Array.from({ length: 200_001 }, () => null)])],
  ])('%s', (_, header) => {
    expect(() => decode(bodyOf(frameOf(header, [1, 2])), codec)).toThrow(ProtocolError)
  })

  it.each([
    ['nothing at all', []],
    ['three bytes', [1, 2, 3]],
    ['a header longer than its frame', [9, 0, 0, 0, 49]],
    ['a payload that is no float64', [1, 0, 0, 0, 49, 1, 2, 3]],
  ])('%s', (_, bytes) => {
    expect(() => decode(new Uint8Array(bytes), codec)).toThrow(ProtocolError)
  })

  it('a name that is no text is not looked at', () => {
    expect(decode(bodyOf(frameOf(['x', { toString: 1, valueOf: 1 }])), codec)).toStrictEqual(new Opaque(''))
    expect(decode(bodyOf(frameOf(['x', 'x'.repeat(1000)])), codec)).toStrictEqual(new Opaque('x'.repeat(80)))
  })
})

function there(value: unknown): unknown {
  return decode(bodyOf(encode(value, codec)), codec)
}

function sparse(length: number): unknown[] {
  const list: unknown[] = []
  list.length = length
  return list
}

function branching(): object {
  const node: { left?: unknown; right?: unknown } = {}
  node.left = node
  node.right = node
  return node
}

import fc from 'fast-check'
import { isMat, type Mat } from '../../model/mat.ts'
import { Handle, Opaque, type Codec } from '../../subject/protocol.ts'

/** Both sides at once: matrices are plain data, records have no prototype, a handle arrives as a handle. */
export const codec: Codec = {
  view: (value) =>
    isMat(value)
      ? { rows: value.rows, columns: value.columns, get: (i, j) => value.data[i * value.columns + j] }
      : undefined,
  matrix: (rows, columns, data) => ({ rows, columns, data }),
  record: () => Object.create(null) as Record<string, unknown>,
  handle: (handle) => handle,
}

/** The body of a frame, without its length. */
export function bodyOf(frame: Uint8Array): Uint8Array {
  return frame.subarray(4)
}

/** A frame around any header, also one that `encode` would never write. */
export function frameOf(header: unknown, payload: readonly number[] = []): Uint8Array {
  const text = Buffer.from(typeof header === 'string' ? header : JSON.stringify(header))
  const numbers = Buffer.from(new Float64Array(payload).buffer)
  const lengths = Buffer.alloc(8)
  lengths.writeUInt32LE(4 + text.length + numbers.length, 0)
  lengths.writeUInt32LE(text.length, 4)
  return new Uint8Array(Buffer.concat([lengths, text, numbers]))
}

const number = fc.oneof(fc.double(), fc.integer(), fc.constantFrom(NaN, Infinity, -Infinity, -0, 0, 5e-324))
const key = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom('__proto__', 'constructor', 'toString', 'then', 'length', '', '0'),
)

/** A record without a prototype, as it comes out on the other side. */
export function bare(entries: readonly (readonly [string, unknown])[]): Record<string, unknown> {
  const record = Object.create(null) as Record<string, unknown>
  for (const [name, value] of entries) record[name] = value
  return record
}

export const matrix: fc.Arbitrary<Mat> = fc
  .tuple(fc.nat(5), fc.nat(5))
  .chain(([rows, columns]) =>
    fc
      .array(number, { minLength: rows * columns, maxLength: rows * columns })
      .map((data) => ({ rows, columns, data: new Float64Array(data) })),
  )

/** Every value that has a place on the wire and comes out as it went in. */
export const wireValue: fc.Arbitrary<unknown> = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    number,
    fc.string({ unit: 'binary' }),
    fc.boolean(),
    fc.constantFrom(null, undefined),
    matrix,
    fc.string({ maxLength: 80 }).map((what) => new Opaque(what)),
    fc.tuple(fc.nat(1e6), fc.array(fc.oneof(fc.string(), fc.nat()))).map(([id, path]) => new Handle(id, path)),
    fc.array(number),
    fc.array(tie('value')),
    fc.uniqueArray(fc.tuple(key, tie('value')), { selector: ([name]) => name }).map(bare),
  ),
})).value

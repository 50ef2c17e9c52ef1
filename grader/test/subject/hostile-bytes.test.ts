import fc from 'fast-check'
import { it } from 'vitest'
import { decode, encode, FrameReader, ProtocolError } from '../../subject/protocol.ts'
import { expectWorthless } from '../checks/judges.ts'
import { bodyOf, codec, frameOf, wireValue } from './wire.ts'

/** Thousands in the suite; `LAB_RANDOM=10000` asks for as many of each. */
const times = (thousands: number): number => Number(process.env['LAB_RANDOM'] ?? 1000 * thousands)

it('random streams of bytes give values that earn nothing or a ProtocolError, and nothing else', () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 200 }), { maxLength: 5 }), (chunks) => {
      expectTame(chunks)
    }),
    { numRuns: times(2) },
  )
})

it('so do random bytes behind an honest length', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (body) => {
      const length = Buffer.alloc(4)
      length.writeUInt32LE(body.length)
      expectTame([new Uint8Array(length), body])
    }),
    { numRuns: times(1) },
  )
})

it('so does any JSON as a header', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 6 }), fc.array(fc.double(), { maxLength: 4 }), (header, payload) => {
      expectTame([frameOf(header, payload)])
    }),
    { numRuns: times(1) },
  )
})

it('so does any tree of tags with any arguments', () => {
  const { node } = fc.letrec<{ node: unknown; argument: unknown }>((tie) => ({
    node: fc.tuple(
      fc.constantFrom('u', 'n', 'x', 'm', 'f', 'a', 'o', 'h', 'z'),
      tie('argument'),
      tie('argument'),
      tie('argument'),
    ),
    argument: fc.oneof(
      { depthSize: 'small' },
      fc.integer({ min: -2, max: 5 }),
      fc.constantFrom(1e300, 0.5, null, 'NaN', '__proto__', { toString: 1, valueOf: 2 }),
      fc.array(fc.oneof(fc.tuple(fc.string(), tie('node')), tie('node'), tie('argument')), { maxLength: 3 }),
    ),
  }))
  fc.assert(
    fc.property(node, fc.array(fc.double(), { maxLength: 6 }), (header, payload) => {
      expectTame([frameOf(header, payload)])
    }),
    { numRuns: times(2) },
  )
})

it('so does an honest frame with some bytes changed', () => {
  const changes = fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 4 })
  fc.assert(
    fc.property(wireValue, changes, (value, places) => {
      const body = bodyOf(encode(value, codec)).slice()
      for (const [place, byte] of places) body[place % body.length] = byte
      expectTame([], [body])
    }),
    { numRuns: times(1) },
  )
})

function expectTame(chunks: readonly Uint8Array[], bodies: readonly Uint8Array[] = []): void {
  const reader = new FrameReader()
  try {
    const found = [...chunks.flatMap((chunk) => reader.push(chunk)), ...bodies]
    for (const body of found) expectWorthless(decode(body, codec))
  } catch (error) {
    if (!(error instanceof ProtocolError)) throw error
  }
}

import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decode, encode, FrameReader, maxFrameBytes, ProtocolError } from '../../subject/protocol.ts'
import { codec, frameOf, wireValue } from './wire.ts'

describe('FrameReader', () => {
  it('finds the same frames however the bytes are cut', () => {
    fc.assert(
      fc.property(fc.array(wireValue, { maxLength: 5 }), fc.array(fc.integer({ min: 1, max: 40 })), (values, cuts) => {
        const bytes = Buffer.concat(values.map((value) => encode(value, codec)))
        const reader = new FrameReader()
        const bodies = chunks(bytes, cuts).flatMap((chunk) => reader.push(chunk))
        const read = bodies.map((body) => decode(body, codec))
        expect(isDeepStrictEqual(read, values)).toBe(true)
        expect(reader.pending).toBe(0)
      }),
      { numRuns: 500 },
    )
  })

  it('keeps what belongs to the next frame', () => {
    const reader = new FrameReader()
    const bytes = Buffer.concat([encode('first', codec), encode('second', codec)])
    expect(reader.push(bytes.subarray(0, bytes.length - 1)).map((body) => decode(body, codec))).toEqual(['first'])
    expect(reader.pending).toBe(encode('second', codec).length - 1)
    expect(reader.push(bytes.subarray(bytes.length - 1)).map((body) => decode(body, codec))).toEqual(['second'])
  })

  it('takes an empty chunk and an empty frame', () => {
    const reader = new FrameReader()
    expect(reader.push(new Uint8Array())).toEqual([])
    expect(reader.push(new Uint8Array(4))).toEqual([new Uint8Array()])
  })

  it.each([maxFrameBytes + 1, 0x80000000, 0xffffffff])(
    'refuses a length of %d before it buffers any of it',
    (length) => {
      const reader = new FrameReader()
      expect(() => reader.push(lengthBytes(length))).toThrow(ProtocolError)
      expect(reader.pending).toBeLessThanOrEqual(4)
    },
  )

  it('refuses such a length byte by byte too, and behind an honest frame', () => {
    const reader = new FrameReader()
    const bytes = Buffer.concat([frameOf(['u']), lengthBytes(maxFrameBytes + 1)])
    const feed = (): void => {
      for (const byte of bytes) reader.push(new Uint8Array([byte]))
    }
    expect(feed).toThrow(ProtocolError)
    expect(reader.pending).toBeLessThanOrEqual(4)
  })

  it('waits for a frame as large as the limit', () => {
    const reader = new FrameReader()
    expect(reader.push(lengthBytes(maxFrameBytes))).toEqual([])
    expect(reader.push(new Uint8Array(1000))).toEqual([])
    expect(reader.pending).toBe(1004)
  })
})

function lengthBytes(length: number): Uint8Array {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(length)
  return new Uint8Array(bytes)
}

/** Cuts bytes into chunks of the given lengths, over and over. */
function chunks(bytes: Uint8Array, lengths: readonly number[]): Uint8Array[] {
  const cut: Uint8Array[] = []
  for (let [start, k] = [0, 0]; start < bytes.length; k++) {
    const end = start + (lengths[k % lengths.length] ?? bytes.length)
    cut.push(bytes.slice(start, end))
    start = end
  }
  return cut
}

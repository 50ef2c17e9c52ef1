/**
 * The wire between the trusted host and the untrusted guest: length-prefixed frames, each a JSON header and a block
 * of float64. Exact for NaN, ±Infinity and -0. It imports nothing of the grader's, because the guest carries it into
 * the student's process.
 *
 * Frame: u32 body length, u32 header length, header (UTF-8 JSON), payload (float64, little-endian).
 */

/** Largest body that either side accepts, in bytes: 64 MiB, some 8 million numbers. */
export const maxFrameBytes = 64 * 1024 * 1024
const maxDepth = 24
const maxNodes = 200_000
const maxRank = 6

/** A value that has no place on the wire (a function, a Map, a cycle), named so that a message can say what came. */
export class Opaque {
  readonly what: string
  constructor(what: string) {
    this.what = what
  }
}

export const tensorTypes = ['float32', 'int32', 'bool'] as const

export type TensorType = (typeof tensorTypes)[number]

/** A tensor as plain data, row by row; in the guest it is a live tensor of the library that students import. */
export class TensorValue {
  readonly shape: readonly number[]
  readonly data: Float64Array
  readonly dtype: TensorType
  constructor(shape: readonly number[], data: ArrayLike<number>, dtype: TensorType = 'float32') {
    this.shape = shape
    this.data = Float64Array.from(data)
    this.dtype = dtype
  }
}

/** A value that lives in the guest: the result of an earlier call, or a part of it. */
export class Handle {
  readonly id: number
  readonly path: readonly (string | number)[]
  constructor(id: number, path: readonly (string | number)[] = []) {
    this.id = id
    this.path = path
  }
  /** The part of the value at `key`: `forward.at('caches')`. */
  at(...keys: readonly (string | number)[]): Handle {
    return new Handle(this.id, [...this.path, ...keys])
  }
}

/** How one side sees matrices and handles; the host has plain data, the guest the student's own classes. */
export interface Codec {
  /** The shape and elements of a matrix, or undefined when the value is none. */
  readonly view: (value: object) => MatrixView | undefined
  readonly matrix: (rows: number, columns: number, data: Float64Array) => unknown
  readonly handle: (handle: Handle) => unknown
  /** The data of a tensor, or undefined when the value is none; a side without tensors has no such function. */
  readonly tensorView?: (value: object) => TensorValue | undefined
  readonly tensor?: (value: TensorValue) => unknown
  /** The name of an object that is never taken apart, such as a model. */
  readonly opaque?: (value: object) => string | undefined
  /** An empty record: the guest's has the methods that students expect, the host's has no prototype to be confused by. */
  readonly record: () => Record<string, unknown>
}

export interface MatrixView {
  readonly rows: number
  readonly columns: number
  readonly get: (i: number, j: number) => unknown
}

/** Raised for bytes or values outside the protocol; the host turns it into a verdict, never into a crash. */
export class ProtocolError extends Error {
  override readonly name = 'ProtocolError'
}

/** Writes one message. Values that have no place on the wire become {@link Opaque} on the other side. */
export function encode(message: unknown, codec: Codec): Uint8Array {
  const writer = new Writer(codec)
  const header = new TextEncoder().encode(JSON.stringify(writer.write(message, 0)))
  return frame(header, writer.payload())
}

/** Reads one frame's body (without its length). Throws {@link ProtocolError} on anything malformed. */
export function decode(body: Uint8Array, codec: Codec): unknown {
  if (body.byteLength < 4) throw new ProtocolError('short frame')
  const headerLength = new DataView(body.buffer, body.byteOffset).getUint32(0, true)
  if (headerLength > body.byteLength - 4) throw new ProtocolError('header longer than its frame')
  const header = parse(new TextDecoder().decode(body.subarray(4, 4 + headerLength)))
  return new Reader(codec, readPayload(body.subarray(4 + headerLength))).read(header, 0)
}

/** Collects chunks into frame bodies; throws {@link ProtocolError} before it buffers a frame over the limit. */
export class FrameReader {
  #chunks: Uint8Array[] = []
  #size = 0

  /** Bytes that have arrived and belong to no complete frame yet. */
  get pending(): number {
    return this.#size
  }

  push(chunk: Uint8Array): Uint8Array[] {
    this.#chunks.push(chunk)
    this.#size += chunk.byteLength
    const bodies: Uint8Array[] = []
    for (let body = this.#take(); body !== undefined; body = this.#take()) bodies.push(body)
    return bodies
  }

  #take(): Uint8Array | undefined {
    if (this.#size < 4) return undefined
    if ((this.#chunks[0]?.byteLength ?? 0) < 4) this.#join()
    const first = this.#chunks[0] ?? new Uint8Array(4)
    const length = new DataView(first.buffer, first.byteOffset).getUint32(0, true)
    if (length > maxFrameBytes) throw new ProtocolError('frame over the limit')
    if (this.#size < 4 + length) return undefined
    const all = this.#join()
    this.#chunks = all.byteLength > 4 + length ? [all.subarray(4 + length)] : []
    this.#size = all.byteLength - 4 - length
    return all.subarray(4, 4 + length)
  }

  #join(): Uint8Array {
    if (this.#chunks.length === 1 && this.#chunks[0] !== undefined) return this.#chunks[0]
    const all = new Uint8Array(this.#size)
    let offset = 0
    for (const chunk of this.#chunks) {
      all.set(chunk, offset)
      offset += chunk.byteLength
    }
    this.#chunks = [all]
    return all
  }
}

function frame(header: Uint8Array, payload: Float64Array): Uint8Array {
  const length = 4 + header.byteLength + payload.byteLength
  if (length > maxFrameBytes) throw new ProtocolError('value over the limit')
  const bytes = new Uint8Array(4 + length)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, length, true)
  view.setUint32(4, header.byteLength, true)
  bytes.set(header, 8)
  bytes.set(new Uint8Array(payload.buffer, 0, payload.byteLength), 8 + header.byteLength)
  return bytes
}

/** Copies, because a float64 array must begin at a multiple of eight bytes and a frame may begin anywhere. */
function readPayload(bytes: Uint8Array): Float64Array {
  if (bytes.byteLength % 8 !== 0) throw new ProtocolError('payload is not float64')
  const payload = new Float64Array(bytes.byteLength / 8)
  new Uint8Array(payload.buffer).set(bytes)
  return payload
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new ProtocolError('header is not JSON')
  }
}

/** Values become JSON; anything but a plain string, boolean, null or ordinary number is an array led by its tag. */
class Writer {
  readonly #codec: Codec
  #numbers = new Float64Array(1024)
  #length = 0
  #nodes = 0

  constructor(codec: Codec) {
    this.#codec = codec
  }

  payload(): Float64Array {
    return this.#numbers.slice(0, this.#length)
  }

  write(value: unknown, depth: number): unknown {
    if (++this.#nodes > maxNodes) throw new ProtocolError('value over the limit')
    if (typeof value === 'number') return writeNumber(value)
    if (typeof value === 'string' || typeof value === 'boolean' || value === null) return value
    if (value === undefined) return ['u']
    if (typeof value !== 'object') return ['x', typeof value]
    if (depth >= maxDepth) return ['x', 'deep']
    return this.#writeObject(value, depth)
  }

  #writeObject(value: object, depth: number): unknown {
    if (value instanceof Handle) return ['h', value.id, value.path]
    if (value instanceof Opaque) return ['x', value.what]
    const tensor = this.#codec.tensorView?.(value)
    if (tensor !== undefined) return this.#writeTensor(tensor)
    const matrix = this.#codec.view(value)
    if (matrix !== undefined) return this.#writeMatrix(matrix)
    const name = this.#codec.opaque?.(value)
    if (name !== undefined) return ['x', name]
    if (Array.isArray(value) || value instanceof Float64Array || value instanceof Float32Array) {
      return this.#writeList(Array.isArray(value) ? (value as unknown[]) : Array.from(value), depth)
    }
    if (isExotic(value)) return ['x', value.constructor.name]
    return ['o', Object.entries(value).map(([key, item]) => [key, this.write(item, depth + 1)])]
  }

  #writeMatrix({ rows, columns, get }: MatrixView): unknown {
    if (!isSize(rows) || !isSize(columns)) return ['x', 'matrix']
    const offset = this.#reserve(rows * columns)
    for (let i = 0; i < rows; i++) {
      for (let j = 0; j < columns; j++) {
        const element = get(i, j)
        if (typeof element !== 'number') return ['x', 'matrix']
        this.#numbers[offset + i * columns + j] = element
      }
    }
    return ['m', rows, columns, offset]
  }

  #writeTensor({ shape, data, dtype }: TensorValue): unknown {
    const offset = this.#reserve(data.length)
    this.#numbers.set(data, offset)
    return ['t', tensorTypes.indexOf(dtype), [...shape], offset]
  }

  #writeList(items: unknown[], depth: number): unknown {
    if (items.length > 0 && areNumbers(items)) {
      const offset = this.#reserve(items.length)
      this.#numbers.set(items, offset)
      return ['f', items.length, offset]
    }
    if (items.length > maxNodes) throw new ProtocolError('value over the limit')
    return ['a', Array.from(items, (item) => this.write(item, depth + 1))]
  }

  #reserve(count: number): number {
    const offset = this.#length
    if (!(offset + count <= maxFrameBytes / 8)) throw new ProtocolError('value over the limit')
    this.#length += count
    if (this.#length > this.#numbers.length) {
      const grown = new Float64Array(Math.max(this.#length, 2 * this.#numbers.length))
      grown.set(this.#numbers)
      this.#numbers = grown
    }
    return offset
  }
}

class Reader {
  readonly #codec: Codec
  readonly #payload: Float64Array
  #nodes = 0

  constructor(codec: Codec, payload: Float64Array) {
    this.#codec = codec
    this.#payload = payload
  }

  read(node: unknown, depth: number): unknown {
    if (++this.#nodes > maxNodes || depth > maxDepth + 1) throw new ProtocolError('value over the limit')
    if (!Array.isArray(node)) {
      if (typeof node === 'object' && node !== null) throw new ProtocolError('untagged object')
      return node
    }
    const [tag, a, b, c] = node as unknown[]
    switch (tag) {
      case 'u':
        return undefined
      case 'n':
        return readNumber(a)
      case 'x':
        return new Opaque(typeof a === 'string' ? a.slice(0, 80) : '')
      case 'm':
        return this.#readMatrix(a, b, c)
      case 't':
        return this.#readTensor(a, b, c)
      case 'f':
        return Array.from(this.#block(size(a), b))
      case 'a':
        return list(a).map((item) => this.read(item, depth + 1))
      case 'o':
        return this.#readObject(list(a), depth)
      case 'h':
        return this.#codec.handle(new Handle(size(a), list(b).filter(isKey)))
      default:
        throw new ProtocolError('unknown tag')
    }
  }

  #readMatrix(rows: unknown, columns: unknown, offset: unknown): unknown {
    const [m, n] = [size(rows), size(columns)]
    return this.#codec.matrix(m, n, this.#block(m * n, offset))
  }

  #readTensor(type: unknown, dimensions: unknown, offset: unknown): unknown {
    const shape = list(dimensions).map(size)
    const dtype = tensorTypes[size(type)]
    if (dtype === undefined || shape.length > maxRank || this.#codec.tensor === undefined) {
      throw new ProtocolError('not a tensor')
    }
    const length = size(shape.reduce((product, dimension) => product * dimension, 1))
    return this.#codec.tensor(new TensorValue(shape, this.#block(length, offset), dtype))
  }

  #block(length: number, offset: unknown): Float64Array {
    const start = size(offset)
    if (start + length > this.#payload.length) throw new ProtocolError('block outside the payload')
    return this.#payload.slice(start, start + length)
  }

  #readObject(entries: unknown[], depth: number): unknown {
    const object = this.#codec.record()
    for (const entry of entries) {
      const [key, value] = list(entry)
      if (typeof key !== 'string') throw new ProtocolError('key is not a string')
      object[key] = this.read(value, depth + 1)
    }
    return object
  }
}

/** Not `every`, which skips the holes of a sparse list. */
function areNumbers(items: unknown[]): items is number[] {
  return items.findIndex((item) => typeof item !== 'number') < 0
}

function writeNumber(value: number): unknown {
  return Number.isFinite(value) && !Object.is(value, -0) ? value : ['n', Object.is(value, -0) ? '-0' : String(value)]
}

function readNumber(text: unknown): number {
  if (text === '-0' || text === 'NaN' || text === 'Infinity' || text === '-Infinity') return Number(text)
  throw new ProtocolError('unknown number')
}

function size(value: unknown): number {
  if (!isSize(value)) throw new ProtocolError('not a size')
  return value
}

function isSize(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= maxFrameBytes
}

function list(value: unknown): unknown[] {
  if (!Array.isArray(value)) throw new ProtocolError('not a list')
  return value as unknown[]
}

function isKey(value: unknown): value is string | number {
  return typeof value === 'string' || typeof value === 'number'
}

function isExotic(value: object): boolean {
  return (
    value instanceof Map ||
    value instanceof Set ||
    value instanceof Date ||
    value instanceof Promise ||
    ArrayBuffer.isView(value)
  )
}

// Expected: passed
import { Matrix } from 'ml-matrix'

export function act(): number {
  return 1
}

export function honest(): number {
  return 42
}

/** Another value at every call, as odd as chance has it; sometimes an error instead. */
export function anything(): unknown {
  return value(0)
}

const pick = <T>(items: readonly T[]): T => items[Math.floor(Math.random() * items.length)] as T
const count = (most: number): number => Math.floor(Math.random() * (most + 1))
const number = (): number =>
  pick([Math.random(), -1e308, 1e308, 5e-324, NaN, Infinity, -Infinity, -0, 2 ** 53, Math.random() * 1e6])
const text = (): string =>
  pick(['', 'NaN', '0.5', '\u001b[2J', '\u202e', '::error::x', '<script>', '@a |`', '{at}', '\ud800', 'x'.repeat(5000)])
const key = (): string =>
  pick(['hs', 'cs', 'h', 'c', 'loss', 'rows', 'columns', 'data', 'length', '__proto__', 'constructor', 'then ', 'toJSON', ''])
const filled = (): Matrix => Matrix.zeros(count(4), count(4)).fill(number())

function record(depth: number): Record<string, unknown> {
  const made: Record<string, unknown> = Object.create(pick([null, Object.prototype, Array.prototype]) as object | null)
  for (let k = count(4); k >= 0; k--)
    Object.defineProperty(made, key(), { value: value(depth + 1), enumerable: true, configurable: true })
  return made
}

function liar(): Matrix {
  const matrix = filled()
  Object.assign(matrix, { [pick(['rows', 'columns', 'data', 'get'])]: pick([1e9, -1, NaN, 'x', null, () => 'x']) })
  return matrix
}

function circle(): unknown[] {
  const list: unknown[] = [1]
  list.push(list)
  return list
}

function nested(depth: number): unknown {
  let inner: unknown = 1
  for (let k = 0; k < depth; k++) inner = pick([[inner], { hs: inner }])
  return inner
}

function sparse(): unknown[] {
  const list: unknown[] = []
  list.length = pick([3, 1000, 4_000_000_000])
  return list
}

const trap = (): object =>
  new Proxy(pick([{}, [], () => 1]), {
    get: (target, name) => (Math.random() < 0.3 ? fail() : Reflect.get(target, name)),
    ownKeys: (target) => (Math.random() < 0.5 ? fail() : Reflect.ownKeys(target)),
  })

function fail(): never {
  throw pick([new Error(text()), text(), null, { message: trap }, Object.create(null)])
}

const leaves: readonly (() => unknown)[] = [
  number,
  text,
  () => undefined,
  () => null,
  () => true,
  () => 10n,
  () => Symbol('s'),
  () => () => 1,
  () => new Date(NaN),
  () => new Map([[1, 2]]),
  () => new Error(text()),
  () => Object(number()) as object,
  () => pick([new Float64Array(3), new Float32Array(2), new BigInt64Array(1), new Uint8Array(9)]),
  () => new Float64Array(new SharedArrayBuffer(16)),
  filled,
  liar,
  circle,
  sparse,
  trap,
  fail,
  () => nested(count(3000)),
  () => ({ valueOf: () => 0.5, toString: () => '0.5', toJSON: () => 0.5 }),
  () => ({ rows: 1, columns: 1, data: [0.5] }),
]

function value(depth: number): unknown {
  const shape = Math.random()
  if (depth < 4 && shape < 0.25) return Array.from({ length: count(4) }, () => value(depth + 1))
  if (depth < 4 && shape < 0.5) return record(depth)
  if (depth === 0 && shape < 0.53) return Promise.resolve(value(1))
  if (depth === 0 && shape < 0.56) return { then: (resolve: (value: unknown) => void) => resolve(value(1)) }
  return pick(leaves)()
}

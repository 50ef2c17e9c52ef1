import type { Finding, MessageParams } from '../model/finding.ts'
import {
  compare,
  compareForm,
  describe,
  formatNumber,
  type Expected,
  type Mismatch,
  type Tolerance,
} from '../numeric/compare.ts'
import { isMat, type Mat } from '../model/mat.ts'
import { CheckFailure } from './failure.ts'
import { exactly } from './tolerances.ts'

export interface Closeness {
  /** Begins the path of a mismatch: `hs` in `hs[2][1,0]`. */
  readonly name: string
  readonly tolerance: Tolerance
  /** Who says what is right: `tfjs`, `float64`, `PyTorch`, `finite-differences`. */
  readonly oracle: string
}

/** Values must agree element by element, over the expected shape. */
export function expectClose(received: unknown, expected: Expected, { name, tolerance, oracle }: Closeness): void {
  throwMismatch(compare(received, expected, tolerance, name), oracle)
}

/** Types, lengths and shapes must agree; values do not matter. */
export function expectForm(received: unknown, expected: Expected, name: string): void {
  throwMismatch(compareForm(received, expected, name), '')
}

/** An exact number, such as a count. */
export function expectNumber(received: unknown, expected: number, name: string): void {
  expectClose(received, expected, { name, tolerance: exactly, oracle: '' })
}

/** A matrix of this shape whose elements are all finite. */
export function expectFinite(received: unknown, shape: { rows: number; columns: number }, name: string): Mat {
  const expected = { ...shape, data: new Float64Array(0) }
  throwMismatch(compareForm(received, expected, name), '')
  const matrix = received as Mat
  const k = matrix.data.findIndex((value) => !Number.isFinite(value))
  if (k >= 0) {
    const at = `${name}[${String(Math.floor(k / matrix.columns))},${String(k % matrix.columns)}]`
    const value = formatNumber(matrix.data[k] ?? NaN)
    throw new CheckFailure({
      kind: 'value',
      messageId: 'expect.not-finite',
      params: { at, received: value },
      at,
      received: value,
    })
  }
  return matrix
}

/** A property that the catalogue has a sentence for. `seen` fills expected and received. */
export function expectLaw(
  holds: boolean,
  messageId: string,
  params: MessageParams = {},
  seen: Pick<Finding, 'expected' | 'received' | 'at' | 'maxAbs'> = {},
): asserts holds {
  if (!holds) throw new CheckFailure({ kind: 'law', messageId, params, ...seen })
}

/** Like {@link expectClose}, with a sentence of its own for a mismatch of values. */
export function expectLawClose(
  received: unknown,
  expected: Expected,
  closeness: Closeness,
  messageId: string,
  params: MessageParams = {},
): void {
  const mismatch = compare(received, expected, closeness.tolerance, closeness.name)
  if (mismatch?.kind === 'value') {
    const { kind: _kind, ...seen } = mismatch
    throw new CheckFailure({ kind: 'law', messageId, params: { ...params, at: mismatch.at }, ...seen })
  }
  throwMismatch(mismatch, closeness.oracle)
}

/** The field of a record that came back, or a finding that says what came instead. */
export function field(received: unknown, key: string, name = ''): unknown {
  const isRecord = typeof received === 'object' && received !== null && !Array.isArray(received) && !isMat(received)
  if (isRecord && key in received) return (received as Record<string, unknown>)[key]
  const at = name === '' ? key : `${name}.${key}`
  throwMismatch({ kind: 'type', at, expected: `{ ${key} }`, received: describe(received) }, '')
  return undefined
}

/** A list of matrices that came back, each known to be one. */
export function matrices(received: unknown, name: string): readonly Mat[] {
  const items = Array.isArray(received) ? (received as unknown[]) : []
  const odd = items.findIndex((item) => !isMat(item))
  if (Array.isArray(received) && odd < 0) return items as Mat[]
  const at = odd < 0 ? name : `${name}[${String(odd)}]`
  throwMismatch(
    {
      kind: 'type',
      at,
      expected: odd < 0 ? 'Matrix[]' : 'Matrix',
      received: describe(odd < 0 ? received : items[odd]),
    },
    '',
  )
  return []
}

/** A matrix that came back. */
export function matrix(received: unknown, name: string): Mat {
  if (isMat(received)) return received
  throw failureOf({ kind: 'type', at: name, expected: 'Matrix', received: describe(received) }, '')
}

/** A number that came back. */
export function number(received: unknown, name: string): number {
  if (typeof received === 'number') return received
  throw failureOf({ kind: 'type', at: name, expected: 'number', received: describe(received) }, '')
}

function throwMismatch(mismatch: Mismatch | undefined, oracle: string): void {
  if (mismatch) throw failureOf(mismatch, oracle)
}

function failureOf(mismatch: Mismatch, oracle: string): CheckFailure {
  const { kind, at, expected, received } = mismatch
  const messageId = kind === 'value' && oracle !== '' ? 'expect.value-oracle' : `expect.${kind}`
  return new CheckFailure({ ...mismatch, messageId, params: { at, expected, received, oracle } })
}

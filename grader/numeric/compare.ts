import { isMat, type Mat } from '../model/mat.ts'

/** What a check expects: numbers, matrices, and lists and records of them. */
export type Expected = number | Mat | readonly Expected[] | { readonly [key: string]: Expected }

/** `|received - expected| ≤ atol + rtol · |expected|`, element by element. */
export interface Tolerance {
  readonly atol: number
  readonly rtol: number
}

/** The first place where two values part, with the largest errors over all places that can be compared. */
export interface Mismatch {
  readonly kind: 'type' | 'shape' | 'value'
  /** Path and index, such as `hs[2][1,0]`. */
  readonly at: string
  readonly expected: string
  readonly received: string
  readonly maxAbs?: number
  readonly maxRel?: number
}

/**
 * Compares what came back with what was expected, over the expected shape: types first, then shapes, then elements.
 * Extra keys in a record are allowed. `name` begins the path of a mismatch.
 */
export function compare(
  received: unknown,
  expected: Expected,
  tolerance: Tolerance,
  name: string,
): Mismatch | undefined {
  const form = compareForm(received, expected, name)
  if (form) return form
  const errors = new Errors(tolerance)
  errors.visit(received, expected, name)
  return errors.mismatch()
}

/** Types and shapes only: same kinds, same lengths, same rows and columns, every element a number. */
export function compareForm(received: unknown, expected: Expected, name: string): Mismatch | undefined {
  if (typeof expected === 'number') {
    return typeof received === 'number' ? undefined : mismatch('type', name, received, expected)
  }
  if (isMat(expected)) return compareMatForm(received, expected, name)
  if (isList(expected)) return compareListForm(received, expected, name)
  return compareRecordForm(received, expected, name)
}

/** A value's type and shape in a notation that needs no translation: `Matrix(3×4)`, `Matrix(3×1)[5]`, `{ h, y }`. */
export function describe(value: unknown): string {
  if (isMat(value)) return `Matrix(${String(value.rows)}×${String(value.columns)})`
  if (Array.isArray(value)) return describeList(value as unknown[])
  if (typeof value === 'number') return formatNumber(value)
  if (value === null || value === undefined) return String(value)
  if (typeof value !== 'object') return typeof value
  if ('what' in value && typeof value.what === 'string') return value.what
  return `{ ${Object.keys(value).slice(0, 12).join(', ')} }`
}

/** A number as a reader wants it: whole ones whole, others with a few digits. */
export function formatNumber(value: number, digits = 6): string {
  if (Number.isInteger(value) && Math.abs(value) < 1e15) return Object.is(value, -0) ? '-0' : String(value)
  return Number.isFinite(value) ? String(Number(value.toPrecision(digits))) : String(value)
}

/** Two different numbers with just enough digits to see where they part. */
export function formatPair(expected: number, received: number): { expected: string; received: string } {
  const digits =
    [5, 7, 9, 12, 15, 17].find((d) => Number(expected.toPrecision(d)) !== Number(received.toPrecision(d))) ?? 17
  const written = (value: number): string =>
    formatNumber(Number.isFinite(value) ? Number(value.toPrecision(digits)) : value, digits)
  return { expected: written(expected), received: written(received) }
}

function describeList(items: readonly unknown[]): string {
  const first = items[0]
  if (items.length === 0) return '[]'
  return typeof first === 'number' ? `number[${String(items.length)}]` : `${describe(first)}[${String(items.length)}]`
}

function compareMatForm(received: unknown, expected: Mat, name: string): Mismatch | undefined {
  if (!isMat(received)) return mismatch('type', name, received, expected)
  const same = received.rows === expected.rows && received.columns === expected.columns
  return same ? undefined : mismatch('shape', name, received, expected)
}

function compareListForm(received: unknown, expected: readonly Expected[], name: string): Mismatch | undefined {
  if (!Array.isArray(received)) return mismatch('type', name, received, expected)
  const items = received as unknown[]
  if (items.length !== expected.length) return mismatch('shape', name, received, expected)
  return firstOf(expected, (item, t) => compareForm(items[t], item, `${name}[${String(t)}]`))
}

function compareRecordForm(
  received: unknown,
  expected: Readonly<Record<string, Expected>>,
  name: string,
): Mismatch | undefined {
  if (!isRecord(received)) return mismatch('type', name, received, expected)
  const path = (key: string): string => (name === '' ? key : `${name}.${key}`)
  return firstOf(Object.entries(expected), ([key, item]) => compareForm(received[key], item, path(key)))
}

/** Walks two values of one form and remembers the first offence and the largest errors. */
class Errors {
  readonly #tolerance: Tolerance
  #first: { at: string; expected: number; received: number } | undefined
  #maxAbs = 0
  #maxRel = 0

  constructor(tolerance: Tolerance) {
    this.#tolerance = tolerance
  }

  visit(received: unknown, expected: Expected, name: string): void {
    if (typeof expected === 'number') this.#number(received as number, expected, () => name)
    else if (isMat(expected)) this.#mat(received as Mat, expected, name)
    else if (isList(expected))
      expected.forEach((item, t) => {
        this.visit((received as unknown[])[t], item, `${name}[${String(t)}]`)
      })
    else {
      for (const [key, item] of Object.entries(expected)) {
        this.visit((received as Record<string, unknown>)[key], item, name === '' ? key : `${name}.${key}`)
      }
    }
  }

  mismatch(): Mismatch | undefined {
    if (!this.#first) return undefined
    const { at, expected, received } = this.#first
    return { kind: 'value', at, ...formatPair(expected, received), maxAbs: this.#maxAbs, maxRel: this.#maxRel }
  }

  #mat(received: Mat, expected: Mat, name: string): void {
    expected.data.forEach((value, k) => {
      const index = (): string => `${name}[${String(Math.floor(k / expected.columns))},${String(k % expected.columns)}]`
      this.#number(received.data[k] ?? NaN, value, index)
    })
  }

  #number(received: number, expected: number, at: () => string): void {
    // NaN is not even equal to itself: code that gives NaN everywhere agrees with nothing.
    if (received === expected) return
    const error = Math.abs(received - expected)
    // Written so that NaN, which is never "at most", counts as an offence.
    const close = Number.isFinite(error) && error <= this.#tolerance.atol + this.#tolerance.rtol * Math.abs(expected)
    if (Number.isNaN(error) || error > this.#maxAbs) this.#maxAbs = error
    const relative = error / Math.abs(expected)
    if (Number.isNaN(relative) || relative > this.#maxRel) this.#maxRel = relative
    if (!close) this.#first ??= { at: at(), expected, received }
  }
}

function mismatch(kind: 'type' | 'shape', at: string, received: unknown, expected: Expected): Mismatch {
  const wanted = typeof expected === 'number' ? 'number' : describe(expected)
  return { kind, at, expected: wanted, received: describe(received) }
}

function firstOf<Item>(
  items: readonly Item[],
  test: (item: Item, index: number) => Mismatch | undefined,
): Mismatch | undefined {
  for (const [index, item] of items.entries()) {
    const found = test(item, index)
    if (found) return found
  }
  return undefined
}

function isList(value: Expected): value is readonly Expected[] {
  return Array.isArray(value)
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !isMat(value)
}

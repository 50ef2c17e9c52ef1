import { LabError } from '../model/errors.ts'

/** Larger files are refused before they are parsed: the figures of this course need a few kilobytes. */
export const maxDataBytes = 4 * 1024 * 1024

/** Longer lists are refused: no chart shows more points. */
export const maxListLength = 20_000

/** What a place of a data file should hold, as its error says it. */
type Wanted =
  | 'object'
  | 'list'
  | 'number'
  | 'notNegative'
  | 'positive'
  | 'whole'
  | 'sameLength'
  | 'model'
  | 'once'
  | 'threeCurves'
  | 'fewUnits'

/** A place of a data file that anybody may have written: every value is looked at before it is used. */
export class DataNode {
  readonly #file: string
  readonly #at: string
  readonly #value: unknown

  private constructor(file: string, at: string, value: unknown) {
    this.#file = file
    this.#at = at
    this.#value = value
  }

  /** Parses the bytes of a data file; `file` is the name that errors give. */
  static parse(bytes: Uint8Array, file: string): DataNode {
    const bound = { file, limit: maxDataBytes / 1024 / 1024 }
    if (bytes.byteLength > maxDataBytes) throw new LabError('submission', 'plot.data-large', bound)
    try {
      return new DataNode(file, '', JSON.parse(new TextDecoder().decode(bytes)))
    } catch (error) {
      throw new LabError('submission', 'plot.data-json', { file }, error)
    }
  }

  /** A field of an object, which may be missing: whoever reads it says so. */
  field(key: string): DataNode {
    const value = this.#value
    if (typeof value !== 'object' || value === null || Array.isArray(value)) throw this.odd('object')
    const found = Object.hasOwn(value, key) ? (value as Readonly<Record<string, unknown>>)[key] : undefined
    return new DataNode(this.#file, this.#at === '' ? key : `${this.#at}.${key}`, found)
  }

  get isMissing(): boolean {
    return this.#value === undefined
  }

  /** The items of a list that is not empty. */
  items(): readonly DataNode[] {
    const value = this.#value
    if (!Array.isArray(value) || value.length === 0) throw this.odd('list')
    if (value.length > maxListLength) {
      const { length } = value
      throw new LabError('submission', 'plot.data-long', {
        file: this.#file,
        at: this.#at,
        length,
        limit: maxListLength,
      })
    }
    return value.map((item, k) => new DataNode(this.#file, `${this.#at}[${String(k)}]`, item))
  }

  /** A finite number of a size that an axis can show. */
  number(): number {
    const value = this.#value
    if (typeof value === 'number' && Math.abs(value) <= 1e300) return value
    throw this.odd('number')
  }

  notNegative(): number {
    const value = this.number()
    if (value < 0) throw this.odd('notNegative')
    return value
  }

  /** Neither zero nor so small that it counts as zero: for a logarithmic axis. */
  positive(): number {
    const value = this.#value
    if (typeof value === 'number' && value >= 1e-300 && value <= 1e300) return value
    throw this.odd('positive')
  }

  /** A whole number from 0. */
  whole(): number {
    const value = this.#value
    if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return value
    throw this.odd('whole')
  }

  numbers(): readonly number[] {
    return this.items().map((item) => item.number())
  }

  /** A list of numbers with an entry for each of another list's. */
  numbersLike({ length }: readonly number[]): readonly number[] {
    const numbers = this.numbers()
    if (numbers.length !== length) throw this.odd('sameLength', { length, found: numbers.length })
    return numbers
  }

  /** One of a few words. */
  word<Word extends string>(words: readonly Word[], wanted: Wanted): Word {
    const word = words.find((candidate) => candidate === this.#value)
    if (word === undefined) throw this.odd(wanted)
    return word
  }

  /** The error that names this place and says what was wanted there. */
  odd(wanted: Wanted, more: { readonly length?: number; readonly found?: number } = {}): LabError {
    const { length = 0, found = 0 } = more
    const params = { file: this.#file, at: this.#at, wanted, received: describe(this.#value), length, found }
    return new LabError('submission', 'plot.data-odd', params)
  }
}

/** A value in a few characters; what has an inside is not looked into. */
function describe(value: unknown): string {
  if (value === undefined) return 'missing'
  if (typeof value === 'object' && value !== null) return Array.isArray(value) ? '[…]' : '{…}'
  const text = JSON.stringify(value)
  return text.length <= 40 ? text : `${text.slice(0, 39)}…`
}

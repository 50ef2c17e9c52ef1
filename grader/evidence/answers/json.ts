/** A value of JSON with the line that it begins on, from 1. */
export interface Node {
  readonly line: number
  readonly value: unknown
  /** A number as it is written. */
  readonly raw?: string
  /** Of an object, by key. */
  readonly entries?: ReadonlyMap<string, Node>
}

/** What keeps a text from being JSON, as a word for the message. */
export type Slip =
  | 'empty'
  | 'decimal'
  | 'thousands'
  | 'unquoted'
  | 'quotes'
  | 'comma'
  | 'trailing'
  | 'value'
  | 'comment'
  | 'ends'
  | 'twice'
  | 'deep'
  | 'other'

export type Parsed =
  | { readonly kind: 'json'; readonly root: Node }
  /** `text` is what stands there, `meant` what was probably meant. */
  | {
      readonly kind: 'broken'
      readonly line: number
      readonly slip: Slip
      readonly text: string
      readonly meant: string
    }

/**
 * JSON as RFC 8259 has it, with lines: for the place of a wrong answer, and for the slips of whoever edits JSON by hand.
 * A key that comes twice is an error, because nobody could say which counts.
 */
export function parseJson(text: string): Parsed {
  try {
    return { kind: 'json', root: new Reader(text).document() }
  } catch (error) {
    if (error instanceof Slipped) return { kind: 'broken', ...error.seen }
    throw error
  }
}

class Slipped extends Error {
  readonly seen: Omit<Parsed & { kind: 'broken' }, 'kind'>

  constructor(seen: Slipped['seen']) {
    super(seen.slip)
    this.seen = seen
  }
}

const spaces = /[ \t\n\r]*/y
const string = /"(?:[^"\\\p{Cc}]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/uy
const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y
const word = /true|false|null/y

/** Our files are three levels deep; more would only fill the stack. */
const deepest = 16

class Reader {
  readonly #text: string
  #at = 0
  /** Where the last value ended. */
  #ended = 0

  constructor(text: string) {
    this.#text = text
  }

  document(): Node {
    if (this.#text.trim() === '') throw this.#slip('empty')
    const root = this.#value(0)
    if (this.#peek() !== '') throw this.#slip('other')
    return root
  }

  #value(depth: number): Node {
    const node = this.#anyValue(depth)
    this.#ended = this.#at
    return node
  }

  #anyValue(depth: number): Node {
    const next = this.#peek()
    const line = this.#line(this.#at)
    if (depth > deepest) throw this.#slip('deep')
    if (next === '{') return this.#object(line, depth)
    if (next === '[') return this.#list(line, depth)
    const text = this.#take(string) ?? this.#take(word)
    if (text !== undefined) return { line, value: JSON.parse(text) }
    const raw = this.#take(number)
    if (raw === undefined) throw this.#noValue(next)
    return { line, value: Number(raw), raw }
  }

  #object(line: number, depth: number): Node {
    const entries = new Map<string, Node>()
    this.#at++
    for (let first = true; this.#peek() !== '}'; first = false) {
      if (!first) this.#comma()
      const key = this.#key(first)
      if (entries.has(key)) throw this.#slip('twice', JSON.stringify(key))
      if (this.#peek() !== ':') throw this.#slip('other')
      this.#at++
      entries.set(key, this.#value(depth + 1))
    }
    this.#at++
    const value = Object.fromEntries([...entries].map(([key, node]) => [key, node.value]))
    return { line, value, entries }
  }

  #list(line: number, depth: number): Node {
    const value: unknown[] = []
    this.#at++
    while (this.#peek() !== ']') {
      if (value.length > 0) this.#comma()
      if (this.#peek() === ']') throw this.#slip('trailing')
      value.push(this.#value(depth + 1).value)
    }
    this.#at++
    return { line, value }
  }

  #key(first: boolean): string {
    const next = this.#peek()
    const text = this.#take(string)
    if (text !== undefined) return JSON.parse(text) as string
    if (next === '}' && !first) throw this.#slip('trailing')
    // `0,73`: the value was 0, and here is what comes behind its comma.
    const decimals = /-?\d+,\d+(?:e[+-]?\d+)?$/i.exec(this.#text.slice(0, this.#at) + this.#run())
    if (/\d/.test(next) && decimals) throw this.#slip('decimal', decimals[0], decimals[0].replace(',', '.'))
    throw this.#noValue(next)
  }

  #comma(): void {
    const next = this.#peek()
    if (next === ',') {
      this.#at++
      return
    }
    const line = this.#text.slice(0, this.#ended).split('\n').at(-1) ?? ''
    const rest = this.#text.slice(this.#ended, this.#ended + 60)
    const [first, more] = [/-?\b\d{1,3}$/.exec(line)?.[0], /^(?: \d{3})+(?!\d)/.exec(rest)?.[0]]
    if (first !== undefined && more !== undefined)
      throw this.#slip('thousands', first + more, first + more.replaceAll(' ', ''))
    // What is missing is missing where the last value ends.
    if (next === '"') throw this.#slip('comma', line.trim(), '', this.#ended)
    throw next === '' ? this.#slip('ends') : this.#noValue(next)
  }

  #noValue(next: string): Slipped {
    if (next === '') return this.#slip('ends')
    if (next === ',' || next === '}') return this.#slip('value')
    if (/['`´“”«»‘’]/.test(next)) return this.#slip('quotes')
    if (next === '/' || next === '#') return this.#slip('comment')
    const run = this.#run()
    if (/^\p{L}/u.test(next)) return this.#slip('unquoted', run, JSON.stringify(run))
    return this.#slip('other')
  }

  /** What stands here up to a space, a comma or a bracket. */
  #run(): string {
    return /^[^\s,}\]:]*/.exec(this.#text.slice(this.#at, this.#at + 60))?.[0] ?? ''
  }

  #slip(slip: Slip, text?: string, meant = '', at = this.#at): Slipped {
    const seen = text ?? (/^[^\n]*/.exec(this.#text.slice(at))?.[0] ?? '').trim()
    return new Slipped({ line: this.#line(at), slip, text: seen.slice(0, 60), meant: meant.slice(0, 60) })
  }

  /** The next sign that is no space; '' at the end. */
  #peek(): string {
    this.#take(spaces)
    return this.#text.charAt(this.#at)
  }

  #take(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at
    const text = pattern.exec(this.#text)?.[0]
    if (text !== undefined) this.#at += text.length
    return text
  }

  #line(at: number): number {
    return this.#text.slice(0, at).split('\n').length
  }
}

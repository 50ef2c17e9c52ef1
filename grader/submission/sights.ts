import { posix } from 'node:path'
import { tokensOf, type Token } from './tokens.ts'

/** What one place of a source shows. */
export interface Sight {
  readonly messageId: string
  readonly name: string
  readonly line: number
}

/** A function whose call in a student's own code is worth a look, and the message that says why. */
export interface ReviewedCall {
  readonly calls: string
  readonly messageId: string
}

/** What a file is held against. */
export interface Allowed {
  /** The package that may be imported. */
  readonly library: string
  readonly calls: readonly ReviewedCall[]
}

/** Everything in a file, `<slug>/<path>`, that a person should look at. */
export function* sights(file: string, source: string, { library, calls }: Allowed): Generator<Sight> {
  const tokens = tokensOf(source)
  yield* longLines(source)
  yield* manyNumbers(tokens)
  const reasons = new Map(calls.map(({ calls: name, messageId }) => [name, messageId]))
  let statement = 0
  for (const [k, token] of tokens.entries()) {
    if (token.value === 'import' || token.value === 'export') statement = k
    const at = (offset: number): string => tokens[k + offset]?.value ?? ''
    const sight = (messageId: string, name = token.value): Sight => ({ messageId, name, line: token.line })
    if (token.kind === 'text' && isImported(at) && !(at(-1) === 'from' && isType(tokens, statement))) {
      const specifier = token.value.slice(1, -1)
      if (specifier !== library && !isNear(file, specifier)) yield sight('review.import', specifier)
    }
    if (token.kind !== 'name') continue
    if (token.value.includes('\\')) yield sight('review.disguised-name')
    if (isComputedImport(at, tokens[k + 2])) yield sight('review.computed-import')
    if (makesCode(at)) yield sight('review.code-from-text')
    if (surroundings.has(token.value) && !isMember(at) && !isHarmless(at)) yield sight('review.surroundings')
    const changed = changedBuiltIn(at)
    if (changed) yield sight('review.built-in', changed)
    const reason = reasons.get(token.value)
    if (reason !== undefined && at(1) === '(' && at(-1) !== 'function') yield sight(reason)
  }
}

/** Lines and lists of numbers that nobody writes by hand. */
const [longestLine, mostNumbers] = [1000, 400]

function* longLines(source: string): Generator<Sight> {
  const lines = source.split('\n')
  const longest = lines.findIndex(({ length }) => length > longestLine)
  if (longest >= 0) yield { messageId: 'review.long-line', name: String(lines[longest]?.length), line: longest + 1 }
}

function* manyNumbers(tokens: readonly Token[]): Generator<Sight> {
  const numbers = tokens.filter(({ kind }) => kind === 'number')
  const [first] = numbers
  if (first && numbers.length > mostNumbers)
    yield { messageId: 'review.numbers', name: String(numbers.length), line: first.line }
}

/** The text of the token that is so far before (−) or after (+) the one that is looked at. */
type At = (offset: number) => string

/** What leads out of a module of functions: the process, its globals, other threads, the network. */
const surroundings: ReadonlySet<string> = new Set([
  'process',
  'globalThis',
  'global',
  'WebAssembly',
  'Worker',
  'SharedArrayBuffer',
  'Atomics',
  'fetch',
  'WebSocket',
  'EventSource',
  'navigator',
])

const builtIns: ReadonlySet<string> = new Set([
  'Array',
  'Float64Array',
  'JSON',
  'Math',
  'Number',
  'Object',
  'Promise',
  'Reflect',
])

function isMember(at: At): boolean {
  return at(-1) === '.' || at(-1) === '?.' || (at(1) === ':' && (at(-1) === '{' || at(-1) === ','))
}

/** Printing, waiting for a turn, and looking at the clock. */
function isHarmless(at: At): boolean {
  if (at(0) !== 'process' || at(1) !== '.') return false
  return at(2) === 'nextTick' || at(2) === 'hrtime' || (['stdout', 'stderr'].includes(at(2)) && at(4) === 'write')
}

/** A file of the same deliverable, or of `shared/`. */
function isNear(file: string, specifier: string): boolean {
  if (!specifier.startsWith('.')) return false
  const [home] = posix.join(posix.dirname(file), specifier).split('/')
  return home === file.split('/')[0] || home === 'shared'
}

function isImported(at: At): boolean {
  return at(-1) === 'from' || at(-1) === 'import' || (at(-1) === '(' && (at(-2) === 'import' || at(-2) === 'require'))
}

/** `import type … from` and `export type … from` leave nothing behind in what runs. */
function isType(tokens: readonly Token[], statement: number): boolean {
  return tokens[statement + 1]?.value === 'type' && tokens[statement + 2]?.value !== 'from'
}

function isComputedImport(at: At, argument: Token | undefined): boolean {
  if (at(-1) === '.' || (at(0) !== 'import' && at(0) !== 'require') || at(1) !== '(') return false
  return argument?.kind !== 'text' || (at(3) !== ')' && at(3) !== ',')
}

function makesCode(at: At): boolean {
  switch (at(0)) {
    case 'eval':
      return at(-1) !== '.'
    case 'Function':
      return at(1) === '(' || at(-1) === 'new'
    case 'constructor':
      return at(-1) === '.' && at(1) === '.' && at(2) === 'constructor'
    default:
      return false
  }
}

/** `Math.tanh = …`, `Array.prototype.map = …`, `Object.defineProperty(Math, …)`: what everybody shares, changed. */
function changedBuiltIn(at: At): string | undefined {
  const [owner, dot, key, after] = [at(0), at(1), at(2), at(3)]
  if (key === 'prototype' && dot === '.' && after === '.' && at(5) === '=') return `${owner}.prototype.${at(4)}`
  if (!builtIns.has(owner)) return undefined
  if (dot === '.' && after === '=') return `${owner}.${key}`
  const target = at(4)
  const changes = ['assign', 'defineProperty', 'defineProperties', 'setPrototypeOf'].includes(key)
  return ['Object', 'Reflect'].includes(owner) && changes && builtIns.has(target) ? target : undefined
}

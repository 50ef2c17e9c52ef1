import { tokensOf } from '../../submission/tokens.ts'
import type { OwnFile } from './sources.ts'

/** So many equal tokens in a row are a repetition: some five lines. */
export const shortestRepeat = 40

/** Two places that hold the same tokens. */
export interface Repeat {
  readonly first: string
  readonly second: string
  readonly tokens: number
}

export interface Repetition {
  /** Share of the own tokens that stand in repetitions, 0 to 1. */
  readonly share: number
  /** The longest first. */
  readonly repeats: readonly Repeat[]
}

/**
 * Tokens that stand twice within one deliverable. Deliverables may not import from one another, so that what two of them
 * share has to be written twice and is no repetition.
 */
export function repetition(files: readonly OwnFile[]): Repetition {
  const slugs = [...new Set(files.map(({ slug }) => slug))]
  const each = slugs.map((slug) => within(files.filter((file) => file.slug === slug)))
  const total = each.reduce((sum, { total }) => sum + total, 0)
  const repeated = each.reduce((sum, { repeated }) => sum + repeated, 0)
  const repeats = each.flatMap(({ repeats }) => repeats).sort((a, b) => b.tokens - a.tokens)
  return { share: total === 0 ? 0 : repeated / total, repeats }
}

/** An own token, what it stands next to being own as well or not. */
interface Own {
  readonly value: string
  readonly path: string
  readonly line: number
  /** Runs of own tokens are numbered: a repetition does not reach over a gap. */
  readonly run: number
}

function within(files: readonly OwnFile[]): { total: number; repeated: number; repeats: readonly Repeat[] } {
  const tokens = files.flatMap(ownTokens)
  const seen = new Map<string, number>()
  const inRepeat = new Set<number>()
  const repeats: Repeat[] = []
  for (let k = 0; k + shortestRepeat <= tokens.length;) {
    if (tokens[k]?.run !== tokens[k + shortestRepeat - 1]?.run) {
      k++
      continue
    }
    const key = windowAt(tokens, k)
    const before = seen.get(key)
    if (before === undefined || before + shortestRepeat > k) {
      if (before === undefined) seen.set(key, k)
      k++
      continue
    }
    const length = commonLength(tokens, before, k)
    for (let i = 0; i < length; i++) inRepeat.add(k + i)
    repeats.push({ first: placeOf(tokens[before]), second: placeOf(tokens[k]), tokens: length })
    k += length
  }
  return { total: tokens.length, repeated: inRepeat.size, repeats }
}

function windowAt(tokens: readonly Own[], from: number): string {
  return tokens
    .slice(from, from + shortestRepeat)
    .map(({ value }) => value)
    .join('\0')
}

/** How far two places go on alike, each within its run and the first before the second begins. */
function commonLength(tokens: readonly Own[], first: number, second: number): number {
  let length = 0
  while (
    first + length < second &&
    tokens[second + length] !== undefined &&
    tokens[first + length]?.value === tokens[second + length]?.value &&
    tokens[first + length]?.run === tokens[first]?.run &&
    tokens[second + length]?.run === tokens[second]?.run
  )
    length++
  return length
}

/** A file's own tokens; what it imports is no work of its author's. */
function ownTokens({ path, text, own }: OwnFile, file: number): readonly Own[] {
  const tokens = tokensOf(text)
  const found: Own[] = []
  let run = file * 1_000_000
  let inImport = false
  for (const [k, { kind, value, line }] of tokens.entries()) {
    if (value === 'import' && tokens[k - 1]?.line !== line && tokens[k + 1]?.value !== '(') inImport = true
    if (!inImport && own.has(line)) found.push({ value, path, line, run })
    else if (found.at(-1)?.run === run) run++
    if (inImport && kind === 'text') inImport = false
  }
  return found
}

function placeOf(token: Own | undefined): string {
  return token ? `${token.path}:${String(token.line)}` : ''
}

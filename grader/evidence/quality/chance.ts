import { tokensOf } from '../../submission/tokens.ts'
import type { OwnFile } from './sources.ts'

/** A name in the code that makes two runs differ. */
export interface Chance {
  readonly name: string
  readonly place: string
}

/** Draws and clocks that no seed governs, in an author's own lines. Where times are reported, clocks are no matter. */
export function chances(files: readonly OwnFile[], timed: readonly string[]): readonly Chance[] {
  return files.flatMap(({ slug, path, text, own }) => {
    const tokens = tokensOf(text)
    return tokens.flatMap(({ value, line }, k) => {
      const at = (offset: number): string => tokens[k + offset]?.value ?? ''
      if (!own.has(line) || at(-1) === '.' || at(-1) === '?.') return []
      const name = at(1) === '.' ? `${value}.${at(2)}` : `${at(-1)} ${value}`
      const found = draws.has(name) || value === 'crypto' ? name : clocks.has(name) ? name : undefined
      if (found === undefined || (clocks.has(name) && timed.includes(slug))) return []
      return [{ name: found.trim(), place: `${path}:${String(line)}` }]
    })
  })
}

const draws: ReadonlySet<string> = new Set(['Math.random'])

const clocks: ReadonlySet<string> = new Set([
  'Date.now',
  'new Date',
  'performance.now',
  'performance.timeOrigin',
  'process.hrtime',
])

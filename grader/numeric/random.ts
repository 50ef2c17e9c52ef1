import { unsafeUniformIntDistribution, xoroshiro128plus, type RandomGenerator } from 'pure-rand'
import type { Mat } from '../model/mat.ts'
import { mat } from './mat.ts'

/** A named stream of one seed: the same seed and names give the same numbers, whatever other streams were drawn. */
export interface Random {
  /** A 31-bit seed for something that wants one, such as fast-check. */
  seed(): number
  /** A whole number from `low` to `high`, both included. */
  int(low: number, high: number): number
  /** Uniform in [low, high). */
  uniform(low?: number, high?: number): number
  /** Standard normal times `scale` (Box–Muller). */
  normal(scale?: number): number
  /** Rows × columns of independent normals times `scale`. */
  matrix(rows: number, columns: number, scale?: number): Mat
}

/** Opens the stream that `names` name under `seed`. */
export function stream(seed: number, ...names: readonly string[]): Random {
  return fromGenerator(xoroshiro128plus(hash(`${String(seed)}/${names.join('/')}`)))
}

function fromGenerator(generator: RandomGenerator): Random {
  const int = (low: number, high: number): number => unsafeUniformIntDistribution(low, high, generator)
  // 26 + 27 bits make the 53 of a double's fraction.
  const unit = (): number => (int(0, 2 ** 26 - 1) * 2 ** 27 + int(0, 2 ** 27 - 1)) / 2 ** 53
  const uniform = (low = 0, high = 1): number => low + (high - low) * unit()
  const normal = (scale = 1): number => scale * Math.sqrt(-2 * Math.log(1 - unit())) * Math.cos(2 * Math.PI * unit())
  return {
    seed: () => int(0, 2 ** 31 - 1),
    int,
    uniform,
    normal,
    matrix: (rows, columns, scale = 1) => mat(rows, columns, () => normal(scale)),
  }
}

/** FNV-1a, 32 bits: http://www.isthe.com/chongo/tech/comp/fnv/ */
function hash(text: string): number {
  let h = 0x811c9dc5
  for (const byte of new TextEncoder().encode(text)) h = Math.imul(h ^ byte, 0x01000193)
  return h | 0
}

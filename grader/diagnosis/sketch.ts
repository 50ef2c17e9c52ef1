import { stream } from '../numeric/random.ts'
import { isWord, type Block, type Observation } from './block.ts'

/**
 * A block in a few numbers: its size, the projection of its values onto a fixed random direction, and another of where
 * values are not finite. Two blocks of the same size have the same projection only when they have the same values, but
 * for a set of measure zero.
 */
export type Sketch = string | readonly [rows: number, columns: number, projection: number, holes?: number]

/** The sketch of a block; of one that is missing, a word of its own. */
export function sketch(block: Block | undefined): Sketch {
  if (block === undefined) return missing
  if (isWord(block)) return block.word
  const { rows, columns, values } = block
  const [projection, holes] = [project(values, finite), project(values, hole)]
  return holes === 0 ? [rows, columns, projection] : [rows, columns, projection, holes]
}

/** Whether a block may be the one that was sketched: `tolerance` is relative to the sum of its absolute values. */
export function matches(block: Block | undefined, recorded: Sketch, tolerance: number): boolean {
  const own = sketch(block)
  if (typeof own === 'string' || typeof recorded === 'string') return own === recorded
  const size = block === undefined || isWord(block) ? 0 : block.values.reduce((sum, v) => sum + Math.abs(finite(v)), 0)
  const near = (a = 0, b = 0): boolean => Math.abs(a - b) <= tolerance * (1 + size)
  const [rows, columns, projection, holes] = recorded
  return own[0] === rows && own[1] === columns && near(own[2], projection) && near(own[3], holes)
}

/** The blocks in which an output is not the reference's, in the reference's order. */
export function departing(reference: Observation, own: Observation, tolerance: number): string[] {
  return Object.keys(reference).filter((name) => !matches(own[name], sketch(reference[name]), tolerance))
}

const missing = 'missing'

function project(values: readonly number[], part: (value: number) => number): number {
  const weights = direction(values.length)
  return values.reduce((sum, value, k) => sum + part(value) * (weights[k] ?? 0), 0)
}

function finite(value: number): number {
  return Number.isFinite(value) ? value : 0
}

/** 0 for a finite value; NaN and the two infinities differ. */
function hole(value: number): number {
  return Number.isFinite(value) ? 0 : Number.isNaN(value) ? 1 : value > 0 ? 2 : 3
}

const drawn: number[] = []
const random = stream(0, 'sketch')

/** A weight for each value, away from zero so that every value counts; drawn as far as they were ever needed. */
function direction(length: number): readonly number[] {
  while (drawn.length < length) drawn.push((random.int(0, 1) === 0 ? -1 : 1) * random.uniform(0.5, 1.5))
  return drawn
}

import type { Random } from '../../../numeric/random.ts'
import type { Lexicon } from './words.ts'

/** Training texts, or those that nobody trains on: longer, with words of their own and more rare constructions. */
export type Part = 'train' | 'held-out'

/** Where the words of one text come from. */
export interface Source {
  readonly random: Random
  readonly part: Part
}

/** One of a list. */
export function pick<Item>({ random }: Source, items: readonly Item[]): Item {
  const item = items[random.int(0, items.length - 1)]
  if (item === undefined) throw new RangeError('Nothing to pick from')
  return item
}

/** True with this probability. */
export function chance({ random }: Source, probability: number): boolean {
  return random.uniform() < probability
}

/** A word that every part may use or, at times and only in held-out texts, one that no training text has. */
export function word(source: Source, { common, spare }: Lexicon, spares = 0.15): string {
  return pick(source, source.part === 'held-out' && chance(source, spares) ? spare : common)
}

/** The probability of a construction that training texts hardly have. */
export function rare({ part }: Source, probability: number): number {
  return part === 'held-out' ? 2 * probability : probability
}

/** A whole sequence in another order (Fisher–Yates). */
export function shuffled<Item>({ random }: Pick<Source, 'random'>, items: readonly Item[]): Item[] {
  const mixed = [...items]
  for (let last = mixed.length - 1; last > 0; last--) {
    const other = random.int(0, last)
    const [a, b] = [mixed[last], mixed[other]]
    if (a !== undefined && b !== undefined) [mixed[last], mixed[other]] = [b, a]
  }
  return mixed
}

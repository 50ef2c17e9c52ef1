import type { Random } from '../../shared/random'

export function between<T>(items: readonly T[], from: number, to: number): T[] {
  const found: T[] = []
  for (let k = from; k < to; k++) found.push(items[k] as T)
  return found
}

/** 0 … n - 1 in a random order: sorted by a drawn key. */
export function shuffled(n: number, random: Random): number[] {
  const keys = Float64Array.from({ length: n }, () => random.normal())
  return Array.from(keys.keys()).sort((a, b) => keys[a]! - keys[b]!)
}

export const sumOf = (numbers: Iterable<number>): number => {
  let total = 0
  for (const number of numbers) total += number
  return total
}

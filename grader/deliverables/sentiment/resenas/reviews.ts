import type { Random } from '../../../numeric/random.ts'
import { contrast, correction, negated, opinion, opposite, plain } from './clauses.ts'
import { details, fillers } from './fillers.ts'
import { chance, pick, shuffled, word, type Part, type Source } from './source.ts'
import { topics, type Sign } from './words.ts'

/** Texts with one label each: 1 says that the film is good, 0 that it is not. */
export interface Reviews {
  readonly texts: readonly string[]
  readonly labels: readonly number[]
}

/**
 * Draws film reviews in Spanish. About 35 % say what they think outright, 30 % by denying something and 35 % weigh two
 * opinions with `pero` or `aunque`; so most labels depend on the order of the words, and no word decides one.
 *
 * @param random - the stream that they follow from
 * @param n - how many; half of them are positive, give or take one
 * @param part - `held-out` texts are longer, and have words of their own and more of the rare constructions
 */
export function drawReviews(random: Random, n: number, part: Part): Reviews {
  const source = { random, part }
  const alternating = Array.from({ length: n }, (_, k) => k % 2)
  const labels = shuffled(source, alternating)
  return { texts: labels.map((label) => review(source, label === 1 ? 1 : -1)), labels }
}

/**
 * Draws pairs of texts that have the same words and opposite labels, the positive one first: only the order tells them
 * apart. Half correct (`no es malo, es bueno`), half weigh two opinions (`…, pero …`).
 */
export function drawPairs(random: Random, pairs: number): Reviews {
  const source: Source = { random, part: 'train' }
  const drawn = Array.from({ length: pairs }, (_, k) => (k % 2 === 0 ? correctedPair(source) : weighedPair(source)))
  return { texts: drawn.flat().map(sentence), labels: drawn.flatMap(() => [1, 0]) }
}

/** Draws texts that say outright what they think, half of them good: single words tell them apart. */
export function drawOutright(random: Random, n: number): Reviews {
  const source: Source = { random, part: 'train' }
  const labels = Array.from({ length: n }, (_, k) => k % 2)
  const texts = labels.map((label) => sentence(plain(source, label === 1 ? 1 : -1, pick(source, topics))))
  return { texts, labels }
}

function review(source: Source, sign: Sign): string {
  return withFillers(source, opinionOf(source, sign))
}

function opinionOf(source: Source, sign: Sign): string {
  const kind = source.random.uniform()
  const about = pick(source, topics)
  if (kind < 0.35) return plain(source, sign, about)
  // Two in three denials only deny; the others also say what is true instead.
  if (kind < 0.54) return negated(source, sign, about)
  if (kind < 0.65) return correction(source, about)(...sides(sign, (side) => opinion(source, side, about)))
  return contrast(source)(...weighed(source, sign))
}

/** Two clauses about different things, the one that counts first. */
function weighed(source: Source, sign: Sign): [string, string] {
  const about = shuffled(source, topics)
  const clause = (side: Sign): string => {
    const thing = about.pop() ?? pick(source, topics)
    return chance(source, 0.2) ? negated(source, side, thing) : plain(source, side, thing)
  }
  return sides(sign, clause)
}

function correctedPair(source: Source): string[] {
  const about = pick(source, topics)
  return bothWays(correction(source, about), ...sides(1, (side) => opinion(source, side, about)))
}

function weighedPair(source: Source): string[] {
  return bothWays(contrast(source), ...weighed(source, 1))
}

function bothWays(join: (main: string, other: string) => string, good: string, bad: string): string[] {
  return [join(good, bad), join(bad, good)]
}

/** What is said, and its opposite. */
function sides(sign: Sign, say: (side: Sign) => string): [string, string] {
  return [say(sign), say(opposite(sign))]
}

/** The opinion among sentences that say nothing about it. */
function withFillers(source: Source, said: string): string {
  const longer = source.part === 'held-out' ? 0.15 : 0
  const before = chance(source, 0.35 + longer) ? [filler(source)] : []
  const after = chance(source, 0.2 + longer) ? [filler(source)] : []
  return [...before, said, ...after].map(sentence).join(' ')
}

function filler(source: Source): string {
  return pick(source, fillers).replaceAll(/\{(\w+)\}/g, (hole, name: string) => {
    const words = details[name]
    return words ? word(source, words) : hole
  })
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
}

import { stream } from '../../../numeric/random.ts'
import type { Reviews } from './reviews.ts'

/**
 * The accuracy on `test` of a logistic regression on which words of `train` a text has, whatever their order: what a
 * model can reach that does not read.
 *
 * @param seed - decides the order in which the texts are visited
 */
export function bagOfWordsAccuracy(train: Reviews, test: Reviews, seed: number): number {
  const weights = fit(train.texts.map(bag), train.labels, seed)
  const hits = test.texts.filter((text, k) => Number(score(weights, bag(text)) > 0) === test.labels[k])
  return hits.length / test.texts.length
}

type Weights = Map<string, number>

/** Stochastic gradient descent on the cross-entropy, the rate falling, with a little weight decay. */
function fit(bags: readonly ReadonlySet<string>[], labels: readonly number[], seed: number): Weights {
  const weights: Weights = new Map()
  const random = stream(seed, 'bag-of-words')
  const visits = 10 * bags.length
  for (let visit = 0; visit < visits; visit++) {
    const k = random.int(0, bags.length - 1)
    const words = bags[k] ?? new Set()
    const error = (labels[k] ?? 0) - 1 / (1 + Math.exp(-score(weights, words)))
    const rate = 0.1 * (1 - visit / visits)
    for (const word of words) weights.set(word, (1 - 1e-4) * (weights.get(word) ?? 0) + rate * error)
  }
  return weights
}

function score(weights: Weights, words: ReadonlySet<string>): number {
  return [...words].reduce((sum, word) => sum + (weights.get(word) ?? 0), 0)
}

/** The words of a text, and one that all have: the bias. */
function bag(text: string): ReadonlySet<string> {
  return new Set(['', ...(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])])
}

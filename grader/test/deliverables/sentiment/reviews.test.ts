import { describe, expect, it } from 'vitest'
import { reviewCounts } from '../../../deliverables/sentiment/domains.ts'
import { encode, tokenize, vocabularyOf } from '../../../deliverables/sentiment/pipeline.ts'
import { bagOfWordsAccuracy } from '../../../deliverables/sentiment/resenas/bag-of-words.ts'
import { drawHalves } from '../../../deliverables/sentiment/resenas/halves.ts'
import { drawPairs, drawReviews, type Reviews } from '../../../deliverables/sentiment/resenas/reviews.ts'
import { stream } from '../../../numeric/random.ts'
import { handout, handoutFiles } from '../../handouts/handout.ts'

const seeds = [1, 2, 3]

function drawn(seed: number, part: 'train' | 'held-out'): Reviews {
  return drawReviews(stream(seed, 'reviews', part), 2000, part)
}

/** In how many texts of each label a word is. */
function occurrences({ texts, labels }: Reviews): Map<string, [negative: number, positive: number]> {
  const counts = new Map<string, [number, number]>()
  texts.forEach((text, k) => {
    for (const word of new Set(tokenize(text))) {
      const count = counts.get(word) ?? [0, 0]
      count[labels[k] === 1 ? 1 : 0]++
      counts.set(word, count)
    }
  })
  return counts
}

describe('Reviews', () => {
  it('follow from their stream', () => {
    expect(drawn(1, 'train')).toEqual(drawn(1, 'train'))
    expect(drawn(2, 'train').texts).not.toEqual(drawn(1, 'train').texts)
  })

  it.each(seeds)('are half positive, in no order: seed %i', (seed) => {
    const { labels } = drawn(seed, 'train')
    const positive = (list: readonly number[]): number => list.filter((label) => label === 1).length
    expect(positive(labels)).toBe(1000)
    expect(positive(labels.slice(0, 1000))).toBeGreaterThan(420)
    expect(positive(labels.slice(0, 1000))).toBeLessThan(580)
  })

  it.each(seeds)('have several hundred words, of which none decides a label: seed %i', (seed) => {
    expect(occurrences(drawn(seed, 'train')).size).toBeGreaterThan(300)
    const counts = occurrences(drawReviews(stream(seed, 'many'), 10_000, 'train'))
    const often = [...counts].filter(([, [negative, positive]]) => negative + positive >= 150)
    expect(often.length).toBeGreaterThan(80)
    const oneSided = often.filter(([, [negative, positive]]) => Math.abs(positive / (negative + positive) - 0.5) > 0.25)
    expect(oneSided.map(([word]) => word)).toEqual([])
  })

  it.each(seeds)('are out of reach for a bag of words: seed %i', (seed) => {
    const accuracy = bagOfWordsAccuracy(drawn(seed, 'train'), drawn(seed, 'held-out'), seed)
    expect(accuracy).toBeGreaterThan(0.45)
    expect(accuracy).toBeLessThan(0.6)
  })

  it('say outright, deny and weigh in about 35, 30 and 35 of 100', () => {
    const { texts } = drawn(1, 'train')
    const share = (pattern: RegExp): number => texts.filter((text) => pattern.test(text)).length / texts.length
    const weighed = /\b(pero|aunque|sin embargo|a pesar de)\b/i
    expect(share(weighed)).toBeCloseTo(0.35, 1)
    const denies = /\b(no|nunca|ni)\b|lejos de/i
    const denied = texts.filter((text) => denies.test(text) && !weighed.test(text)).length / texts.length
    expect(Math.abs(denied - 0.3)).toBeLessThan(0.04)
  })

  it('of the held-out part are longer and have words that nobody trained on, but not many', () => {
    const [train, heldOut] = [drawn(1, 'train'), drawn(1, 'held-out')]
    const words = (reviews: Reviews): string[] => reviews.texts.flatMap(tokenize)
    expect(words(heldOut).length).toBeGreaterThan(1.05 * words(train).length)
    const known = new Set(words(train))
    const unknown = words(heldOut).filter((word) => !known.has(word)).length / words(heldOut).length
    expect(unknown).toBeGreaterThan(0.005)
    expect(unknown).toBeLessThan(0.05)
  })

  it('are Spanish sentences: agreement, contractions, capitals and full stops', () => {
    const { texts } = drawn(1, 'held-out')
    for (const text of texts) {
      expect(text).toMatch(/^(\p{Lu}[^.]*\.)( \p{Lu}[^.]*\.)*$/u)
      expect(text).not.toMatch(/[{}]|undefined| {2}/)
      expect(text).not.toMatch(/\bla \p{L}+ (es|fue|resulta) \p{L}+o[.,;]/iu)
      expect(text).not.toMatch(/\b(de|a) el\b|\by i|\b(los|las) \p{L}+ (es|fue|resulta|no es)\b/u)
      expect(text).not.toMatch(/\b(\p{L}{4,}) (y|e|ni) \1\b/u)
    }
  })
})

describe('Minimal pairs', () => {
  it('have the same words and opposite labels', () => {
    const { texts, labels } = drawPairs(stream(4, 'pairs'), 200)
    expect(labels).toEqual(Array.from({ length: 400 }, (_, k) => 1 - (k % 2)))
    for (let k = 0; k < 400; k += 2) {
      const [one = '', other = ''] = texts.slice(k, k + 2)
      expect(tokenize(one).sort()).toEqual(tokenize(other).sort())
      expect(tokenize(one)).not.toEqual(tokenize(other))
    }
  })

  it('leave a bag of words at chance', () => {
    expect(bagOfWordsAccuracy(drawn(1, 'train'), drawPairs(stream(1, 'pairs'), 300), 1)).toBe(0.5)
  })
})

describe('The bag of words', () => {
  it('learns what single words decide', () => {
    const texts = ['buena y breve', 'mala y breve', 'breve, buena', 'breve, mala', 'muy buena', 'muy mala']
    const labelled = { texts, labels: [1, 0, 1, 0, 1, 0] }
    expect(bagOfWordsAccuracy(labelled, labelled, 1)).toBe(1)
  })

  it.each(handoutFiles)('has the figure that %s prints', (file) => {
    const figures = seeds.map((seed) => bagOfWordsAccuracy(drawn(seed, 'train'), drawn(seed, 'held-out'), seed))
    const printed = /\| (?:bolsa de palabras|bag of words)[^|]*\| (\d+) %/.exec(handout('sentiment', file))?.[1]
    const mean = figures.reduce((sum, figure) => sum + figure, 0) / figures.length
    expect(Math.abs(Number(printed) - 100 * mean)).toBeLessThan(1.5)
  })
})

describe('The halves of the vocabulary', () => {
  it('are told apart by any id, with padding behind', () => {
    const { xs, ys } = drawHalves(stream(5), 200, 42, 9)
    expect(new Set(ys)).toEqual(new Set([0, 1]))
    xs.forEach((ids, k) => {
      const words = ids.filter((id) => id !== 0)
      expect(ids).toHaveLength(9)
      expect(words.length).toBeGreaterThanOrEqual(5)
      expect(ids.slice(words.length).every((id) => id === 0)).toBe(true)
      expect(words.every((id) => (ys[k] === 1 ? id >= 22 && id < 42 : id >= 2 && id < 22))).toBe(true)
    })
  })
})

describe('The pipeline', () => {
  it('knows all training words of the reviews in 400 entries, and most texts fit in 24 ids', () => {
    const reviews = drawn(1, 'train')
    const vocabulary = vocabularyOf(reviews.texts, 400)
    const ids = reviews.texts.map((text) => encode(text, vocabulary, 24))
    expect(ids.flat()).not.toContain(1)
    expect(reviews.texts.filter((text) => tokenize(text).length > 24).length).toBeLessThan(20)
    expect(reviewCounts.heldOut).toBeGreaterThanOrEqual(2000)
  })
})

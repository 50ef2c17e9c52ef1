import { stream, type Random } from '../../numeric/random.ts'
import type { LabelledSequences, SentimentConfig } from './contract.ts'
import { reviewCounts } from './domains.ts'
import { encodeAll, vocabularyOf } from './pipeline.ts'
import { drawReviews, type Reviews } from './resenas/reviews.ts'

/** The reviews of one seed as a model of these sizes reads them. */
export interface ReviewData {
  readonly train: LabelledSequences
  readonly validation: LabelledSequences
  /** By the vocabulary of the training reviews. */
  readonly encoded: (reviews: Reviews) => LabelledSequences
}

/** A stream of a seed's reviews: one name is one set of texts. */
export function reviewStream(seed: number, name: string): Random {
  return stream(seed, 'reviews', name)
}

/** Training and validation reviews of a seed; the vocabulary knows the training ones only. */
export function reviewData(seed: number, { vocabSize, maxLen }: SentimentConfig): ReviewData {
  const reviews = drawReviews(reviewStream(seed, 'train'), reviewCounts.train, 'train')
  const vocabulary = vocabularyOf(reviews.texts, vocabSize)
  const encoded = (some: Reviews): LabelledSequences => encodeAll(some, vocabulary, maxLen)
  const validation = drawReviews(reviewStream(seed, 'validation'), reviewCounts.validation, 'train')
  return { train: encoded(reviews), validation: encoded(validation), encoded }
}

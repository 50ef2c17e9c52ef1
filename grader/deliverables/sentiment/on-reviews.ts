import type { CheckContext } from '../../checks/check.ts'
import { reviewCounts } from './domains.ts'
import { expectAffordable, expectConfig, expectOptions } from './expectations.ts'
import { measureOn, trainFresh } from './learning.ts'
import { drawPairs, drawReviews, type Reviews } from './resenas/reviews.ts'
import { reviewData, reviewStream } from './review-data.ts'

/** Shares of texts that a model is right on. */
export interface ReviewsAccuracy {
  readonly heldOut: number
  readonly pairs: number
}

/**
 * One training of the student's code with their defaults on the reviews of the run, for every check that looks at it, and
 * how right its model is on texts that never went over.
 */
export async function reviewsAccuracy(context: CheckContext): Promise<ReviewsAccuracy> {
  return context.once('reviews', async () => {
    const { subject, seed } = context
    const config = expectConfig(await subject.call('defaultSentimentConfig'))
    const options = expectOptions(await subject.call('defaultSentimentOptions'))
    expectAffordable(config, options)
    const { train, validation, encoded } = reviewData(seed, config)
    const weights = reviewStream(seed, 'weights').seed()
    const { after } = await trainFresh(context, { config, seed: weights, options, train, validation })
    const accuracyOn = async (reviews: Reviews): Promise<number> =>
      (await measureOn(context, after, encoded(reviews))).accuracy
    return {
      heldOut: await accuracyOn(drawReviews(reviewStream(seed, 'held-out'), reviewCounts.heldOut, 'held-out')),
      pairs: await accuracyOn(drawPairs(reviewStream(seed, 'pairs'), reviewCounts.pairs)),
    }
  })
}

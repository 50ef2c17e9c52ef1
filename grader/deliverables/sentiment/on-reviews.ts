import type { CheckContext } from '../../checks/check.ts'
import { reviewCounts } from './domains.ts'
import { expectAffordable, expectConfig, expectOptions } from './expectations.ts'
import type { Recognition } from '../../model/diagnosis.ts'
import { habitOf, type Readings } from './habits.ts'
import { measureOn, trainFresh } from './learning.ts'
import { drawOutright, drawPairs, drawReviews } from './resenas/reviews.ts'
import { reviewData, reviewStream, type ReviewData } from './review-data.ts'

/** Shares of texts that a model is right on, and what it is when they are few. */
export interface ReviewsAccuracy {
  readonly heldOut: number
  readonly pairs: number
  readonly habit: Recognition | undefined
}

/** More than this is what the least of the checks asks for. */
export const leastAccuracy = 0.6

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
    const readings = readingsOf(encoded, seed, 'held-out')
    const { accuracy: heldOut } = await measureOn(context, after, readings.mixed)
    const paired = encoded(drawPairs(reviewStream(seed, 'pairs'), reviewCounts.pairs))
    const { accuracy: pairs } = await measureOn(context, after, paired)
    const reads = Math.min(heldOut, pairs) > leastAccuracy
    return { heldOut, pairs, habit: reads ? undefined : await habitOf(context, after, readings) }
  })
}

/** Held-out reviews of a seed, of the stream of that name, and texts that say outright what they think. */
export function readingsOf(encoded: ReviewData['encoded'], seed: number, name: string): Readings {
  return {
    mixed: encoded(drawReviews(reviewStream(seed, name), reviewCounts.heldOut, 'held-out')),
    outright: encoded(drawOutright(reviewStream(seed, 'outright'), reviewCounts.outright)),
  }
}

import { check } from '../../../checks/check.ts'
import { expectLaw } from '../../../checks/expect.ts'
import type { Localized } from '../../../model/verdict.ts'
import { reviewCounts } from '../domains.ts'
import { percent } from '../learning.ts'
import { leastAccuracy, reviewsAccuracy } from '../on-reviews.ts'

const ready = ['sentiment/train-history', 'sentiment/defaults']

for (const [least, needs, { es, en }] of [
  [60, ready, { es: 'ha leído algo más que palabras sueltas', en: 'it has read more than single words' }],
  [75, ['sentiment/accuracy-60'], { es: 'entiende casi todas las negaciones', en: 'it understands most negations' }],
  [85, ['sentiment/accuracy-75'], { es: 'entiende también los contrastes', en: 'it understands contrasts too' }],
] as const satisfies readonly (readonly [number, readonly string[], Localized])[]) {
  check(
    `sentiment/accuracy-${String(least)}`,
    {
      needs,
      visibility: 'hidden',
      slow: true,
      claim: {
        es: `Con tu configuración, el modelo acierta más del ${String(least)} % de reseñas que no ha visto: ${es}.`,
        en: `With your configuration, the model is right on more than ${String(least)} % of reviews that it has not seen: ${en}.`,
      },
    },
    async (context) => {
      const { heldOut, habit } = await reviewsAccuracy(context)
      if (habit) context.recognise(habit)
      const standardError = standardErrorOf(heldOut, reviewCounts.heldOut)
      context.measure({ id: 'reviews-accuracy', value: heldOut, threshold: least / 100, standardError })
      const params = { accuracy: percent(heldOut), threshold: least, texts: reviewCounts.heldOut }
      expectLaw(heldOut > least / 100, 'text.reviews-accuracy', params)
    },
  )
}

check(
  'sentiment/word-order',
  {
    needs: ready,
    visibility: 'hidden',
    slow: true,
    claim: {
      es: 'El modelo distingue textos con las mismas palabras y sentido contrario: «no es mala, es buena» y «no es buena, es mala».',
      en: 'The model tells apart texts with the same words and opposite meaning: "it is not bad, it is good" and "it is not good, it is bad".',
    },
  },
  async (context) => {
    const { pairs, habit } = await reviewsAccuracy(context)
    if (habit) context.recognise(habit)
    const texts = 2 * reviewCounts.pairs
    context.measure({
      id: 'word-order-accuracy',
      value: pairs,
      threshold: leastAccuracy,
      standardError: standardErrorOf(pairs, texts),
    })
    expectLaw(pairs > leastAccuracy, 'text.word-order-accuracy', { accuracy: percent(pairs), threshold: 60, texts })
  },
)

/** Of a share of `texts` independent ones. */
function standardErrorOf(share: number, texts: number): number {
  return Math.sqrt((share * (1 - share)) / texts)
}

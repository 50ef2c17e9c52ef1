import { check } from '../../../checks/check.ts'
import { expectLaw } from '../../../checks/expect.ts'
import type { ModelData } from '../../../checks/models.ts'
import { stepsOf, type SentimentConfig, type TrainOptions } from '../contract.ts'
import { drawNoise, small, smallOptions } from '../domains.ts'
import { globalGradient } from '../gradient.ts'
import { blameModel, cosine, minus, movement, norm, percent, rounded, trainFresh, type Trained } from '../learning.ts'

const trains = ['sentiment/train-history']

/** One step on everything at once, and no decay. */
const oneStep = { ...smallOptions, epochs: 1, batchSize: 48, learningRate: 0.1 }

check(
  'sentiment/train-seed',
  {
    needs: trains,
    visibility: 'hidden',
    claim: {
      es: 'Con la misma semilla el entrenamiento se repite igual; con otra, el orden de los ejemplos es otro y el modelo también.',
      en: 'With the same seed a training repeats itself; with another the order of the examples is another, and so is the model.',
    },
  },
  async (context) => {
    const draw = context.random('case')
    const [train, validation] = [drawNoise(draw, 48), drawNoise(draw, 16)]
    const moved = async (seed: number): Promise<number[][]> => {
      const options = { ...smallOptions, batchSize: 8, epochs: 2, seed }
      return movement(await trainFresh(context, { config: small, seed: 1, options, train, validation }))
    }
    const [first, again, other] = [await moved(5), await moved(5), await moved(6)]
    const size = norm(first)
    expectLaw(size > 1e-3, 'text.not-trained', {})
    expectLaw(norm(minus(first, again)) <= 1e-4 * size, 'text.seed-not-repeated', {})
    expectLaw(norm(minus(first, other)) > 0.01 * size, 'text.order-fixed', {})
  },
)

check(
  'sentiment/train-clips',
  {
    needs: trains,
    visibility: 'hidden',
    claim: {
      es: 'El gradiente se recorta por su norma global: con un umbral diminuto los pesos apenas se mueven, y lo hacen en la dirección del gradiente, lo mismo en un modelo de cualquier tamaño.',
      en: 'The gradient is clipped by its global norm: with a tiny threshold the weights hardly move, and do so in the direction of the gradient, as far in a model of any size.',
    },
  },
  async (context) => {
    const draw = context.random('case')
    const [train, validation] = [drawNoise(draw, 48), drawNoise(draw, 16)]
    const step = (clipNorm: number, size: Partial<SentimentConfig> = {}): Promise<Trained> => {
      const config = { ...small, ...size }
      return trainFresh(context, { config, seed: 1, options: { ...oneStep, clipNorm }, train, validation })
    }
    const free = movement(await step(1e6))
    expectLaw(norm(free) > 1e-3, 'text.not-trained', {})
    const clipped = await step(1e-9)
    const moved = movement(clipped)
    const ratio = norm(moved) / norm(free)
    expectLaw(ratio < 0.2, 'text.not-clipped', { ratio: rounded(ratio) })
    // So small a step can be lost in rounding, and then it has no direction.
    if (norm(moved) < 1e-7) return
    const gradient = await globalGradient(await context.tf(), clipped.before, train).catch(blameModel)
    const along = -cosine(moved, gradient)
    expectLaw(along > 0.93, 'text.clip-direction', { cosine: rounded(along) })
    // Far below Adam's epsilon a step is as long as the gradient: with a mean in place of the sum it grows with the sizes.
    // More classes tell most: in a fresh model nearly all of the gradient is that of the last layer's biases.
    const larger = norm(movement(await step(1e-9, { hiddenSize: 30, numClasses: 5 }))) / norm(moved)
    expectLaw(Math.abs(larger - 1) < 0.1, 'text.clip-size', { ratio: rounded(larger) })
  },
)

check(
  'sentiment/train-decays',
  {
    needs: trains,
    visibility: 'hidden',
    claim: {
      es: 'Con `weightDecay` los pesos acaban más pequeños que sin él, y tanto como pide: aparte, en la parte η·λ por paso; o λW en el gradiente.',
      en: 'With `weightDecay` the weights end up smaller than without it, and by as much as it asks: apart, by the share η·λ a step; or λW in the gradient.',
    },
  },
  async (context) => {
    const draw = context.random('case')
    const [train, validation] = [drawNoise(draw, 48), drawNoise(draw, 16)]
    const matrices = async (more: Partial<TrainOptions>): Promise<Matrices> => {
      const options = { ...smallOptions, ...more }
      const { before, after } = await trainFresh(context, { config: small, seed: 1, options, train, validation })
      return { before: flatMatrices(before), after: flatMatrices(after) }
    }
    const size = async (weightDecay: number): Promise<number> =>
      norm([(await matrices({ epochs: 4, weightDecay })).after])
    // With gradients next to nothing decay alone moves the weights, if it does not go through the clipping.
    const apart = expectShare(await matrices(frozen))
    const free = await size(0)
    const ratio = (await size(1)) / free
    expectLaw(ratio < 0.95, 'text.no-decay', { ratio: rounded(ratio) })
    if (apart) return
    // Adam makes steps of one length of gradients of any: only next to those of the data is there a more and a less.
    const gentle = percent((await size(1e-6)) / free)
    expectLaw(gentle > 90, 'text.decays-too-much', { kept: gentle })
    const stronger = percent((await size(1e-4)) / free)
    expectLaw(stronger < 93, 'text.decays-too-little', { kept: stronger })
  },
)

check(
  'sentiment/train-dropout',
  {
    needs: trains,
    visibility: 'hidden',
    claim: {
      es: 'El dropout está activo al entrenar y su máscara cambia en cada paso.',
      en: 'Dropout is active in training, and its mask changes at every step.',
    },
  },
  async (context) => {
    const draw = context.random('case')
    const [train, validation] = [drawNoise(draw, 48), drawNoise(draw, 16)]
    // All examples in every step, so that their order does not matter and only dropout can tell two seeds apart.
    const spread = async (dropout: number): Promise<number> => {
      const moved = async (seed: number): Promise<number[][]> => {
        const options = { ...oneStep, learningRate: 0.01, epochs: 3, seed }
        const trained = await trainFresh(context, {
          config: { ...small, dropout },
          seed: 1,
          options,
          train,
          validation,
        })
        expectLaw(!trained.after.layers.some(hasFrozenMask), 'text.frozen-dropout', {})
        return movement(trained)
      }
      const [one, two] = [await moved(1), await moved(2)]
      return norm(minus(one, two)) / norm(one)
    }
    const [active, none] = [await spread(0.5), await spread(0)]
    expectLaw(active > 0.1 && active > 3 * none, 'text.no-dropout', { active: rounded(active), none: rounded(none) })
  },
)

/** Gradients of a length that moves nothing, and a decay of a tenth a step. */
const frozen = { ...smallOptions, clipNorm: 1e-10, learningRate: 0.01, weightDecay: 10 }
const frozenSteps = stepsOf(frozen, 48)

interface Matrices {
  readonly before: readonly number[]
  readonly after: readonly number[]
}

/**
 * Whether the matrices lost the share of every step; a law that fails when they neither lost that nor stayed where they were.
 * Both leave room for what Adam does, which goes no further than the learning rate a step: with decay in the gradient, or
 * without clipping, which is another check's.
 */
function expectShare({ before, after }: Matrices): boolean {
  const expected = (1 - frozen.learningRate * frozen.weightDecay) ** frozenSteps
  const reach = 1.05 * frozen.learningRate * frozenSteps
  const near = (share: number): boolean =>
    before.every((value, k) => Math.abs((after[k] ?? NaN) - share * value) < reach)
  const received = rounded(norm([after]) / norm([before]))
  expectLaw(near(expected) || near(1), 'text.decay-share', {
    steps: frozenSteps,
    expected: rounded(expected),
    received,
  })
  return near(expected)
}

/** All entries of all matrices; biases may stay out of decay. */
function flatMatrices({ weights }: ModelData): number[] {
  return weights.filter(({ shape }) => shape.length > 1).flatMap(({ values }) => Array.from(values))
}

function hasFrozenMask({
  className,
  config,
}: {
  className: string
  config: Readonly<Record<string, unknown>>
}): boolean {
  return className.includes('Dropout') && typeof config['seed'] === 'number'
}

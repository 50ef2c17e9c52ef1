import { check } from '../../../checks/check.ts'
import { expectLaw } from '../../../checks/expect.ts'
import { drawNoise, small, smallOptions } from '../domains.ts'
import { globalGradient } from '../gradient.ts'
import { blameModel, cosine, minus, movement, norm, rounded, trainFresh } from '../learning.ts'

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
      es: 'El gradiente se recorta por su norma global: con un umbral diminuto los pesos apenas se mueven, y lo hacen en la dirección del gradiente.',
      en: 'The gradient is clipped by its global norm: with a tiny threshold the weights hardly move, and do so in the direction of the gradient.',
    },
  },
  async (context) => {
    const draw = context.random('case')
    const [train, validation] = [drawNoise(draw, 48), drawNoise(draw, 16)]
    const step = (clipNorm: number): ReturnType<typeof trainFresh> => {
      return trainFresh(context, { config: small, seed: 1, options: { ...oneStep, clipNorm }, train, validation })
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
  },
)

check(
  'sentiment/train-decays',
  {
    needs: trains,
    visibility: 'hidden',
    claim: {
      es: 'Con `weightDecay` los pesos acaban más pequeños que sin él.',
      en: 'With `weightDecay` the weights end up smaller than without it.',
    },
  },
  async (context) => {
    const draw = context.random('case')
    const [train, validation] = [drawNoise(draw, 48), drawNoise(draw, 16)]
    const size = async (weightDecay: number): Promise<number> => {
      const options = { ...smallOptions, epochs: 4, weightDecay }
      const { after } = await trainFresh(context, { config: small, seed: 1, options, train, validation })
      return norm(after.weights.filter(({ shape }) => shape.length > 1).map(({ values }) => Array.from(values)))
    }
    const ratio = (await size(1)) / (await size(0))
    expectLaw(ratio < 0.95, 'text.no-decay', { ratio: rounded(ratio) })
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

function hasFrozenMask({
  className,
  config,
}: {
  className: string
  config: Readonly<Record<string, unknown>>
}): boolean {
  return className.includes('Dropout') && typeof config['seed'] === 'number'
}

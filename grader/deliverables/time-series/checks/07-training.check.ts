import { check, type CheckContext } from '../../../checks/check.ts'
import { expectLaw } from '../../../checks/expect.ts'
import type { ModelData } from '../../../checks/models.ts'
import type { ForecasterConfig } from '../contract.ts'
import { digits } from '../digits.ts'
import { lossOf, smallConfig, smallOptions, smallPlan, stepsOf, train, type Trained } from '../training.ts'

const needs = ['time-series/training-history']

check(
  'time-series/training-history',
  {
    needs: ['time-series/model-shapes'],
    visibility: 'public',
    claim: {
      es: '`trainForecaster` da una entrada por época en trainLoss y valLoss, recorre todos los lotes y la pérdida baja.',
      en: '`trainForecaster` gives one entry an epoch in trainLoss and valLoss, goes through every batch, and the loss falls.',
    },
  },
  async (context) => {
    const options = smallOptions({ epochs: 8, learningRate: 0.02 })
    const plan = smallPlan(context.seed, 'history', { options })
    const { trainLoss, steps } = await train(context, plan)
    const expected = stepsOf(plan.train, options)
    expectLaw(steps === expected, 'series.steps', { expected, received: steps })
    const [first, last] = [trainLoss[0] ?? NaN, trainLoss.at(-1) ?? NaN]
    expectLaw(last < 0.7 * first, 'series.loss-falls', digits({ first, last }))
  },
)

check(
  'time-series/training-validation',
  {
    needs,
    visibility: 'hidden',
    claim: {
      es: 'La última valLoss es el error cuadrático medio del modelo entrenado en la validación, sin dropout.',
      en: 'The last valLoss is the mean squared error of the trained model on the validation part, without dropout.',
    },
  },
  async (context) => {
    const plan = smallPlan(context.seed, 'validation', { config: smallConfig('gru', { dropout: 0.4, horizon: 2 }) })
    const { after, valLoss } = await train(context, plan)
    const expected = await lossOf(await context.tf(), after, plan.validation)
    expectLoss(valLoss.at(-1) ?? NaN, expected, 'series.val-loss')
  },
)

check(
  'time-series/training-loss',
  {
    needs,
    visibility: 'hidden',
    claim: {
      es: 'Sin dropout, trainLoss es el error cuadrático medio del modelo en los datos de entrenamiento, también cuando un lote queda con una sola ventana.',
      en: 'Without dropout, trainLoss is the mean squared error of the model on the training data, also when a batch is left with a single window.',
    },
  },
  async (context) => {
    const plan = smallPlan(context.seed, 'frozen', { options: frozen })
    const { before, trainLoss } = await frozenTraining(context)
    const tf = await context.tf()
    expectLoss(trainLoss[0] ?? NaN, await lossOf(tf, before, plan.train), 'series.train-loss')
    const single = { ...plan, train: { xs: plan.train.xs.slice(0, 1), ys: plan.train.ys.slice(0, 1) } }
    const small = await train(context, single)
    expectLoss(small.trainLoss[0] ?? NaN, await lossOf(tf, small.before, single.train), 'series.train-loss')
  },
)

check(
  'time-series/training-clip',
  {
    needs,
    visibility: 'hidden',
    claim: {
      es: 'El recorte actúa: con clipNorm 1e-10 los pesos apenas se mueven, y con clipNorm 1 sí; y un gradiente recortado mide lo mismo por grande que fuera, y en un modelo de cualquier tamaño.',
      en: 'Clipping works: with clipNorm 1e-10 the weights hardly move, and with clipNorm 1 they do; and a clipped gradient measures the same, however large it was, and in a model of any size.',
    },
  },
  async (context) => {
    const still = await frozenTraining(context)
    const moving = await train(context, smallPlan(context.seed, 'frozen', { options: { ...frozen, clipNorm: 1 } }))
    // Adam moves a weight by up to its learning rate in a step, and by 1/100 of it or less for a gradient of 1e-10.
    const reach = frozen.learningRate * still.steps
    const moved = movement(still) / reach
    expectLaw(movement(moving) > 0.1 * reach, 'series.weights-still', digits({ moved: movement(moving) }))
    expectLaw(moved < 0.02, 'series.clip-ignored', digits({ moved: movement(still) }))
    // Far below Adam's epsilon a step is as long as the gradient, which these targets make far longer than the threshold.
    const step = async (far: number, size: Partial<ForecasterConfig> = {}): Promise<number> => {
      const options = { ...frozen, epochs: 1, batchSize: 96, clipNorm: 1e-14, learningRate: 1e4 }
      const plan = smallPlan(context.seed, 'frozen', { options, config: smallConfig('lstm', size) })
      const { xs } = plan.train
      return stepLength(
        await train(context, { ...plan, train: { xs, ys: xs.map((window) => [far * (window.at(-1) ?? NaN)]) } }),
      )
    }
    const [near, further] = [await step(100), await step(1000)]
    expectLaw(Math.abs(further / near - 1) < 0.2, 'series.clip-length', digits({ ratio: further / near }))
    // A mean in place of the sum of squares would let a step grow with the weights, a norm for each matrix with the matrices.
    for (const size of [{ hiddenSize: 40 }, { numLayers: 3 }]) {
      const ratio = (await step(100, size)) / near
      expectLaw(Math.abs(ratio - 1) < 0.1, 'series.clip-size', digits({ ratio }))
    }
  },
)

check(
  'time-series/training-decay',
  {
    needs,
    visibility: 'hidden',
    claim: {
      es: 'weightDecay encoge los pesos mientras se entrena: aparte del gradiente pierden en cada paso la parte learningRate · weightDecay.',
      en: 'weightDecay shrinks the weights while training: apart from the gradient they lose the share learningRate · weightDecay at every step.',
    },
  },
  async (context) => {
    const size = async (weightDecay: number): Promise<number> => {
      // A seed is a number like any other, also 0.
      const options = smallOptions({ epochs: 4, learningRate: 0.02, weightDecay, seed: 0 })
      return kernelSize((await train(context, smallPlan(context.seed, 'decay', { options }))).after)
    }
    const [without, withDecay] = [await size(0), await size(1)]
    expectLaw(withDecay < 0.85 * without, 'series.decay-ignored', digits({ without, with: withDecay }))
    // With gradients next to nothing, decay alone moves the weights; as a part of the loss it is next to nothing, too.
    const options = { ...frozen, learningRate: 0.04, weightDecay: 0.5 }
    const { before, after, steps } = await train(context, smallPlan(context.seed, 'frozen', { options }))
    const kept = kernelSize(after) / kernelSize(before)
    const expected = (1 - options.learningRate * options.weightDecay) ** steps
    const right = Math.abs(kept - expected) < 0.03 || kept > 0.97
    expectLaw(right, 'series.decay-share', { steps, ...digits({ expected, received: kept }) })
  },
)

check(
  'time-series/training-dropout',
  {
    needs,
    visibility: 'hidden',
    claim: {
      es: 'El dropout de la configuración actúa al entrenar: sin él se llega a otros pesos.',
      en: 'The dropout of the configuration works while training: without it other weights come out.',
    },
  },
  async (context) => {
    for (const cell of ['lstm', 'gru'] as const) {
      const weights = async (dropout: number): Promise<ModelData> => {
        const config = smallConfig(cell, { dropout })
        return (
          await train(context, smallPlan(context.seed, 'dropout', { config, options: smallOptions({ epochs: 1 }) }))
        ).after
      }
      const distance = furthest(await weights(0), await weights(0.5))
      expectLaw(distance > 1e-4, 'series.dropout-ignored', { cell })
    }
  },
)

check(
  'time-series/training-seed',
  {
    needs,
    visibility: 'hidden',
    claim: {
      es: 'La semilla de las opciones decide el orden de los ejemplos: la misma da los mismos pesos, y otra da otros.',
      en: 'The seed of the options decides the order of the examples: the same one gives the same weights, and another gives others.',
    },
  },
  async (context) => {
    const weights = async (seed: number): Promise<ModelData> =>
      (await train(context, smallPlan(context.seed, 'seed', { options: smallOptions({ epochs: 2, seed }) }))).after
    const [first, again, other] = [await weights(7), await weights(7), await weights(8)]
    expectLaw(furthest(first, again) === 0, 'series.training-not-repeatable')
    expectLaw(furthest(first, other) > 1e-5, 'series.not-shuffled')
  },
)

/** Gradients so small that the weights stay where they are. */
const frozen = smallOptions({ epochs: 2, clipNorm: 1e-10 })

async function frozenTraining(context: CheckContext): Promise<Trained> {
  return context.once('frozen', () => train(context, smallPlan(context.seed, 'frozen', { options: frozen })))
}

/** The largest change of any weight. */
function movement({ before, after }: Trained): number {
  return furthest(before, after)
}

/** The length of what all weights moved, together. */
function stepLength({ before, after }: Trained): number {
  const moves = before.weights.flatMap(({ values }, k) =>
    Array.from(values, (value, i) => value - (after.weights[k]?.values[i] ?? NaN)),
  )
  return Math.hypot(...moves)
}

function furthest(a: ModelData, b: ModelData): number {
  const differences = a.weights.flatMap(({ values }, k) =>
    Array.from(values, (value, i) => Math.abs(value - (b.weights[k]?.values[i] ?? NaN))),
  )
  return differences.reduce((largest, value) => (value <= largest ? largest : value), 0)
}

/** Root of the sum of squares of all matrices; biases may stay out of weight decay. */
function kernelSize({ weights }: ModelData): number {
  const values = weights.filter(({ shape }) => shape.length > 1).flatMap(({ values }) => Array.from(values))
  return Math.sqrt(values.reduce((sum, value) => sum + value * value, 0))
}

function expectLoss(received: number, expected: number, messageId: string): void {
  const close = Math.abs(received - expected) <= 1e-5 + 1e-3 * expected
  const seen = digits({ expected, received })
  expectLaw(close, messageId, seen, seen)
}

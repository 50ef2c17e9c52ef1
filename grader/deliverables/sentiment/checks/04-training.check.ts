import { check } from '../../../checks/check.ts'
import { expectLaw } from '../../../checks/expect.ts'
import { readModel } from '../../../checks/models.ts'
import { drawNoise, drawThirds, small, smallOptions } from '../domains.ts'
import { expectClasses } from '../expectations.ts'
import {
  classesOf,
  expectHistory,
  measureOn,
  movement,
  norm,
  percent,
  probabilitiesOf,
  rounded,
  trainFresh,
} from '../learning.ts'
import { recogniseConstant, recogniseTrainingFigures } from '../habits.ts'
import { drawHalves } from '../resenas/halves.ts'

const shaped = ['sentiment/model-shapes']
const trains = ['sentiment/train-history']

/** Easy to learn, and quick: the guide's vocabulary halves. */
const halves = { ...small, vocabSize: 60, embedDim: 8, hiddenSize: 8, dropout: 0.1 }

check(
  'sentiment/train-history',
  {
    needs: shaped,
    visibility: 'public',
    claim: {
      es: '`trainSentiment` cambia el modelo y devuelve cuatro listas con un número por época.',
      en: '`trainSentiment` changes the model and returns four lists with one number per epoch.',
    },
  },
  async (context) => {
    const draw = context.random('case')
    const training = { config: small, seed: 1, options: { ...smallOptions, epochs: 2 } }
    const [train, validation] = [drawNoise(draw, 40), drawNoise(draw, 20)]
    const trained = await trainFresh(context, { ...training, train, validation })
    expectHistory(trained.history, 2)
    expectLaw(norm(movement(trained)) > 1e-3, 'text.not-trained', {})
  },
)

check(
  'sentiment/train-learns',
  {
    needs: trains,
    visibility: 'public',
    claim: {
      es: 'En las mitades del vocabulario la pérdida baja y el modelo acierta más del 90 % de textos nuevos.',
      en: 'On the halves of the vocabulary the loss falls and the model is right on more than 90 % of new texts.',
    },
  },
  async (context) => {
    const draw = context.random('case')
    const { vocabSize, maxLen } = halves
    const [train, validation, fresh] = [192, 48, 300].map((n) => drawHalves(draw, n, vocabSize, maxLen))
    if (!train || !validation || !fresh) return
    const options = { ...smallOptions, batchSize: 32, learningRate: 0.05, epochs: 6 }
    const { history, after } = await trainFresh(context, { config: halves, seed: 2, options, train, validation })
    recogniseConstant(context, classesOf(await probabilitiesOf(context, after, fresh.xs)), 'S7')
    const { trainLoss } = expectHistory(history, options.epochs)
    const [first, last] = [trainLoss[0] ?? NaN, trainLoss.at(-1) ?? NaN]
    expectLaw(last < 0.7 * first, 'text.loss-stays', { first: rounded(first), last: rounded(last) })
    const { accuracy } = await measureOn(context, after, fresh)
    context.measure({ id: 'halves-accuracy', value: accuracy, threshold: 0.9 })
    expectLaw(accuracy > 0.9, 'text.halves', { accuracy: percent(accuracy) })
  },
)

check(
  'sentiment/predict',
  {
    needs: shaped,
    visibility: 'public',
    claim: {
      es: '`predictSentiment` da la clase más probable de cada texto según el modelo, sin dropout.',
      en: '`predictSentiment` gives the most probable class of each text by the model, without dropout.',
    },
  },
  async (context) => {
    const { subject } = context
    const draw = context.random('case')
    const config = { ...small, dropout: 0.6, numClasses: 3 }
    const model = await subject.keep('buildSentimentModel', config, 5)
    const train = drawThirds(draw, 60)
    const options = { ...smallOptions, batchSize: 20, learningRate: 0.1, epochs: 4 }
    await subject.train('trainSentiment', [model, train, train, options], { seed: 3, steps: 12, epochs: 4 })
    const rows = await probabilitiesOf(context, await readModel(context, model, 'buildSentimentModel'), train.xs)
    const classes = classesOf(rows)
    recogniseConstant(context, classes, 'S7')
    expectLaw(new Set(classes).size > 1, 'text.constant', {})
    // A tie up to rounding could go either way.
    const clear = rows.map((row) => Math.abs(Math.max(...row) - (row.toSorted((a, b) => b - a)[1] ?? 0)) > 1e-4)
    for (let time = 0; time < 2; time++) {
      const received = await subject.call('predictSentiment', model, train.xs)
      recogniseConstant(context, received, 'S8')
      expectClasses(received, classes, clear)
    }
  },
)

check(
  'sentiment/history-of-model',
  {
    needs: trains,
    visibility: 'hidden',
    claim: {
      es: 'La última pérdida y exactitud de validación son las del modelo tal como queda, calculadas sin dropout sobre la validación.',
      en: 'The last validation loss and accuracy are those of the model as it is left, computed without dropout on the validation set.',
    },
  },
  async (context) => {
    const draw = context.random('case')
    const config = { ...halves, dropout: 0.4 }
    const { xs, ys } = drawHalves(draw, 128, config.vocabSize, config.maxLen)
    // A third of the labels of the validation set are wrong, so its figures are far from those of the training set.
    const other = drawHalves(draw, 64, config.vocabSize, config.maxLen)
    const validation = { xs: other.xs, ys: other.ys.map((y, k) => (k % 3 === 0 ? 1 - y : y)) }
    const options = { ...smallOptions, batchSize: 32, learningRate: 0.05, epochs: 5 }
    const trained = await trainFresh(context, { config, seed: 4, options, train: { xs, ys }, validation })
    const history = expectHistory(trained.history, options.epochs)
    const { trainLoss, valLoss, valAccuracy } = history
    const { loss, accuracy } = await measureOn(context, trained.after, validation)
    const [saidLoss, saidAccuracy] = [valLoss.at(-1) ?? NaN, valAccuracy.at(-1) ?? NaN]
    const said = { loss: rounded(saidLoss), accuracy: rounded(saidAccuracy) }
    const fine = Math.abs(saidLoss - loss) <= 0.01 * loss && Math.abs(saidAccuracy - accuracy) <= 0.02
    if (!fine) await recogniseTrainingFigures(context, trained.after, history, { xs, ys })
    expectLaw(fine, 'text.validation', { ...said, lossIs: rounded(loss), accuracyIs: rounded(accuracy) })
    // Seen during the epoch or measured after it: a mean either way, and not above the loss of the first weights.
    const begin = await measureOn(context, trained.before, { xs, ys })
    const plausible = (trainLoss[0] ?? NaN) < begin.loss + 0.35 && new Set(trainLoss).size === options.epochs
    expectLaw(plausible, 'text.train-loss', { first: rounded(trainLoss[0] ?? NaN), begin: rounded(begin.loss) })
  },
)

import { readModelArtifact, saveModelArtifact } from '../../../checks/artifacts.ts'
import { check, training, type CheckContext } from '../../../checks/check.ts'
import { expectLaw, field } from '../../../checks/expect.ts'
import { CheckFailure } from '../../../checks/failure.ts'
import { expectCount, expectModelShapes, type ModelData } from '../../../checks/models.ts'
import { parameterCount, type SentimentConfig, type TrainOptions } from '../contract.ts'
import { reviewCounts } from '../domains.ts'
import { expectExperiment, experimentsFile, experimentsText, readExperiments, withExperiment } from '../experiments.ts'
import { habitOf, recogniseTrainingFigures } from '../habits.ts'
import { leastAccuracy, readingsOf } from '../on-reviews.ts'
import { expectAffordable, expectConfig, expectOptions } from '../expectations.ts'
import { expectHistory, measureOn, percent, rounded, trainFresh } from '../learning.ts'
import { reviewData } from '../review-data.ts'

const file = 'artifacts/sentiment/history.json'

training('sentiment', async (context) => {
  const { config, options } = await defaults(context)
  const known = await readExperiments(context)
  const { train, validation } = reviewData(context.seed, config)
  const plan = { config, seed: options.seed, options, train, validation }
  const { after, history } = await trainFresh(context, plan)
  const curves = expectHistory(history, options.epochs)
  saveModelArtifact(context, 'sentiment', after, { seed: context.seed, config, options, ...curves })
  const last = ([name, curve]: [string, number[]]): [string, number] => [name, curve.at(-1) ?? NaN]
  const figures = Object.fromEntries(Object.entries(curves).map(last)) as Record<keyof typeof curves, number>
  const experiments = withExperiment(known, { seed: context.seed, config, options, figures })
  context.save(experimentsFile, experimentsText(experiments))
})

check(
  'sentiment/artifact',
  {
    needs: ['sentiment/defaults'],
    visibility: 'public',
    claim: {
      es: '`artifacts/sentiment/` guarda el modelo y la historia que hace `npm run train -- sentiment` con tu código de ahora.',
      en: '`artifacts/sentiment/` holds the model and history that `npm run train -- sentiment` makes with your present code.',
    },
  },
  async (context) => {
    await readArtifact(context)
  },
)

check(
  'sentiment/artifact-history',
  {
    needs: ['sentiment/artifact'],
    visibility: 'public',
    claim: {
      es: 'Las últimas cifras de validación de la historia guardada son las del modelo guardado.',
      en: 'The last validation figures of the stored history are those of the stored model.',
    },
  },
  async (context) => {
    const { model, config, options, seed, record } = await readArtifact(context)
    const history = expectHistory(record, options.epochs)
    const { valLoss, valAccuracy } = history
    const { train, validation } = reviewData(seed, config)
    const { loss, accuracy } = await measureOn(context, model, validation)
    const [last, lastAccuracy] = [valLoss.at(-1) ?? NaN, valAccuracy.at(-1) ?? NaN]
    const same = Math.abs(loss - last) <= 0.01 * (1 + loss) && Math.abs(accuracy - lastAccuracy) <= 0.011
    if (!same) await recogniseTrainingFigures(context, model, history, train)
    const params = { file, expected: percent(accuracy), received: percent(lastAccuracy) }
    expectLaw(same, 'artifact.other-figures', params, { expected: loss.toPrecision(4), received: last.toPrecision(4) })
  },
)

check(
  'sentiment/artifact-accuracy',
  {
    needs: ['sentiment/artifact-history'],
    visibility: 'hidden',
    claim: {
      es: 'El modelo guardado acierta más del 60 % de reseñas que no ha visto.',
      en: 'The stored model is right on more than 60 % of reviews that it has not seen.',
    },
  },
  async (context) => {
    const { model, config, seed } = await readArtifact(context)
    const readings = readingsOf(reviewData(seed, config).encoded, context.seed, 'artifact')
    const { accuracy } = await measureOn(context, model, readings.mixed)
    const standardError = Math.sqrt((accuracy * (1 - accuracy)) / reviewCounts.heldOut)
    context.measure({ id: 'reviews-accuracy', value: accuracy, threshold: 0.6, standardError })
    const params = { accuracy: percent(accuracy), threshold: 60, texts: reviewCounts.heldOut }
    const habit = accuracy > leastAccuracy ? undefined : await habitOf(context, model, readings)
    if (habit) context.recognise(habit)
    expectLaw(accuracy > leastAccuracy, 'text.reviews-accuracy', params)
  },
)

check(
  'sentiment/artifact-experiment',
  {
    needs: ['sentiment/train-history'],
    visibility: 'hidden',
    slow: true,
    claim: {
      es: 'Una configuración de `artifacts/experimentos.json`, elegida al azar y entrenada otra vez, da las cifras que ahí dice.',
      en: 'A configuration of `artifacts/experimentos.json`, chosen at random and trained again, gives the figures that it says.',
    },
  },
  async (context) => {
    const entries = await readExperiments(context)
    if (entries.length === 0) {
      const params = { file: `artifacts/${experimentsFile}` }
      throw new CheckFailure({ kind: 'missing-file', messageId: 'text.experiments-absent', params })
    }
    const place = context.random('experiment').int(0, entries.length - 1)
    const { seed, config, options, figures } = expectExperiment(entries[place])
    const { train, validation } = reviewData(seed, config)
    const { after } = await trainFresh(context, { config, seed: options.seed, options, train, validation })
    const { loss, accuracy } = await measureOn(context, after, validation)
    // The same code on the same numbers: what differs is the last digits of another engine, a text or two of 200.
    const same =
      Math.abs(loss - figures.valLoss) <= 0.02 * (1 + loss) && Math.abs(accuracy - figures.valAccuracy) <= 0.0101
    const said = { expected: percent(accuracy), received: percent(figures.valAccuracy) }
    const losses = { loss: rounded(loss), saidLoss: rounded(figures.valLoss) }
    expectLaw(same, 'text.experiment-differs', { number: place + 1, ...said, ...losses })
  },
)

interface Stored {
  readonly model: ModelData
  readonly config: SentimentConfig
  readonly options: TrainOptions
  readonly seed: number
  readonly record: Readonly<Record<string, unknown>>
}

/** What is stored, known to be a model of the student's present sizes. */
async function readArtifact(context: CheckContext): Promise<Stored> {
  const { config, options } = await defaults(context)
  const { model, record } = await readModelArtifact(context, 'sentiment')
  const seed = field(record, 'seed')
  const ours = typeof seed === 'number' && Number.isSafeInteger(seed) && seed > 0
  const same = ours && JSON.stringify(expectConfig(field(record, 'config'))) === JSON.stringify(config)
  expectLaw(same, 'artifact.stale', { file, slug: 'sentiment' })
  expectCount(model, parameterCount(config), 'artifacts/sentiment/model.json')
  expectModelShapes(model, [null, config.maxLen], [null, config.numClasses], 'artifacts/sentiment/model.json')
  return { model, config, options, seed, record }
}

async function defaults({ subject }: CheckContext): Promise<{ config: SentimentConfig; options: TrainOptions }> {
  const config = expectConfig(await subject.call('defaultSentimentConfig'))
  const options = expectOptions(await subject.call('defaultSentimentOptions'))
  expectAffordable(config, options)
  return { config, options }
}

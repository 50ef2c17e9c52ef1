import { readModelArtifact, saveModelArtifact } from '../../../checks/artifacts.ts'
import { check, training, type CheckContext } from '../../../checks/check.ts'
import { expectForm, expectLaw, field } from '../../../checks/expect.ts'
import { expectModelShapes, type ModelData } from '../../../checks/models.ts'
import { stream } from '../../../numeric/random.ts'
import type { ForecasterConfig, TrainOptions } from '../contract.ts'
import { readConfig, readOptions } from '../defaults.ts'
import { baselines, prepare, type Prepared } from '../pipeline.ts'
import { drawSinusoid, sinusoidPeriod } from '../series.ts'
import { errorMeasures, forecast, lossOf, repeating, testError, train } from '../training.ts'

const file = 'artifacts/time-series/history.json'
/** The guide's length. */
const points = 2000

training('time-series', async (context) => {
  const { config, options } = await defaults(context)
  const predicted: Record<string, number[]> = {}
  for (const cell of ['lstm', 'gru'] as const) {
    const prepared = prepareSinusoid(context.seed, config)
    const trained = await train(context, { ...prepared, config: { ...config, cell }, options, seed: options.seed })
    const { mean, std } = prepared.scaler
    const scaled = await forecast(await context.tf(), trained.after, prepared.test)
    predicted[cell] = Array.from(scaled, (value) => value * std + mean)
    if (cell !== config.cell) continue
    const { trainLoss, valLoss } = trained
    const record = { seed: context.seed, config, options, trainLoss, valLoss }
    saveModelArtifact(context, 'time-series', trained.after, record)
  }
  const { actual } = prepareSinusoid(context.seed, config)
  context.save('time-series/forecast.json', `${JSON.stringify({ actual, predicted })}\n`)
})

check(
  'time-series/artifact',
  {
    needs: ['time-series/defaults'],
    visibility: 'public',
    claim: {
      es: '`artifacts/time-series/` guarda el modelo y la historia que hace `npm run train -- time-series` con tu código de ahora.',
      en: '`artifacts/time-series/` holds the model and history that `npm run train -- time-series` makes with your present code.',
    },
  },
  async (context) => {
    await readArtifact(context)
  },
)

check(
  'time-series/artifact-history',
  {
    needs: ['time-series/artifact'],
    visibility: 'public',
    claim: {
      es: 'La última pérdida de validación de la historia guardada es la del modelo guardado.',
      en: 'The last validation loss of the stored history is that of the stored model.',
    },
  },
  async (context) => {
    const { model, prepared, options, record } = await readArtifact(context)
    const entries = new Array<number>(options.epochs).fill(0)
    expectForm(record, { trainLoss: entries, valLoss: entries }, '')
    const last = (record as { valLoss: number[] }).valLoss.at(-1) ?? NaN
    const loss = await lossOf(await context.tf(), model, prepared.validation)
    const seen = { expected: loss.toPrecision(4), received: last.toPrecision(4) }
    expectLaw(Math.abs(loss - last) <= 0.01 * loss, 'artifact.other-figures', { file, ...seen }, seen)
  },
)

check(
  'time-series/artifact-works',
  {
    needs: ['time-series/artifact-history'],
    visibility: 'hidden',
    claim: {
      es: 'El modelo guardado llega en la parte de prueba a la mitad del error de repetir el último valor, o menos.',
      en: 'The stored model has on the test part at most half the error of repeating the last value.',
    },
  },
  async (context) => {
    const { model, prepared, config, seed } = await readArtifact(context)
    const { mse, standardError, repeatsLast } = await testError(await context.tf(), model, prepared)
    const { persistence } = baselines(drawSeries(seed), { ...config, period: sinusoidPeriod })
    const threshold = persistence / 2
    context.measure({ id: errorMeasures[config.cell], value: mse, threshold, atLeast: false, standardError })
    if (repeatsLast) context.recognise(repeating)
    expectLaw(mse <= threshold, 'series.too-far', { name: config.cell.toUpperCase(), mse, threshold })
  },
)

interface Stored {
  readonly model: ModelData
  readonly prepared: Prepared
  readonly config: ForecasterConfig
  readonly options: TrainOptions
  readonly seed: number
  readonly record: Readonly<Record<string, unknown>>
}

/** What is stored, known to be a model of the student's present sizes. */
async function readArtifact(context: CheckContext): Promise<Stored> {
  const { config, options } = await defaults(context)
  const { model, record } = await readModelArtifact(context, 'time-series')
  const seed = field(record, 'seed')
  const ours = typeof seed === 'number' && Number.isSafeInteger(seed) && seed > 0
  const same = ours && JSON.stringify(readConfig(field(record, 'config'))) === JSON.stringify(config)
  expectLaw(same, 'artifact.stale', { file, slug: 'time-series' })
  expectModelShapes(model, [null, config.window, 1], [null, config.horizon], 'artifacts/time-series/model.json')
  return { model, prepared: prepareSinusoid(seed, config), config, options, seed, record }
}

function drawSeries(seed: number): number[] {
  return drawSinusoid(stream(seed, 'time-series', 'sinusoid'), points)
}

function prepareSinusoid(seed: number, { window, horizon }: ForecasterConfig): Prepared {
  return prepare(drawSeries(seed), window, horizon)
}

async function defaults({ subject }: CheckContext): Promise<{ config: ForecasterConfig; options: TrainOptions }> {
  const config = readConfig(await subject.call('defaultForecasterConfig'))
  return { config, options: readOptions(await subject.call('defaultForecasterOptions')) }
}

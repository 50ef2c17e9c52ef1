import { check, type CheckContext } from '../../../checks/check.ts'
import { expectLaw } from '../../../checks/expect.ts'
import { stream } from '../../../numeric/random.ts'
import { workLimits, type Cell, type ForecasterConfig, type TrainOptions } from '../contract.ts'
import { readConfig, readOptions } from '../defaults.ts'
import { digits } from '../digits.ts'
import { baselines, prepare } from '../pipeline.ts'
import { birthsPeriod, drawSinusoid, sinusoidPeriod, usBirths } from '../series.ts'
import {
  errorMeasures,
  repeating,
  readForecaster,
  smallConfig,
  smallOptions,
  stepsOf,
  testError,
  train,
  type TestError,
} from '../training.ts'

/** The guide's length. */
const points = 2000

check(
  'time-series/defaults',
  {
    needs: ['time-series/model-shapes'],
    visibility: 'public',
    claim: {
      es: `\`defaultForecasterConfig\` y \`defaultForecasterOptions\` son válidas y su entrenamiento cabe en el límite: parámetros × pasos ≤ ${thousands(workLimits.parametersTimesSteps)} y pasos × window × numLayers ≤ ${thousands(workLimits.timeSteps)}.`,
      en: `\`defaultForecasterConfig\` and \`defaultForecasterOptions\` are valid and their training stays within the limit: parameters × steps ≤ ${thousands(workLimits.parametersTimesSteps)} and steps × window × numLayers ≤ ${thousands(workLimits.timeSteps)}.`,
    },
  },
  async (context) => {
    for (const cell of ['lstm', 'gru'] as const) await defaults(context, cell)
  },
)

for (const [cell, name, visibility] of [
  ['lstm', 'LSTM', 'public'],
  ['gru', 'GRU', 'hidden'],
] as const) {
  check(
    `time-series/${cell}-works`,
    {
      needs: ['time-series/training-history', 'time-series/defaults'],
      visibility,
      slow: true,
      claim: {
        es: `Con tu configuración, el predictor ${name} entrenado llega en la parte de prueba de la sinusoide a la mitad del error de repetir el último valor, o menos.`,
        en: `With your configuration, the trained ${name} forecaster has on the test part of the sinusoid at most half the error of repeating the last value.`,
      },
    },
    async (context) => {
      const { mse, standardError, fromLast, repeatsLast, persistence } = await sinusoidError(context, cell)
      const threshold = persistence / 2
      context.measure({ id: errorMeasures[cell], value: mse, threshold, atLeast: false, standardError })
      const repeats = fromLast < 0.1 * persistence
      if (repeatsLast) context.recognise(repeating)
      expectLaw(mse <= threshold, repeats ? 'series.persistence' : 'series.too-far', {
        name,
        ...digits({ mse, threshold }),
      })
    },
  )
  check(
    `time-series/${cell}-seasonal`,
    {
      needs: [`time-series/${cell}-works`],
      visibility: 'hidden',
      claim: {
        es: `Con tu configuración, el predictor ${name} no se equivoca más que la repetición de hace un periodo (20 pasos).`,
        en: `With your configuration, the ${name} forecaster is no worse than the repetition of one period before (20 steps).`,
      },
    },
    async (context) => {
      const { mse, standardError, seasonal } = await sinusoidError(context, cell)
      context.measure({ id: errorMeasures[cell], value: mse, threshold: seasonal, atLeast: false, standardError })
      expectLaw(mse <= seasonal, 'series.too-far', { name, ...digits({ mse, threshold: seasonal }) })
    },
  )
}

check(
  'time-series/births',
  {
    needs: ['time-series/training-history'],
    visibility: 'hidden',
    slow: true,
    claim: {
      es: 'Un LSTM pequeño entrenado con tu código predice cinco días de nacimientos reales con menos de la mitad del error de repetir el último día.',
      en: 'A small LSTM trained with your code forecasts five days of real births with less than half the error of repeating the last day.',
    },
  },
  async (context) => {
    const series = usBirths(birthsDays)
    const config = smallConfig('lstm', { window: 2 * birthsPeriod, horizon: 5, hiddenSize: 16 })
    const prepared = prepare(series, config.window, config.horizon)
    const options = smallOptions({ epochs: 12, batchSize: 64, learningRate: 0.02 })
    const { after } = await train(context, { ...prepared, config, options, seed: context.random('model').int(1, 1e6) })
    const { mse, standardError } = await testError(await context.tf(), after, prepared)
    const { persistence } = baselines(series, { ...config, period: birthsPeriod })
    const threshold = persistence / 2
    context.measure({ id: 'births-mse', value: mse, threshold, atLeast: false, standardError })
    expectLaw(mse <= threshold, 'series.too-far', { name: 'LSTM', ...digits({ mse, threshold }) })
  },
)

/** Two years and a half: weeks enough, and few enough steps. */
const birthsDays = 915

interface SinusoidError extends TestError {
  readonly persistence: number
  readonly seasonal: number
}

/** One training of a cell with the student's own configuration, looked at by several checks. */
async function sinusoidError(context: CheckContext, cell: Cell): Promise<SinusoidError> {
  return context.once(`sinusoid-${cell}`, async () => {
    const { config, options } = await defaults(context, cell)
    const series = drawSinusoid(stream(context.seed, 'time-series', 'sinusoid'), points)
    const prepared = prepare(series, config.window, config.horizon)
    const { after } = await train(context, { ...prepared, config, options, seed: options.seed })
    const errors = await testError(await context.tf(), after, prepared)
    return { ...errors, ...baselines(series, { ...config, period: sinusoidPeriod }) }
  })
}

/** The student's own configuration for a cell, refused when its training would take too long. */
async function defaults(
  context: CheckContext,
  cell: Cell,
): Promise<{ config: ForecasterConfig; options: TrainOptions }> {
  const { subject } = context
  const config = { ...readConfig(await subject.call('defaultForecasterConfig')), cell }
  const options = readOptions(await subject.call('defaultForecasterOptions'))
  const { parameters } = await readForecaster(
    context,
    await subject.keep('buildForecaster', config, options.seed),
    config,
  )
  const { train } = prepare(new Array<number>(points).fill(0), config.window, config.horizon)
  const steps = stepsOf(train, options)
  expectWithin(parameters * steps, workLimits.parametersTimesSteps, 'parameters × steps')
  expectWithin(steps * config.window * config.numLayers, workLimits.timeSteps, 'steps × window × numLayers')
  return { config, options }
}

function expectWithin(work: number, limit: number, what: string): void {
  expectLaw(work <= limit, 'series.too-much-work', { what, work, limit })
}

function thousands(value: number): string {
  return String(value).replaceAll(/\B(?=(?:\d{3})+$)/g, ' ')
}

import { check } from '../../../checks/check.ts'
import { expectLaw } from '../../../checks/expect.ts'
import { formatNumber } from '../../../numeric/compare.ts'
import { stream } from '../../../numeric/random.ts'
import { cells, compareCells, comparedValues, parabola, perturbed, quick } from '../comparison.ts'
import { digits } from '../digits.ts'
import { baselines } from '../pipeline.ts'
import { drawSinusoid, sinusoidPeriod } from '../series.ts'
import { readForecaster, smallOptions } from '../training.ts'

const needs = ['time-series/compare-form']

/** Names of what is measured of each cell. */
const compareMeasures = { lstm: 'compare-lstm-mse', gru: 'compare-gru-mse' } as const

check(
  'time-series/compare-form',
  {
    needs: ['time-series/training-history'],
    visibility: 'public',
    claim: {
      es: '`compareCells` da los parámetros y las métricas de la LSTM y de la GRU, y los parámetros son los de tus modelos.',
      en: '`compareCells` gives the parameters and the metrics of the LSTM and the GRU, and the parameters are those of your models.',
    },
  },
  async (context) => {
    const series = drawSinusoid(context.random('series'), 160)
    const comparison = await compareCells(context, series, quick.config, quick.options)
    for (const cell of cells) {
      const { params, metrics } = comparison[cell]
      const config = { ...quick.config, cell }
      const model = await context.subject.keep('buildForecaster', config, quick.options.seed)
      const { parameters } = await readForecaster(context, model, config)
      const seen = { expected: String(parameters), received: formatNumber(params) }
      expectLaw(params === parameters, 'series.compare-params', { cell, ...seen }, seen)
      expectLaw(metrics.mse > 0, 'series.test-unused', { cell })
    }
    const { lstm, gru } = comparison
    expectLaw(lstm.metrics.mse !== gru.metrics.mse, 'series.compare-alike')
  },
)

check(
  'time-series/compare-consistent',
  {
    needs,
    visibility: 'hidden',
    claim: {
      es: 'Las métricas de `compareCells` concuerdan entre sí: rmse es la raíz de mse, y mae es positivo y no pasa de rmse.',
      en: 'The metrics of `compareCells` agree with one another: rmse is the root of mse, and mae is positive and at most rmse.',
    },
  },
  async (context) => {
    const { base } = await perturbed(context)
    for (const cell of cells) {
      const { mse, rmse, mae } = base[cell].metrics
      const consistent = mae > 0 && Math.abs(rmse ** 2 - mse) <= 1e-5 * mse && mae <= rmse * (1 + 1e-6)
      expectLaw(consistent, rmse === mse ? 'series.rmse-is-mse' : 'series.compare-metrics', {
        cell,
        ...digits({ mse, rmse, mae }),
      })
    }
  },
)

check(
  'time-series/compare-units',
  {
    needs,
    visibility: 'hidden',
    claim: {
      es: 'Las métricas de `compareCells` están en las unidades de la serie: si la serie se mide en otra unidad, el error cambia en la misma proporción, y si se mide desde otro cero, no cambia.',
      en: 'The metrics of `compareCells` are in the units of the series: when the series is measured in another unit, the error changes in proportion, and measured from another zero it does not.',
    },
  },
  async (context) => {
    // A power of two: every number of the training stays the same, bit by bit.
    const factor = 1024
    const series = drawSinusoid(context.random('series'), 160)
    const { config, options } = quick
    const base = await compareCells(context, series, config, options)
    const scaled = await compareCells(
      context,
      series.map((value) => value * factor),
      config,
      options,
    )
    for (const cell of cells) {
      const received = Math.sqrt(scaled[cell].metrics.mse / base[cell].metrics.mse)
      expectLaw(Math.abs(received - factor) < 1e-4 * factor, 'series.metric-units', {
        cell,
        factor,
        ...digits({ received }),
      })
    }
    const offset = 64
    const raised = await compareCells(
      context,
      series.map((value) => value + offset),
      config,
      options,
    )
    for (const cell of cells) {
      const received = Math.sqrt(raised[cell].metrics.mse / base[cell].metrics.mse)
      // What rounding changes in one epoch is far below.
      expectLaw(Math.abs(received - 1) < 1e-2, 'series.metric-zero', { cell, offset, ...digits({ received }) })
    }
  },
)

check(
  'time-series/compare-seed',
  {
    needs,
    visibility: 'hidden',
    claim: {
      es: 'La semilla de las opciones de `compareCells` decide también los pesos iniciales: casi sin entrenar, otra semilla da otro error y la misma da el mismo.',
      en: 'The seed in the options of `compareCells` decides the initial weights, too: with next to no training another seed gives another error, and the same seed the same.',
    },
  },
  async (context) => {
    const series = drawSinusoid(context.random('series'), 160)
    const errors = async (seed: number): Promise<number[]> => {
      const still = { ...quick.options, learningRate: 1e-30, seed }
      const comparison = await compareCells(context, series, quick.config, still)
      return cells.map((cell) => comparison[cell].metrics.mse)
    }
    const [one, again, other] = [await errors(3), await errors(3), await errors(4)]
    for (const [k, cell] of cells.entries()) {
      expectLaw(near(one[k] ?? NaN, again[k] ?? NaN), 'series.compare-not-seeded', { cell })
      expectLaw(!near(one[k] ?? NaN, other[k] ?? NaN), 'series.compare-seed-ignored', { cell })
    }
  },
)

check(
  'time-series/compare-no-leak',
  {
    needs,
    visibility: 'hidden',
    claim: {
      es: 'En `compareCells` nada de lo que viene después del entrenamiento influye en las predicciones: ni en el escalador, ni en los pesos, ni en las ventanas.',
      en: 'In `compareCells` nothing that comes after the training part affects the forecasts: neither scaler nor weights nor windows.',
    },
  },
  async (context) => {
    const runs = await perturbed(context)
    for (const cell of cells) {
      expectLaw(near(runs.otherValidation[cell].metrics.mse, runs.base[cell].metrics.mse), 'series.validation-leaks', {
        cell,
      })
      const { values, expected, received } = parabola(runs, cell)
      expectLaw(Number.isFinite(values), 'series.test-unused', { cell })
      expectLaw(near(received, expected), 'series.future-leaks', { cell })
    }
  },
)

check(
  'time-series/compare-test-part',
  {
    needs: ['time-series/compare-form'],
    visibility: 'hidden',
    claim: {
      es: 'Las métricas de `compareCells` son las de todas las ventanas de la parte de prueba, y solo de ellas, con todos los pasos del horizonte.',
      en: 'The metrics of `compareCells` are those of all windows of the test part, and of them only, with every step of the horizon.',
    },
  },
  async (context) => {
    const runs = await perturbed(context)
    const expected = comparedValues(runs.n)
    for (const cell of cells) {
      const { values } = parabola(runs, cell)
      const seen = { expected: String(expected), received: formatNumber(values, 4) }
      const messageId = Number.isFinite(values) ? 'series.test-windows' : 'series.test-unused'
      expectLaw(Math.abs(values - expected) < 0.5, messageId, { cell, n: runs.n, ...quick.config, ...seen }, seen)
    }
  },
)

check(
  'time-series/compare-learns',
  {
    needs,
    visibility: 'hidden',
    slow: true,
    claim: {
      es: 'Con un entrenamiento suficiente, las dos celdas de `compareCells` quedan por debajo de la mitad del error de repetir el último valor.',
      en: 'With enough training, both cells of `compareCells` end below half the error of repeating the last value.',
    },
  },
  async (context) => {
    const series = drawSinusoid(stream(context.seed, 'time-series', 'compare'), 600)
    const config = { window: 12, horizon: 1, hiddenSize: 12, numLayers: 1, dropout: 0 }
    const options = smallOptions({ epochs: 10, batchSize: 64, learningRate: 0.03 })
    const comparison = await compareCells(context, series, config, options)
    const { persistence } = baselines(series, { ...config, period: sinusoidPeriod })
    for (const cell of cells) {
      const { mse } = comparison[cell].metrics
      context.measure({ id: compareMeasures[cell], value: mse, threshold: persistence / 2, atLeast: false })
      const params = { name: cell.toUpperCase(), ...digits({ mse, threshold: persistence / 2 }) }
      expectLaw(mse <= persistence / 2, 'series.too-far', params)
    }
  },
)

/** Equal but for rounding, also where the values went through float32. */
function near(received: number, expected: number): boolean {
  return Math.abs(received - expected) <= 1e-5 * Math.abs(expected)
}

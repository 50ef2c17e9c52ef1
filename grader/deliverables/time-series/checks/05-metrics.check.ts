import fc from 'fast-check'
import { check, type CheckContext } from '../../../checks/check.ts'
import { expectClose, expectForm, expectLawClose } from '../../../checks/expect.ts'
import { forAll } from '../../../checks/property.ts'
import { float64 } from '../../../checks/tolerances.ts'
import { stream } from '../../../numeric/random.ts'

const needs = ['time-series/loads']

check(
  'time-series/metrics-known',
  {
    needs,
    visibility: 'public',
    claim: {
      es: '`regressionMetrics`: con errores 1, −2, 0 y 3, el MSE es 3,5, el RMSE 1,8708 y el MAE 1,5.',
      en: '`regressionMetrics`: with errors 1, −2, 0 and 3 the MSE is 3.5, the RMSE 1.8708 and the MAE 1.5.',
    },
  },
  async (context) => {
    await expectMetrics(context, [10, 20, 30, 40], [1, -2, 0, 3])
  },
)

check(
  'time-series/metrics-perfect',
  {
    needs: ['time-series/metrics-known'],
    visibility: 'public',
    claim: {
      es: '`regressionMetrics` da cero en las tres para una predicción perfecta, y |error| en RMSE y MAE con un solo dato.',
      en: '`regressionMetrics` gives zero three times for a perfect forecast, and |error| as RMSE and MAE of a single value.',
    },
  },
  async (context) => {
    await expectMetrics(context, [3, -1, 4], [0, 0, 0])
    await expectMetrics(context, [5], [-0.25])
  },
)

check(
  'time-series/metrics-any',
  {
    needs: ['time-series/metrics-known'],
    visibility: 'hidden',
    claim: {
      es: '`regressionMetrics` coincide con sus fórmulas para series y errores al azar, grandes y pequeños.',
      en: '`regressionMetrics` agrees with its formulas for random series and errors, large and small.',
    },
  },
  async (context) => {
    const sizes = fc.record({ n: fc.integer({ min: 1, max: 60 }), power: fc.integer({ min: -2, max: 3 }) })
    await forAll(
      context,
      'errors',
      sizes,
      async ({ n, power }) => {
        const random = stream(context.seed, 'metrics', String(n), String(power))
        const numbers = (size: number): number[] => Array.from({ length: n }, () => random.normal(size))
        await expectMetrics(context, numbers(5), numbers(10 ** power))
      },
      25,
    )
  },
)

/** Square of the largest number times round-off is what a difference of two of them may lose. */
const tolerance = { atol: 1e-9, rtol: 1e-9 }

async function expectMetrics(
  { subject }: CheckContext,
  actual: readonly number[],
  errors: readonly number[],
): Promise<void> {
  const average = (list: readonly number[]): number => list.reduce((sum, value) => sum + value, 0) / list.length
  const predicted = actual.map((value, k) => value + (errors[k] ?? NaN))
  const received = await subject.call('regressionMetrics', actual, predicted)
  const mse = average(errors.map((error) => error * error))
  const mae = average(errors.map(Math.abs))
  expectForm(received, { mse, rmse: 0, mae }, '')
  const { mse: ownMse, rmse } = received as { mse: number; rmse: number }
  expectClose(received, { mse, mae }, { name: '', tolerance, oracle: '' })
  const rootMissing = rmse === ownMse && Math.abs(mse - Math.sqrt(mse)) > 1e-6
  const closeness = { name: 'rmse', tolerance: { ...float64, atol: 1e-6 }, oracle: '' }
  expectLawClose(rmse, Math.sqrt(mse), closeness, rootMissing ? 'series.rmse-is-mse' : 'expect.value', {
    expected: Math.sqrt(mse),
    received: rmse,
  })
}

import fc from 'fast-check'
import { check, type CheckContext } from '../../../checks/check.ts'
import { expectClose, expectLawClose, field } from '../../../checks/expect.ts'
import { forAll } from '../../../checks/property.ts'
import { float64 } from '../../../checks/tolerances.ts'
import { stream } from '../../../numeric/random.ts'
import { digits } from '../digits.ts'
import { scalerOf } from '../pipeline.ts'

const needs = ['time-series/loads']

check(
  'time-series/scaler-known',
  {
    needs,
    visibility: 'public',
    claim: {
      es: '`fitScaler` da la media y la desviación típica poblacional: 5 y 2 para 2, 4, 4, 4, 5, 5, 7, 9.',
      en: '`fitScaler` gives the mean and the population standard deviation: 5 and 2 for 2, 4, 4, 4, 5, 5, 7, 9.',
    },
  },
  async (context) => {
    await expectScaler(context, [2, 4, 4, 4, 5, 5, 7, 9])
    await expectScaler(context, [-3, 1])
  },
)

check(
  'time-series/scaler-constant',
  {
    needs,
    visibility: 'public',
    claim: {
      es: 'La desviación de `fitScaler` es 1 para una serie constante: nunca se divide por cero.',
      en: 'The deviation of `fitScaler` is 1 for a constant series: nobody ever divides by zero.',
    },
  },
  async (context) => {
    for (const [value, n] of [
      [7, 5],
      [0, 3],
      [0.1, 10],
      [-2.5, 1],
    ] as const) {
      await expectScaler(context, new Array<number>(n).fill(value))
    }
  },
)

check(
  'time-series/scaler-any',
  {
    needs: ['time-series/scaler-known'],
    visibility: 'hidden',
    claim: {
      es: '`fitScaler` acierta con series al azar, también lejos del cero, y deja la serie escalada con media 0 y desviación 1.',
      en: '`fitScaler` is right for random series, also far from zero, and leaves the scaled series with mean 0 and deviation 1.',
    },
  },
  async (context) => {
    const sizes = fc.record({ n: fc.integer({ min: 2, max: 60 }), offset: fc.integer({ min: -1000, max: 1000 }) })
    await forAll(
      context,
      'series',
      sizes,
      async ({ n, offset }) => {
        const random = stream(context.seed, 'scaler', String(n), String(offset))
        const width = random.uniform(0.5, 50)
        await expectScaler(
          context,
          Array.from({ length: n }, () => offset + random.normal(width)),
        )
      },
      20,
    )
  },
)

async function expectScaler({ subject }: CheckContext, values: readonly number[]): Promise<void> {
  const { mean, std } = scalerOf(values)
  const received = await subject.call('fitScaler', values)
  expectClose(field(received, 'mean'), mean, { name: 'mean', tolerance: float64, oracle: '' })
  const constant = values.every((value) => value === values[0])
  const sample = std * Math.sqrt(values.length / (values.length - 1))
  const own = field(received, 'std')
  const isSample = !constant && typeof own === 'number' && Math.abs(own - sample) < 1e-9 * sample
  const messageId = constant ? 'series.scaler-constant' : isSample ? 'series.scaler-sample' : 'series.scaler'
  const closeness = { name: 'std', tolerance: float64, oracle: '' }
  expectLawClose(
    own,
    std,
    closeness,
    messageId,
    digits({ expected: std, received: typeof own === 'number' ? own : NaN }),
  )
}

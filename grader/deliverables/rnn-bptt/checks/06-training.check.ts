import { check } from '../../../checks/check.ts'
import { expectClose, expectForm, expectLaw, expectLawClose, field } from '../../../checks/expect.ts'
import { expectUnchanged } from '../../../checks/laws.ts'
import { drawSequence } from '../../../checks/recurrent.ts'
import { clipping, float64 } from '../../../checks/tolerances.ts'
import { map } from '../../../numeric/mat.ts'
import type { Random } from '../../../numeric/random.ts'
import type { RnnParams } from '../../../oracles/params.ts'
import { sgdStep, trainRnn } from '../../../oracles/reference/rnn-training.ts'
import { mapTensors, norm as frobenius, recordOf } from '../../../oracles/tensors.ts'
import { drawLabels, drawParams, drawTinyParams, guideDemo, middling } from '../domains.ts'

const loads = ['rnn-bptt/loads']

check(
  'rnn-bptt/clip-norm',
  {
    needs: loads,
    visibility: 'public',
    claim: {
      es: '`clipByGlobalNorm` devuelve la norma global de antes de recortar: una sola para todas las matrices.',
      en: '`clipByGlobalNorm` returns the global norm before clipping: a single one for all matrices.',
    },
  },
  async ({ subject, random }) => {
    const grads = drawParams(random('grads'), middling)
    const norm = globalNorm(grads)
    for (const maxNorm of [0.3 * norm, 2 * norm]) {
      const received = await subject.call('clipByGlobalNorm', grads, maxNorm)
      expectForm(received, { grads: { ...grads }, norm }, '')
      expectLawClose(
        field(received, 'norm'),
        norm,
        { name: 'norm', tolerance: { atol: 0, rtol: 1e-9 }, oracle: '' },
        'rnn.clip-norm',
      )
    }
  },
)

check(
  'rnn-bptt/clip-direction',
  {
    needs: loads,
    visibility: 'public',
    claim: {
      es: 'Por encima del umbral, todas las matrices se multiplican por el mismo factor: la norma global queda en el umbral.',
      en: 'Above the threshold every matrix is multiplied by the same factor: the global norm becomes the threshold.',
    },
  },
  async ({ subject, random }) => {
    await expectClipped(subject, drawParams(random('grads'), middling), [0.5, 0.1])
  },
)

check(
  'rnn-bptt/clip-below-threshold',
  {
    needs: ['rnn-bptt/clip-direction'],
    visibility: 'public',
    claim: {
      es: 'Por debajo del umbral, `clipByGlobalNorm` no toca los gradientes.',
      en: 'Below the threshold `clipByGlobalNorm` leaves the gradients alone.',
    },
  },
  async ({ subject, random }) => {
    const grads = drawParams(random('grads'), middling)
    const norm = globalNorm(grads)
    const received = await subject.call('clipByGlobalNorm', grads, 3 * norm)
    expectLawClose(
      field(received, 'grads'),
      { ...grads },
      { name: 'grads', tolerance: float64, oracle: '' },
      'rnn.clip-always',
    )
  },
)

check(
  'rnn-bptt/clip-reference',
  {
    needs: loads,
    visibility: 'hidden',
    claim: {
      es: '`clipByGlobalNorm` recorta bien gradientes diminutos, enormes y desiguales entre matrices.',
      en: '`clipByGlobalNorm` clips tiny, huge and very unequal gradients alike.',
    },
  },
  async ({ subject, random }) => {
    const draw = random('grads')
    const grads = drawParams(draw, middling)
    await expectClipped(subject, grads, [0.9, 0.05])
    await expectClipped(
      subject,
      mapTensors(grads, (m) => map(m, (value) => 1e4 * value)),
      [0.5, 1e-4],
    )
    await expectClipped(subject, { ...grads, Whh: map(grads.Whh, (value) => 200 * value) }, [0.5])
    const silent = mapTensors(grads, (m) => map(m, () => 0))
    const received = await subject.call('clipByGlobalNorm', silent, 1)
    expectClose(received, { grads: { ...silent }, norm: 0 }, { name: '', tolerance: float64, oracle: 'float64' })
  },
)

check(
  'rnn-bptt/sgd',
  {
    needs: loads,
    visibility: 'public',
    claim: {
      es: '`sgdStep` resta la tasa por el gradiente en todos los parámetros.',
      en: '`sgdStep` subtracts the rate times the gradient from every parameter.',
    },
  },
  async ({ subject, random }) => {
    const [params, grads] = [drawParams(random('params'), middling), drawParams(random('grads'), middling)]
    const expected = sgdStepOf(params, grads, 0.25)
    expectForm(await subject.call('sgdStep', params, grads, 0.25), { ...params }, 'params')
    expectLawClose(
      await subject.call('sgdStep', params, grads, 0.25),
      { ...expected },
      { name: 'params', tolerance: float64, oracle: '' },
      'rnn.sgd',
    )
  },
)

check(
  'rnn-bptt/sgd-reference',
  {
    needs: loads,
    visibility: 'hidden',
    claim: {
      es: '`sgdStep` coincide con la referencia con tasas grandes, pequeñas y cero.',
      en: '`sgdStep` agrees with the reference for large, small and zero rates.',
    },
  },
  async ({ subject, random }) => {
    const [params, grads] = [drawParams(random('params'), middling), drawParams(random('grads'), middling)]
    for (const rate of [1.5, 1e-3, 0]) {
      const received = await subject.call('sgdStep', params, grads, rate)
      expectClose(
        received,
        { ...sgdStep(params, grads, rate) },
        { name: 'params', tolerance: float64, oracle: 'float64' },
      )
    }
  },
)

check(
  'rnn-bptt/updates-unchanged',
  {
    needs: ['rnn-bptt/clip-direction', 'rnn-bptt/sgd'],
    visibility: 'hidden',
    claim: {
      es: '`clipByGlobalNorm` y `sgdStep` devuelven valores nuevos y no modifican lo que reciben.',
      en: '`clipByGlobalNorm` and `sgdStep` return new values and do not change what they are given.',
    },
  },
  async (context) => {
    const [params, grads] = [
      drawParams(context.random('params'), middling),
      drawParams(context.random('grads'), middling),
    ]
    expectForm(await context.subject.call('sgdStep', params, grads, 0.1), { ...params }, 'params')
    await expectUnchanged(context, 'clipByGlobalNorm', { grads, maxNorm: 0.1 })
    await expectUnchanged(context, 'sgdStep', { params, grads, learningRate: 0.1 })
  },
)

check(
  'rnn-bptt/train-first-loss',
  {
    needs: loads,
    visibility: 'public',
    claim: {
      es: '`trainRnn` devuelve una pérdida por época; la primera es la de antes de cambiar nada (ln 2 con pesos diminutos).',
      en: '`trainRnn` returns one loss per epoch; the first is the one before any update (ln 2 for tiny weights).',
    },
  },
  async ({ subject, random }) => {
    const { params, xs, labels } = demo(random('demo'))
    const received = await subject.call('trainRnn', params, xs, labels, { epochs: 5, learningRate: 0.1, maxNorm: 5 })
    expectForm(received, { params: { ...params }, losses: [0, 0, 0, 0, 0] }, '')
    const losses = field(received, 'losses') as number[]
    const closeness = { name: 'losses[0]', tolerance: { atol: 5e-3, rtol: 0 }, oracle: '' }
    expectLawClose(losses[0], Math.LN2, closeness, 'rnn.first-loss')
  },
)

check(
  'rnn-bptt/train-learns',
  {
    needs: ['rnn-bptt/train-first-loss'],
    visibility: 'public',
    claim: {
      es: 'Con la demostración de la guía y tasa 0,1, la pérdida baja de 0,693 a menos de 0,05 en 200 épocas.',
      en: "On the guide's demonstration with rate 0.1 the loss falls from 0.693 to below 0.05 in 200 epochs.",
    },
  },
  async ({ subject, random }) => {
    const { params, xs, labels } = demo(random('demo'))
    const received = await subject.call('trainRnn', params, xs, labels, { epochs: 200, learningRate: 0.1, maxNorm: 5 })
    expectForm(received, { losses: Array.from({ length: 200 }, () => 0) }, '')
    const last = (field(received, 'losses') as number[]).at(-1) ?? NaN
    expectLaw(
      last < 0.05,
      'rnn.train-learns',
      { last: last.toPrecision(4) },
      { expected: '< 0.05', received: last.toPrecision(4) },
    )
  },
)

check(
  'rnn-bptt/train-curve',
  {
    needs: ['rnn-bptt/train-first-loss'],
    visibility: 'hidden',
    claim: {
      es: 'La curva de pérdida de `trainRnn` es, época por época, la de la referencia.',
      en: 'The loss curve of `trainRnn` is that of the reference, epoch by epoch.',
    },
  },
  async ({ subject, random }) => {
    const { params, xs, labels } = demo(random('demo'))
    const options = { epochs: 200, learningRate: 0.1, maxNorm: 5 }
    const received = await subject.call('trainRnn', params, xs, labels, options)
    const expected = trainRnn(params, xs, labels, options).losses
    expectClose(field(received, 'losses'), expected, {
      name: 'losses',
      tolerance: { atol: 1e-8, rtol: 1e-6 },
      oracle: 'float64',
    })
  },
)

check(
  'rnn-bptt/train-clips',
  {
    needs: ['rnn-bptt/train-first-loss'],
    visibility: 'hidden',
    claim: {
      es: '`trainRnn` recorta con `maxNorm` y devuelve los parámetros entrenados, con un lote de varias clases.',
      en: '`trainRnn` clips with `maxNorm` and returns the trained parameters, on a batch of several classes.',
    },
  },
  async ({ subject, random }) => {
    const draw = random('case')
    const [params, xs, labels] = [drawParams(draw, middling), drawSequence(draw, middling), drawLabels(draw, middling)]
    const options = { epochs: 12, learningRate: 0.5, maxNorm: 0.2 }
    const received = await subject.call('trainRnn', params, xs, labels, options)
    const expected = trainRnn(params, xs, labels, options)
    const closeness = { name: '', tolerance: { atol: 1e-5, rtol: 1e-4 }, oracle: 'float64' }
    expectClose(received, { losses: expected.losses, params: { ...expected.params } }, closeness)
  },
)

/** The guide's demonstration, with the grader's own tiny weights: the loss starts at ln 2. */
function demo(random: Random): { params: RnnParams; xs: ReturnType<typeof drawSequence>; labels: number[] } {
  return { params: drawTinyParams(random, guideDemo), xs: drawSequence(random, guideDemo), labels: [1] }
}

interface Caller {
  call: (fn: string, ...args: readonly unknown[]) => Promise<unknown>
}

async function expectClipped(subject: Caller, grads: RnnParams, shares: readonly number[]): Promise<void> {
  const norm = globalNorm(grads)
  for (const share of shares) {
    const received = await subject.call('clipByGlobalNorm', grads, share * norm)
    const expected = mapTensors(grads, (m) => map(m, (value) => share * value))
    expectForm(received, { grads: { ...grads }, norm }, '')
    expectLawClose(
      field(received, 'grads'),
      { ...expected },
      { name: 'grads', tolerance: clipping, oracle: '' },
      'rnn.clip-direction',
    )
  }
}

/** One norm over all matrices together. */
function globalNorm(grads: RnnParams): number {
  return Math.hypot(...Object.values(recordOf(grads)).map(frobenius))
}

/** Written out once more, so that the public check does not lean on the reference. */
function sgdStepOf(params: RnnParams, grads: RnnParams, rate: number): RnnParams {
  return mapTensors(params, (m, name) =>
    map(m, (value, i, j) => value - rate * (grads[name].data[i * m.columns + j] ?? NaN)),
  )
}

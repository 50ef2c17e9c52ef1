import { check, type CheckContext } from '../../../checks/check.ts'
import { expectClose, expectForm, expectLaw, expectLawClose, field } from '../../../checks/expect.ts'
import { differ, noticeable, orFollowThrough } from '../../../checks/follow-through.ts'
import { expectUnchanged } from '../../../checks/laws.ts'
import { drawSequence } from '../../../checks/recurrent.ts'
import { clippedTraining, clipping, float64, lossCurve } from '../../../checks/tolerances.ts'
import type { Mat } from '../../../model/mat.ts'
import { map } from '../../../numeric/mat.ts'
import type { Random } from '../../../numeric/random.ts'
import type { RnnParams } from '../../../oracles/params.ts'
import { sgdStep, trainRnn } from '../../../oracles/reference/rnn-training.ts'
import { mapTensors, norm as frobenius, recordOf } from '../../../oracles/tensors.ts'
import { drawLabels, drawParams, drawTinyParams, guideDemo, middling } from '../domains.ts'
import { clips, explainedByPieces, moves, type Training } from '../own-training.ts'

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
    needs: loads,
    visibility: 'public',
    claim: {
      es: 'Por debajo del umbral, `clipByGlobalNorm` no toca los gradientes.',
      en: 'Below the threshold `clipByGlobalNorm` leaves the gradients alone.',
    },
  },
  async ({ subject, random }) => {
    const grads = drawParams(random('grads'), middling)
    const norm = globalNorm(grads)
    await expectClips(subject, grads)
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
    needs: loads,
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
    await expectClips(context.subject, grads)
    await expectMoves(context.subject, params, grads)
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
  async (context) => {
    const training = { ...demo(context.random('demo')), options: { epochs: 5, learningRate: 0.1, maxNorm: 5 } }
    const received = await train(context, training)
    expectForm(received, { params: { ...training.params }, losses: [0, 0, 0, 0, 0] }, '')
    const losses = field(received, 'losses') as number[]
    await expectAnswers(context, training, losses)
    const closeness = { name: 'losses[0]', tolerance: { atol: 5e-3, rtol: 0 }, oracle: '' }
    await orFollowThrough(context, {
      reference: () => {
        expectLawClose(losses[0], Math.LN2, closeness, 'rnn.first-loss')
      },
      ...explainedByPieces(context, training, {
        received,
        departs: (own) => differ(own.losses[0], Math.LN2, closeness.tolerance),
      }),
    })
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
  async (context) => {
    const training = { ...demo(context.random('demo')), options: long }
    const received = await train(context, training)
    expectForm(received, { losses: Array.from({ length: long.epochs }, () => 0) }, '')
    const learns = (losses: readonly number[]): boolean => (losses.at(-1) ?? NaN) < 0.05
    const losses = field(received, 'losses') as number[]
    await orFollowThrough(context, {
      reference: () => {
        const last = (losses.at(-1) ?? NaN).toPrecision(4)
        expectLaw(learns(losses), 'rnn.train-learns', { last }, { expected: '< 0.05', received: last })
      },
      ...explainedByPieces(context, training, { received, departs: (own) => !learns(own.losses) }),
    })
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
  async (context) => {
    const training = { ...demo(context.random('demo')), options: long }
    const received = await train(context, training)
    const expected = trainRnn(training.params, training.xs, training.labels, long).losses
    await orFollowThrough(context, {
      reference: () => {
        const closeness = { name: 'losses', tolerance: lossCurve, oracle: 'float64' }
        expectClose(field(received, 'losses'), expected, closeness)
      },
      ...explainedByPieces(context, training, {
        received,
        departs: (own) => differ(own.losses, expected, lossCurve),
      }),
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
  async (context) => {
    const draw = context.random('case')
    const [params, xs, labels] = [drawParams(draw, middling), drawSequence(draw, middling), drawLabels(draw, middling)]
    const training = { params, xs, labels, options: { epochs: 12, learningRate: 0.5, maxNorm: 0.2 } }
    const received = await train(context, training)
    const trained = trainRnn(params, xs, labels, training.options)
    const expected = { losses: trained.losses, params: { ...trained.params } }
    const closeness = { name: '', tolerance: clippedTraining, oracle: 'float64' }
    await orFollowThrough(context, {
      reference: () => {
        expectClose(received, expected, closeness)
      },
      ...explainedByPieces(context, training, {
        received,
        departs: (own) => differ(own, expected, closeness.tolerance),
      }),
    })
  },
)

/** The guide's demonstration, with the grader's own tiny weights: the loss starts at ln 2. */
function demo(random: Random): { params: RnnParams; xs: ReturnType<typeof drawSequence>; labels: number[] } {
  return { params: drawTinyParams(random, guideDemo), xs: drawSequence(random, guideDemo), labels: [1] }
}

/** The training of the guide's demonstration. */
const long = { epochs: 200, learningRate: 0.1, maxNorm: 5 }

function train({ subject }: CheckContext, { params, xs, labels, options }: Training): Promise<unknown> {
  return subject.call('trainRnn', params, xs, labels, options)
}

/** A number that happens to be ln 2 is no loss: another network must have another, and the same one the same. */
async function expectAnswers(context: CheckContext, training: Training, losses: readonly number[]): Promise<void> {
  const { params } = training
  const shifted = { ...params, by: map(params.by, (value, i) => (i === 0 ? value + 1 : value)) }
  const other = await train(context, { ...training, params: shifted })
  expectLaw(differ(field(other, 'losses'), losses, noticeable), 'law.constant', { key: 'losses' })
  const again = field(await train(context, training), 'losses')
  expectLawClose(again, losses, { name: 'losses', tolerance: lossCurve, oracle: '' }, 'law.deterministic')
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

/** What never clips is right below every threshold, and changes none of its arguments. */
async function expectClips(subject: Caller, grads: RnnParams): Promise<void> {
  const clipped = field(await subject.call('clipByGlobalNorm', grads, 0.05 * globalNorm(grads)), 'grads')
  expectForm(clipped, { ...grads }, 'grads')
  expectLaw(clips(clipped as Record<string, Mat>, { ...grads }), 'rnn.clip-never')
}

/** A step that goes nowhere changes none of its arguments either. */
async function expectMoves(subject: Caller, params: RnnParams, grads: RnnParams): Promise<void> {
  const moved = await subject.call('sgdStep', params, grads, 0.1)
  expectForm(moved, { ...params }, 'params')
  expectLaw(moves(moved as Record<string, Mat>, { ...params }, { ...grads }), 'rnn.sgd-still')
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

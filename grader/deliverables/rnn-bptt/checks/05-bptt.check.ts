import { check, type CheckContext } from '../../../checks/check.ts'
import { expectClose, expectForm, expectLaw, expectLawClose, field, number } from '../../../checks/expect.ts'
import { expectGradients } from '../../../checks/gradients.ts'
import { expectUnchanged } from '../../../checks/laws.ts'
import { forAll } from '../../../checks/property.ts'
import { float64, tfjs32 } from '../../../checks/tolerances.ts'
import { dot, pickColumns } from '../../../numeric/mat.ts'
import { stream } from '../../../numeric/random.ts'
import { directionalDerivative, numericGradientAtOnce, randomDirection } from '../../../oracles/numeric-gradient.ts'
import type { RnnParams } from '../../../oracles/params.ts'
import { bptt } from '../../../oracles/reference/rnn.ts'
import { tfjsRnnGradients } from '../../../oracles/tfjs/rnn-loss.ts'
import { rnnLossVectors } from '../../../oracles/torch/vectors.ts'
import { isMat, type Mat } from '../../../model/mat.ts'
import { drawTraining, gradientSizes, middling, oneStep, type TrainingCase } from '../domains.ts'
import { livelyBptt } from '../lively.ts'

const needs = ['rnn-bptt/bptt-shapes']

check(
  'rnn-bptt/bptt-shapes',
  {
    needs: ['rnn-bptt/loads'],
    visibility: 'public',
    claim: {
      es: '`bptt` devuelve la pérdida (un número) y un gradiente con la forma de cada parámetro.',
      en: '`bptt` returns the loss (a number) and a gradient in the shape of every parameter.',
    },
  },
  async ({ subject, random }) => {
    const { params, xs, labels } = drawTraining(random('case'), middling)
    expectForm(await subject.call('bptt', params, xs, labels), { loss: 0, grads: { ...params } }, '')
  },
)

check(
  'rnn-bptt/bptt-loss-tfjs',
  {
    needs,
    visibility: 'public',
    claim: {
      es: 'La pérdida de `bptt` es la media del lote y solo mira la salida del último paso, como en tfjs.',
      en: 'The loss of `bptt` is the mean over the batch and reads only the output of the last step, as in tfjs.',
    },
  },
  async ({ subject, random, tfjs }) => {
    const { params, xs, labels } = drawTraining(random('case'), middling)
    const expected = await tfjs((tf) => tfjsRnnGradients(tf, params, xs, labels).loss)
    const received = await subject.call('bptt', params, xs, labels)
    expectClose(field(received, 'loss'), expected, { name: 'loss', tolerance: tfjs32, oracle: 'tfjs' })
  },
)

check(
  'rnn-bptt/bptt-finite-differences',
  {
    needs,
    visibility: 'public',
    claim: {
      es: 'Los gradientes de `bptt` coinciden con las diferencias finitas de tu propia pérdida.',
      en: 'The gradients of `bptt` agree with the finite differences of your own loss.',
    },
  },
  async ({ subject, random }) => {
    const { params, xs, labels } = drawTraining(random('case'), middling)
    const grads = gradsOf(await subject.call('bptt', params, xs, labels), params)
    const losses = async (points: readonly RnnParams[]): Promise<number[]> => {
      const received = await subject.each(
        'bptt',
        points.map((moved) => [moved, xs, labels]),
        'loss',
      )
      return received.map((loss) => number(loss, 'loss'))
    }
    const numeric = await numericGradientAtOnce(losses, params)
    expectLaw(isAlive(numeric), 'rnn.loss-constant')
    expectGradients(grads, numeric)
  },
)

check(
  'rnn-bptt/bptt-loss-reference',
  {
    needs,
    visibility: 'hidden',
    claim: {
      es: 'La pérdida de `bptt` coincide con la referencia en doble precisión, con tamaños al azar y estado inicial.',
      en: 'The loss of `bptt` agrees with the double-precision reference, for random sizes and initial states.',
    },
  },
  async (context) => {
    await forAll(
      context,
      'sizes',
      gradientSizes,
      async (sizes) => {
        const draw = stream(context.seed, 'bptt-loss', JSON.stringify(sizes))
        const { params, xs, labels } = drawTraining(draw, sizes)
        const h0 = draw.matrix(sizes.hiddenSize, sizes.batch, 0.5)
        const received = await context.subject.call('bptt', params, xs, labels, h0)
        expectClose(field(received, 'loss'), bptt(params, xs, labels, h0).loss, {
          name: 'loss',
          tolerance: float64,
          oracle: 'float64',
        })
      },
      10,
    )
  },
)

const blocks: readonly (readonly [string, readonly (keyof RnnParams)[], string, string])[] = [
  ['output', ['Why', 'by'], 'la capa de salida (Why, by)', 'the output layer (Why, by)'],
  ['recurrent', ['Whh'], 'la matriz recurrente Whh', 'the recurrent matrix Whh'],
  ['input', ['Wxh'], 'la matriz de entrada Wxh', 'the input matrix Wxh'],
  ['bias', ['bh'], 'el sesgo bh', 'the bias bh'],
]

for (const [name, keys, es, en] of blocks) {
  check(
    `rnn-bptt/bptt-${name}-gradient`,
    {
      needs,
      visibility: 'hidden',
      claim: {
        es: `El gradiente de ${es} coincide con la referencia en doble precisión.`,
        en: `The gradient of ${en} agrees with the double-precision reference.`,
      },
    },
    async (context) => {
      await forAll(
        context,
        'sizes',
        gradientSizes,
        async (sizes) => {
          const { params, xs, labels } = drawTraining(stream(context.seed, 'bptt', JSON.stringify(sizes)), sizes)
          await expectReferenceGradients(context, { params, xs, labels }, keys)
        },
        8,
      )
    },
  )
}

check(
  'rnn-bptt/bptt-initial-state',
  {
    needs,
    visibility: 'hidden',
    claim: {
      es: 'Con un estado inicial dado, todos los gradientes de `bptt` coinciden con la referencia.',
      en: 'Given an initial state, all gradients of `bptt` agree with the reference.',
    },
  },
  async (context) => {
    const draw = context.random('case')
    const drawn = drawTraining(draw, middling)
    await expectReferenceGradients(
      context,
      drawn,
      ['Wxh', 'Whh', 'bh', 'Why', 'by'],
      draw.matrix(middling.hiddenSize, middling.batch, 0.5),
    )
  },
)

check(
  'rnn-bptt/bptt-directional',
  {
    needs,
    visibility: 'hidden',
    claim: {
      es: 'En 20 direcciones al azar, el gradiente da la derivada direccional de la pérdida.',
      en: 'Along 20 random directions the gradient gives the directional derivative of the loss.',
    },
  },
  async ({ subject, random }) => {
    const draw = random('case')
    const { params, xs, labels } = drawTraining(draw, middling)
    const grads = gradsOf(await subject.call('bptt', params, xs, labels), params)
    for (let k = 0; k < 20; k++) {
      const direction = randomDirection(params, draw)
      const slope = await directionalDerivative((moved: RnnParams) => bptt(moved, xs, labels).loss, params, direction)
      const received = Object.entries<Mat>({ ...direction }).reduce(
        (sum, [name, m]) => sum + dot(m, grads[name] ?? m),
        0,
      )
      const closeness = { name: '∇L·v', tolerance: { atol: 1e-7, rtol: 1e-5 }, oracle: 'finite-differences' }
      expectLawClose(received, slope, closeness, 'rnn.directional-derivative')
    }
  },
)

check(
  'rnn-bptt/bptt-torch',
  {
    needs,
    visibility: 'hidden',
    claim: {
      es: 'La pérdida y todos los gradientes de `bptt` coinciden con los de PyTorch en doble precisión.',
      en: 'The loss and all gradients of `bptt` agree with those of PyTorch in double precision.',
    },
  },
  async ({ subject }) => {
    for (const { params, xs, labels, h0, loss, grads } of rnnLossVectors()) {
      const received = await subject.call('bptt', params, xs, labels, h0)
      expectClose(received, { loss, grads: { ...grads } }, { name: '', tolerance: float64, oracle: 'PyTorch' })
    }
  },
)

check(
  'rnn-bptt/bptt-one-step',
  {
    needs,
    visibility: 'hidden',
    claim: {
      es: 'Con T = 1 y estado inicial cero, `bptt` es la retropropagación ordinaria de una capa densa con tanh.',
      en: 'With T = 1 and a zero initial state, `bptt` is ordinary backpropagation through a dense tanh layer.',
    },
  },
  async (context) => {
    const { params, xs, labels } = drawTraining(context.random('case'), oneStep)
    const grads = gradsOf(await context.subject.call('bptt', params, xs, labels), params)
    const silent = grads['Whh']?.data.every((value) => value === 0) ?? false
    expectLaw(silent, 'rnn.one-step-recurrent-gradient')
    await expectReferenceGradients(context, { params, xs, labels }, ['Wxh', 'bh', 'Why', 'by'])
  },
)

check(
  'rnn-bptt/bptt-batch-mean',
  {
    needs,
    visibility: 'hidden',
    claim: {
      es: 'Repetir el lote dos veces no cambia ni la pérdida ni los gradientes: son medias.',
      en: 'Repeating the batch twice changes neither the loss nor the gradients: they are means.',
    },
  },
  async ({ subject, random }) => {
    const drawn = drawTraining(random('case'), middling)
    const { params, xs, labels } = drawn
    const twice = Array.from({ length: 2 * labels.length }, (_, k) => k % labels.length)
    const once = await livelyBptt(subject, drawn)
    const repeated = await subject.call(
      'bptt',
      params,
      xs.map((x) => pickColumns(x, twice)),
      [...labels, ...labels],
    )
    expectLawClose(repeated, { ...once }, { name: '', tolerance: float64, oracle: '' }, 'rnn.batch-mean')
  },
)

check(
  'rnn-bptt/bptt-inputs-unchanged',
  {
    needs,
    visibility: 'hidden',
    claim: {
      es: '`bptt` no modifica los parámetros, las entradas ni las etiquetas que recibe.',
      en: '`bptt` does not change the parameters, inputs or labels it is given.',
    },
  },
  async (context) => {
    const { params, xs, labels } = drawTraining(context.random('case'), middling)
    await livelyBptt(context.subject, { params, xs, labels })
    await expectUnchanged(context, 'bptt', { params, xs, labels })
  },
)

async function expectReferenceGradients(
  { subject }: CheckContext,
  drawn: TrainingCase,
  keys: readonly (keyof RnnParams)[],
  h0?: Mat,
): Promise<void> {
  const { params, xs, labels } = drawn
  const expected = bptt(params, xs, labels, h0).grads
  const received = await subject.call('bptt', params, xs, labels, ...(h0 ? [h0] : []))
  const picked = Object.fromEntries(keys.map((key) => [key, expected[key]]))
  expectClose(field(received, 'grads'), picked, { name: 'grads', tolerance: float64, oracle: 'float64' })
}

/** The gradients that came back, known to have the parameters' shapes. */
function gradsOf(received: unknown, params: RnnParams): Record<string, Mat> {
  const grads = field(received, 'grads')
  expectForm(grads, { ...params }, 'grads')
  return grads as Record<string, Mat>
}

/** A loss that does not depend on its parameters has a right gradient of zero, and teaches nothing. */
function isAlive(grads: object): boolean {
  return Object.values(grads).every((grad) => isMat(grad) && grad.data.some((value) => Math.abs(value) > 1e-9))
}

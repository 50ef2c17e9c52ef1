import { isAliveGradient } from '../../../checks/alive.ts'
import { check, type CheckContext } from '../../../checks/check.ts'
import { expectClose, expectForm, expectLaw, expectLawClose, field, number } from '../../../checks/expect.ts'
import { differ, orFollowThrough, type Explanation } from '../../../checks/follow-through.ts'
import { expectGradients } from '../../../checks/gradients.ts'
import { expectUnchanged } from '../../../checks/laws.ts'
import { forAll } from '../../../checks/property.ts'
import type { Sizes } from '../../../checks/recurrent.ts'
import { directional, float64, tfjs32 } from '../../../checks/tolerances.ts'
import type { Mat } from '../../../model/mat.ts'
import { dot, pickColumns } from '../../../numeric/mat.ts'
import { stream } from '../../../numeric/random.ts'
import { directionalDerivative, numericGradientAtOnce, randomDirection } from '../../../oracles/numeric-gradient.ts'
import type { RnnParams } from '../../../oracles/params.ts'
import { bptt } from '../../../oracles/reference/rnn.ts'
import { tfjsRnnGradients } from '../../../oracles/tfjs/rnn-loss.ts'
import { rnnLossVectors } from '../../../oracles/torch/vectors.ts'
import { drawTraining, gradientSizes, middling, oneStep, type TrainingCase } from '../domains.ts'
import { answerOf, livelyBptt, type BpttAnswer } from '../lively.ts'
import { expectLoss, explainedByLoss, explainedByLossOf, lossIsAlive, ownLoss } from '../own-loss.ts'

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
  async (context) => {
    const drawn = drawTraining(context.random('case'), middling)
    const { params, xs, labels } = drawn
    const expected = await context.tfjs((tf) => tfjsRnnGradients(tf, params, xs, labels).loss)
    const received = field(await context.subject.call('bptt', params, xs, labels), 'loss')
    const closeness = { name: 'loss', tolerance: tfjs32, oracle: 'tfjs' }
    await expectLoss(context, drawn, { received, expected, closeness })
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
  async (context) => {
    const drawn = drawTraining(context.random('case'), middling)
    const received = answerOf(await context.subject.call('bptt', drawn.params, drawn.xs, drawn.labels), drawn.params)
    await orFollowThrough(context, {
      reference: () => expectOwnSlopes(context, drawn, received),
      ...explainedByLossAlone(context, drawn, received),
    })
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
        const drawn = { params, xs, labels, h0: draw.matrix(sizes.hiddenSize, sizes.batch, 0.5) }
        const received = field(await context.subject.call('bptt', params, xs, labels, drawn.h0), 'loss')
        const closeness = { name: 'loss', tolerance: float64, oracle: 'float64' }
        await expectLoss(context, drawn, { received, expected: rightLoss(drawn), closeness })
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
      const ofSizes = async (sizes: Sizes): Promise<void> => {
        const drawn = drawTraining(stream(context.seed, 'bptt', JSON.stringify(sizes)), sizes)
        await expectReferenceGradients(context, drawn, keys)
      }
      await orFollowThrough(context, {
        reference: () => forAll(context, 'sizes', gradientSizes, ofSizes, 8),
        ...explainedByLoss(context, keys, rightLoss),
      })
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
    const h0 = draw.matrix(middling.hiddenSize, middling.batch, 0.5)
    await orFollowThrough(context, {
      reference: () => expectReferenceGradients(context, { ...drawn, h0 }, everyKey),
      ...explainedByLoss(context, everyKey, rightLoss, { fromState: true }),
    })
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
  async (context) => {
    await orFollowThrough(context, {
      reference: () => expectSlopes(context),
      ...explainedByLoss(context, everyKey, rightLoss),
    })
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
  async (context) => {
    for (const { params, xs, labels, h0, loss, grads } of rnnLossVectors()) {
      const drawn = { params, xs, labels, ...(h0 ? { h0 } : {}) }
      const received = answerOf(await context.subject.call('bptt', params, xs, labels, h0), params)
      const closeness = { name: '', tolerance: float64, oracle: 'PyTorch' }
      await expectLoss(context, drawn, {
        received: received.loss,
        expected: loss,
        closeness: { ...closeness, name: 'loss' },
      })
      await orFollowThrough(context, {
        reference: () => {
          expectClose(received, { grads: { ...grads } }, closeness)
        },
        ...explainedByLoss(context, everyKey, rightLoss, { fromState: true }),
      })
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
    const drawn = drawTraining(context.random('case'), oneStep)
    const { params, xs, labels } = drawn
    const { grads } = answerOf(await context.subject.call('bptt', params, xs, labels), params)
    const silent = grads['Whh']?.data.every((value) => value === 0) ?? false
    expectLaw(silent, 'rnn.one-step-recurrent-gradient')
    const keys = ['Wxh', 'bh', 'Why', 'by'] as const
    await orFollowThrough(context, {
      reference: () => expectReferenceGradients(context, drawn, keys),
      ...explainedByLossOf(context, drawn, keys, rightLoss),
    })
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
  async (context) => {
    const drawn = drawTraining(context.random('case'), middling)
    const { params, xs, labels } = drawn
    const twice = Array.from({ length: 2 * labels.length }, (_, k) => k % labels.length)
    const both = { params, xs: xs.map((x) => pickColumns(x, twice)), labels: [...labels, ...labels] }
    const once = await livelyBptt(context.subject, drawn)
    const repeated = await context.subject.call('bptt', params, both.xs, both.labels)
    await orFollowThrough(context, {
      reference: () => {
        expectLawClose(repeated, { ...once }, { name: '', tolerance: float64, oracle: '' }, 'rnn.batch-mean')
      },
      ...explainedByLossesOf(context, both, { repeated, once: once.grads }),
    })
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

const everyKey = ['Wxh', 'Whh', 'bh', 'Why', 'by'] as const

function rightLoss({ params, xs, labels, h0 }: TrainingCase): number {
  return bptt(params, xs, labels, h0).loss
}

async function expectReferenceGradients(
  { subject }: CheckContext,
  drawn: TrainingCase,
  keys: readonly (keyof RnnParams)[],
): Promise<void> {
  const { params, xs, labels, h0 } = drawn
  const expected = bptt(params, xs, labels, h0).grads
  const received = await subject.call('bptt', params, xs, labels, ...(h0 ? [h0] : []))
  const picked = Object.fromEntries(keys.map((key) => [key, expected[key]]))
  expectClose(field(received, 'grads'), picked, { name: 'grads', tolerance: float64, oracle: 'float64' })
}

/** The gradients against the finite differences of the loss that `bptt` itself says. */
async function expectOwnSlopes(
  { subject }: CheckContext,
  { params, xs, labels }: TrainingCase,
  { grads }: BpttAnswer,
): Promise<void> {
  const losses = async (points: readonly RnnParams[]): Promise<number[]> => {
    const received = await subject.each(
      'bptt',
      points.map((moved) => [moved, xs, labels]),
      'loss',
    )
    return received.map((loss) => number(loss, 'loss'))
  }
  const numeric = await numericGradientAtOnce(losses, params)
  // A loss that does not depend on its parameters has a right gradient of zero, and teaches nothing.
  expectLaw(Object.values<Mat>({ ...numeric }).every(isAliveGradient), 'rnn.loss-constant')
  expectGradients(grads, numeric)
}

/** The gradients are right and the loss is not, because of a function that has checks of its own. */
function explainedByLossAlone(context: CheckContext, drawn: TrainingCase, { loss, grads }: BpttAnswer): Explanation {
  const { params, xs, labels } = drawn
  // Asked only here, and last, so that its answer can be remembered like the others.
  const tfjs = (): Promise<{ loss: number; grads: RnnParams }> =>
    context.tfjs((tf) => tfjsRnnGradients(tf, params, xs, labels))
  let right: Awaited<ReturnType<typeof tfjs>> | undefined
  return {
    departs: async () => {
      if (!(await lossIsAlive(context)) || differ(loss, await ownLoss(context, drawn), float64)) return false
      right = await tfjs()
      return differ(loss, right.loss, tfjs32)
    },
    own: () => {
      if (right) expectClose(grads, { ...right.grads }, { name: 'grads', tolerance: tfjs32, oracle: 'tfjs' })
    },
  }
}

/** On a batch that was repeated, the loss of the student's own pieces, and gradients that stay or follow that loss. */
function explainedByLossesOf(
  context: CheckContext,
  both: TrainingCase,
  { repeated, once }: { repeated: unknown; once: BpttAnswer['grads'] },
): Explanation {
  return {
    departs: async () => (await lossIsAlive(context)) && differ(await ownLoss(context, both), rightLoss(both), float64),
    own: async () => {
      const { loss, grads } = answerOf(repeated, both.params)
      const closeness = { name: 'loss', tolerance: float64, oracle: 'own loss' }
      expectClose(loss, await ownLoss(context, both), closeness)
      await orFollowThrough(context, {
        reference: () => {
          expectClose(grads, once, { ...closeness, name: 'grads' })
        },
        ...explainedByLossOf(context, both, everyKey, rightLoss),
      })
    },
  }
}

async function expectSlopes({ subject, random }: CheckContext): Promise<void> {
  const draw = random('case')
  const { params, xs, labels } = drawTraining(draw, middling)
  const { grads } = answerOf(await subject.call('bptt', params, xs, labels), params)
  for (let k = 0; k < 20; k++) {
    const direction = randomDirection(params, draw)
    const slope = await directionalDerivative((moved: RnnParams) => bptt(moved, xs, labels).loss, params, direction)
    const received = Object.entries<Mat>({ ...direction }).reduce((sum, [name, m]) => sum + dot(m, grads[name] ?? m), 0)
    const closeness = { name: '∇L·v', tolerance: directional, oracle: 'finite-differences' }
    expectLawClose(received, slope, closeness, 'rnn.directional-derivative')
  }
}

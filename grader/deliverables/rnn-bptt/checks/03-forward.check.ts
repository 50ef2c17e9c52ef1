import { check } from '../../../checks/check.ts'
import { expectClose, expectForm, field } from '../../../checks/expect.ts'
import { recurrentLaws } from '../../../checks/laws.ts'
import { expectSequences, stepDeparts } from '../../../checks/own-steps.ts'
import { forAll } from '../../../checks/property.ts'
import { drawCase, unequalSizes } from '../../../checks/recurrent.ts'
import { float64, tfjs32 } from '../../../checks/tolerances.ts'
import { zeros } from '../../../numeric/mat.ts'
import { stream } from '../../../numeric/random.ts'
import { rnnForward, rnnStep } from '../../../oracles/reference/rnn.ts'
import { tfjsRnnForward } from '../../../oracles/tfjs/rnn.ts'
import { rnnVectors } from '../../../oracles/torch/vectors.ts'
import { cell, drawParams, gradientSizes } from '../domains.ts'

const sizes = unequalSizes

check(
  'rnn-bptt/step-shapes',
  {
    needs: ['rnn-bptt/loads'],
    visibility: 'public',
    claim: {
      es: '`rnnStep` devuelve h (H × lote) e y (O × lote).',
      en: '`rnnStep` returns h (H × batch) and y (O × batch).',
    },
  },
  async ({ subject, random }) => {
    const draw = random('case')
    const received = await subject.call('rnnStep', drawParams(draw, sizes), draw.matrix(3, 4), draw.matrix(5, 4))
    expectForm(received, { h: zeros(5, 4), y: zeros(2, 4) }, '')
  },
)

check(
  'rnn-bptt/step-tfjs',
  {
    needs: ['rnn-bptt/step-shapes'],
    visibility: 'public',
    claim: {
      es: 'Un paso de `rnnStep` coincide con `simpleRNN` de tfjs con los mismos pesos.',
      en: 'One `rnnStep` agrees with tfjs `simpleRNN` given the same weights.',
    },
  },
  async ({ subject, random, tfjs }) => {
    const draw = random('case')
    const [params, x, hPrev] = [drawParams(draw, sizes), draw.matrix(3, 4), draw.matrix(5, 4, 0.5)]
    const { hs, ys } = await tfjs((tf) => tfjsRnnForward(tf, params, [x], hPrev))
    const received = await subject.call('rnnStep', params, x, hPrev)
    expectClose(field(received, 'h'), hs[0] ?? zeros(0, 0), { name: 'h', tolerance: tfjs32, oracle: 'tfjs' })
    expectClose(field(received, 'y'), ys[0] ?? zeros(0, 0), { name: 'y', tolerance: tfjs32, oracle: 'tfjs' })
  },
)

check(
  'rnn-bptt/step-reference',
  {
    needs: ['rnn-bptt/step-shapes'],
    visibility: 'hidden',
    claim: {
      es: '`rnnStep` coincide con la referencia en doble precisión, con tamaños al azar.',
      en: '`rnnStep` agrees with the double-precision reference, for random sizes.',
    },
  },
  async (context) => {
    await forAll(
      context,
      'sizes',
      gradientSizes,
      async (drawn) => {
        const draw = stream(context.seed, 'step', JSON.stringify(drawn))
        const params = drawParams(draw, drawn)
        const [x, hPrev] = [draw.matrix(drawn.inputSize, drawn.batch), draw.matrix(drawn.hiddenSize, drawn.batch, 0.5)]
        const expected = rnnStep(params, x, hPrev)
        expectClose(await context.subject.call('rnnStep', params, x, hPrev), expected, {
          name: '',
          tolerance: float64,
          oracle: 'float64',
        })
      },
      10,
    )
  },
)

recurrentLaws(cell, {
  stepDeparts: (context) => stepDeparts(context, cell, ({ params, xs, initial }) => rnnForward(params, xs, initial[0])),
})

check(
  'rnn-bptt/forward-tfjs',
  {
    needs: ['rnn-bptt/forward-shapes'],
    visibility: 'public',
    claim: {
      es: '`rnnForward` coincide con `simpleRNN` de tfjs en toda la secuencia, con y sin estado inicial.',
      en: '`rnnForward` agrees with tfjs `simpleRNN` over the whole sequence, with and without an initial state.',
    },
  },
  async (context) => {
    const { params, xs, initial } = drawCase(cell, context.random('case'), sizes)
    for (const states of [[], initial]) {
      const { hs, ys } = await context.tfjs((tf) => tfjsRnnForward(tf, params, xs, states[0]))
      const drawn = { params, xs, initial: states, hiddenSize: sizes.hiddenSize }
      const received = await context.subject.call('rnnForward', params, xs, ...states)
      const closeness = { name: '', tolerance: tfjs32, oracle: 'tfjs' }
      await expectSequences(context, cell, drawn, { received, expected: { hs, ys }, closeness })
    }
  },
)

check(
  'rnn-bptt/forward-reference',
  {
    needs: ['rnn-bptt/forward-shapes'],
    visibility: 'hidden',
    claim: {
      es: '`rnnForward` coincide con la referencia en doble precisión, con tamaños al azar.',
      en: '`rnnForward` agrees with the double-precision reference, for random sizes.',
    },
  },
  async (context) => {
    await forAll(
      context,
      'sizes',
      gradientSizes,
      async (drawn) => {
        const one = drawCase(cell, stream(context.seed, 'forward', JSON.stringify(drawn)), drawn)
        const expected = rnnForward(one.params, one.xs, one.initial[0])
        const received = await context.subject.call('rnnForward', one.params, one.xs, ...one.initial)
        const closeness = { name: '', tolerance: float64, oracle: 'float64' }
        const { hiddenSize } = drawn
        await expectSequences(context, cell, { ...one, hiddenSize }, { received, expected, closeness })
      },
      10,
    )
  },
)

check(
  'rnn-bptt/forward-torch',
  {
    needs: ['rnn-bptt/forward-shapes'],
    visibility: 'hidden',
    claim: {
      es: '`rnnForward` coincide con `nn.RNN` de PyTorch en doble precisión.',
      en: '`rnnForward` agrees with PyTorch `nn.RNN` in double precision.',
    },
  },
  async (context) => {
    for (const { params, xs, h0, hs } of rnnVectors()) {
      // PyTorch's cell has no output layer: any will do, it does not reach back into the states.
      const H = params.Whh.rows
      const whole = { ...params, Why: zeros(1, H), by: zeros(1, 1) }
      const drawn = { params: whole, xs, initial: [h0], hiddenSize: H }
      const received = await context.subject.call('rnnForward', whole, xs, h0)
      const closeness = { name: '', tolerance: float64, oracle: 'PyTorch' }
      await expectSequences(context, cell, drawn, { received, expected: { hs }, closeness })
    }
  },
)

import { check, type CheckContext } from '../../../checks/check.ts'
import { expectClose, expectForm, expectLaw, type Closeness } from '../../../checks/expect.ts'
import { orFollowThrough } from '../../../checks/follow-through.ts'
import { forAll } from '../../../checks/property.ts'
import { float64, tfjs32 } from '../../../checks/tolerances.ts'
import { unequalSizes } from '../../../checks/recurrent.ts'
import type { Mat } from '../../../model/mat.ts'
import { zeros } from '../../../numeric/mat.ts'
import { stream } from '../../../numeric/random.ts'
import { lstmStep, type LstmCache } from '../../../oracles/reference/lstm.ts'
import { tfjsLstmForward } from '../../../oracles/tfjs/lstm.ts'
import { drawStep, gradientSizes } from '../domains.ts'
import { explainedByOwnSigmoid, stepBy, type StepInput } from '../own-sigmoid.ts'

const needs = ['lstm-cell/step-shapes']
const exactly: Closeness = { name: '', tolerance: float64, oracle: 'float64' }

check(
  'lstm-cell/step-shapes',
  {
    needs: ['lstm-cell/loads'],
    visibility: 'public',
    claim: {
      es: '`lstmStep` devuelve x, hPrev, cPrev, f, i, cTilde, o, c y h con sus formas.',
      en: '`lstmStep` returns x, hPrev, cPrev, f, i, cTilde, o, c and h in their shapes.',
    },
  },
  async ({ subject, random }) => {
    const { params, x, hPrev, cPrev } = drawStep(random('case'), unequalSizes)
    const state = zeros(unequalSizes.hiddenSize, unequalSizes.batch)
    const gates = { f: state, i: state, cTilde: state, o: state, c: state, h: state }
    expectForm(await subject.call('lstmStep', params, x, hPrev, cPrev), { x, hPrev, cPrev, ...gates }, '')
  },
)

check(
  'lstm-cell/step-tfjs',
  {
    needs,
    visibility: 'public',
    claim: {
      es: 'Un paso de `lstmStep` da la misma c y la misma h que la LSTM de tfjs con los mismos pesos.',
      en: 'One `lstmStep` gives the same c and h as the tfjs LSTM with the same weights.',
    },
  },
  async (context) => {
    const drawn = drawStep(context.random('case'), unequalSizes)
    const { params, x, hPrev, cPrev } = drawn
    const { hs, cs } = await context.tfjs((tf) => tfjsLstmForward(tf, params, [x], hPrev, cPrev))
    const received = await context.subject.call('lstmStep', params, x, hPrev, cPrev)
    const expected = { c: cs[0] ?? zeros(0, 0), h: hs[0] ?? zeros(0, 0) }
    await expectStep(context, drawn, { received, expected, closeness: { name: '', tolerance: tfjs32, oracle: 'tfjs' } })
  },
)

const gates: readonly (readonly [string, keyof LstmCache, string, string])[] = [
  ['forget', 'f', 'La puerta de olvido f = σ(Wf·[h; x] + bf)', 'The forget gate f = σ(Wf·[h; x] + bf)'],
  ['input', 'i', 'La puerta de entrada i = σ(Wi·[h; x] + bi)', 'The input gate i = σ(Wi·[h; x] + bi)'],
  ['candidate', 'cTilde', 'El candidato c̃ = tanh(Wc·[h; x] + bc)', 'The candidate c̃ = tanh(Wc·[h; x] + bc)'],
  ['output', 'o', 'La puerta de salida o = σ(Wo·[h; x] + bo)', 'The output gate o = σ(Wo·[h; x] + bo)'],
]

for (const [name, key, es, en] of gates) {
  check(
    `lstm-cell/gate-${name}`,
    {
      needs,
      visibility: 'hidden',
      claim: { es: `${es} coincide con la referencia.`, en: `${en} agrees with the reference.` },
    },
    async (context) => {
      await forAll(
        context,
        'sizes',
        gradientSizes,
        async (sizes) => {
          const drawn = drawStep(stream(context.seed, name, JSON.stringify(sizes)), sizes)
          const { params, x, hPrev, cPrev } = drawn
          const received = await context.subject.call('lstmStep', params, x, hPrev, cPrev)
          const expected = { [key]: lstmStep(params, x, hPrev, cPrev)[key] }
          await expectStep(context, drawn, { received, expected, closeness: exactly })
        },
        10,
      )
    },
  )
}

check(
  'lstm-cell/cell-update',
  {
    needs,
    visibility: 'hidden',
    claim: {
      es: 'La celda es c = f ⊙ cPrev + i ⊙ c̃, con tus propias f, i y c̃.',
      en: 'The cell is c = f ⊙ cPrev + i ⊙ c̃, with your own f, i and c̃.',
    },
  },
  async (context) => {
    const { received, cPrev } = await step(context)
    const [f, i, cTilde] = [received.f, received.i, received.cTilde]
    const value = (k: number): number =>
      (f.data[k] ?? NaN) * (cPrev.data[k] ?? NaN) + (i.data[k] ?? NaN) * (cTilde.data[k] ?? NaN)
    const expected = { ...cPrev, data: cPrev.data.map((_, k) => value(k)) }
    expectClose(received.c, expected, { name: 'c', tolerance: float64, oracle: 'f ⊙ cPrev + i ⊙ c̃' })
  },
)

check(
  'lstm-cell/hidden-output',
  {
    needs,
    visibility: 'hidden',
    claim: {
      es: 'El estado oculto es h = o ⊙ tanh(c), con tus propias o y c.',
      en: 'The hidden state is h = o ⊙ tanh(c), with your own o and c.',
    },
  },
  async (context) => {
    const { received } = await step(context)
    const { o, c } = received
    const expected = { ...c, data: c.data.map((value, k) => (o.data[k] ?? NaN) * Math.tanh(value)) }
    expectClose(received.h, expected, { name: 'h', tolerance: float64, oracle: 'o ⊙ tanh(c)' })
  },
)

check(
  'lstm-cell/step-reference',
  {
    needs,
    visibility: 'hidden',
    claim: {
      es: '`lstmStep` coincide entero con la referencia en doble precisión, con tamaños al azar.',
      en: '`lstmStep` agrees as a whole with the double-precision reference, for random sizes.',
    },
  },
  async (context) => {
    await forAll(
      context,
      'sizes',
      gradientSizes,
      async (sizes) => {
        const drawn = drawStep(stream(context.seed, 'step', JSON.stringify(sizes)), sizes)
        const { params, x, hPrev, cPrev } = drawn
        const expected = { ...lstmStep(params, x, hPrev, cPrev) }
        const received = await context.subject.call('lstmStep', params, x, hPrev, cPrev)
        await expectStep(context, drawn, { received, expected, closeness: exactly })
      },
      10,
    )
  },
)

/** What a step answered against what it should have, or against the same step with the student's own sigmoid. */
async function expectStep(
  context: CheckContext,
  drawn: StepInput,
  {
    received,
    expected,
    closeness,
  }: { received: unknown; expected: Readonly<Record<string, Mat>>; closeness: Closeness },
): Promise<void> {
  await orFollowThrough(context, {
    reference: () => {
      expectClose(received, expected, closeness)
    },
    ...explainedByOwnSigmoid(context, async (sigmoid) => {
      const { x, hPrev, cPrev } = drawn
      const own: Readonly<Record<string, Mat>> = { x, hPrev, cPrev, ...(await stepBy(sigmoid, drawn)) }
      const picked = Object.fromEntries(Object.entries(own).filter(([key]) => key in expected))
      expectClose(received, picked, { name: '', tolerance: float64, oracle: 'own sigmoid' })
    }),
  })
}

/** One step of the student's, known to have the right shapes, and to answer to its input. */
async function step({ subject, random }: CheckContext): Promise<{ received: LstmCache; cPrev: LstmCache['c'] }> {
  const { params, x, hPrev, cPrev } = drawStep(random('case'), unequalSizes)
  const received = await subject.call('lstmStep', params, x, hPrev, cPrev)
  const { f, i, cTilde, o, c, h } = lstmStep(params, x, hPrev, cPrev)
  expectForm(received, { f, i, cTilde, o, c, h }, '')
  expectAlive(received as LstmCache)
  return { received: received as LstmCache, cPrev }
}

/** Zeros satisfy both equations; gates that do not vary are no gates. */
function expectAlive(cache: LstmCache): void {
  for (const key of ['f', 'i', 'cTilde', 'o', 'c', 'h'] as const) {
    const { data } = cache[key]
    expectLaw(
      data.some((value) => value !== data[0]),
      'law.constant',
      { key },
    )
  }
}

import { check } from '../../../checks/check.ts'
import { expectClose, expectForm } from '../../../checks/expect.ts'
import { orFollowThrough } from '../../../checks/follow-through.ts'
import { forAll } from '../../../checks/property.ts'
import { unequalSizes } from '../../../checks/recurrent.ts'
import { float64 } from '../../../checks/tolerances.ts'
import type { Mat } from '../../../model/mat.ts'
import { zeros } from '../../../numeric/mat.ts'
import { stream } from '../../../numeric/random.ts'
import type { LstmParams, PeepholeParams } from '../../../oracles/params.ts'
import { tanh } from '../../../oracles/reference/activations.ts'
import { each, hadamard, plus, timesColumn } from '../../../oracles/reference/algebra.ts'
import { coupledStep, peepholeStep } from '../../../oracles/reference/lstm-variants.ts'
import { drawPeepholes, drawStep, gradientSizes } from '../domains.ts'
import { explainedByOwnSigmoid, preActivation, stepBy, type StepAnswer } from '../own-sigmoid.ts'

const closeness = { name: '', tolerance: float64, oracle: 'float64' }
const state = zeros(unequalSizes.hiddenSize, unequalSizes.batch)
const form = { f: state, i: state, cTilde: state, o: state, c: state, h: state }

check(
  'lstm-cell/peephole-shapes',
  {
    needs: ['lstm-cell/loads'],
    visibility: 'public',
    claim: {
      es: 'Bono · `peepholeStep` devuelve una caché con sus formas.',
      en: 'Bonus · `peepholeStep` returns a cache in its shapes.',
    },
  },
  async ({ subject, random }) => {
    const { x, hPrev, cPrev } = drawStep(random('case'), unequalSizes)
    expectForm(
      await subject.call('peepholeStep', drawPeepholes(random('params'), unequalSizes), x, hPrev, cPrev),
      form,
      '',
    )
  },
)

check(
  'lstm-cell/peephole-reference',
  {
    needs: ['lstm-cell/peephole-shapes'],
    visibility: 'hidden',
    claim: {
      es: 'Bono · En `peepholeStep`, f e i miran la celda anterior y o mira la nueva.',
      en: 'Bonus · In `peepholeStep`, f and i look at the previous cell and o looks at the new one.',
    },
  },
  async (context) => {
    await forAll(
      context,
      'sizes',
      gradientSizes,
      async (sizes) => {
        const draw = stream(context.seed, 'peephole', JSON.stringify(sizes))
        const [params, { x, hPrev, cPrev }] = [drawPeepholes(draw, sizes), drawStep(draw, sizes)]
        const received = await context.subject.call('peepholeStep', params, x, hPrev, cPrev)
        await orFollowThrough(context, {
          reference: () => {
            expectClose(received, { ...peepholeStep(params, x, hPrev, cPrev) }, closeness)
          },
          ...explainedByOwnSigmoid(context, async (sigmoid) => {
            expectClose(received, await peepholeBy(sigmoid, params, { x, hPrev, cPrev }), closeness)
          }),
        })
      },
      10,
    )
  },
)

check(
  'lstm-cell/coupled-shapes',
  {
    needs: ['lstm-cell/loads'],
    visibility: 'public',
    claim: {
      es: 'Bono · `coupledStep` devuelve una caché con sus formas.',
      en: 'Bonus · `coupledStep` returns a cache in its shapes.',
    },
  },
  async ({ subject, random }) => {
    const { params, x, hPrev, cPrev } = drawStep(random('case'), unequalSizes)
    expectForm(await subject.call('coupledStep', params, x, hPrev, cPrev), form, '')
  },
)

check(
  'lstm-cell/coupled-reference',
  {
    needs: ['lstm-cell/coupled-shapes'],
    visibility: 'hidden',
    claim: { es: 'Bono · En `coupledStep`, i = 1 − f.', en: 'Bonus · In `coupledStep`, i = 1 − f.' },
  },
  async (context) => {
    await forAll(
      context,
      'sizes',
      gradientSizes,
      async (sizes) => {
        const { params, x, hPrev, cPrev } = drawStep(stream(context.seed, 'coupled', JSON.stringify(sizes)), sizes)
        const received = await context.subject.call('coupledStep', params, x, hPrev, cPrev)
        await orFollowThrough(context, {
          reference: () => {
            expectClose(received, { ...coupledStep(params, x, hPrev, cPrev) }, closeness)
          },
          ...explainedByOwnSigmoid(context, async (sigmoid) => {
            expectClose(received, await coupledBy(sigmoid, params, { x, hPrev, cPrev }), closeness)
          }),
        })
      },
      10,
    )
  },
)

type Sigmoid = (m: Mat) => Promise<Mat>
type States = Readonly<Record<'x' | 'hPrev' | 'cPrev', Mat>>

/** The equations of the peephole cell with the sigmoid that is given. */
async function peepholeBy(sigmoid: Sigmoid, params: PeepholeParams, { x, hPrev, cPrev }: States): Promise<StepAnswer> {
  const gate = (W: Mat, b: Mat, p: Mat, c: Mat): Mat => plus(preActivation(W, b, hPrev, x), timesColumn(c, p))
  const f = await sigmoid(gate(params.Wf, params.bf, params.pf, cPrev))
  const i = await sigmoid(gate(params.Wi, params.bi, params.pi, cPrev))
  const cTilde = tanh(preActivation(params.Wc, params.bc, hPrev, x))
  const c = plus(hadamard(f, cPrev), hadamard(i, cTilde))
  const o = await sigmoid(gate(params.Wo, params.bo, params.po, c))
  return { f, i, cTilde, o, c, h: hadamard(o, tanh(c)) }
}

/** The equations of the cell with coupled gates, with the sigmoid that is given. */
async function coupledBy(sigmoid: Sigmoid, params: LstmParams, { x, hPrev, cPrev }: States): Promise<StepAnswer> {
  const { f, cTilde, o } = await stepBy(sigmoid, { params, x, hPrev, cPrev })
  const i = each(f, (value) => 1 - value)
  const c = plus(hadamard(f, cPrev), hadamard(i, cTilde))
  return { f, i, cTilde, o, c, h: hadamard(o, tanh(c)) }
}

import { check } from '../../../checks/check.ts'
import { expectClose, expectForm } from '../../../checks/expect.ts'
import { forAll } from '../../../checks/property.ts'
import { unequalSizes } from '../../../checks/recurrent.ts'
import { float64 } from '../../../checks/tolerances.ts'
import { zeros } from '../../../numeric/mat.ts'
import { stream } from '../../../numeric/random.ts'
import { coupledStep, peepholeStep } from '../../../oracles/reference/lstm-variants.ts'
import { drawPeepholes, drawStep, gradientSizes } from '../domains.ts'

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
        expectClose(
          received,
          { ...peepholeStep(params, x, hPrev, cPrev) },
          { name: '', tolerance: float64, oracle: 'float64' },
        )
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
        expectClose(
          received,
          { ...coupledStep(params, x, hPrev, cPrev) },
          { name: '', tolerance: float64, oracle: 'float64' },
        )
      },
      10,
    )
  },
)

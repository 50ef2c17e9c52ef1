import { check } from '../../../checks/check.ts'
import { expectClose, expectForm, expectLaw, field } from '../../../checks/expect.ts'
import { forAll } from '../../../checks/property.ts'
import { unequalSizes } from '../../../checks/recurrent.ts'
import { float64, tfjs32 } from '../../../checks/tolerances.ts'
import type { Mat } from '../../../model/mat.ts'
import { zeros } from '../../../numeric/mat.ts'
import { stream } from '../../../numeric/random.ts'
import { gruStep, type GruCache } from '../../../oracles/reference/gru.ts'
import { tfjsGruForward } from '../../../oracles/tfjs/gru.ts'
import { drawStep, gradientSizes } from '../domains.ts'

const needs = ['gru-cell/step-shapes']

check(
  'gru-cell/step-shapes',
  {
    needs: ['gru-cell/loads'],
    visibility: 'public',
    claim: {
      es: '`gruStep` devuelve x, hPrev, r, z, hTilde y h con sus formas.',
      en: '`gruStep` returns x, hPrev, r, z, hTilde and h in their shapes.',
    },
  },
  async ({ subject, random }) => {
    const { params, x, hPrev } = drawStep(random('case'), unequalSizes)
    const state = zeros(unequalSizes.hiddenSize, unequalSizes.batch)
    expectForm(
      await subject.call('gruStep', params, x, hPrev),
      { x, hPrev, r: state, z: state, hTilde: state, h: state },
      '',
    )
  },
)

check(
  'gru-cell/step-tfjs',
  {
    needs,
    visibility: 'public',
    claim: {
      es: 'Un paso de `gruStep` da la misma h que la GRU de tfjs, una vez convertida la convención de z.',
      en: 'One `gruStep` gives the same h as the tfjs GRU, once the convention of z is converted.',
    },
  },
  async ({ subject, random, tfjs }) => {
    const { params, x, hPrev } = drawStep(random('case'), unequalSizes)
    const { hs } = await tfjs((tf) => tfjsGruForward(tf, params, [x], hPrev))
    const received = await subject.call('gruStep', params, x, hPrev)
    expectClose(field(received, 'h'), hs[0] ?? zeros(0, 0), { name: 'h', tolerance: tfjs32, oracle: 'tfjs' })
  },
)

const gates: readonly (readonly [string, keyof GruCache, string, string])[] = [
  ['reset', 'r', 'La puerta de reinicio r = σ(Wr·[h; x] + br)', 'The reset gate r = σ(Wr·[h; x] + br)'],
  ['update', 'z', 'La puerta de actualización z = σ(Wz·[h; x] + bz)', 'The update gate z = σ(Wz·[h; x] + bz)'],
  ['candidate', 'hTilde', 'El candidato h̃ = tanh(Wh·[r ⊙ h; x] + bh)', 'The candidate h̃ = tanh(Wh·[r ⊙ h; x] + bh)'],
]

for (const [name, key, es, en] of gates) {
  check(
    `gru-cell/gate-${name}`,
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
          const { params, x, hPrev } = drawStep(stream(context.seed, name, JSON.stringify(sizes)), sizes)
          const received = field(await context.subject.call('gruStep', params, x, hPrev), key)
          expectClose(received, gruStep(params, x, hPrev)[key], { name: key, tolerance: float64, oracle: 'float64' })
        },
        10,
      )
    },
  )
}

check(
  'gru-cell/state-update',
  {
    needs,
    visibility: 'hidden',
    claim: {
      es: 'El estado es h = (1 − z) ⊙ hPrev + z ⊙ h̃ (la convención de la guía), con tus propias z y h̃.',
      en: "The state is h = (1 − z) ⊙ hPrev + z ⊙ h̃ (the guide's convention), with your own z and h̃.",
    },
  },
  async ({ subject, random }) => {
    const { params, x, hPrev } = drawStep(random('case'), unequalSizes)
    const received = await subject.call('gruStep', params, x, hPrev)
    expectForm(received, { z: hPrev, hTilde: hPrev, h: hPrev }, '')
    const { z, hTilde, h } = received as { z: Mat; hTilde: Mat; h: Mat }
    const blend = (k: number): number => {
      const open = z.data[k] ?? NaN
      return (1 - open) * (hPrev.data[k] ?? NaN) + open * (hTilde.data[k] ?? NaN)
    }
    for (const [key, m] of Object.entries({ z, hTilde, h })) {
      expectLaw(
        m.data.some((value) => value !== m.data[0]),
        'law.constant',
        { key },
      )
    }
    const expected = { ...h, data: h.data.map((_, k) => blend(k)) }
    expectClose(h, expected, { name: 'h', tolerance: float64, oracle: '(1 − z) ⊙ hPrev + z ⊙ h̃' })
  },
)

check(
  'gru-cell/step-reference',
  {
    needs,
    visibility: 'hidden',
    claim: {
      es: '`gruStep` coincide entero con la referencia en doble precisión, con tamaños al azar.',
      en: '`gruStep` agrees as a whole with the double-precision reference, for random sizes.',
    },
  },
  async (context) => {
    await forAll(
      context,
      'sizes',
      gradientSizes,
      async (sizes) => {
        const { params, x, hPrev } = drawStep(stream(context.seed, 'step', JSON.stringify(sizes)), sizes)
        const received = await context.subject.call('gruStep', params, x, hPrev)
        expectClose(received, { ...gruStep(params, x, hPrev) }, { name: '', tolerance: float64, oracle: 'float64' })
      },
      10,
    )
  },
)

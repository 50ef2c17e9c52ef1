import { check } from '../../../checks/check.ts'
import { countChecks } from '../../../checks/counts.ts'
import { expectClose, expectForm, expectLawClose } from '../../../checks/expect.ts'
import { orthogonalPowers, powers } from '../../../checks/tolerances.ts'
import { map } from '../../../numeric/mat.ts'
import { orthogonal, spectralNorm } from '../../../numeric/orthogonal.ts'
import { countRnnParams } from '../../../oracles/reference/rnn.ts'
import { gradientNorms } from '../../../oracles/reference/rnn-training.ts'

const loads = ['rnn-bptt/loads']

countChecks({
  slug: 'rnn-bptt',
  fn: 'countRnnParams',
  blocks: 1,
  known: [
    [300, 256, 142_592],
    [100, 128, 29_312],
  ],
  reference: countRnnParams,
})

check(
  'rnn-bptt/gradient-norms-orthogonal',
  {
    needs: loads,
    visibility: 'public',
    claim: {
      es: 'Con W = s·Q (Q ortogonal) `gradientNorms` da sᵏ·√H: se desvanece, se mantiene o explota según s.',
      en: 'For W = s·Q (Q orthogonal) `gradientNorms` gives sᵏ·√H: it vanishes, stays or explodes with s.',
    },
  },
  async ({ subject, random }) => {
    const Q = orthogonal(10, random('Q'))
    for (const s of [0.5, 1, 1.5]) {
      const expected = Array.from({ length: 50 }, (_, k) => s ** k * Math.sqrt(10))
      const received = await subject.call(
        'gradientNorms',
        map(Q, (value) => s * value),
        50,
      )
      expectForm(received, expected, 'norms')
      expectLawClose(
        received,
        expected,
        { name: 'norms', tolerance: orthogonalPowers, oracle: '' },
        'rnn.gradient-norms',
        { s },
      )
    }
  },
)

check(
  'rnn-bptt/gradient-norms-reference',
  {
    needs: loads,
    visibility: 'hidden',
    claim: {
      es: '`gradientNorms` son las normas de Frobenius de las potencias exactas Whh⁰, Whh¹, …, también con matrices cualesquiera.',
      en: '`gradientNorms` are the Frobenius norms of the exact powers Whh⁰, Whh¹, …, for any matrix.',
    },
  },
  async ({ subject, random }) => {
    const draw = random('matrices')
    for (const [H, scale, steps] of [
      [6, 0.3, 12],
      [4, 1.2, 8],
      [1, 0.9, 5],
      [3, 1, 1],
    ] as const) {
      const Whh = draw.matrix(H, H, scale)
      const closeness = { name: 'norms', tolerance: powers, oracle: 'float64' }
      expectClose(await subject.call('gradientNorms', Whh, steps), gradientNorms(Whh, steps), closeness)
    }
  },
)

check(
  'rnn-bptt/gradient-norms-gaussian',
  {
    needs: loads,
    visibility: 'hidden',
    claim: {
      es: 'Con una matriz gaussiana de norma espectral 1,5 las normas siguen las potencias exactas: manda el radio espectral y no explotan como 1,5ᵏ.',
      en: 'For a Gaussian matrix of spectral norm 1.5 the norms follow the exact powers: the spectral radius rules, and they do not explode like 1.5ᵏ.',
    },
  },
  async ({ subject, random }) => {
    const draw = random('matrix')
    const gaussian = draw.matrix(10, 10)
    const factor = 1.5 / spectralNorm(gaussian, draw)
    const Whh = map(gaussian, (value) => factor * value)
    const closeness = { name: 'norms', tolerance: powers, oracle: 'float64' }
    expectClose(await subject.call('gradientNorms', Whh, 50), gradientNorms(Whh, 50), closeness)
  },
)

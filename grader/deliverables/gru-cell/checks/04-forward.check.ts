import { expectAlive } from '../../../checks/alive.ts'
import { check } from '../../../checks/check.ts'
import { expectClose, expectForm, field } from '../../../checks/expect.ts'
import { recurrentLaws } from '../../../checks/laws.ts'
import { expectSequences, stepDeparts } from '../../../checks/own-steps.ts'
import { forAll } from '../../../checks/property.ts'
import { drawCase, unequalSizes } from '../../../checks/recurrent.ts'
import { float64, tfjs32 } from '../../../checks/tolerances.ts'
import type { Mat } from '../../../model/mat.ts'
import { stream } from '../../../numeric/random.ts'
import { gruForward } from '../../../oracles/reference/gru.ts'
import { tfjsGruForward } from '../../../oracles/tfjs/gru.ts'
import { gruVectors } from '../../../oracles/torch/vectors.ts'
import { cell, gradientSizes } from '../domains.ts'

recurrentLaws(cell, {
  stepDeparts: (context) =>
    stepDeparts(context, cell, ({ params, xs, initial }) => ({ hs: gruForward(params, xs, initial[0]).hs })),
})

check(
  'gru-cell/forward-caches',
  {
    needs: ['gru-cell/forward-shapes'],
    visibility: 'public',
    claim: {
      es: '`gruForward` devuelve una caché por instante, y su h es la de hs.',
      en: '`gruForward` returns one cache per time step, whose h is that of hs.',
    },
  },
  async ({ subject, random }) => {
    const { params, xs, initial } = drawCase(cell, random('case'), unequalSizes)
    const received = await subject.call('gruForward', params, xs, ...initial)
    expectForm(received, { hs: xs.map(() => initial[0] ?? 0) }, '')
    const { hs } = received as { hs: readonly Mat[] }
    expectAlive(cell, { hs })
    expectClose(
      field(received, 'caches'),
      hs.map((h) => ({ h })),
      { name: 'caches', tolerance: float64, oracle: 'hs' },
    )
  },
)

check(
  'gru-cell/forward-tfjs',
  {
    needs: ['gru-cell/forward-shapes'],
    visibility: 'public',
    claim: {
      es: '`gruForward` coincide con la GRU de tfjs en toda la secuencia, con y sin estado inicial.',
      en: '`gruForward` agrees with the tfjs GRU over the whole sequence, with and without an initial state.',
    },
  },
  async (context) => {
    const { params, xs, initial } = drawCase(cell, context.random('case'), unequalSizes)
    for (const states of [[], initial]) {
      const { hs } = await context.tfjs((tf) => tfjsGruForward(tf, params, xs, states[0]))
      const drawn = { params, xs, initial: states, hiddenSize: unequalSizes.hiddenSize }
      const received = await context.subject.call('gruForward', params, xs, ...states)
      const closeness = { name: '', tolerance: tfjs32, oracle: 'tfjs' }
      await expectSequences(context, cell, drawn, { received, expected: { hs }, closeness })
    }
  },
)

check(
  'gru-cell/forward-reference',
  {
    needs: ['gru-cell/forward-shapes'],
    visibility: 'hidden',
    claim: {
      es: '`gruForward` coincide con la referencia en doble precisión, con tamaños y estados iniciales al azar.',
      en: '`gruForward` agrees with the double-precision reference, for random sizes and initial states.',
    },
  },
  async (context) => {
    await forAll(
      context,
      'sizes',
      gradientSizes,
      async (sizes) => {
        const { params, xs, initial } = drawCase(cell, stream(context.seed, 'forward', JSON.stringify(sizes)), sizes)
        const drawn = { params, xs, initial, hiddenSize: sizes.hiddenSize }
        const { hs } = gruForward(params, xs, initial[0])
        const received = await context.subject.call('gruForward', params, xs, ...initial)
        const closeness = { name: '', tolerance: float64, oracle: 'float64' }
        await expectSequences(context, cell, drawn, { received, expected: { hs }, closeness })
      },
      10,
    )
  },
)

check(
  'gru-cell/forward-torch',
  {
    needs: ['gru-cell/forward-shapes'],
    visibility: 'hidden',
    claim: {
      es: '`gruForward` coincide con la misma celda escrita con operaciones de PyTorch en doble precisión.',
      en: '`gruForward` agrees with the same cell written in PyTorch operations in double precision.',
    },
  },
  async (context) => {
    for (const { params, xs, h0, hs } of gruVectors()) {
      const drawn = { params, xs, initial: [h0], hiddenSize: params.br.rows }
      const received = await context.subject.call('gruForward', params, xs, h0)
      const closeness = { name: '', tolerance: float64, oracle: 'PyTorch' }
      await expectSequences(context, cell, drawn, { received, expected: { hs }, closeness })
    }
  },
)

import { expectAlive } from '../../../checks/alive.ts'
import { check, type CheckContext } from '../../../checks/check.ts'
import { expectClose, expectForm, expectLaw, expectLawClose, field } from '../../../checks/expect.ts'
import { orFollowThrough } from '../../../checks/follow-through.ts'
import { recurrentLaws } from '../../../checks/laws.ts'
import { expectSequences, explainedBySteps, stepDeparts } from '../../../checks/own-steps.ts'
import { forAll } from '../../../checks/property.ts'
import { drawCase, unequalSizes } from '../../../checks/recurrent.ts'
import { float64, tfjs32 } from '../../../checks/tolerances.ts'
import type { Mat } from '../../../model/mat.ts'
import { map, zeros } from '../../../numeric/mat.ts'
import { stream } from '../../../numeric/random.ts'
import { lstmForward } from '../../../oracles/reference/lstm.ts'
import { tfjsLstmForward } from '../../../oracles/tfjs/lstm.ts'
import { lstmVectors } from '../../../oracles/torch/vectors.ts'
import { cell, gradientSizes } from '../domains.ts'
import { explainedBySigmoid } from '../own-sigmoid.ts'

recurrentLaws(cell, { stepDeparts: departs, saturated: explainedBySigmoid })

check(
  'lstm-cell/forward-caches',
  {
    needs: ['lstm-cell/forward-shapes'],
    visibility: 'public',
    claim: {
      es: '`lstmForward` devuelve una caché por instante, y sus h y c son las de hs y cs.',
      en: '`lstmForward` returns one cache per time step, whose h and c are those of hs and cs.',
    },
  },
  async ({ subject, random }) => {
    const { params, xs, initial } = drawCase(cell, random('case'), unequalSizes)
    const received = await subject.call('lstmForward', params, xs, ...initial)
    const { hs, cs } = lstmShapes(received, xs.length)
    expectAlive(cell, { hs, cs })
    const expected = hs.map((h, t) => ({ h, c: cs[t] ?? h }))
    expectClose(field(received, 'caches'), expected, { name: 'caches', tolerance: float64, oracle: 'hs, cs' })
  },
)

check(
  'lstm-cell/forward-tfjs',
  {
    needs: ['lstm-cell/forward-shapes'],
    visibility: 'public',
    claim: {
      es: '`lstmForward` coincide con la LSTM de tfjs en toda la secuencia, con y sin estados iniciales.',
      en: '`lstmForward` agrees with the tfjs LSTM over the whole sequence, with and without initial states.',
    },
  },
  async (context) => {
    const { params, xs, initial } = drawCase(cell, context.random('case'), unequalSizes)
    for (const states of [[], initial]) {
      const { hs, cs } = await context.tfjs((tf) => tfjsLstmForward(tf, params, xs, states[0], states[1]))
      const drawn = { params, xs, initial: states, hiddenSize: unequalSizes.hiddenSize }
      const received = await context.subject.call('lstmForward', params, xs, ...states)
      const closeness = { name: '', tolerance: tfjs32, oracle: 'tfjs' }
      await expectSequences(context, cell, drawn, { received, expected: { hs, cs }, closeness })
    }
  },
)

check(
  'lstm-cell/forward-reference',
  {
    needs: ['lstm-cell/forward-shapes'],
    visibility: 'hidden',
    claim: {
      es: '`lstmForward` coincide con la referencia en doble precisión, con tamaños y estados iniciales al azar.',
      en: '`lstmForward` agrees with the double-precision reference, for random sizes and initial states.',
    },
  },
  async (context) => {
    await forAll(
      context,
      'sizes',
      gradientSizes,
      async (sizes) => {
        const { params, xs, initial } = drawCase(cell, stream(context.seed, 'forward', JSON.stringify(sizes)), sizes)
        const { hs, cs } = lstmForward(params, xs, initial[0], initial[1])
        const drawn = { params, xs, initial, hiddenSize: sizes.hiddenSize }
        const received = await context.subject.call('lstmForward', params, xs, ...initial)
        const closeness = { name: '', tolerance: float64, oracle: 'float64' }
        await expectSequences(context, cell, drawn, { received, expected: { hs, cs }, closeness })
      },
      10,
    )
  },
)

check(
  'lstm-cell/forward-torch',
  {
    needs: ['lstm-cell/forward-shapes'],
    visibility: 'hidden',
    claim: {
      es: '`lstmForward` coincide con `nn.LSTM` de PyTorch en doble precisión.',
      en: '`lstmForward` agrees with PyTorch `nn.LSTM` in double precision.',
    },
  },
  async (context) => {
    for (const { params, xs, h0, c0, hs } of lstmVectors()) {
      const drawn = { params, xs, initial: [h0, c0], hiddenSize: params.bf.rows }
      const received = await context.subject.call('lstmForward', params, xs, h0, c0)
      const closeness = { name: '', tolerance: float64, oracle: 'PyTorch' }
      await expectSequences(context, cell, drawn, { received, expected: { hs }, closeness })
    }
  },
)

check(
  'lstm-cell/memory-carried',
  {
    needs: ['lstm-cell/forward-shapes'],
    visibility: 'hidden',
    claim: {
      es: 'Con la puerta de olvido abierta y la de entrada cerrada, la celda guarda su valor 20 pasos.',
      en: 'With the forget gate open and the input gate shut, the cell keeps its value for 20 steps.',
    },
  },
  async (context) => {
    const { params, xs, initial } = drawCase(cell, context.random('case'), { ...unequalSizes, steps: 20 })
    const open = { ...params, bf: map(params.bf, () => 60), bi: map(params.bi, () => -60) }
    const received = lstmShapes(await context.subject.call('lstmForward', open, xs, ...initial), 20)
    const drawn = { params: open, xs, initial, hiddenSize: unequalSizes.hiddenSize }
    await orFollowThrough(context, {
      reference: () => {
        expectKept(received.cs, initial[1])
      },
      ...explainedBySteps(context, cell, { drawn, received, departs: () => departs(context) }),
    })
  },
)

/** Whether the student's step is what departs; the laws ask too. */
function departs(context: CheckContext): Promise<boolean> {
  return stepDeparts(context, cell, ({ params, xs, initial }) => {
    const { hs, cs } = lstmForward(params, xs, initial[0], initial[1])
    return { hs, cs }
  })
}

function expectKept(cs: readonly Mat[], first: Mat | undefined): void {
  expectLaw(first !== undefined, 'law.constant', { key: 'cs' })
  const closeness = { name: 'cs[19]', tolerance: { atol: 1e-9, rtol: 1e-9 }, oracle: '' }
  expectLawClose(cs.at(-1), first, closeness, 'lstm.memory-lost')
}

/** hs and cs, known to be lists of matrices of the same shapes. */
function lstmShapes(received: unknown, steps: number): { hs: readonly Mat[]; cs: readonly Mat[] } {
  const state = zeros(unequalSizes.hiddenSize, unequalSizes.batch)
  const sequence = Array.from({ length: steps }, () => state)
  expectForm(received, { hs: sequence, cs: sequence }, '')
  return received as { hs: readonly Mat[]; cs: readonly Mat[] }
}

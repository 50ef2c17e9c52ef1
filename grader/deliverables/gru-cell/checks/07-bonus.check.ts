import { check } from '../../../checks/check.ts'
import { expectClose, expectForm, field } from '../../../checks/expect.ts'
import { unequalSizes } from '../../../checks/recurrent.ts'
import { float64 } from '../../../checks/tolerances.ts'
import { zeros } from '../../../numeric/mat.ts'
import { gruStepResetAfter } from '../../../oracles/reference/gru.ts'
import { resetAfterVectors } from '../../../oracles/torch/vectors.ts'
import { drawResetAfter, drawStep } from '../domains.ts'

check(
  'gru-cell/reset-after-shapes',
  {
    needs: ['gru-cell/loads'],
    visibility: 'public',
    claim: {
      es: 'Bono · `gruStepResetAfter` devuelve una caché con sus formas.',
      en: 'Bonus · `gruStepResetAfter` returns a cache in its shapes.',
    },
  },
  async ({ subject, random }) => {
    const { x, hPrev } = drawStep(random('case'), unequalSizes)
    const state = zeros(unequalSizes.hiddenSize, unequalSizes.batch)
    const received = await subject.call('gruStepResetAfter', drawResetAfter(random('params'), unequalSizes), x, hPrev)
    expectForm(received, { r: state, z: state, hTilde: state, h: state }, '')
  },
)

check(
  'gru-cell/reset-after-torch',
  {
    needs: ['gru-cell/reset-after-shapes'],
    visibility: 'hidden',
    claim: {
      es: 'Bono · `gruStepResetAfter`, paso a paso, da los estados de `nn.GRU` de PyTorch.',
      en: 'Bonus · `gruStepResetAfter`, step by step, gives the states of PyTorch `nn.GRU`.',
    },
  },
  async ({ subject, random }) => {
    for (const { params, xs, h0, hs } of resetAfterVectors()) {
      let hPrev = h0 ?? zeros(params.Wr.rows, xs[0]?.columns ?? 0)
      for (const [t, x] of xs.entries()) {
        const received = field(await subject.call('gruStepResetAfter', params, x, hPrev), 'h')
        const expected = hs[t] ?? hPrev
        expectClose(received, expected, { name: `hs[${String(t)}]`, tolerance: float64, oracle: 'PyTorch' })
        hPrev = expected
      }
    }
    const draw = random('case')
    const [params, { x, hPrev }] = [drawResetAfter(draw, unequalSizes), drawStep(draw, unequalSizes)]
    const { r, z, hTilde, h } = gruStepResetAfter(params, x, hPrev)
    const received = await subject.call('gruStepResetAfter', params, x, hPrev)
    expectClose(received, { r, z, hTilde, h }, { name: '', tolerance: float64, oracle: 'float64' })
  },
)

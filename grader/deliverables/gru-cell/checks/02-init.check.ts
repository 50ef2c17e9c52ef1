import { check } from '../../../checks/check.ts'
import { expectForm } from '../../../checks/expect.ts'
import { expectDeterministicInit, expectSpread, expectZero } from '../../../checks/initial-weights.ts'
import { stream } from '../../../numeric/random.ts'
import { drawParams, middling } from '../domains.ts'

check(
  'gru-cell/init-shapes',
  {
    needs: ['gru-cell/loads'],
    visibility: 'public',
    claim: {
      es: '`initGru` da matrices H × (H + D) y sesgos H × 1 en cero.',
      en: '`initGru` gives H × (H + D) matrices and zero biases H × 1.',
    },
  },
  async ({ subject }) => {
    const params = await subject.call('initGru', middling, 1)
    expectForm(params, { ...drawParams(stream(0), middling) }, 'params')
    expectZero(params, ['br', 'bz', 'bh'])
  },
)

check(
  'gru-cell/init-seed',
  {
    needs: ['gru-cell/init-shapes'],
    visibility: 'public',
    claim: {
      es: '`initGru` con la misma semilla da los mismos pesos, y con otra semilla da otros.',
      en: '`initGru` gives the same weights for the same seed, and others for another seed.',
    },
  },
  async (context) => {
    await expectDeterministicInit(context, 'initGru', middling, ['Wr', 'Wz', 'Wh'])
  },
)

check(
  'gru-cell/init-scale',
  {
    needs: ['gru-cell/init-shapes'],
    visibility: 'hidden',
    claim: {
      es: 'Los pesos de `initGru` tienen media 0 y desviación √(1/(D + H)) en cada matriz.',
      en: 'The weights of `initGru` have mean 0 and standard deviation √(1/(D + H)) in every matrix.',
    },
  },
  async ({ subject, random }) => {
    const params = await subject.call('initGru', { inputSize: 60, hiddenSize: 80 }, random('seed').seed())
    const deviation = Math.sqrt(1 / 140)
    expectSpread(params, { Wr: deviation, Wz: deviation, Wh: deviation })
  },
)

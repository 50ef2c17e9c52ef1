import { check } from '../../../checks/check.ts'
import { expectClose, expectFinite, expectForm, expectLaw } from '../../../checks/expect.ts'
import { expectDeterministicInit, expectSpread, expectZero } from '../../../checks/initial-weights.ts'
import { float64, tfjs32 } from '../../../checks/tolerances.ts'
import { fromRows, map } from '../../../numeric/mat.ts'
import { stream } from '../../../numeric/random.ts'
import { sigmoid } from '../../../oracles/reference/activations.ts'
import { tfjsSigmoid } from '../../../oracles/tfjs/activations.ts'
import { drawParams, middling } from '../domains.ts'

const loads = ['lstm-cell/loads']

check(
  'lstm-cell/init-shapes',
  {
    needs: loads,
    visibility: 'public',
    claim: {
      es: '`initLstm` da matrices H × (H + D) y sesgos H × 1; los sesgos de entrada, candidato y salida valen 0.',
      en: '`initLstm` gives H × (H + D) matrices and H × 1 biases; those of input, candidate and output are 0.',
    },
  },
  async ({ subject }) => {
    const params = await subject.call('initLstm', middling, 1)
    expectForm(params, { ...drawParams(stream(0), middling) }, 'params')
    expectZero(params, ['bi', 'bc', 'bo'])
  },
)

check(
  'lstm-cell/init-forget-bias',
  {
    needs: ['lstm-cell/init-shapes'],
    visibility: 'public',
    claim: {
      es: 'El sesgo de la puerta de olvido empieza en 1.',
      en: 'The forget bias starts at 1.',
    },
  },
  async ({ subject }) => {
    expectZero(await subject.call('initLstm', middling, 1), ['bf'], 1)
  },
)

check(
  'lstm-cell/init-seed',
  {
    needs: ['lstm-cell/init-shapes'],
    visibility: 'public',
    claim: {
      es: '`initLstm` con la misma semilla da los mismos pesos, y con otra semilla da otros.',
      en: '`initLstm` gives the same weights for the same seed, and others for another seed.',
    },
  },
  async (context) => {
    await expectDeterministicInit(context, 'initLstm', middling, ['Wf', 'Wi', 'Wc', 'Wo'])
  },
)

check(
  'lstm-cell/init-scale',
  {
    needs: ['lstm-cell/init-shapes'],
    visibility: 'hidden',
    claim: {
      es: 'Los pesos de `initLstm` tienen media 0 y desviación √(1/(D + H)) en cada matriz.',
      en: 'The weights of `initLstm` have mean 0 and standard deviation √(1/(D + H)) in every matrix.',
    },
  },
  async ({ subject, random }) => {
    const params = await subject.call('initLstm', { inputSize: 60, hiddenSize: 80 }, random('seed').seed())
    const deviation = Math.sqrt(1 / 140)
    expectSpread(params, { Wf: deviation, Wi: deviation, Wc: deviation, Wo: deviation })
  },
)

check(
  'lstm-cell/sigmoid-tfjs',
  {
    needs: loads,
    visibility: 'public',
    claim: {
      es: '`sigmoid` coincide elemento a elemento con la de tfjs.',
      en: '`sigmoid` agrees element by element with that of tfjs.',
    },
  },
  async ({ subject, random, tfjs }) => {
    const m = random('m').matrix(4, 6, 3)
    const expected = await tfjs((tf) => tfjsSigmoid(tf, m))
    expectClose(await subject.call('sigmoid', m), expected, { name: 'σ', tolerance: tfjs32, oracle: 'tfjs' })
  },
)

check(
  'lstm-cell/sigmoid-stable',
  {
    needs: loads,
    visibility: 'public',
    claim: {
      es: '`sigmoid` no da NaN ni se desborda hasta ±10⁴: tiende a 0 y a 1.',
      en: '`sigmoid` gives no NaN and does not overflow up to ±10⁴: it tends to 0 and 1.',
    },
  },
  async ({ subject }) => {
    const m = fromRows([[1e4, -1e4, 800, -800, 0]])
    const received = expectFinite(await subject.call('sigmoid', m), m, 'σ')
    const limits = [1, 0, 1, 0, 0.5].every((limit, k) => Math.abs((received.data[k] ?? NaN) - limit) < 1e-9)
    expectLaw(
      limits,
      'lstm.sigmoid-limits',
      {},
      { expected: '[1, 0, 1, 0, 0.5]', received: `[${Array.from(received.data).join(', ')}]` },
    )
  },
)

check(
  'lstm-cell/sigmoid-reference',
  {
    needs: loads,
    visibility: 'hidden',
    claim: {
      es: '`sigmoid` coincide con la referencia en doble precisión, también para valores grandes.',
      en: '`sigmoid` agrees with the double-precision reference, also for large values.',
    },
  },
  async ({ subject, random }) => {
    const draw = random('m')
    for (const m of [draw.matrix(5, 3, 4), draw.matrix(1, 20, 20), map(draw.matrix(7, 1), (value) => 3000 * value)]) {
      expectClose(await subject.call('sigmoid', m), sigmoid(m), { name: 'σ', tolerance: float64, oracle: 'float64' })
    }
  },
)

import { check } from '../../../checks/check.ts'
import { expectLaw } from '../../../checks/expect.ts'
import { expectCount } from '../../../checks/models.ts'
import { expectForgetBias, expectSeeded } from '../../../checks/recurrent-models.ts'
import { buildStack, middling } from '../domains.ts'

const depths = [1, 2, 3, 4]

/** Written out, so that a public check asks no reference: a layer has 4H(D + H + 1) weights. */
function count(inputSize: number, hiddenSize: number, depth: number): number {
  const upper = 4 * hiddenSize * (2 * hiddenSize + 1)
  return 4 * hiddenSize * (inputSize + hiddenSize + 1) + (depth - 1) * upper
}

check(
  'stacked-lstm/build-shapes',
  {
    needs: ['stacked-lstm/loads'],
    visibility: 'public',
    claim: {
      es: '`buildStackedLstm` da un modelo de (lote, T, D) a (lote, T, H), con profundidad de 1 a 4.',
      en: '`buildStackedLstm` gives a model from (batch, T, D) to (batch, T, H), for depths 1 to 4.',
    },
  },
  async (context) => {
    for (const depth of depths) await buildStack(context, { ...middling, depth }, 1)
  },
)

check(
  'stacked-lstm/build-count',
  {
    needs: ['stacked-lstm/build-shapes'],
    visibility: 'public',
    claim: {
      es: 'El modelo tiene los parámetros de sus capas LSTM, ni uno más ni uno menos, con profundidad de 1 a 4.',
      en: 'The model has the parameters of its LSTM layers, not one more or less, for depths 1 to 4.',
    },
  },
  async (context) => {
    for (const depth of depths) {
      const model = await buildStack(context, { ...middling, depth }, 1)
      expectCount(model, count(middling.inputSize, middling.hiddenSize, depth), 'buildStackedLstm')
    }
  },
)

check(
  'stacked-lstm/own-weights',
  {
    needs: ['stacked-lstm/build-shapes'],
    visibility: 'public',
    claim: {
      es: 'Cada capa tiene sus propios pesos, también cuando la entrada mide lo mismo que el estado.',
      en: 'Every layer has weights of its own, also when the input is as wide as the state.',
    },
  },
  async (context) => {
    for (const depth of depths) {
      // With D = H one layer would fit at every depth.
      const { parameters, weights } = await buildStack(context, { ...middling, inputSize: 4, depth }, 1)
      const seen = { expected: String(count(4, middling.hiddenSize, depth)), received: String(parameters) }
      expectLaw(
        parameters === count(4, middling.hiddenSize, depth) && weights.length === 3 * depth,
        'stacked.same-layer-reused',
        { depth, ...seen },
      )
    }
  },
)

check(
  'stacked-lstm/forget-bias',
  {
    needs: ['stacked-lstm/build-shapes'],
    visibility: 'public',
    claim: {
      es: 'El sesgo de la puerta de olvido de cada capa empieza en 1.',
      en: 'The forget bias of every layer starts at 1.',
    },
  },
  async (context) => {
    expectForgetBias(await buildStack(context, middling, 1), middling.hiddenSize, 'buildStackedLstm')
  },
)

check(
  'stacked-lstm/build-seed',
  {
    needs: ['stacked-lstm/build-shapes'],
    visibility: 'public',
    claim: {
      es: 'La misma semilla da los mismos pesos, otra semilla da otros, y no hay dos capas que empiecen iguales.',
      en: 'The same seed gives the same weights, another seed gives others, and no two layers start alike.',
    },
  },
  async (context) => {
    await expectSeeded(context, 'buildStackedLstm', (seed) => [{ ...middling, depth: 4 }, seed])
  },
)

import { check } from '../../../checks/check.ts'
import { expectLaw } from '../../../checks/expect.ts'
import { expectCount, predict, type ModelData } from '../../../checks/models.ts'
import { forAll } from '../../../checks/property.ts'
import { expectSeeded } from '../../../checks/recurrent-models.ts'
import {
  batchOf,
  buildClassifier,
  classifierConfigs,
  countClassifier,
  drawText,
  middlingClassifier,
  withOurWeights,
  type ClassifierConfig,
} from '../domains.ts'

const fn = 'buildBiLstmClassifier'
const needs = ['bilstm/classifier-shapes']

check(
  'bilstm/classifier-shapes',
  {
    needs: ['bilstm/loads'],
    visibility: 'public',
    claim: {
      es: '`buildBiLstmClassifier` da un modelo de (lote, maxLen) a (lote, numClasses), que empieza por un embedding.',
      en: '`buildBiLstmClassifier` gives a model from (batch, maxLen) to (batch, numClasses), which begins with an embedding.',
    },
  },
  async (context) => {
    for (const numLayers of [1, 2]) await buildClassifier(context, { ...middlingClassifier, numLayers }, 1)
  },
)

check(
  'bilstm/classifier-probabilities',
  {
    needs,
    visibility: 'public',
    claim: {
      es: 'El clasificador da probabilidades: positivas, suman 1, y dependen del texto.',
      en: 'The classifier gives probabilities: positive, adding up to 1, and depending on the text.',
    },
  },
  async (context) => {
    const config = { ...middlingClassifier, numClasses: 3 }
    const random = context.random('case')
    const model = withOurWeights(await buildClassifier(context, config, 1), config, random)
    const texts = [drawText(random, config, 6), drawText(random, config, 3), [1], drawText(random, config, 5)]
    const { values } = await predict(await context.tf(), model, batchOf(texts, config.maxLen))
    texts.forEach((_, j) => {
      const row = Array.from(values.slice(3 * j, 3 * j + 3))
      const total = row.reduce((sum, p) => sum + p, 0)
      expectLaw(Math.abs(total - 1) < 1e-4 && row.every((p) => p > 0), 'bilstm.probabilities', {
        fn,
        total: total.toPrecision(4),
      })
    })
    const differ = texts.every((_, j) => j === 0 || Math.abs((values[3 * j] ?? NaN) - (values[0] ?? NaN)) > 1e-6)
    expectLaw(differ, 'law.constant', { key: fn })
  },
)

check(
  'bilstm/classifier-count',
  {
    needs,
    visibility: 'public',
    claim: {
      es: 'El clasificador tiene los parámetros de su embedding, de dos LSTM por capa y de una capa densa sobre las dos mitades.',
      en: 'The classifier has the parameters of its embedding, of two LSTMs a layer and of a dense layer on both halves.',
    },
  },
  async (context) => {
    for (const numLayers of [1, 2]) {
      const config = { ...middlingClassifier, numLayers }
      expectClassifierCount(await buildClassifier(context, config, 1), config)
    }
  },
)

check(
  'bilstm/classifier-count-any',
  {
    needs,
    visibility: 'hidden',
    claim: {
      es: 'Los parámetros del clasificador son los suyos con tamaños al azar, diga lo que diga `bidirectional`.',
      en: 'The classifier has its parameters for random sizes, whatever `bidirectional` says.',
    },
  },
  async (context) => {
    await forAll(
      context,
      'configs',
      classifierConfigs,
      async (config) => {
        expectClassifierCount(await buildClassifier(context, config, 1), config)
      },
      8,
    )
  },
)

check(
  'bilstm/classifier-seed',
  {
    needs,
    visibility: 'public',
    claim: {
      es: '`buildBiLstmClassifier`: la misma semilla da los mismos pesos, y otra semilla da otros.',
      en: '`buildBiLstmClassifier`: the same seed gives the same weights, and another seed gives others.',
    },
  },
  async (context) => {
    await expectSeeded(context, fn, (seed) => [{ ...middlingClassifier, numLayers: 3 }, seed])
  },
)

check(
  'bilstm/classifier-dropout',
  {
    needs,
    visibility: 'hidden',
    claim: {
      es: 'Al entrenar, `dropout` apaga unidades al azar antes de la densa; con dropout 0, ninguna.',
      en: 'In training `dropout` switches units off at random before the dense layer; with dropout 0, none.',
    },
  },
  async (context) => {
    const random = context.random('case')
    for (const [dropout, messageId] of [
      [0.5, 'bilstm.no-dropout'],
      [0, 'bilstm.dropout-anyway'],
    ] as const) {
      const config = { ...middlingClassifier, hiddenSize: 8, dropout }
      const model = withOurWeights(await buildClassifier(context, config, 1), config, random)
      const texts = Array.from({ length: 8 }, () => drawText(random, config, 5))
      const pass = async (training: boolean): Promise<Float32Array> =>
        (await predict(await context.tf(), model, batchOf(texts, config.maxLen), training)).values
      const [plain, noisy] = [await pass(false), await pass(true)]
      const varies = plain.some((p, k) => Math.abs(p - (noisy[k] ?? NaN)) > 1e-4)
      expectLaw(varies === dropout > 0, messageId, { fn })
    }
  },
)

function expectClassifierCount(model: ModelData, config: ClassifierConfig): void {
  const { hiddenSize, numClasses } = config
  const expected = countClassifier(config)
  const seen = { expected: String(expected), received: String(model.parameters) }
  expectLaw(model.parameters !== expected - hiddenSize * numClasses, 'bilstm.halves-summed', { fn, ...seen })
  expectCount(model, expected, fn)
}

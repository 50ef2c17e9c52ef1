import { check, type CheckContext } from '../../../checks/check.ts'
import { expectLaw } from '../../../checks/expect.ts'
import { expectCount, expectModelShapes, readModel, type ModelData } from '../../../checks/models.ts'
import { forAll } from '../../../checks/property.ts'
import { expectForgetBias } from '../../../checks/recurrent-models.ts'
import { stream } from '../../../numeric/random.ts'
import { parameterCount, type SentimentConfig } from '../contract.ts'
import { anyConfig, drawTexts, padded, small } from '../domains.ts'
import { expectAffordable, expectConfig, expectOptions } from '../expectations.ts'
import { lively, probabilitiesOf } from '../learning.ts'

const loads = ['sentiment/loads']
const shaped = ['sentiment/model-shapes']

check(
  'sentiment/model-shapes',
  {
    needs: loads,
    visibility: 'public',
    claim: {
      es: '`buildSentimentModel` da un modelo de (lote, maxLen) índices a (lote, numClasses) probabilidades.',
      en: '`buildSentimentModel` gives a model from (batch, maxLen) ids to (batch, numClasses) probabilities.',
    },
  },
  async (context) => {
    for (const config of [small, { ...small, numClasses: 3, numLayers: 2 }]) {
      const model = await build(context, config, 1)
      expectModelShapes(model, [null, config.maxLen], [null, config.numClasses], 'buildSentimentModel')
    }
  },
)

check(
  'sentiment/model-count',
  {
    needs: shaped,
    visibility: 'public',
    claim: {
      es: 'El modelo tiene los parámetros de su fórmula: V·E + 4H(E + H + 1) + C(H + 1), con un sesgo por bloque.',
      en: 'The model has the parameters of its formula: V·E + 4H(E + H + 1) + C(H + 1), with one bias per block.',
    },
  },
  async (context) => {
    // 23·5 + 4·6·(5 + 6 + 1) + 2·(6 + 1)
    expectCount(await build(context, small, 1), 417, 'buildSentimentModel')
    // and 4·6·(6 + 6 + 1) for the second layer
    expectCount(await build(context, { ...small, numLayers: 2 }, 1), 729, 'buildSentimentModel')
  },
)

check(
  'sentiment/forget-bias',
  {
    needs: shaped,
    visibility: 'public',
    claim: {
      es: 'El sesgo de la puerta de olvido de cada LSTM empieza en 1.',
      en: 'The forget bias of every LSTM starts at 1.',
    },
  },
  async (context) => {
    for (const bidirectional of [false, true]) {
      const model = await build(context, { ...small, numLayers: 2, bidirectional }, 1)
      expectForgetBias(model, small.hiddenSize, 'buildSentimentModel')
    }
  },
)

check(
  'sentiment/model-probabilities',
  {
    needs: ['sentiment/model-count'],
    visibility: 'public',
    claim: {
      es: 'La salida del modelo son probabilidades: no negativas, suman 1 y dependen del texto.',
      en: "The model's output are probabilities: not negative, they add up to 1, and depend on the text.",
    },
  },
  async (context) => {
    const draw = context.random('case')
    const model = lively(await build(context, { ...small, numClasses: 3 }, 1), () => draw.normal(0.7))
    const rows = await probabilitiesOf(context, model, drawTexts(draw, small, [8, 5, 3, 1, 8, 6]))
    for (const row of rows) {
      const sum = row.reduce((total, p) => total + p, 0)
      const fine = row.every((p) => p >= 0) && Math.abs(sum - 1) < 1e-4
      expectLaw(fine, 'text.probabilities', { received: JSON.stringify(row.map((p) => Number(p.toFixed(4)))) })
    }
    expectLaw(spread(rows) > 1e-3, 'text.constant', {})
  },
)

check(
  'sentiment/model-seed',
  {
    needs: shaped,
    visibility: 'public',
    claim: {
      es: '`buildSentimentModel` con la misma semilla da los mismos pesos, y con otra semilla da otros.',
      en: '`buildSentimentModel` gives the same weights for the same seed, and others for another seed.',
    },
  },
  async (context) => {
    const [first, again, other] = [
      await build(context, small, 11),
      await build(context, small, 11),
      await build(context, small, 12),
    ]
    const differs = (model: ModelData): string | undefined =>
      first.weights.find((weight, k) => !sameValues(weight, model.weights[k]))?.name
    const at = differs(again)
    expectLaw(at === undefined, 'init.seed-ignored', { fn: 'buildSentimentModel', at: at ?? '' })
    const matrices = first.weights.filter(({ shape }) => shape.length > 1)
    expectLaw(matrices.length > 2, 'text.constant', {})
    for (const weight of matrices) {
      const there = other.weights[first.weights.indexOf(weight)]
      const params = { fn: 'buildSentimentModel', name: weight.name }
      expectLaw(!sameValues(weight, there), 'init.same-for-every-seed', params)
    }
  },
)

check(
  'sentiment/padding-masked',
  {
    needs: shaped,
    visibility: 'public',
    claim: {
      es: 'Más relleno al final no cambia las probabilidades: el relleno está enmascarado.',
      en: 'More padding at the end does not change the probabilities: padding is masked.',
    },
  },
  async (context) => {
    await expectMasked(context, small, 1)
  },
)

check(
  'sentiment/defaults',
  {
    needs: shaped,
    visibility: 'public',
    claim: {
      es: 'Tu configuración por defecto tiene tamaños válidos y no pasa del coste permitido en 2000 reseñas.',
      en: 'Your default configuration has valid sizes and stays within the allowed cost on 2000 reviews.',
    },
  },
  async ({ subject }) => {
    const config = expectConfig(await subject.call('defaultSentimentConfig'))
    const options = expectOptions(await subject.call('defaultSentimentOptions'))
    expectAffordable(config, options)
  },
)

check(
  'sentiment/model-count-any',
  {
    needs: shaped,
    visibility: 'hidden',
    claim: {
      es: 'El número de parámetros es el de la fórmula con tamaños al azar, varias capas y en ambas direcciones.',
      en: 'The number of parameters is that of the formula for random sizes, several layers and both directions.',
    },
  },
  async (context) => {
    await forAll(
      context,
      'configs',
      anyConfig,
      async (config) => {
        const model = await build(context, config, 1)
        expectModelShapes(model, [null, config.maxLen], [null, config.numClasses], 'buildSentimentModel')
        expectCount(model, parameterCount(config), 'buildSentimentModel')
      },
      10,
    )
  },
)

check(
  'sentiment/bidirectional',
  {
    needs: shaped,
    visibility: 'hidden',
    claim: {
      es: 'Con `bidirectional`, la salida lee 2H números: el último estado de cada mitad, y cada mitad ha leído todo el texto.',
      en: 'With `bidirectional` the output reads 2H numbers: the last state of each half, and each half has read the whole text.',
    },
  },
  async (context) => {
    const draw = context.random('case')
    const config = { ...small, bidirectional: true, maxLen: 4 }
    const model = lively(await build(context, config, 1), () => draw.normal(0.7))
    // Several: what one text hides, because its gates happen to close, another shows.
    const texts = drawTexts(draw, config, new Array<number>(12).fill(4))
    const ends = [0, 3]
    const changed = ends.flatMap((end) =>
      texts.map((text) => text.map((id, t) => (t === end ? 2 + ((id - 1) % 21) : id))),
    )
    const output = model.weights.findIndex(({ shape }) => shape.join() === `${String(2 * small.hiddenSize)},2`)
    expectLaw(output >= 0, 'text.features', { expected: 2 * small.hiddenSize })
    for (const half of ['first', 'second'] as const) {
      const rows = await probabilitiesOf(context, onlyHalf(model, output, half), [...texts, ...changed])
      for (const [k, end] of ends.entries()) {
        const moved = texts.map((_, j) => distance(rows[j], rows[(k + 1) * texts.length + j]))
        expectLaw(Math.max(...moved) > 1e-4, 'text.half-blind', { half, word: end + 1, words: 4 })
      }
    }
  },
)

check(
  'sentiment/padding-masked-any',
  {
    needs: shaped,
    visibility: 'hidden',
    claim: {
      es: 'El relleno está enmascarado también con varias capas, en ambas direcciones y con tamaños al azar.',
      en: 'Padding is masked also with several layers, in both directions and for random sizes.',
    },
  },
  async (context) => {
    await expectMasked(context, { ...small, bidirectional: true, numLayers: 2, dropout: 0.3 }, 2)
    // Large enough that texts can differ.
    const roomy = anyConfig.map((config) => ({
      ...config,
      vocabSize: config.vocabSize + 10,
      hiddenSize: config.hiddenSize + 2,
      maxLen: config.maxLen + 3,
    }))
    await forAll(context, 'configs', roomy, (config) => expectMasked(context, config, 3), 6)
  },
)

/** The same weights in a longer model of the student's own say the same of texts with more padding. */
async function expectMasked(context: CheckContext, config: SentimentConfig, seed: number): Promise<void> {
  const draw = stream(context.seed, 'padding', JSON.stringify(config))
  const longer = { ...config, maxLen: config.maxLen + 12 }
  const short = lively(await build(context, config, seed), () => draw.normal(0.7))
  const long = { ...(await build(context, longer, seed)), weights: short.weights }
  const texts = drawTexts(draw, config, [config.maxLen, 1, 2, 3, 4, config.maxLen])
  const [before, after] = [
    await probabilitiesOf(context, short, texts),
    await probabilitiesOf(context, long, padded(texts, longer.maxLen)),
  ]
  expectLaw(spread(before) > 1e-4, 'text.constant', {})
  const worst = Math.max(...before.map((row, k) => distance(row, after[k])))
  expectLaw(worst < 1e-5, 'text.reads-padding', { pads: 12, change: Number(worst.toPrecision(2)) })
}

async function build(context: CheckContext, config: SentimentConfig, seed: number): Promise<ModelData> {
  return readModel(context, await context.subject.keep('buildSentimentModel', config, seed), 'buildSentimentModel')
}

/** The model whose output hears only one half of the features. */
function onlyHalf(model: ModelData, output: number, half: 'first' | 'second'): ModelData {
  const weights = model.weights.map((weight, k) => {
    if (k !== output) return weight
    const { values } = weight
    const middle = values.length / 2
    return { ...weight, values: values.map((value, j) => (j < middle === (half === 'first') ? value : 0)) }
  })
  return { ...model, weights }
}

function sameValues(a: { values: Float32Array }, b: { values: Float32Array } | undefined): boolean {
  return b?.values.length === a.values.length && a.values.every((value, k) => value === b.values[k])
}

/** The largest difference between texts. */
function spread(rows: readonly (readonly number[])[]): number {
  return Math.max(...rows.map((row) => distance(rows[0], row)))
}

function distance(a: readonly number[] = [], b: readonly number[] = []): number {
  return Math.max(...a.map((value, k) => Math.abs(value - (b[k] ?? NaN))))
}

import { check } from '../../../checks/check.ts'
import { expectLaw } from '../../../checks/expect.ts'
import { expectCount, predict } from '../../../checks/models.ts'
import { forAll } from '../../../checks/property.ts'
import {
  drawBatch,
  expectSeeded,
  expectSigmoidGates,
  recurrentLayers,
  withDrawnWeights,
} from '../../../checks/recurrent-models.ts'
import { anatomy, buildModel, configs, countModel, kinds, middling, type BenchmarkConfig } from '../domains.ts'

const fn = 'buildRecurrentModel'
const needs = ['benchmark/model-shapes']
/** The example of the handout. */
const example: BenchmarkConfig = { ...middling, inputSize: 5, hiddenSize: 8 }

check(
  'benchmark/model-shapes',
  {
    needs: ['benchmark/loads'],
    visibility: 'public',
    claim: {
      es: '`buildRecurrentModel` da, con las tres celdas, un modelo de (lote, T, D) a (lote, K).',
      en: '`buildRecurrentModel` gives, for all three cells, a model from (batch, T, D) to (batch, K).',
    },
  },
  async (context) => {
    for (const kind of kinds) {
      for (const numLayers of [1, 2]) {
        await buildModel(context, kind, { ...middling, numLayers })
      }
    }
  },
)

check(
  'benchmark/model-cells',
  {
    needs,
    visibility: 'public',
    claim: {
      es: 'Cada modelo tiene `numLayers` capas de su celda, con sigmoide en las puertas.',
      en: 'Every model has `numLayers` layers of its cell, with the sigmoid in the gates.',
    },
  },
  async (context) => {
    for (const kind of kinds) {
      const model = await buildModel(context, kind, { ...middling, numLayers: 3 })
      const received = recurrentLayers(model).map(({ className }) => className)
      const expected = Array.from({ length: 3 }, () => anatomy[kind].className)
      const seen = { expected: expected.join(', '), received: received.join(', ') }
      expectLaw(seen.expected === seen.received, 'benchmark.cells', { model: kind, ...seen })
      expectSigmoidGates(model, fn)
    }
  },
)

check(
  'benchmark/model-count',
  {
    needs,
    visibility: 'public',
    claim: {
      es: 'Con D = 5, H = 8 y K = 2 los modelos de una capa tienen 130, 466 y 354 parámetros, y los de dos, 266, 1010 y 762.',
      en: 'With D = 5, H = 8 and K = 2 the models of one layer have 130, 466 and 354 parameters, and those of two, 266, 1010 and 762.',
    },
  },
  async (context) => {
    for (const [numLayers, counts] of [
      [1, [130, 466, 354]],
      [2, [266, 1010, 762]],
    ] as const) {
      for (const [k, kind] of kinds.entries()) {
        expectCount(await buildModel(context, kind, { ...example, numLayers }), counts[k] ?? NaN, `${fn}('${kind}')`)
      }
    }
  },
)

check(
  'benchmark/model-any-sizes',
  {
    needs,
    visibility: 'hidden',
    claim: {
      es: 'Las formas y los parámetros de los tres modelos son los suyos con tamaños al azar.',
      en: 'The shapes and parameters of the three models are right for random sizes.',
    },
  },
  async (context) => {
    await forAll(
      context,
      'configs',
      configs,
      async (config) => {
        for (const kind of kinds) {
          expectCount(await buildModel(context, kind, config), countModel(kind, config), `${fn}('${kind}')`)
        }
      },
      6,
    )
  },
)

check(
  'benchmark/model-probabilities',
  {
    needs,
    visibility: 'public',
    claim: {
      es: 'Los modelos dan probabilidades, que dependen de toda la secuencia, desde su primer paso.',
      en: 'The models give probabilities, which depend on the whole sequence from its first step on.',
    },
  },
  async (context) => {
    const { seqLength: T, inputSize: D } = middling
    const config = { ...middling, outputSize: 3 }
    for (const kind of kinds) {
      const random = context.random(kind)
      const model = withDrawnWeights(await buildModel(context, kind, config), random)
      const { values: x } = drawBatch(random, [1, T, D])
      // The second sequence differs in its first step, the third in its last.
      const first = Array.from(x, (value, k) => (k < D ? value + 1 : value))
      const last = Array.from(x, (value, k) => (k >= (T - 1) * D ? value + 1 : value))
      const batch = { shape: [3, T, D], values: Float32Array.from([...Array.from(x), ...first, ...last]) }
      const { values } = await predict(await context.tf(), model, batch)
      const rows = [0, 1, 2].map((k) => Array.from(values.slice(3 * k, 3 * k + 3)))
      for (const row of rows) {
        const total = row.reduce((sum, p) => sum + p, 0)
        const fine = Math.abs(total - 1) < 1e-4 && row.every((p) => p > 0)
        expectLaw(fine, 'benchmark.probabilities', { model: kind, total: total.toPrecision(4) })
      }
      for (const [k, step] of [
        [1, 0],
        [2, T - 1],
      ] as const) {
        const effect = Math.max(...(rows[0] ?? []).map((p, i) => Math.abs(p - (rows[k]?.[i] ?? NaN))))
        expectLaw(effect > 1e-6, 'benchmark.step-ignored', { model: kind, step })
      }
    }
  },
)

check(
  'benchmark/model-seed',
  {
    needs,
    visibility: 'public',
    claim: {
      es: 'Los pesos dependen de `config.seed` y de nada más, y no hay dos capas que empiecen iguales.',
      en: 'The weights depend on `config.seed` and nothing else, and no two layers start alike.',
    },
  },
  async (context) => {
    for (const kind of kinds) {
      await expectSeeded(context, fn, (seed) => [kind, { ...middling, numLayers: 3, seed }])
    }
  },
)

import fc from 'fast-check'
import { check, type CheckContext } from '../../../checks/check.ts'
import { expectLaw } from '../../../checks/expect.ts'
import type { ModelData } from '../../../checks/models.ts'
import { forAll } from '../../../checks/property.ts'
import type { Cell, ForecasterConfig } from '../contract.ts'
import { readForecaster, smallConfig } from '../training.ts'

check(
  'time-series/model-shapes',
  {
    needs: ['time-series/loads'],
    visibility: 'public',
    claim: {
      es: '`buildForecaster` da un modelo (lote, window, 1) → (lote, horizon), con LSTM y con GRU, para horizontes 1 y 5.',
      en: '`buildForecaster` gives a model (batch, window, 1) → (batch, horizon), with LSTM and with GRU, for horizons 1 and 5.',
    },
  },
  async (context) => {
    for (const cell of ['lstm', 'gru'] as const) {
      for (const horizon of [1, 5]) await build(context, smallConfig(cell, { window: 9, horizon }), 1)
    }
  },
)

check(
  'time-series/model-seed',
  {
    needs: ['time-series/model-shapes'],
    visibility: 'public',
    claim: {
      es: '`buildForecaster` con la misma semilla da los mismos pesos, con otra da otros, y no repite los de una capa en la siguiente.',
      en: '`buildForecaster` gives the same weights for the same seed, others for another, and does not repeat those of one layer in the next.',
    },
  },
  async (context) => {
    const seed = context.random('seed').int(1, 1_000_000)
    for (const cell of ['lstm', 'gru'] as const) {
      const config = smallConfig(cell, { numLayers: 3 })
      const [first, again, other] = [
        await build(context, config, seed),
        await build(context, config, seed),
        await build(context, config, seed + 1),
      ]
      expectLaw(sameWeights(first, again), 'series.seed-ignored', { cell })
      expectLaw(kernels(first).length > 0, 'series.layers', layersSeen(first, config))
      const differ = kernels(first).every((kernel, k) => !same(kernel, kernels(other)[k] ?? []))
      expectLaw(differ, 'series.seed-fixed', { cell })
      expectLaw(
        new Set(kernels(first).map((values) => values.join())).size === kernels(first).length,
        'series.seed-shared',
      )
    }
  },
)

for (const [cell, name, blocks] of [
  ['lstm', 'LSTM', 4],
  ['gru', 'GRU', 3],
] as const) {
  check(
    `time-series/${cell}-layers`,
    {
      needs: ['time-series/model-shapes'],
      visibility: 'hidden',
      claim: {
        es: `El modelo con cell = '${cell}' tiene \`numLayers\` capas ${name} de \`hiddenSize\` unidades con puertas sigmoides, y cada una ${String(blocks)}·H·(H + entrada + 1) parámetros, con configuraciones al azar.`,
        en: `The model with cell = '${cell}' has \`numLayers\` ${name} layers of \`hiddenSize\` units with sigmoid gates, each with ${String(blocks)}·H·(H + input + 1) parameters, for random configurations.`,
      },
    },
    async (context) => {
      const configs = fc.record({
        cell: fc.constant(cell),
        window: fc.integer({ min: 2, max: 40 }),
        horizon: fc.integer({ min: 1, max: 8 }),
        hiddenSize: fc.integer({ min: 1, max: 24 }),
        numLayers: fc.integer({ min: 1, max: 3 }),
        dropout: fc.constantFrom(0, 0.2),
      })
      await forAll(
        context,
        'configs',
        configs,
        async (config) => {
          expectRecurrent(await build(context, config, 5), config, name, blocks)
        },
        5,
      )
    },
  )
}

function expectRecurrent(model: ModelData, config: ForecasterConfig, name: string, blocks: number): void {
  const { hiddenSize: H, numLayers } = config
  const layers = model.layers.filter(({ className }) => recurrent.has(className))
  const right = layers.filter(({ className, config: own }) => className === name && own['units'] === H)
  expectLaw(layers.length === numLayers && right.length === numLayers, 'series.layers', layersSeen(model, config))
  expectLaw(
    layers.every(({ config: own }) => own['recurrent_activation'] === 'sigmoid'),
    'series.hard-sigmoid',
  )
  // A head may follow; the weights of the recurrent layers come first, three of each.
  const sizes = model.weights.map(({ values }) => values.length)
  for (let layer = 0; layer < numLayers; layer++) {
    const received = sizes.slice(3 * layer, 3 * layer + 3).reduce((sum, size) => sum + size, 0)
    const expected = blocks * H * (H + (layer === 0 ? 1 : H) + 1)
    const seen = { expected: String(expected), received: String(received) }
    expectLaw(received === expected, 'series.layer-count', { layer: layer + 1, ...seen }, seen)
  }
}

const recurrent = new Set(['LSTM', 'GRU', 'SimpleRNN', 'RNN', 'Bidirectional'])

function layersSeen(
  model: ModelData,
  { cell, hiddenSize, numLayers }: ForecasterConfig,
): Record<string, string | number> {
  const seen = model.layers.map(({ className, config }) => {
    const { units } = config
    return typeof units === 'number' ? `${className}(${String(units)})` : className
  })
  return { cell, hiddenSize, numLayers, received: seen.join(', ').slice(0, 300) }
}

async function build(
  context: CheckContext,
  config: ForecasterConfig & { cell: Cell },
  seed: number,
): Promise<ModelData> {
  return readForecaster(context, await context.subject.keep('buildForecaster', config, seed), config)
}

/** Weights that are drawn: matrices whose entries differ. */
function kernels(model: ModelData): readonly Float32Array[] {
  return model.weights.filter(({ shape, values }) => shape.length > 1 && values.length > 8).map(({ values }) => values)
}

function sameWeights(a: ModelData, b: ModelData): boolean {
  return (
    a.weights.length === b.weights.length &&
    a.weights.every(({ values }, k) => same(values, b.weights[k]?.values ?? []))
  )
}

function same(a: ArrayLike<number>, b: ArrayLike<number>): boolean {
  return a.length === b.length && Array.from(a).every((value, k) => value === b[k])
}

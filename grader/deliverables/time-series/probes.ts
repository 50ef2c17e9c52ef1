import { modelBlocks, modelTolerance } from '../../checks/model-probes.ts'
import { probe } from '../../checks/probe.ts'

const slug = 'time-series'
const series = Array.from({ length: 11 }, (_, t) => Math.round(100 * Math.sin(t) + 10 * t) / 100)
const config = { cell: 'lstm', window: 4, horizon: 3, hiddenSize: 3, numLayers: 2, dropout: 0.2 }

probe(slug, 'windows', { functions: ['makeWindows'], task: 'T1' }, async ({ subject }) => ({
  one: await subject.call('makeWindows', series, 4, 1),
  three: await subject.call('makeWindows', series, 4, 3),
}))

probe(slug, 'split', { functions: ['chronologicalSplit'], task: 'T2' }, async ({ subject }) => {
  const items = Array.from({ length: 170 }, (_, k) => k)
  return { parts: await subject.call('chronologicalSplit', items, { train: 70, val: 15 }) }
})

probe(slug, 'scaler', { functions: ['fitScaler'], task: 'T3' }, async ({ subject }) => ({
  varied: await subject.call('fitScaler', series),
  constant: await subject.call('fitScaler', [0.1, 0.1, 0.1]),
}))

probe(slug, 'metrics', { functions: ['regressionMetrics'], task: 'T4' }, async ({ subject }) => ({
  metrics: await subject.call('regressionMetrics', [1, 2, 3, 4], [1.5, 1, 3.25, 7]),
}))

const model = { functions: ['buildForecaster'], task: 'T7', tolerance: modelTolerance, namesOnly: true }
probe(slug, 'model', model, async (context) => {
  const values = context.random('xs').matrix(3, config.window).data
  const inputs = { forecast: { shape: [3, config.window, 1], values } }
  const build = (more: object): Promise<Readonly<Record<string, unknown>>> =>
    context.subject
      .keep('buildForecaster', { ...config, ...more }, 1)
      .then((handle) => modelBlocks(context, handle, inputs))
  return { lstm: await build({}), gru: await build({ cell: 'gru' }) }
})

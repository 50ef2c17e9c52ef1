import { modelBlocks, modelTolerance } from '../../checks/model-probes.ts'
import { modelOf } from '../../checks/models.ts'
import { probe, type ProbeContext } from '../../checks/probe.ts'
import type { ForecasterConfig, TrainOptions } from './contract.ts'
import { scale, scalerOf, split, squaredError, windows } from './pipeline.ts'
import { forecast } from './training.ts'

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

/** One epoch, at a rate at which nothing is learnt: the errors are then those of the first weights. */
const still: TrainOptions = { epochs: 1, batchSize: 64, learningRate: 1e-30, clipNorm: 1, weightDecay: 0, seed: 5 }
const compared: ForecasterConfig = { cell: 'lstm', window: 4, horizon: 2, hiddenSize: 3, numLayers: 1, dropout: 0 }

probe(slug, 'scaling', { functions: ['compareCells'], task: 'T9', namesOnly: true }, async (context) => {
  const long = Array.from({ length: 80 }, (_, t) => Math.round(100 * Math.sin(t) + 10 * t) / 100)
  const { cell: _cell, ...config } = compared
  const { value } = await context.subject.train('compareCells', [long, config, still], { seed: 5, steps: 20 })
  return { scaler: await scalerIn(context, long, mseOf(value)) }
})

function mseOf(comparison: unknown): number {
  const { lstm } = (comparison ?? {}) as { lstm?: { metrics?: { mse?: unknown } | null } | null }
  return Number(lstm?.metrics?.mse)
}

/** What the scaler was fitted on, by the error that it explains; another word where nothing does, or several. */
async function scalerIn({ subject, tf }: ProbeContext, series: readonly number[], mse: number): Promise<string> {
  const { window, horizon } = compared
  const engine = await tf()
  const handle = await subject.keep('buildForecaster', compared, still.seed)
  const model = await modelOf(engine, await subject.model(handle), 'model').catch(() => undefined)
  if (!model) return 'no model'
  const { train, val, test } = split(series, 70, 15)
  const actual = windows(test, window, horizon).ys.flat()
  const found: string[] = []
  for (const [name, part] of Object.entries({ train, 'train and validation': [...train, ...val], series, test })) {
    const scaler = scalerOf(part)
    const scaled = await forecast(engine, model, windows(test.map(scale(scaler)), window, horizon))
    const predicted = Array.from(scaled, (each) => each * scaler.std + scaler.mean)
    const expected = squaredError(actual, predicted).mse
    if (Math.abs(mse - expected) <= 1e-5 * expected) found.push(name)
  }
  return found.length === 1 ? (found[0] ?? '') : 'another way'
}

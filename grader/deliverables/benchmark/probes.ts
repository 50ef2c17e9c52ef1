import { modelBlocks, modelTolerance } from '../../checks/model-probes.ts'
import { probe } from '../../checks/probe.ts'
import { drawLearnable, kinds, middling } from './domains.ts'

const slug = 'benchmark'
const config = { ...middling, numLayers: 2, steps: 3, seed: 5 }

const models = { functions: ['buildRecurrentModel'], task: 'B1', tolerance: modelTolerance, namesOnly: true }
probe(slug, 'models', models, async (context) => {
  const { batchSize, seqLength, inputSize } = config
  const values = context.random('xs').matrix(batchSize, seqLength * inputSize).data
  const inputs = { probabilities: { shape: [batchSize, seqLength, inputSize], values } }
  const built: Record<string, unknown> = {}
  for (const kind of kinds) {
    const handle = await context.subject.keep('buildRecurrentModel', kind, config)
    built[kind] = await modelBlocks(context, handle, inputs)
  }
  return built
})

const run = { functions: ['runBenchmark'], task: 'B3', after: ['models'], namesOnly: true }
probe(slug, 'run', run, async ({ subject, random }) => {
  const data = drawLearnable(random('data'), config)
  const limits = { seed: 5, steps: 100 }
  const { value } = await subject.train('runBenchmark', [config, data], limits)
  const rows = (value as { rows?: unknown } | null | undefined)?.rows
  return { rows: Array.isArray(rows) ? rows.map(row) : 'none' }
})

/** Of a row what does not depend on the machine, nor on how the weights were drawn. */
function row(each: unknown): unknown {
  const { model, params, gates, cellState, firstLoss, finalLoss } = (each ?? {}) as Record<string, unknown>
  return { model, params, gates, cellState, trained: firstLoss !== finalLoss }
}

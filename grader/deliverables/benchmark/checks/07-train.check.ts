import { training } from '../../../checks/check.ts'
import { kinds, type BenchmarkConfig } from '../domains.ts'
import { parseResult } from '../result.ts'

/** That of the guide. */
const config: BenchmarkConfig = {
  inputSize: 32,
  hiddenSize: 64,
  seqLength: 50,
  batchSize: 128,
  outputSize: 2,
  numLayers: 2,
  steps: 50,
  seed: 42,
}

training('benchmark', async ({ subject, save }) => {
  const data = await subject.keep('makeBenchmarkData', config)
  // Room for a warm-up.
  const limits = { seed: config.seed, steps: kinds.length * (config.steps + 10) }
  const { value } = await subject.train('runBenchmark', [config, data], limits)
  save('benchmark.json', `${JSON.stringify(parseResult(value, 'runBenchmark'), null, 2)}\n`)
})

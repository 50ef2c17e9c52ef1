import type { CheckContext } from '../../checks/check.ts'
import { expectClose } from '../../checks/expect.ts'
import { exactly } from '../../checks/tolerances.ts'
import { stream } from '../../numeric/random.ts'
import { drawLearnable, middling, type BenchmarkConfig, type BenchmarkData } from './domains.ts'
import { parseResult, type BenchmarkResult } from './result.ts'

/** One call of `runBenchmark`, with what was seen from outside. */
export interface Run {
  readonly config: BenchmarkConfig
  readonly data: BenchmarkData
  readonly received: unknown
  /** Optimiser steps, all models together. */
  readonly steps: number
  /** How long the call took, in seconds: more than all that it says it measured. */
  readonly wallSeconds: number
}

/** The run that the public checks look at; called once. */
export function publicRun(context: CheckContext): Promise<Run> {
  return context.once('run', () => run(context, 'run', { ...middling, seed: stream(context.seed, 'run').int(0, 1000) }))
}

/** A run of two layers and three classes; called once. */
export function hiddenRun(context: CheckContext): Promise<Run> {
  const draw = stream(context.seed, 'hidden run')
  const config = {
    ...{ inputSize: draw.int(1, 4), hiddenSize: draw.int(3, 7), seqLength: draw.int(2, 5) },
    ...{ batchSize: draw.int(10, 20), outputSize: 3, numLayers: 2, steps: draw.int(5, 8), seed: draw.int(0, 1000) },
  }
  return context.once('hidden run', () => run(context, 'hidden run', config))
}

/** What `runBenchmark` says, known to be a measurement of what was asked for. */
export function resultOf({ config, received }: Run): BenchmarkResult {
  const result = parseResult(received, 'runBenchmark')
  expectClose(result.config, { ...config }, { name: 'runBenchmark.config', tolerance: exactly, oracle: '' })
  return result
}

/** Calls `runBenchmark` on something that can be learnt, drawn from the stream of that name. */
export async function run(context: CheckContext, name: string, config: BenchmarkConfig): Promise<Run> {
  const data = drawLearnable(stream(context.seed, name, 'data'), config)
  const start = performance.now()
  // Room for any warm-up: how many steps there were is a question of its own.
  const limits = { seed: config.seed, steps: 6 * config.steps + 60 }
  const { value, steps } = await context.subject.train('runBenchmark', [config, data], limits)
  return { config, data, received: value, steps, wallSeconds: (performance.now() - start) / 1000 }
}

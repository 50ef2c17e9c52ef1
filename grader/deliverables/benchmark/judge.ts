import type { CheckContext } from '../../checks/check.ts'
import { expectLaw } from '../../checks/expect.ts'
import { batchOf, buildModel, countModel, countWithTorchBiases, kinds } from './domains.ts'
import { crossEntropy } from './loss.ts'
import { rowOf, type BenchmarkResult } from './result.ts'
import { resultOf, type Run } from './run.ts'

/** The parameters of the three models, for the configuration that the result itself names. */
export function expectCounts(result: BenchmarkResult): void {
  for (const kind of kinds) {
    const [expected, received] = [countModel(kind, result.config), rowOf(result, kind).params]
    const torch = received === countWithTorchBiases(kind, result.config)
    const seen = { expected: String(expected), received: String(received) }
    const messageId = torch ? 'benchmark.params-with-torch-biases' : 'benchmark.params'
    expectLaw(received === expected, messageId, { model: kind, ...seen })
  }
}

/** As many optimiser steps as were asked for; a model may warm up with one more. */
export function expectSteps({ config, steps }: Run): void {
  const all = kinds.length * config.steps
  const seen = { expected: String(all), received: String(steps) }
  const fine = steps >= all && steps <= all + kinds.length
  expectLaw(fine, 'benchmark.steps', { steps: config.steps, ...seen })
}

/** The losses of freshly built models on the data of the run. */
export async function expectFirstLosses(context: CheckContext, measured: Run): Promise<void> {
  const { config, data } = measured
  const result = resultOf(measured)
  for (const kind of kinds) {
    const model = await buildModel(context, kind, config)
    const expected = await crossEntropy(context, model, batchOf(data, config), data.ys)
    // A mean of some twenty logarithms in float32.
    expectLoss('benchmark.first-loss', kind, expected, rowOf(result, kind).firstLoss, 1e-4)
  }
}

export function expectLoss(
  messageId: string,
  model: string,
  expected: number,
  received: number,
  tolerance: number,
): void {
  const seen = { expected: expected.toPrecision(6), received: received.toPrecision(6) }
  expectLaw(Math.abs(received - expected) < tolerance, messageId, { model, ...seen })
}

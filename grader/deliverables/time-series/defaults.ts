import { expectForm, expectLaw } from '../../checks/expect.ts'
import { CheckFailure } from '../../checks/failure.ts'
import { describe } from '../../numeric/compare.ts'
import type { ForecasterConfig, TrainOptions } from './contract.ts'

/** A student's configuration of the model, known to be one. */
export function readConfig(received: unknown): ForecasterConfig {
  const sizes = { window: 0, horizon: 0, hiddenSize: 0, numLayers: 0, dropout: 0 }
  expectForm(received, sizes, 'defaultForecasterConfig()')
  const { cell } = received as { cell?: unknown }
  if (cell !== 'lstm' && cell !== 'gru') {
    const seen = {
      at: 'cell',
      expected: "'lstm' | 'gru'",
      received: typeof cell === 'string' ? `'${cell.slice(0, 20)}'` : describe(cell),
    }
    throw new CheckFailure({ kind: 'type', messageId: 'expect.type', params: seen, ...seen })
  }
  const config = received as ForecasterConfig
  whole(config, ['window', 'horizon', 'hiddenSize', 'numLayers'])
  within(config.dropout, 'dropout', config.dropout >= 0 && config.dropout < 1)
  // A window with room for its target in each part of the series.
  within(config.window + config.horizon, 'window + horizon', config.window + config.horizon <= 250)
  return config
}

/** A student's options of the training, known to be some. */
export function readOptions(received: unknown): TrainOptions {
  const numbers = { epochs: 0, batchSize: 0, learningRate: 0, clipNorm: 0, weightDecay: 0, seed: 0 }
  expectForm(received, numbers, 'defaultForecasterOptions()')
  const options = received as TrainOptions
  whole(options, ['epochs', 'batchSize'])
  within(options.learningRate, 'learningRate', options.learningRate > 0 && options.learningRate < Infinity)
  within(options.clipNorm, 'clipNorm', options.clipNorm > 0)
  within(options.weightDecay, 'weightDecay', options.weightDecay >= 0 && options.weightDecay < Infinity)
  within(options.seed, 'seed', Number.isSafeInteger(options.seed))
  return options
}

function whole<Key extends string>(values: Readonly<Record<Key, number>>, keys: readonly Key[]): void {
  for (const key of keys)
    within(values[key], key, Number.isInteger(values[key]) && values[key] >= 1 && values[key] <= 10_000)
}

function within(value: number, key: string, holds: boolean): void {
  expectLaw(holds, 'series.config', { key, received: value })
}

import { field, expectLaw } from '../../checks/expect.ts'
import { CheckFailure } from '../../checks/failure.ts'
import { parameterCount, stepsOf, type SentimentConfig, type TrainOptions } from './contract.ts'
import { bounds, reviewCounts } from './domains.ts'

/** The words of a text, in order and no others. */
export function expectWords(received: unknown, expected: readonly string[], text: string): void {
  const seen = { text: JSON.stringify(text), expected: JSON.stringify(expected), received: written(received) }
  const same = Array.isArray(received) && received.length === expected.length
  expectLaw(same && expected.every((word, k) => received[k] === word), 'text.words', seen, pair(seen))
}

/** A record of exactly these ids. */
export function expectVocabulary(received: unknown, expected: ReadonlyMap<string, number>): void {
  if (typeof received !== 'object' || received === null || Array.isArray(received)) {
    throw new CheckFailure({ kind: 'type', messageId: 'text.no-vocabulary', params: { received: written(received) } })
  }
  const ids = new Map<string, unknown>(Object.entries(received))
  for (const [word, id] of expected) {
    const seen = { word, expected: String(id), received: written(ids.get(word)) }
    expectLaw(ids.get(word) === id, 'text.vocabulary', seen, { ...pair(seen), at: word })
  }
  const extra = [...ids.keys()].find((word) => !expected.has(word))
  expectLaw(extra === undefined, 'text.vocabulary-extra', { word: extra ?? '', size: expected.size })
}

/** The ids of a text. */
export function expectIds(received: unknown, expected: readonly number[], text: string): void {
  const seen = { text: JSON.stringify(text), expected: JSON.stringify(expected), received: written(received) }
  const same = Array.isArray(received) && received.length === expected.length
  expectLaw(same && expected.every((id, k) => received[k] === id), 'text.ids', seen, pair(seen))
}

/** One class per text; where two are equally probable either will do. */
export function expectClasses(received: unknown, expected: readonly number[], clear: readonly boolean[]): void {
  const right = Array.isArray(received) && received.length === expected.length
  expectLaw(right, 'text.classes-form', { received: written(received), texts: expected.length })
  const at = expected.findIndex((label, k) => clear[k] === true && (received as unknown[])[k] !== label)
  const seen = { expected: String(expected[at]), received: written((received as unknown[])[at]) }
  expectLaw(at < 0, 'text.classes', { text: at, ...seen }, pair(seen))
}

/** What `defaultSentimentConfig` answered, with sizes that a model can have. */
export function expectConfig(received: unknown): SentimentConfig {
  const whole = (key: string, from: number): number => {
    const value = field(received, key)
    const ok = typeof value === 'number' && Number.isInteger(value) && value >= from && value <= 100_000
    expectLaw(ok, 'text.default', { key, received: written(value) })
    return value
  }
  const bidirectional = field(received, 'bidirectional')
  expectLaw(typeof bidirectional === 'boolean', 'text.default', {
    key: 'bidirectional',
    received: written(bidirectional),
  })
  const numClasses = whole('numClasses', 2)
  expectLaw(numClasses === 2, 'text.default', { key: 'numClasses', received: String(numClasses) })
  return {
    vocabSize: whole('vocabSize', 3),
    embedDim: whole('embedDim', 1),
    hiddenSize: whole('hiddenSize', 1),
    numLayers: whole('numLayers', 1),
    dropout: share(received, 'dropout'),
    bidirectional,
    numClasses,
    maxLen: whole('maxLen', 1),
  }
}

/** What `defaultSentimentOptions` answered. */
export function expectOptions(received: unknown): TrainOptions {
  const atLeast = (key: string, from: number, integer: boolean): number => {
    const value = field(received, key)
    const ok =
      typeof value === 'number' && Number.isFinite(value) && value >= from && (!integer || Number.isInteger(value))
    expectLaw(ok, 'text.default', { key, received: written(value) })
    return value
  }
  return {
    epochs: atLeast('epochs', 1, true),
    batchSize: atLeast('batchSize', 1, true),
    learningRate: atLeast('learningRate', 0, false),
    clipNorm: atLeast('clipNorm', 0, false),
    weightDecay: atLeast('weightDecay', 0, false),
    seed: atLeast('seed', -(2 ** 31), true),
  }
}

/** Refuses what would take everybody's machine too long, before it starts. */
export function expectAffordable(config: SentimentConfig, options: TrainOptions): void {
  const steps = stepsOf(options, reviewCounts.train)
  const cost = parameterCount(config) * steps
  expectLaw(cost <= bounds.parameterSteps, 'text.too-expensive', { cost, bound: bounds.parameterSteps, steps })
  const cells = steps * config.maxLen * config.numLayers * (config.bidirectional ? 2 : 1)
  expectLaw(cells <= bounds.cellSteps, 'text.too-long', { cells, bound: bounds.cellSteps, steps })
}

function share(received: unknown, key: string): number {
  const value = field(received, key)
  expectLaw(typeof value === 'number' && value >= 0 && value < 1, 'text.default', { key, received: written(value) })
  return value
}

/** What came, short enough for a sentence. */
function written(value: unknown): string {
  const text = JSON.stringify(value ?? null)
  return text.length > 160 ? `${text.slice(0, 160)}…` : text
}

function pair({ expected, received }: { expected: string; received: string }): { expected: string; received: string } {
  return { expected, received }
}

import type { CheckContext } from '../../checks/check.ts'
import { field } from '../../checks/expect.ts'
import { CheckFailure } from '../../checks/failure.ts'
import { describe } from '../../numeric/compare.ts'
import type { BenchmarkConfig, BenchmarkData } from './domains.ts'

/** What `makeBenchmarkData` gives, known to have its form: numbers that are finite, classes in range. */
export async function makeData(context: CheckContext, config: BenchmarkConfig): Promise<BenchmarkData> {
  const { batchSize: B, seqLength: T, inputSize: D, outputSize: K } = config
  const received = await context.subject.call('makeBenchmarkData', config)
  const [xs, ys] = [field(received, 'xs'), field(received, 'ys')]
  if (!isList(xs, B, (sequence) => isList(sequence, T, (step) => isList(step, D, Number.isFinite)))) {
    throw misformed('xs', `number[${String(B)}][${String(T)}][${String(D)}]`, sizes(xs))
  }
  const isClass = (y: unknown): boolean => typeof y === 'number' && Number.isInteger(y) && y >= 0 && y < K
  if (!isList(ys, B, isClass)) throw misformed('ys', `number[${String(B)}], 0…${String(K - 1)}`, describe(ys))
  return received as BenchmarkData
}

function misformed(at: string, expected: string, received: string): CheckFailure {
  const seen = { at, expected, received }
  return new CheckFailure({ kind: 'shape', messageId: 'benchmark.data-form', params: seen, ...seen })
}

function isList(value: unknown, length: number, isItem: (item: unknown) => boolean): boolean {
  return Array.isArray(value) && value.length === length && value.every(isItem)
}

/** The lengths of nested lists along their first items. */
function sizes(value: unknown): string {
  if (!Array.isArray(value)) return describe(value)
  const [first] = value as unknown[]
  return Array.isArray(first) ? `${sizes(first)}[${String(value.length)}]` : describe(value)
}

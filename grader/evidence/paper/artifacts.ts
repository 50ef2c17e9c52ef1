import type { Documents } from '../../submission/documents.ts'

/** A stored file as JSON: what it says is a student's, and is looked at field by field. */
export type Stored<Value> =
  { readonly kind: 'there'; readonly value: Value } | { readonly kind: 'absent' | 'unreadable' }

/** Reads a JSON file of the submission; `understand` says what it holds, or undefined for another form. */
export async function readStored<Value>(
  documents: Documents,
  file: string,
  understand: (json: unknown) => Value | undefined,
): Promise<Stored<Value>> {
  const document = await documents.text(file)
  if (document.kind !== 'text') return { kind: document.kind === 'absent' ? 'absent' : 'unreadable' }
  try {
    const value = understand(JSON.parse(document.text))
    return value === undefined ? { kind: 'unreadable' } : { kind: 'there', value }
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof RangeError) return { kind: 'unreadable' }
    throw error
  }
}

/** What a benchmark came to, by model. */
export type BenchmarkFigures = ReadonlyMap<
  string,
  Readonly<Record<'params' | 'seconds' | 'firstLoss' | 'finalLoss', number>>
>

export function benchmarkFigures(json: unknown): BenchmarkFigures | undefined {
  const rows = at(json, 'rows')
  if (!Array.isArray(rows)) return undefined
  const found = rows.flatMap((row): [string, Record<'params' | 'seconds' | 'firstLoss' | 'finalLoss', number>][] => {
    const model = at(row, 'model')
    const [params, seconds] = [finite(at(row, 'params')), finite(at(row, 'seconds'))]
    const [firstLoss, finalLoss] = [finite(at(row, 'firstLoss')), finite(at(row, 'finalLoss'))]
    if (typeof model !== 'string' || params === undefined || seconds === undefined) return []
    return firstLoss === undefined || finalLoss === undefined
      ? []
      : [[model, { params, seconds, firstLoss, finalLoss }]]
  })
  return found.length === 0 ? undefined : new Map(found)
}

/** Errors of a forecast on the test part, by cell. */
export type SeriesFigures = ReadonlyMap<string, Readonly<Record<'mse' | 'rmse' | 'mae', number>>>

export function seriesFigures(json: unknown): SeriesFigures | undefined {
  const actual = numbers(at(json, 'actual'))
  const found = ['lstm', 'gru'].flatMap((cell): [string, Record<'mse' | 'rmse' | 'mae', number>][] => {
    const predicted = numbers(at(at(json, 'predicted'), cell))
    return actual && predicted?.length === actual.length ? [[cell, errors(actual, predicted)]] : []
  })
  return found.length === 0 ? undefined : new Map(found)
}

/** The share of right answers on the validation texts after the last epoch. */
export function lastAccuracy(json: unknown): number | undefined {
  return numbers(at(json, 'valAccuracy'))?.at(-1)
}

/** A field of whatever it is. */
export function at(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? (value as Readonly<Record<string, unknown>>)[key]
    : undefined
}

export function finite(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined
}

function numbers(value: unknown): readonly number[] | undefined {
  return Array.isArray(value) && value.length > 0 && value.every((each) => finite(each) !== undefined)
    ? (value as readonly number[])
    : undefined
}

function errors(actual: readonly number[], predicted: readonly number[]): Record<'mse' | 'rmse' | 'mae', number> {
  const off = actual.map((value, k) => (predicted[k] ?? NaN) - value)
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length
  const mse = mean(off.map((each) => each * each))
  return { mse, rmse: Math.sqrt(mse), mae: mean(off.map(Math.abs)) }
}

import { Ajv, type AnySchema, type ErrorObject, type ValidateFunction } from 'ajv'
import { expectLaw } from '../../checks/expect.ts'
import { CheckFailure } from '../../checks/failure.ts'
import { describe } from '../../numeric/compare.ts'
import schema from './benchmark.schema.json' with { type: 'json' }
import { anatomy, kinds, type BenchmarkConfig, type ModelKind } from './domains.ts'

/** One row, as the contract has it. */
export interface BenchmarkRow {
  readonly model: ModelKind
  readonly params: number
  readonly seconds: number
  readonly firstLoss: number
  readonly finalLoss: number
  readonly gates: number
  readonly cellState: boolean
}

/** A whole measurement, as the contract has it. */
export interface BenchmarkResult {
  readonly config: BenchmarkConfig
  readonly backend: string
  readonly rows: readonly BenchmarkRow[]
}

let compiled: ValidateFunction<BenchmarkResult> | undefined

/** A value that has the form of a measurement, with each of the models once; a finding with its place otherwise. */
export function parseResult(value: unknown, name: string): BenchmarkResult {
  compiled ??= new Ajv({ verbose: true }).compile<BenchmarkResult>(schema as AnySchema)
  if (!compiled(value)) throw misformed(compiled.errors?.[0], name)
  const found = value.rows.map(({ model }) => model)
  const seen = { expected: kinds.join(', '), received: found.join(', '), at: `${name}.rows` }
  expectLaw(new Set(found).size === kinds.length, 'benchmark.rows', seen)
  return value
}

/** The row of a model; {@link parseResult} has seen that there is one. */
export function rowOf({ rows }: BenchmarkResult, kind: ModelKind): BenchmarkRow {
  const row = rows.find(({ model }) => model === kind)
  if (!row) throw new RangeError(`Expected a row for ${kind}`)
  return row
}

/** No gates in an RNN, three in an LSTM, two in a GRU; a cell state in the LSTM alone. */
export function expectAnatomy(result: BenchmarkResult): void {
  for (const kind of kinds) {
    const { gates, cellState } = rowOf(result, kind)
    const seen = { expected: String(anatomy[kind].gates), received: String(gates) }
    expectLaw(gates === anatomy[kind].gates, 'benchmark.gates', { model: kind, ...seen })
    const state = { expected: String(anatomy[kind].cellState), received: String(cellState) }
    expectLaw(cellState === anatomy[kind].cellState, 'benchmark.cell-state', { model: kind, ...state })
  }
}

/** What a schema does not accept, as a place, what was expected there and what came. */
function misformed(error: ErrorObject | undefined, name: string): CheckFailure {
  const at = `${name}${(error?.instancePath ?? '').replace(/\/(\d+)/g, '[$1]').replace(/\//g, '.')}`
  const seen = { at, expected: wanted(error), received: describe(error?.data).slice(0, 200) }
  return new CheckFailure({ kind: 'type', messageId: 'expect.type', params: seen, ...seen })
}

/** In a notation that needs no translation. */
function wanted(error: ErrorObject | undefined): string {
  const params = (error?.params ?? {}) as Readonly<Record<string, unknown>>
  switch (error?.keyword) {
    case 'type':
      return String(params['type'])
    case 'enum':
      return (params['allowedValues'] as readonly unknown[]).join(' | ')
    case 'required':
      return `{ ${String(params['missingProperty'])} }`
    case 'minItems':
    case 'maxItems':
      return `[${String(params['limit'])}]`
    default:
      return `${String(params['comparison'])} ${String(params['limit'])}`
  }
}

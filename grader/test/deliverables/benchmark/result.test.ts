import { describe, expect, it } from 'vitest'
import { CheckFailure } from '../../../checks/failure.ts'
import { expectAnatomy, parseResult } from '../../../deliverables/benchmark/result.ts'

const row = { params: 130, seconds: 0.25, firstLoss: 0.7, finalLoss: 0.6, gates: 0, cellState: false }
const rows = [
  { ...row, model: 'RNN' },
  { ...row, model: 'LSTM', gates: 3, cellState: true },
  { ...row, model: 'GRU', gates: 2 },
]
const sizes = { inputSize: 5, hiddenSize: 8, seqLength: 4, batchSize: 16, outputSize: 2, numLayers: 1 }
const result = { config: { ...sizes, steps: 3, seed: 7 }, backend: 'wasm', rows }

/** The place of the finding and what it says, or nothing. */
function findingOf(body: () => unknown): readonly unknown[] {
  try {
    body()
    return []
  } catch (error) {
    if (!(error instanceof CheckFailure)) throw error
    const { at, params, messageId } = error.finding
    return [messageId, at, params['expected'], params['received']]
  }
}

/** The result with other things in its second row. */
function withRow(changes: object): unknown {
  return { ...result, rows: rows.map((one, k) => (k === 1 ? { ...one, ...changes } : one)) }
}

describe('A measurement', () => {
  it('has its form, whatever the order of its rows and whatever else it holds', () => {
    expect(parseResult(result, 'r')).toBe(result)
    expect(findingOf(() => parseResult({ ...result, rows: rows.toReversed(), note: 'x' }, 'r'))).toEqual([])
  })

  it.for<[string, unknown, string, string, string]>([
    ['nothing', undefined, 'r', 'object', 'undefined'],
    ['a list', [], 'r', 'object', '[]'],
    ['no rows', { ...result, rows: undefined }, 'r', '{ rows }', '{ config, backend, rows }'],
    ['two rows', { ...result, rows: rows.slice(1) }, 'r.rows', '[3]', '{ params, seconds'],
    ['no backend', { ...result, backend: '' }, 'r.backend', 'wasm | cpu', 'string'],
    ['a text for a number', withRow({ seconds: '0,5' }), 'r.rows[1].seconds', 'number', 'string'],
    ['NaN', withRow({ finalLoss: NaN }), 'r.rows[1].finalLoss', 'number', 'NaN'],
    ['no time at all', withRow({ seconds: 0 }), 'r.rows[1].seconds', '> 0', '0'],
    ['half a parameter', withRow({ params: 1.5 }), 'r.rows[1].params', 'integer', '1.5'],
    ['another name', withRow({ model: 'lstm' }), 'r.rows[1].model', 'RNN | LSTM | GRU', 'string'],
    ['a word for a truth', withRow({ cellState: 'sí' }), 'r.rows[1].cellState', 'boolean', 'string'],
    ['no layers', { ...result, config: { ...result.config, numLayers: 0 } }, 'r.config.numLayers', '>= 1', '0'],
  ])('with %s is a finding with its place', ([, value, at, expected, received]) => {
    const [messageId, where, wanted, came] = findingOf(() => parseResult(value, 'r'))
    expect([messageId, where]).toEqual(['expect.type', at])
    expect(String(wanted)).toContain(expected)
    expect(String(came)).toContain(received)
  })

  it('has each model once', () => {
    expect(findingOf(() => parseResult(withRow({ model: 'GRU' }), 'r'))[0]).toBe('benchmark.rows')
  })

  it('says what each cell is', () => {
    const of = (changes: object): readonly unknown[] =>
      findingOf(() => {
        expectAnatomy(parseResult(withRow(changes), 'r'))
      })
    expect(of({})).toEqual([])
    expect(of({ gates: 4 })).toEqual(['benchmark.gates', undefined, '3', '4'])
    expect(of({ cellState: false })).toEqual(['benchmark.cell-state', undefined, 'true', 'false'])
  })
})

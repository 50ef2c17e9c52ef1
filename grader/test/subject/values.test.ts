import { describe, expect, it } from 'vitest'
import type { Mat } from '../../model/mat.ts'
import { Opaque } from '../../subject/protocol.ts'
import { failureOf, workbench } from './workbench.ts'

describe('What a call answers', () => {
  it('comes over as plain data, or as the name of what it is', async () => {
    const subject = await workbench().subject('odd-values')
    const answers: Record<string, unknown> = {
      aFunction: new Opaque('function'),
      aSymbol: new Opaque('symbol'),
      aBigInt: new Opaque('bigint'),
      aMap: new Opaque('Map'),
      aDate: new Opaque('Date'),
      aClass: { h: 1 },
      aHole: [1, undefined, 3],
      aBoxedNumber: {},
      aShifter: { value: 1 },
      aSerialiser: { value: 1, toJSON: new Opaque('function') },
      anImpostor: { valueOf: new Opaque('function'), toString: new Opaque('function') },
      nothing: undefined,
      later: 42,
    }
    for (const [fn, answer] of Object.entries(answers)) expect(await subject.call(fn)).toEqual(answer)
  })

  it('has no prototype, whatever its keys are called', async () => {
    const answer = (await (await workbench().subject('odd-values')).call('ownKeys')) as object
    expect(Object.getPrototypeOf(answer)).toBeNull()
    expect(Object.entries(answer)).toEqual([
      ['__proto__', 1],
      ['constructor', 2],
      ['then', 3],
    ])
  })

  it('is the failure of the student when a getter of it throws', async () => {
    const { finding, died } = await failureOf((await workbench().subject('odd-values')).call('aTrap'))
    expect(finding).toMatchObject({ kind: 'threw', params: { error: 'Error: do not look' } })
    expect(died).toBe(false)
  })

  it.each([
    ['act', "''"],
    ['blank', "''"],
    ['nil', 'undefined'],
    ['symbol', 'Symbol(s)'],
    ['bigint', '10'],
  ])('is the failure of the student when what was thrown says nothing: %s', async (fn, error) => {
    const { finding, died } = await failureOf((await workbench().subject('throws-nothing')).call(fn))
    expect({ finding, died }).toEqual({
      finding: { kind: 'threw', messageId: 'subject.threw', params: { fn, error } },
      died: false,
    })
  })

  it('stays what it was, though the student’s code changes it afterwards', async () => {
    const subject = await workbench().subject('shares-memory')
    const first = await subject.call('act')
    await new Promise((resolve) => setTimeout(resolve, 50))
    const second = await subject.call('act')
    expect(first).toEqual([1, 1, 1])
    expect(second).not.toEqual(first)
  })

  it('cannot be named otherwise by a module whose exports have odd names', async () => {
    const exported = await (await workbench().subject('exports-odd-names')).exports()
    expect(exported.get('act')).toBe('function')
    expect(exported.size).toBe(7)
    const { finding } = await failureOf((await workbench().subject('exports-odd-names')).call('Constructor'))
    expect(finding).toMatchObject({ messageId: 'subject.missing-export-near', params: { near: 'constructor' } })
  })

  it.each(['manyParts', 'sparse'])('is refused when it is too large: %s', async (fn) => {
    const subject = await workbench().subject('huge-return')
    const { finding, died } = await failureOf(subject.call(fn))
    expect(finding).toEqual({ kind: 'type', messageId: 'subject.too-large', params: { fn } })
    expect(died).toBe(false)
    expect(await subject.call('honest')).toBe(42)
  })
})

describe('A matrix comes over', () => {
  it('whichever class of the library it is, to the last bit', async () => {
    const answer = await (await workbench().subject('matrix-views')).call('act')
    expect(answer).toEqual({
      plain: mat(3, 2, [1, 2, 3, 4, 5, 6]),
      transposed: mat(2, 3, [1, 3, 5, 2, 4, 6]),
      column: mat(3, 1, [2, 4, 6]),
      wrapped: mat(2, 2, [1, 2, 3, 4]),
      subclass: mat(1, 2, [7, 8]),
      symmetric: mat(2, 2, [0, 0, 0, 0]),
      empty: mat(0, 3, []),
      exact: mat(1, 4, [NaN, Infinity, -Infinity, -0]),
    })
  })

  it('as a blank when it holds text or claims a size that nothing has', async () => {
    const subject = await workbench().subject('matrix-views')
    expect(await subject.call('withText')).toEqual(new Opaque('matrix'))
    expect((await failureOf(subject.call('endless'))).finding.messageId).toBe('subject.too-large')
    expect((await failureOf(subject.call('short'))).finding.messageId).toBe('subject.threw')
  })
})

describe('What a call is given', () => {
  it('looks like what a caller in the same file would give', async () => {
    const subject = await workbench().subject('looks-around')
    const params = { a: mat(1, 1, [1]), b: [1, 2] }
    expect(await subject.call('ordinary', params, [1, 'x'])).toEqual({
      own: true,
      text: 'function',
      list: true,
      keys: ['a', 'b'],
      matrix: true,
    })
  })
})

function mat(rows: number, columns: number, data: readonly number[]): Mat {
  return { rows, columns, data: new Float64Array(data) }
}

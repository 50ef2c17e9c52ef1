import { describe, expect, it } from 'vitest'
import type { Mat } from '../../model/mat.ts'
import { failureOf, workbench } from './workbench.ts'

describe('A kept result', () => {
  it('stays in the subject, with its methods, and changes there', async () => {
    const subject = await workbench().subject('keeps-state')
    const handle = await subject.keep('act')
    const value = await subject.read(handle)
    expect(value).toMatchObject({ count: 0 })
    expect([await subject.call('advance', handle), await subject.call('advance', handle)]).toEqual([1, 2])
    expect(await subject.read(handle)).toMatchObject({ count: 2 })
    expect(value).toMatchObject({ count: 0 })
  })

  it('is passed on in parts', async () => {
    const subject = await workbench().subject('keeps-state')
    const handle = await subject.keep('act')
    expect(await subject.call('rows', handle.at('parts', 0, 'm'))).toBe(2)
    expect(await subject.call('rows', handle.at('parts').at(1).at('m'))).toBe(1)
    expect(await subject.call('rows', handle.at('nothing', 7, 'm'))).toBe(-1)
  })

  it('is another one each time', async () => {
    const subject = await workbench().subject('keeps-state')
    const [first, second] = [await subject.keep('act'), await subject.keep('act')]
    await subject.call('advance', first)
    expect(await subject.read(first)).toMatchObject({ count: 1 })
    expect(await subject.read(second)).toMatchObject({ count: 0 })
  })

  it('is gone after a release, and its number is free again', async () => {
    const subject = await workbench().subject('keeps-state')
    const handle = await subject.keep('act')
    await subject.release()
    expect((await failureOf(subject.call('advance', handle))).finding.messageId).toBe('subject.threw')
    const again = await subject.keep('act')
    expect(again.id).toBe(handle.id)
    expect(await subject.read(again)).toMatchObject({ count: 0 })
  })

  it('is gone when its process died', async () => {
    const subject = await workbench().subject('exits-zero')
    const held = await subject.hold({ a: 1 })
    expect(await subject.read(held)).toEqual({ a: 1 })
    await failureOf(subject.call('act'))
    expect(await subject.read(held)).toBeUndefined()
  })

  it('costs nothing to release when nothing was kept, or nothing runs', async () => {
    const bench = workbench()
    const subject = await bench.subject('keeps-state')
    await subject.release()
    expect(bench.running()).toEqual([])
  })
})

describe('A held value', () => {
  it('shows what a call did to it', async () => {
    const subject = await workbench().subject('mutates-arguments')
    const [W, x] = [mat([1, 2]), mat([5])]
    const live = await subject.hold({ params: { W }, xs: [x, x] })
    expect(await subject.call('scale', live.at('params'), live.at('xs'), 3)).toEqual([x])
    expect(await subject.read(live)).toEqual({ params: { W: mat([3, 6]) }, xs: [x] })
    expect(await subject.read(live.at('params', 'W'))).toEqual(mat([3, 6]))
  })

  it('is not the value that it was made from', async () => {
    const subject = await workbench().subject('mutates-arguments')
    const params = { W: mat([1, 2]) }
    await subject.call('scale', params, [], 3)
    expect(params.W.data).toEqual(new Float64Array([1, 2]))
  })
})

describe('Many calls at once', () => {
  it('answer in order, each with its own arguments and random numbers', async () => {
    const subject = await workbench().subject('uses-math-random')
    const lists = (await subject.each('act', [[1], [2], [0]])) as readonly (readonly number[])[]
    expect(lists.map((list) => list.length)).toEqual([1, 2, 0])
    expect(lists[0]?.[0]).not.toBe(lists[1]?.[0])
  })

  it('hand over one field of each', async () => {
    const subject = await workbench().subject('keeps-state')
    expect(await subject.each('act', [[], []], 'count')).toEqual([0, 0])
    expect(await subject.each('act', [[]], 'nothing')).toEqual([undefined])
    expect(await subject.each('act', [])).toEqual([])
  })

  it('fail as one call does', async () => {
    const subject = await workbench().subject('throws-in-call')
    const finding = { messageId: 'subject.threw', location: 'demo/demo.ts:9:9' }
    expect((await failureOf(subject.each('act', [[], []]))).finding).toMatchObject(finding)
    expect((await failureOf(subject.each('absent', [[]]))).finding.messageId).toBe('subject.missing-export')
  })
})

function mat(data: readonly number[]): Mat {
  return { rows: 1, columns: data.length, data: new Float64Array(data) }
}

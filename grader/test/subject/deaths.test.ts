import { readdirSync } from 'node:fs'
import { describe, expect, it, vi } from 'vitest'
import { killGroup } from '../../subject/isolation/kill.ts'
import { crimeFolder, expectGone, failureOf, workbench } from './workbench.ts'

describe('A subject', () => {
  it('starts at its first call, notes its process while it runs, and leaves nothing when it closes', async () => {
    const bench = workbench()
    const subject = await bench.subject('well-behaved')
    expect(bench.running()).toEqual([])
    await subject.call('act')
    const seen = bench.running()
    expect(seen).toHaveLength(1)
    await bench.expectNothingLeft(seen)
  })

  it('starts ahead when it is told to, once, and says at the first call what went wrong', async () => {
    const bench = workbench()
    const subject = await bench.subject('well-behaved')
    subject.prestart()
    expect(bench.running()).toHaveLength(1)
    const [ahead] = bench.running()
    expect(await Promise.all([subject.exports(), subject.exports()])).toHaveLength(2)
    expect(await subject.call('act')).toBe(1)
    expect(bench.running()).toEqual([ahead])
    const broken = await bench.subject('throws-at-import')
    broken.prestart()
    expect((await failureOf(broken.call('act'))).finding.messageId).toBe('subject.threw-at-import')
  })

  it('keeps its process over calls, and begins anew when it was closed', async () => {
    const subject = await workbench().subject('well-behaved')
    expect([await subject.call('act'), await subject.call('act')]).toEqual([1, 2])
    subject.close()
    subject.close()
    expect(await subject.call('act')).toBe(1)
  })

  it('has a process of its own beside another of the same bundle', async () => {
    const bench = workbench()
    const bundle = await bench.bundle(crimeFolder('well-behaved'))
    const [first, second] = [bench.start(bundle), bench.start(bundle)]
    await first.call('act')
    expect(await second.call('act')).toBe(1)
    expect(bench.running()).toHaveLength(2)
  })

  it('answers after its process died, from a new one', async () => {
    const bench = workbench()
    const subject = await bench.subject('exits-zero')
    await subject.call('honest')
    const [first] = bench.running()
    expect((await failureOf(subject.call('act'))).died).toBe(true)
    expect(bench.running()).toEqual([])
    await subject.call('honest')
    expect(bench.running()).not.toContain(first)
    await expectGone([first ?? NaN])
  })

  it.each(['exits-in-timer', 'writes-from-a-timer'])('is not harmed by what %s between two calls', async (crime) => {
    const bench = workbench()
    const subject = await bench.subject(crime)
    expect(await subject.call('leave')).toBe(1)
    await vi.waitUntil(() => readdirSync(bench.pids).length === 0, { timeout: 20_000 })
    expect(await subject.call('honest')).toBe(42)
  })

  it('finds nothing of what an earlier process of the same code left behind', async () => {
    const bench = workbench()
    const bundle = await bench.bundle(crimeFolder('leaves-a-note'))
    const [first, later] = [bench.start(bundle), bench.start(bundle)]
    expect(await first.call('act')).toEqual([])
    // It would find what it left itself.
    expect(await first.call('act')).toContain('note')
    first.close()
    expect(await later.call('act')).toEqual([])
  })

  it('answers every call anew, the right ones and those after', async () => {
    const subject = await workbench().subject('answers-right-once')
    expect([await subject.call('act'), await subject.call('act')]).toEqual([1, 7])
  })

  it('kills what is noted even when it is told from outside', async () => {
    const bench = workbench()
    const subject = await bench.subject('well-behaved')
    await subject.call('act')
    const seen = bench.running()
    for (const pid of seen) killGroup(pid)
    await expectGone(seen)
    for (const pid of seen) killGroup(pid)
    await vi.waitUntil(() => readdirSync(bench.pids).length === 0, { timeout: 20_000 })
    expect(await subject.call('act')).toBe(1)
  })

  it('says what a module exports', async () => {
    const exported = await (await workbench().subject('not-a-function')).exports()
    expect([...exported].sort()).toEqual([
      ['act', 'number'],
      ['honest', 'function'],
    ])
  })
})

describe('A function that hangs', () => {
  it('costs its deadline twice, and after that nothing', async () => {
    const bench = workbench()
    const subject = await bench.loaded('infinite-loop', 400)
    for (const _ of [1, 2]) expect((await failureOf(subject.call('act'))).finding.kind).toBe('timeout')
    expect(bench.running()).toEqual([])
    for (const _ of [1, 2, 3]) {
      const { finding, died } = await failureOf(subject.call('act'))
      expect({ finding, died }).toMatchObject({
        finding: { messageId: 'subject.timeout', params: { fn: 'act' } },
        died: true,
      })
    }
    // Nothing was started for those three.
    expect(bench.running()).toEqual([])
  })

  it('does not take the others of its file with it', async () => {
    const subject = await workbench().loaded('infinite-loop', 400)
    for (const _ of [1, 2, 3]) await failureOf(subject.call('act'))
    expect(await subject.call('honest')).toBe(42)
  })

  it('at import is remembered: nothing is started a second time', async () => {
    const bench = workbench()
    const subject = await bench.subject('infinite-loop-at-import', { deadlineMs: 400 })
    expect(await failureOf(subject.exports())).toMatchObject({ died: true, finding: { params: { fn: 'import' } } })
    expect(await failureOf(subject.exports())).toMatchObject({ died: false, finding: { params: { fn: 'import' } } })
    expect(bench.running()).toEqual([])
  })
})

describe('What a subject prints', () => {
  it('is kept over calls and processes, and is not taken for an answer', async () => {
    const subject = await workbench().subject('prints-escapes')
    expect(await subject.call('act')).toBe(1)
    await vi.waitUntil(() => subject.output.includes('100/100') && subject.output.includes('::error::'))
    subject.close()
    expect(await subject.call('honest')).toBe(42)
    expect(subject.output).toContain('PASSED')
  })

  it('is cut', async () => {
    const subject = await workbench().subject('endless-output')
    await failureOf(subject.call('act'))
    expect(subject.output.startsWith('loss: 0.693\n')).toBe(true)
    expect(subject.output.length).toBeLessThanOrEqual(128 * 1024)
  })

  it('does not hide what the process died of', async () => {
    const subject = await workbench().written({
      'demo/demo.ts': `export function act(): void {
        console.log('epoch\\n'.repeat(50_000))
        const kept: number[][] = []
        for (;;) kept.push(new Array<number>(100_000).fill(0.5))
      }`,
    })
    expect((await failureOf(subject.call('act'))).finding.kind).toBe('memory')
  })
})

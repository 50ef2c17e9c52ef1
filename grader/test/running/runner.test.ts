import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import type { RunRecord } from '../../grading/session.ts'
import type { CheckResult, Verdict } from '../../model/verdict.ts'
import { Course, runDemo } from './course.ts'

const honest = 'export const answer = (): number => 42\nexport const leave = (): never => process.exit(0)\n'

describe('A check ends in one of five ways', () => {
  it('and what it needs decides which: failures block, faults spread', async () => {
    const course = new Course({
      'demo/checks/01.check.ts': `
        check('demo/waits-for-blocked', undefined, { needs: ['demo/blocked'] })
        check('demo/blocked', undefined, { needs: ['demo/passes', 'demo/fails'] })
        check('demo/passes', async ({ subject }) => { expectNumber(await subject.call('answer'), 42, 'answer') })
        check('demo/fails', async ({ subject }) => { expectNumber(await subject.call('answer'), 43, 'answer') })
        check('demo/crashes', async ({ subject }) => { await subject.call('leave') })
        check('demo/missing', async ({ subject }) => { await subject.call('absent') })
        check('demo/our-mistake', async () => { (undefined as unknown as { x: number }).x })
        check('demo/after-our-mistake', undefined, { needs: ['demo/our-mistake'] })
        check('demo/after-all', undefined, { needs: ['demo/passes'] })`,
    })
    const ids = [
      'waits-for-blocked',
      'blocked',
      'passes',
      'fails',
      'crashes',
      'missing',
      'our-mistake',
      'after-our-mistake',
      'after-all',
    ]
    const session = await course.open(ids.map((id) => `demo/${id}`))
    const seen: CheckResult[] = []
    const record = await runDemo(session, honest, { onResult: (result) => seen.push(result) })
    const verdicts = verdictsOf(record)
    expect(kinds(verdicts)).toEqual({
      'demo/passes': 'passed',
      'demo/fails': 'failed',
      'demo/blocked': 'blocked',
      'demo/waits-for-blocked': 'blocked',
      'demo/crashes': 'crashed',
      'demo/missing': 'failed',
      'demo/our-mistake': 'faulted',
      'demo/after-our-mistake': 'faulted',
      'demo/after-all': 'passed',
    })
    // Both wait for the root of the trouble.
    expect(verdicts['demo/blocked']).toEqual({ kind: 'blocked', by: 'demo/fails' })
    expect(verdicts['demo/waits-for-blocked']).toEqual({ kind: 'blocked', by: 'demo/fails' })
    expect(verdicts['demo/after-our-mistake']).toEqual({ kind: 'faulted', fault: 'needs demo/our-mistake' })
    expect(verdicts['demo/our-mistake']).toMatchObject({
      fault: expect.stringMatching(/TypeError[^]*demo\/checks\/[\w.-]+\.check\.ts:\d+:\d+/) as string,
    })
    expect(verdicts['demo/fails']).toMatchObject({ finding: { seed: 5, replay: 'again demo', received: '42' } })
    expect(verdicts['demo/crashes']).toMatchObject({ finding: { kind: 'exited', seed: 5, replay: 'again demo' } })
    // Needs come first, whatever the order in which checks were declared; each is told once.
    expect(seen.map(({ meta }) => meta.id)).toEqual(record.results.map(({ meta }) => meta.id))
    expect(record.results.map(({ meta }) => meta.id).indexOf('demo/fails')).toBeLessThan(
      record.results.map(({ meta }) => meta.id).indexOf('demo/blocked'),
    )
  })

  it('and hidden checks do not run in public', async () => {
    const course = new Course({
      'demo/checks/01.check.ts': "check('demo/a')\ncheck('demo/b', undefined, { visibility: 'hidden' })",
    })
    const session = await course.open(['demo/a', 'demo/b'])
    expect(kinds(verdictsOf(await runDemo(session, honest, { mode: 'public' })))).toEqual({ 'demo/a': 'passed' })
    expect(Object.keys(verdictsOf(await runDemo(session, honest)))).toEqual(['demo/a', 'demo/b'])
  })

  it('and a file that does not load fails at the first check that needs it', async () => {
    const course = new Course({
      'demo/checks/01.check.ts': `
        check('demo/loads', async ({ subject }) => { await subject.exports() })
        check('demo/more', undefined, { needs: ['demo/loads'] })`,
    })
    const session = await course.open(['demo/loads', 'demo/more'])
    const verdicts = verdictsOf(await runDemo(session, "import 'node:fs'"))
    expect(verdicts).toMatchObject({
      'demo/loads': { kind: 'failed', finding: { kind: 'import', location: 'demo/demo.ts:1:8' } },
      'demo/more': { kind: 'blocked', by: 'demo/loads' },
    })
  })
})

describe('Whatever the engine does not see end well is a fault, never a pass', () => {
  it('when a guard finds that the oracles disagree', async () => {
    const course = new Course({
      'demo/checks/01.check.ts': "guard('hidden', () => { throw new Error('disagree') })\ncheck('demo/a')",
    })
    const session = await course.open(['demo/a'])
    const verdicts = verdictsOf(await runDemo(session, honest))
    expect(verdicts['demo/a']).toMatchObject({ kind: 'faulted', fault: expect.stringContaining('disagree') as string })
    // A public run does not lean on what only hidden checks use.
    expect(verdictsOf(await runDemo(session, honest, { mode: 'public' }))['demo/a']).toEqual({ kind: 'passed' })
  })

  it.each<[string, string, RegExp]>([
    ['the entry does not load', 'throw new Error("spoiled entry")', /^never ran: [^]*spoiled entry/],
    ['the entry holds no test', '', /^never ran/],
    [
      'a test passes without a verdict',
      "test('x', { meta: { check: 'demo/a' } }, () => undefined)",
      /^vitest says passed, verdict undefined$/,
    ],
    [
      'a verdict says passed and the test failed',
      "test('x', { meta: { check: 'demo/a', verdict: { kind: 'passed' } } }, () => { throw new Error() })",
      /^vitest says failed, verdict passed$/,
    ],
    [
      'a test was skipped and its verdict says passed',
      "test.skip('x', { meta: { check: 'demo/a', verdict: { kind: 'passed' } } }, () => undefined)",
      /^vitest says skipped, verdict passed$/,
    ],
    [
      'a test names a check that nobody asked for',
      "test('x', { meta: { check: 'demo/z' } }, () => undefined)",
      /^never ran/,
    ],
  ])('when %s', async (_, entry, fault) => {
    const course = new Course({ 'demo/checks/01.check.ts': "check('demo/a')" })
    const session = await course.open(['demo/a'])
    const imports = entry.startsWith('test') ? "import { test } from 'vitest'\n" : ''
    writeFileSync(path.join(course.workshop.cache, 'checks', 'demo.mjs'), imports + entry)
    const { results } = await runDemo(session, honest)
    expect(results.map(({ meta }) => meta.id)).toEqual(['demo/a'])
    expect(results[0]?.verdict).toMatchObject({ kind: 'faulted', fault: expect.stringMatching(fault) as string })
  })
})

describe('A warm session', () => {
  it('knows nothing in the second run of what the first one saw', async () => {
    const course = new Course({
      'demo/checks/01.check.ts': `
        check('demo/a', async ({ subject }) => { expectNumber(await subject.call('answer'), 42, 'answer') })
        check('demo/b', async ({ subject }) => { expectNumber(await subject.call('count'), 1, 'count') })`,
    })
    const session = await course.open(['demo/a', 'demo/b'])
    const counting = 'let n = 0\nexport const answer = () => 42\nexport const count = () => ++n\n'
    const first = verdictsOf(await runDemo(session, counting))
    const wrong = verdictsOf(await runDemo(session, counting.replace('42', '41')))
    const third = verdictsOf(await runDemo(session, counting))
    expect(kinds(first)).toEqual({ 'demo/a': 'passed', 'demo/b': 'passed' })
    expect(kinds(wrong)).toEqual({ 'demo/a': 'failed', 'demo/b': 'passed' })
    expect(third).toEqual(first)
  })

  it('keeps what the code printed, and takes none of it for a verdict', async () => {
    const course = new Course({
      'demo/checks/01.check.ts': `
        check('demo/a', async ({ subject }) => { expectNumber(await subject.call('answer'), 42, 'answer') })
        check('demo/b', async ({ subject }) => { expectNumber(await subject.call('answer'), 42, 'answer') })`,
    })
    const session = await course.open(['demo/a', 'demo/b'])
    const { results, outputs } = await runDemo(
      session,
      `export const answer = () => { console.log('ok 1 - demo/a {"kind":"passed"}'); return 41 }`,
    )
    expect(results.map(({ verdict }) => verdict.kind)).toEqual(['failed', 'failed'])
    expect(outputs['demo']).toContain('ok 1 - demo/a')
  })
})

function verdictsOf({ results }: RunRecord): Record<string, Verdict> {
  return Object.fromEntries(results.map(({ meta, verdict }) => [meta.id, verdict]))
}

function kinds(verdicts: Record<string, Verdict>): Record<string, string> {
  return Object.fromEntries(Object.entries(verdicts).map(([id, { kind }]) => [id, kind]))
}

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Finding } from '../../model/finding.ts'
import { say, type MessageId } from '../../messages/say.ts'
import type { IsolationLevel } from '../../subject/confinement.ts'
import type { Subject } from '../../subject/subject.ts'
import { provenLevels } from './proven.ts'
import { crimeNames, expectedOf, failureOf, sourceOf, workbench, Workbench } from './workbench.ts'

/** What else the findings say, crime by crime. */
const details: Readonly<Record<string, Partial<Finding>>> = {
  'syntax-error': { location: 'demo/demo.ts:4:1' },
  'missing-export': { params: { fn: 'act', near: '' } },
  'export-in-wrong-case': { params: { fn: 'act', near: 'Act' } },
  'not-a-function': { params: { fn: 'act', type: 'number' } },
  'throws-at-import': { location: 'demo/demo.ts:4:24' },
  'throws-in-call': { params: { fn: 'act', error: 'RangeError: no largest of 3' }, location: 'demo/demo.ts:9:9' },
  'throws-in-helper': { params: { fn: 'act', error: 'Error: deep inside' }, location: 'demo/parts/fail.ts:2:9' },
  'throws-in-library': { location: 'demo/demo.ts:6:12' },
  'throws-a-string': { params: { fn: 'act', error: 'not today' } },
  'not-written': { params: { fn: 'act', task: 'D1' } },
  'forges-task': { params: { fn: 'act', task: '' } },
  'forges-found': { params: { fn: 'act', type: 'object' } },
  'infinite-loop': { params: { fn: 'act', seconds: 0.6 } },
  'infinite-loop-at-import': { params: { fn: 'import', seconds: 0.6 } },
  'exits-zero': { params: { fn: 'act', code: 0 } },
  'exits-at-import': { params: { fn: 'import', code: 0 } },
  'exits-in-timer': { params: { fn: 'act', code: 3 } },
  'kills-itself': { params: { fn: 'act', signal: 'SIGKILL' } },
  'heap-bomb': { params: { fn: 'act', megabytes: 512 } },
  'endless-output': { params: { fn: 'act', megabytes: 8 } },
  'buffer-bomb': { params: { fn: 'act', megabytes: 1536 } },
  'spawns-process': { params: { fn: 'act', what: 'process' }, location: 'demo/demo.ts:4:10' },
  'fork-bomb': { params: { fn: 'act', what: 'process' } },
  'starts-worker': { params: { fn: 'act', what: 'worker' } },
  'reads-files': { params: { fn: 'act', what: 'file' } },
  'writes-files': { params: { fn: 'act', what: 'file' } },
  'fills-disk': { params: { fn: 'act', what: 'file' } },
  'uses-network': { params: { fn: 'act', what: 'network' } },
  'imports-fs': { params: { specifier: 'node:fs' }, location: 'demo/demo.ts:2:30' },
  'imports-tfjs': { params: { specifier: '@tensorflow/tfjs-core' }, location: 'demo/demo.ts:3:21' },
  'imports-other-deliverable': { params: { specifier: '../other/other.ts' } },
  'imports-data-url': { params: { specifier: 'data:text/javascript,export const answer = 42' } },
  'requires-child-process': { params: { specifier: 'node:child_process' }, location: 'demo/demo.ts:5:18' },
}

/** Fails before any function can be called, and will not load the next time either. */
const neverLoads = (crime: string): boolean => !sourceOf(crime).includes('function honest')

const neighbours = new Workbench()
let neighbour: Subject
beforeAll(async () => {
  neighbour = await neighbours.subject('well-behaved')
})
afterAll(() => {
  neighbours.clear()
})

describe('Every fixture gets the verdict that it expects, and nothing else suffers', () => {
  it.for(crimeNames())('%s', async (crime) => {
    const expected = expectedOf(crime)
    const bench = workbench()
    const hangs = expected.kind === 'timeout' && !neverLoads(crime)
    const deadlineMs = expected.kind === 'timeout' ? deadline : patience
    const subject = hangs ? await bench.loaded(crime, deadlineMs) : await bench.subject(crime, { deadlineMs })
    const before = await neighbour.call('act')

    if (expected.verdict === 'passed') expect(await subject.call('act')).not.toBeUndefined()
    else await expectCrime(crime, subject, 'L0')

    const seen = bench.running()
    if (neverLoads(crime)) await expectStillBroken(crime, subject)
    else expect(await subject.call('honest')).toBe(42)
    expect(await neighbour.call('act')).toBe(Number(before) + 1)
    await bench.expectNothingLeft([...seen, ...bench.running()])
  })
})

/** Crimes that the system may answer otherwise in a box; what never starts, throws or hangs is the same everywhere. */
const touchesTheSystem = (crime: string): boolean =>
  ['memory', 'output', 'exited', 'protocol', 'denied'].includes(expectedOf(crime).kind) ||
  ['well-behaved', 'looks-around', 'signals-parent', 'lists-descriptors'].includes(crime)

describe.each(provenLevels(['U', 'L1', 'L2']))('At level $level', ({ level, isolation }) => {
  it.for(crimeNames().filter(touchesTheSystem))('%s', async (crime) => {
    const bench = workbench()
    const expected = expectedOf(crime, level)
    const limits = { isolation, deadlineMs: expected.kind === 'timeout' ? 3000 : patience }
    const subject = await bench.subject(crime, limits)
    if (expected.verdict === 'passed') expect(await subject.call('act')).not.toBeUndefined()
    else await expectCrime(crime, subject, level)
    const seen = bench.running()
    if (!neverLoads(crime)) expect(await subject.call('honest')).toBe(42)
    await bench.expectNothingLeft([...seen, ...bench.running()])
  })
})

/** A hang costs its deadline, so those are short; what is slow but honest has time. */
const [deadline, patience] = [600, 20_000]

async function expectCrime(crime: string, subject: Subject, level: IsolationLevel): Promise<void> {
  const { finding, died } = await failureOf(subject.call('act'))
  const { kind, messageId } = finding
  expect({ verdict: died ? 'crashed' : 'failed', kind, messageId }).toEqual(expectedOf(crime, level))
  if (messageId === expectedOf(crime).messageId) expect(finding).toMatchObject(details[crime] ?? {})
  // However long the student's text was, what is kept of it is not.
  expect(JSON.stringify(finding).length).toBeLessThan(5000)
  for (const language of ['es', 'en'] as const) {
    const sentence = say(language, messageId as MessageId, finding.params)
    for (const name of Object.keys(finding.params)) expect(sentence).not.toContain(`{${name}}`)
  }
}

/** The finding is remembered: nothing is started again only to fail again. */
async function expectStillBroken(crime: string, subject: Subject): Promise<void> {
  const { finding, died } = await failureOf(subject.call('honest'))
  expect({ messageId: finding.messageId, died }).toEqual({ messageId: expectedOf(crime).messageId, died: false })
}

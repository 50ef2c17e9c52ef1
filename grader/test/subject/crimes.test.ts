import { existsSync, readdirSync } from 'node:fs'
import { url as inspectorUrl } from 'node:inspector'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Finding } from '../../model/finding.ts'
import { say, type MessageId } from '../../messages/say.ts'
import { compare } from '../../numeric/compare.ts'
import type { IsolationLevel } from '../../subject/confinement.ts'
import { Opaque, TensorValue } from '../../subject/protocol.ts'
import type { Subject } from '../../subject/subject.ts'
import { expectWorthless } from '../checks/judges.ts'
import { sampled } from '../sample.ts'
import { provenLevels } from './proven.ts'
import { crimeNames, expectedOf, failureOf, libraryOf, sourceOf, workbench, Workbench } from './workbench.ts'

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
  'throws-nothing': { params: { fn: 'act', error: "''" } },
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
  'asks-the-name-service': { params: { fn: 'act', what: 'network' } },
  fetches: { params: { fn: 'act', what: 'network' } },
  'uses-wasm': { params: { fn: 'act', what: 'other' } },
  'loads-an-addon': { params: { fn: 'act', what: 'other' } },
  'spawns-natively': { params: { fn: 'act', what: 'other' } },
  'steals-an-internal-worker': { params: { fn: 'act', what: 'worker' } },
  'forks-a-cluster': { params: { fn: 'act', what: 'process' } },
  'lies-about-permissions': { params: { fn: 'act', what: 'file' } },
  'changes-user': { params: { fn: 'act', what: 'file' } },
  'answers-at-import': { params: { fn: 'import' } },
  'exits-in-exit-handler': { params: { fn: 'act', code: 0 } },
  'kills-its-group': { params: { fn: 'act', signal: 'SIGKILL' } },
  'never-finishes-importing': { params: { fn: 'import', seconds: 0.6 } },
  'nests-brackets': { params: { error: 'RangeError: Maximum call stack size exceeded', line: '' } },
  'imports-fs': { params: { specifier: 'node:fs' }, location: 'demo/demo.ts:2:30' },
  'imports-tfjs': { params: { specifier: '@tensorflow/tfjs-core' }, location: 'demo/demo.ts:3:21' },
  'imports-other-deliverable': { params: { specifier: '../other/other.ts' } },
  'imports-data-url': { params: { specifier: 'data:text/javascript,export const answer = 42' } },
  'requires-child-process': { params: { specifier: 'node:child_process' }, location: 'demo/demo.ts:5:18' },
}

const secret = 'only-the-grader-knows'

/** What a crime that gains nothing answers: a value, a word of several, or whatever it takes to see that. */
const answers: Readonly<Record<string, unknown>> = {
  'answers-right-once': 1,
  'answers-vacuously': eachOf(expectWorthless),
  'answers-with-lookalikes': eachOf((answer) => {
    expect(compare(answer, 1, { atol: 1, rtol: 1 }, '')).toBeDefined()
  }),
  'builds-a-require': (answer: unknown) => {
    const { library, loaded } = answer as { library: string; loaded: string[] }
    expect({ there: existsSync(library), loaded }).toEqual({ there: true, loaded: [] })
  },
  'compiles-in-another-context': [42, 'undefined', 'EvalError'],
  'debugs-its-parent': (answer: unknown) => {
    expect(answer).toMatch(/^(sent|nobody|kill E[A-Z]+|E[A-Z]+.*)$/)
    expect(inspectorUrl()).toBeUndefined()
  },
  'dumps-its-memory': Array(4).fill('ERR_ACCESS_DENIED'),
  'exports-odd-names': 7,
  'exports-then': 'another',
  'fixes-its-dice': 0.5,
  'hijacks-the-test-framework': [],
  'hostile-configuration': 1,
  'imports-computed-data': [42, 'ERR_ACCESS_DENIED'],
  'imports-unused-types': 1,
  'keeps-state': expect.objectContaining({ count: 0 }) as unknown,
  'leaves-a-note': [],
  'leaves-a-socket': /^(left|E[A-Z]+)$/,
  'lists-descriptors': 0,
  'looks-around': 1,
  'makes-links': ['ERR_ACCESS_DENIED'],
  'matrix-views': expect.objectContaining({ empty: { rows: 0, columns: 3, data: new Float64Array() } }) as unknown,
  'mutates-arguments': 1,
  'odd-values': 1,
  'opens-sqlite': [],
  'patches-its-realm': wrong,
  'patches-tfjs': new TensorValue([2], [8, 9]),
  'pleads-with-the-grader': wrong,
  'poses-as-a-matrix': { rows: 2, columns: 2, data: new Float64Array([1, 2, 3, 4]) },
  'prints-a-result': wrong,
  'prints-escapes': 1,
  'random-values': 1,
  'reads-by-odd-paths': ['ERR_ACCESS_DENIED'],
  'reads-by-other-doors': [],
  'reads-its-parent': ['ERR_ACCESS_DENIED'],
  'refuses-to-die': 'still here',
  'returns-an-abyss': (answer: unknown) => {
    let bottom = answer
    while (Array.isArray(bottom)) bottom = bottom[0] as unknown
    expect(bottom).toEqual(new Opaque('deep'))
  },
  'rewrites-its-answers': 8,
  'searches-its-surroundings': (answer: unknown) => {
    expect(answer).toContain('execArgv')
    // Not `toContain`, which would print the whole of it.
    expect(String(answer).includes(secret)).toBe(false)
  },
  'serves-a-port': /^(\d+|E[A-Z]+)$/,
  'shares-memory': [1, 1, 1],
  'shifts-while-read': [9, 9, 9],
  'signals-parent': /^(sent|E[A-Z]+)$/,
  'slows-its-parent': /^(set|E[A-Z]+)$/,
  'spies-on-the-wire': (answer: unknown) => {
    const { fields, text } = answer as { fields: string[]; text: string }
    expect(fields).toEqual(['args', 'fn', 'id', 'keep', 'op', 'pick', 'random', 'steps'])
    expect(text.length).toBeLessThan(500)
  },
  'uses-math-random': [expect.any(Number), expect.any(Number), expect.any(Number)],
  'well-behaved': 1,
  'writes-traces': /^(traced|ERR_ACCESS_DENIED)$/,
}

function eachOf(see: (answer: unknown) => void): (answer: unknown) => void {
  return (answer) => {
    expect((answer as unknown[]).length).toBeGreaterThan(10)
    for (const one of answer as unknown[]) see(one)
  }
}

/** Seen to be wrong, however the student's process measures. */
function wrong(answer: unknown): void {
  expect(compare(answer, 1, { atol: 1, rtol: 1 }, '')).toBeDefined()
}

function expectAnswer(crime: string, answer: unknown): void {
  expect(answers).toHaveProperty([crime])
  const expected = answers[crime]
  if (typeof expected === 'function') (expected as (answer: unknown) => void)(answer)
  else if (expected instanceof RegExp) expect(String(answer)).toMatch(expected)
  else expect(answer).toEqual(expected)
}

/** What a crime left in the folder where its process stood: a name without content, at most. */
function expectNothingWritten(crime: string, { cwd }: Workbench): void {
  const left = readdirSync(cwd).filter((name) => crime !== 'leaves-a-socket' || name !== 'left')
  expect(left).toEqual([])
}

/** Fails before any function can be called, and will not load the next time either. */
const neverLoads = (crime: string): boolean => !sourceOf(crime).includes('function honest')

const neighbours = new Workbench()
let neighbour: Subject
/** As the grader does, which would otherwise open its debugger. */
const deaf = (): void => undefined
beforeAll(async () => {
  process.on('SIGUSR1', deaf)
  vi.stubEnv('GRADER_SECRET', secret)
  neighbour = await neighbours.subject('well-behaved')
})
afterAll(() => {
  process.off('SIGUSR1', deaf)
  vi.unstubAllEnvs()
  neighbours.clear()
})

describe('Every fixture gets the verdict that it expects, and nothing else suffers', () => {
  it.for(crimeNames())('%s', async (crime) => {
    const expected = expectedOf(crime)
    const bench = workbench(libraryOf(crime))
    const hangs = expected.kind === 'timeout' && !neverLoads(crime)
    const deadlineMs = expected.kind === 'timeout' ? deadline : patience
    const subject = hangs ? await bench.loaded(crime, deadlineMs) : await bench.subject(crime, { deadlineMs })
    const before = await neighbour.call('act')

    if (expected.verdict === 'passed') expectAnswer(crime, await subject.call('act'))
    else await expectCrime(crime, subject, 'L0')

    const seen = bench.running()
    if (neverLoads(crime)) await expectStillBroken(crime, subject)
    else expect(await subject.call('honest')).toBe(42)
    expect(await neighbour.call('act')).toBe(Number(before) + 1)
    await bench.expectNothingLeft([...seen, ...bench.running()])
    expectNothingWritten(crime, bench)
  })
})

/** Crimes that the system may answer otherwise in a box; what never starts, throws or hangs is the same everywhere. */
const touchesTheSystem = (crime: string): boolean =>
  ['memory', 'output', 'exited', 'denied'].includes(expectedOf(crime).kind) || system.has(crime)

/** What else the system may answer otherwise: most that break the protocol do so in Node alone, everywhere alike. */
const system = new Set([
  'answers-twice',
  'builds-a-require',
  'debugs-its-parent',
  'dumps-its-memory',
  'garbage-on-channel',
  'header-bomb',
  'leaves-a-note',
  'leaves-a-socket',
  'lists-descriptors',
  'looks-around',
  'makes-links',
  'opens-sqlite',
  'reads-by-odd-paths',
  'reads-by-other-doors',
  'reads-its-parent',
  'refuses-to-die',
  'searches-its-surroundings',
  'serves-a-port',
  'signals-parent',
  'slows-its-parent',
  'well-behaved',
  'writes-traces',
])

describe.each(provenLevels(['U', 'L1', 'L2']))('At level $level', ({ level, isolation }) => {
  it.for(sampled(crimeNames().filter(touchesTheSystem)))('%s', async (crime) => {
    const bench = workbench()
    const expected = expectedOf(crime, level)
    const limits = { isolation, deadlineMs: expected.kind === 'timeout' ? 3000 : patience }
    const subject = await bench.subject(crime, limits)
    if (expected.verdict === 'passed') expectAnswer(crime, await subject.call('act'))
    else await expectCrime(crime, subject, level)
    const seen = bench.running()
    if (!neverLoads(crime)) expect(await subject.call('honest')).toBe(42)
    await bench.expectNothingLeft([...seen, ...bench.running()])
    expectNothingWritten(crime, bench)
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

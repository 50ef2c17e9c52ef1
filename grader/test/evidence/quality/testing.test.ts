import { describe, expect, it } from 'vitest'
import type { TestRequest } from '../../../evidence/evidence.ts'
import { testBlocks } from '../../../evidence/quality/test-blocks.ts'
import { printsOf } from '../../../evidence/quality/stubs.ts'
import stored from '../../../evidence/quality/stubs.json' with { type: 'json' }
import type { Judged } from '../../../evidence/judge.ts'
import { creditOf, folderTexts, judged, ran, root, verdictOf, wordsOf, type Written } from './material.ts'

const given = folderTexts('starter')['rnn-bptt/rnn-bptt.test.ts'] ?? ''
const own = `import { expect, it } from 'vitest'\nit('adds', () => { expect(1 + 1).toBe(2) })\n`

const names = ['tests-written', 'tests-pass', 'tests-bite', 'scratch-verified']

const tested = (written: Written): Promise<Judged> => judged({ ...written, only: names })

/** Three deliverables with a test of their author's each. */
const three = Object.fromEntries(
  ['rnn-bptt', 'lstm-cell', 'gru-cell'].flatMap((slug) => [
    [`${slug}/${slug}.ts`, 'export const one = 1\n'],
    [`${slug}/own.test.ts`, own],
  ]),
)

const good = { name: 'adds', passed: true, error: '', bites: true }
const vacuous = { ...good, name: 'is there', bites: false }
const wrong = { name: 'is wrong', passed: false, error: 'expected 2 to be 3', bites: false }

describe('Tests of a file', () => {
  it('are found by their names, whatever stands between', () => {
    const text = `
it('plain', () => { it2('no') })
test.only("quoted", async () => { await a(')') })
it.each([[1], [2]])(\`table %i\`, (n) => { expect(n).toBe(n) })
describe('group', () => { it.skipIf(x)('inner', () => {}) })
// it('in a comment', () => {})
const text = "it('in a text', () => {})"
object.it('of something else', () => {})
it(name, () => {})
it('never closed', () => {`
    expect(testBlocks(text).map(({ name }) => name)).toEqual(['plain', 'quoted', 'table %i', 'inner', 'never closed'])
    expect(testBlocks(text).map(({ line }) => line)).toEqual([2, 3, 4, 5, 10])
  })

  it('have a body that formatting and comments do not change', () => {
    const [first] = testBlocks(`it('a', () => { expect(1).toBe(1) })`)
    const [second] = testBlocks(`it('b', () => {\n  // here\n  expect(1)\n    .toBe(1)\n})`)
    expect(second?.body).toBe(first?.body)
  })
})

describe('What the starter came with', () => {
  it('is what its prints say: npm run starter', () => {
    expect(printsOf(`${root}/starter`)).toEqual(stored)
  })

  it('has tests that are nobody’s own, neither by their name nor by their text', async () => {
    const renamed = given.replaceAll(/it\('/g, "it('mi ")
    const rewritten = given.replaceAll('toBe(', 'toStrictEqual(')
    for (const text of [given, renamed, rewritten]) {
      const all = await tested({ files: { 'rnn-bptt/rnn-bptt.ts': 'export const a = 1', 'rnn-bptt/x.test.ts': text } })
      expect(creditOf(all, 'tests-written')).toBe(0)
    }
  })

  it('does not run', async () => {
    const asked: TestRequest[] = []
    await tested({
      files: { 'rnn-bptt/rnn-bptt.ts': 'export const a = 1', 'rnn-bptt/rnn-bptt.test.ts': given + own },
      code: {
        runTests: (request) => {
          asked.push(request)
          return Promise.resolve({ tests: [good] })
        },
      },
    })
    expect(asked).toMatchObject([{ slug: 'rnn-bptt' }])
    expect(asked[0]?.leaveOut).toHaveLength(testBlocks(given).length)
    expect(asked[0]?.leaveOut).not.toContain('adds')
  })
})

describe('Own tests', () => {
  it('that pass and can fail, in three deliverables, earn everything', async () => {
    const all = await tested({ files: three, code: ran({ tests: [good] }) })
    for (const name of names) expect(verdictOf(all, name).kind).toBe('passed')
  })

  it('that are none earn nothing, and it is said where to write them', async () => {
    const files = { 'rnn-bptt/rnn-bptt.ts': 'export const one = 1' }
    const all = await tested({ files, code: ran({ tests: [] }) })
    for (const name of names) expect(creditOf(all, name)).toBe(0)
    expect(wordsOf(all, 'tests-written')).toContain('own.test.ts')
  })

  it('in fewer deliverables earn a part', async () => {
    const { 'gru-cell/own.test.ts': _, ...files } = three
    const all = await tested({ files, code: ran({ tests: [good] }) })
    expect(creditOf(all, 'tests-written')).toBeCloseTo(2 / 3, 10)
    expect(creditOf(all, 'scratch-verified')).toBe(1)
    const { 'lstm-cell/own.test.ts': __, ...one } = files
    const fewer = await tested({ files: one, code: ran({ tests: [good] }) })
    expect(creditOf(fewer, 'scratch-verified')).toBe(0.5)
    expect(wordsOf(fewer, 'scratch-verified')).toContain('lstm-cell, gru-cell')
  })

  it('that fail on their own code are named with what they say, and verify nothing', async () => {
    const all = await tested({ files: three, code: ran({ tests: [good, good, good, wrong] }) })
    expect(creditOf(all, 'tests-pass')).toBe(0.75)
    expect(wordsOf(all, 'tests-pass')).toContain('«is wrong»: expected 2 to be 3')
    expect(creditOf(all, 'scratch-verified')).toBe(0)
  })

  it('that notice nothing are named; half of them may look at other things', async () => {
    const half = await tested({ files: three, code: ran({ tests: [good, vacuous] }) })
    expect(creditOf(half, 'tests-bite')).toBe(1)
    const few = await tested({ files: three, code: ran({ tests: [good, vacuous, vacuous, vacuous] }) })
    expect(creditOf(few, 'tests-bite')).toBe(0.5)
    expect(wordsOf(few, 'tests-bite')).toContain('«is there»')
  })

  it('that do not run to their end say why', async () => {
    const problem = { kind: 'timeout', messageId: 'subject.timeout', params: {} } as const
    const all = await tested({ files: three, code: ran({ tests: [], problem }) })
    expect(creditOf(all, 'tests-pass')).toBe(0)
    expect(wordsOf(all, 'tests-pass')).toContain('no terminan a tiempo')
  })

  it('do not run on a student’s own machine, where it is only seen that they are there', async () => {
    const all = await tested({ files: three, mode: 'public' })
    expect(creditOf(all, 'tests-written')).toBe(1)
    expect(all.results.map(({ meta }) => meta.id).filter((id) => /pass|bite|verified/.test(id))).toEqual([])
  })
})

describe('Right code by other hands', () => {
  it.each(['correct-async', 'correct-but-different', 'correct-classes', 'correct-loops', 'correct-stacked'])(
    '%s loses little for how it is written, comments and tests aside',
    async (name) => {
      const all = await judged({ files: folderTexts(`grader/test/submissions/${name}`) })
      expect(verdictOf(all, 'readable').kind, wordsOf(all, 'readable')).toBe('passed')
      for (const [check, least] of [
        ['types', 0.85],
        ['lint', 0.85],
        ['repetition', 0.6],
      ] as const)
        expect(creditOf(all, check), wordsOf(all, check)).toBeGreaterThan(least)
    },
  )
})

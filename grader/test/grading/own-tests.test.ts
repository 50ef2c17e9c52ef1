import { mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TestRun } from '../../evidence/evidence.ts'
import { runOwnTests } from '../../grading/own-tests.ts'
import { unprobed } from '../../subject/isolation/levels.ts'
import { matrixRuntime, testHarness } from '../../subject/runtime.ts'
import { root, workshop } from '../checks/workshop.ts'

const { cache } = workshop()
let folder = ''
let runs = 0

beforeAll(() => {
  folder = mkdtempSync(path.join(realpathSync(tmpdir()), 'lab11-own-'))
  for (const name of ['cwd', 'pids']) mkdirSync(path.join(folder, name))
})
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

const code = `import { Matrix } from 'ml-matrix'
export function twice(x: number): number { return 2 * x }
export async function later(x: number): Promise<number[]> { return [x, 2 * x] }
export function half(m: Matrix): Matrix { return Matrix.mul(m, 0.5) }
export const many = (n: number): { all: number[]; none: undefined } => ({ all: Array.from({ length: n }, (_, k) => k), none: undefined })
export class Counter { #n = 0; next(): number { return ++this.#n } }
export function counter(): Counter { return new Counter() }
`

async function run(
  tests: string | Readonly<Record<string, string>>,
  {
    leaveOut = [],
    source = code,
    deadlineMs = 20_000,
  }: { leaveOut?: string[]; source?: string; deadlineMs?: number } = {},
): Promise<TestRun> {
  const files = typeof tests === 'string' ? { 'demo.test.ts': tests } : tests
  return runOwnTests({
    loaded: { slug: 'demo', files: [{ path: 'demo.ts', bytes: bytes(source) }] },
    tests: Object.entries(files).map(([name, text]) => ({ path: name, bytes: bytes(text) })),
    leaveOut,
    root,
    folder: path.join(folder, `run-${String(++runs)}`),
    runtime: await matrixRuntime(root, cache),
    harness: await testHarness(root, cache),
    isolation: unprobed,
    seed: 1,
    deadlineMs,
    cwd: path.join(folder, 'cwd'),
    pids: path.join(folder, 'pids'),
  })
}

const head = `import { describe, expect, it, test, beforeEach, vi } from 'vitest'
import { Matrix } from 'ml-matrix'
import { counter, half, later, many, twice } from './demo.ts'
`

describe("A student's tests", () => {
  it('pass or fail one by one on their own code, and notice wrong results or do not', async () => {
    const { tests, problem } = await run(`${head}
describe('group', () => {
  let ready = 0
  beforeEach(() => { ready++ })
  it('looks', () => { expect(twice(2)).toBe(4) })
  it('waits', async () => { await expect(later(3)).resolves.toEqual([3, 6]) })
  it('is vacuous', () => { expect(ready).toBeGreaterThan(0); expect(twice(2)).toBeDefined() })
  it('is wrong', () => { expect(twice(2), 'two twos').toBe(5) })
  test.each([[1, 2], [2, 4]])('of a table: %i', (x, y) => { expect(twice(x)).toBe(y) })
  it.skip('is left', () => { expect(1).toBe(2) })
  it('sees matrices', () => { expect(half(new Matrix([[2, 4]])).to2DArray()).toEqual([[1, 2]]) })
  it('sees objects', () => { expect(many(3)).toEqual({ all: [0, 1, 2], none: undefined }) })
  it('sees methods', () => { expect(counter().next()).toBe(1) })
  it('spies', () => { const spy = vi.fn(() => twice(1)); spy(); expect(spy).toHaveBeenCalledOnce(); expect(spy).toHaveReturnedWith(2) })
  it('counts', () => { expect.assertions(1) })
})`)
    expect(problem).toBeUndefined()
    expect(tests.map(({ name, passed, bites }) => [name, passed, bites])).toEqual([
      ['looks', true, true],
      ['waits', true, true],
      ['is vacuous', true, false],
      ['is wrong', false, false],
      ['of a table: 1', true, true],
      ['of a table: 2', true, true],
      ['sees matrices', true, true],
      ['sees objects', true, true],
      ['sees methods', true, true],
      ['spies', true, true],
      ['counts', false, false],
    ])
    expect(tests[3]?.error).toContain('two twos')
  })

  it('run without those that are to be left out', async () => {
    const tests = `${head}it('given', () => { throw new Error('ran') })\nit('own', () => { expect(twice(1)).toBe(2) })`
    expect((await run(tests, { leaveOut: ['given'] })).tests.map(({ name }) => name)).toEqual(['own'])
  })

  it('may read numbers from JSON beside them, and use helpers of their own', async () => {
    const { tests } = await run({
      'own.test.ts': `${head}import numbers from './numbers.json'
it('reads', () => { expect(twice(numbers.x)).toBe(numbers.y) })`,
      'numbers.json': '{ "x": 4, "y": 8 }',
    })
    expect(tests).toMatchObject([{ name: 'reads', passed: true, bites: true }])
  })

  it('that hang are ended, and so are those that end their process', async () => {
    const hanging = await run(`${head}it('hangs', () => { for (;;); })`, { deadlineMs: 5000 })
    expect(hanging).toMatchObject({ tests: [], problem: { kind: 'timeout' } })
    const leaving = await run(`${head}it('leaves', () => { process.exit(0) })`)
    expect(leaving).toMatchObject({ tests: [], problem: { kind: 'exited' } })
  })

  it('that hang only on wrong results have noticed them', async () => {
    const tests = `${head}it('waits for it', () => { while (twice(1) !== 2); expect(twice(1)).toBe(2) })`
    expect((await run(tests, { deadlineMs: 5000 })).tests).toMatchObject([{ passed: true, bites: true }])
  })

  it('reach no file, and import nothing but what is allowed', async () => {
    const reading = `${head}it('reads', () => { process.getBuiltinModule('node:fs').readFileSync(${JSON.stringify(path.join(root, 'rubric.json'))}) })`
    const { tests } = await run(reading)
    expect(tests[0]?.passed).toBe(false)
    const importing = await run(
      `${head}import { readFileSync } from 'node:fs'\nit('reads', () => { readFileSync('x') })`,
    )
    expect(importing).toMatchObject({ tests: [], problem: { kind: 'import' } })
  })

  it('of a file that does not load are one test that fails', async () => {
    const { tests } = await run(`${head}throw new Error('not today')`)
    expect(tests).toMatchObject([{ passed: false, bites: false, error: 'not today' }])
  })

  it('fail where the code is not written yet', async () => {
    const source = code.replace('return 2 * x', "throw new Error('TODO')")
    const { tests } = await run(`${head}it('looks', () => { expect(twice(2)).toBe(4) })`, { source })
    expect(tests).toMatchObject([{ passed: false, bites: false }])
  })
})

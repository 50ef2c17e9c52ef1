import {
  addCustomEqualityTesters,
  ASYMMETRIC_MATCHERS_OBJECT,
  chai,
  customMatchers,
  getState,
  GLOBAL_EXPECT,
  JestAsymmetricMatchers,
  JestChaiExpect,
  JestExtend,
  setState,
  type ExpectStatic,
} from '@vitest/expect'
import { startTests, type Task, type VitestRunner } from '@vitest/runner'
import { fn, spyOn } from '@vitest/spy'

/**
 * What stands for `vitest` where students' tests run in a subject: its own runner and expectations, without files, threads
 * or a server. It runs beside untrusted code; nothing that it says is believed further than the student's own points.
 */
export {
  afterAll,
  afterEach,
  beforeAll,
  beforeEach,
  describe,
  it,
  onTestFailed,
  onTestFinished,
  suite,
  test,
} from '@vitest/runner'
export const { assert, should } = chai
export const vi = { fn, spyOn }
export const vitest = vi

/** One test as it ended. */
export interface Ended {
  /** As its author named it, without the names around it. */
  readonly name: string
  readonly state: 'pass' | 'fail' | 'skip'
  readonly error: string
}

/** Runs test files, each made by its loader, without the tests whose names are in `leaveOut`. */
export async function runTests(
  files: Readonly<Record<string, () => Promise<unknown>>>,
  leaveOut: readonly string[],
): Promise<readonly Ended[]> {
  const left = new Set(leaveOut)
  const runner: VitestRunner = {
    config,
    importFile: (path) => files[path.replace(/^\//, '')]?.(),
    onBeforeRunTask: (task) => {
      if (left.has(task.name)) task.mode = 'skip'
    },
    onBeforeTryTask: () => {
      setState(fresh, expect)
    },
    onAfterTryTask: requireAssertions,
    extendTaskContext: (context) => Object.assign(context, { expect }),
  }
  const ran = await startTests(
    Object.keys(files).map((name) => `/${name}`),
    runner,
  )
  return ran.flatMap((file) => [...brokenFile(file), ...endedOf(file)])
}

chai.use(JestExtend)
chai.use(JestChaiExpect)
chai.use(JestAsymmetricMatchers)

const fresh = {
  assertionCalls: 0,
  isExpectingAssertions: false,
  isExpectingAssertionsError: null,
  expectedAssertionsNumber: null,
  expectedAssertionsNumberErrorGen: null,
}

export const expect = makeExpect()

/** As vitest makes its own, without snapshots and polling, which need what is not here. */
function makeExpect(): ExpectStatic {
  const made = ((value: unknown, message?: string) => {
    setState({ assertionCalls: getState(made).assertionCalls + 1 }, made)
    return chai.expect(value, message)
  }) as ExpectStatic
  const globals = globalThis as unknown as Record<symbol, object>
  Object.assign(made, chai.expect, globals[ASYMMETRIC_MATCHERS_OBJECT])
  made.getState = () => getState(made)
  made.setState = (state) => {
    setState(state as object, made)
  }
  made.extend = (matchers) => {
    // What JestExtend adds to it; chai's types do not know.
    const extensible = chai.expect as unknown as { extend: (expect: ExpectStatic, matchers: object) => void }
    extensible.extend(made, matchers)
  }
  made.addEqualityTesters = (testers) => {
    addCustomEqualityTesters(testers)
  }
  made.unreachable = (message) => chai.assert.fail(message ?? 'unreachable')
  setState({ ...fresh, testPath: '', currentTestName: '' }, made)
  made.assertions = (expected) => {
    setState({ expectedAssertionsNumber: expected }, made)
  }
  made.hasAssertions = () => {
    setState({ isExpectingAssertions: true }, made)
  }
  made.soft = made
  made.extend(customMatchers)
  Object.defineProperty(globalThis, GLOBAL_EXPECT, { value: made, writable: true, configurable: true })
  return made
}

function requireAssertions(): void {
  const { assertionCalls, expectedAssertionsNumber, isExpectingAssertions } = getState(expect)
  if (typeof expectedAssertionsNumber === 'number' && assertionCalls !== expectedAssertionsNumber)
    throw new Error(`expected ${String(expectedAssertionsNumber)} assertions, got ${String(assertionCalls)}`)
  if (isExpectingAssertions && assertionCalls === 0) throw new Error('expected assertions, got none')
}

const config = {
  root: '/',
  setupFiles: [],
  name: undefined,
  passWithNoTests: true,
  testNamePattern: undefined,
  allowOnly: true,
  sequence: { shuffle: false, concurrent: false, seed: 1, hooks: 'stack', setupFiles: 'list' },
  chaiConfig: undefined,
  maxConcurrency: 1,
  testTimeout: 5_000,
  hookTimeout: 10_000,
  retry: 0,
  includeTaskLocation: false,
  tags: [],
  tagsFilter: undefined,
  strictTags: false,
} as unknown as VitestRunner['config']

function endedOf(task: Task): readonly Ended[] {
  if ('tasks' in task) return task.tasks.flatMap(endedOf)
  const state = task.result?.state
  return [
    {
      name: task.name.slice(0, 300),
      state: state === 'pass' || state === 'fail' ? state : 'skip',
      error: messageOf(task),
    },
  ]
}

/** A file that did not even load is one failed test of its name. */
function brokenFile(file: Task & { readonly tasks: readonly Task[] }): readonly Ended[] {
  if (file.result?.state !== 'fail' || file.tasks.length > 0) return []
  return [{ name: file.name, state: 'fail', error: messageOf(file) }]
}

function messageOf({ result }: Task): string {
  const [first] = result?.errors ?? []
  return typeof first?.message === 'string' ? first.message.slice(0, 400) : ''
}

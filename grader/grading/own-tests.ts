import path from 'node:path'
import type { RanTest, TestRun } from '../evidence/evidence.ts'
import type { Bundle } from '../subject/bundle.ts'
import { confinementOf, type Isolation } from '../subject/isolation/levels.ts'
import { bundleTests } from '../subject/own-tests/bundle.ts'
import { variants, type Variant } from '../subject/own-tests/disguise.ts'
import type { Runtime } from '../subject/runtime.ts'
import { Subject, SubjectFailure } from '../subject/subject.ts'
import type { LoadedDeliverable } from '../submission/load.ts'
import type { SourceFile } from '../submission/read.ts'
import { stage } from '../submission/stage.ts'

/** One deliverable's tests on their way into a subject. */
export interface OwnTestsRequest {
  readonly loaded: LoadedDeliverable
  readonly tests: readonly SourceFile[]
  /** Names of tests that are not to run. */
  readonly leaveOut: readonly string[]
  /** The repository. */
  readonly root: string
  /** A private folder for this run of these tests. */
  readonly folder: string
  readonly runtime: Runtime
  readonly harness: string
  readonly isolation: Isolation
  readonly seed: number
  /** How long one run of all of them may take. */
  readonly deadlineMs: number
  readonly cwd: string
  readonly pids: string
}

/**
 * Runs a student's tests in subjects, a fresh one for each way to look: on the code as it is, then with its functions'
 * results made wrong, until every test that passed has noticed. A subject that dies of wrong results noticed, too.
 */
export async function runOwnTests(request: OwnTestsRequest): Promise<TestRun> {
  const { loaded, tests, root, folder, runtime, harness } = request
  const staging = path.join(folder, 'staging')
  const files = [...loaded.files, ...tests]
  await stage({ ...loaded, files }, path.join(root, 'solutions', 'shared'), staging)
  const names = tests.map((file) => file.path).filter((name) => name.endsWith('.test.ts'))
  const out = path.join(folder, 'bundles')
  const bundle = await bundleTests({ slug: loaded.slug, staging, out, runtime, root, harness, tests: names })
  const honest = await run(request, bundle, 'none')
  if ('problem' in honest) return { tests: [], problem: honest.problem }
  const passing = honest.ended.flatMap((test, k) => (test.state === 'pass' ? [k] : []))
  const bitten = new Set<number>()
  for (const variant of variants.slice(1)) {
    if (bitten.size === passing.length) break
    const changed = await run(request, bundle, variant)
    for (const k of passing) if ('problem' in changed || changed.ended[k]?.state !== 'pass') bitten.add(k)
  }
  return { tests: honest.ended.flatMap((test, k) => (test.state === 'skip' ? [] : [ranTest(test, bitten.has(k))])) }
}

/** What the guest says of a test, as text of known types. */
interface Ended {
  readonly name: string
  readonly state: string
  readonly error: string
}

type Run = { readonly ended: readonly Ended[] } | { readonly problem: NonNullable<TestRun['problem']> }

async function run(request: OwnTestsRequest, bundle: Bundle, variant: Variant): Promise<Run> {
  const { isolation, seed, deadlineMs, cwd, pids, leaveOut } = request
  const subject = new Subject({ bundle, confinement: confinementOf(isolation), seed, deadlineMs, cwd, pids })
  try {
    return { ended: endedOf(await subject.call('run', variant, leaveOut)) }
  } catch (error) {
    if (!(error instanceof SubjectFailure)) throw error
    return { problem: error.finding }
  } finally {
    await subject.end()
  }
}

/** More tests than these are not looked at. */
const mostTests = 1000

function endedOf(value: unknown): readonly Ended[] {
  if (!Array.isArray(value)) return []
  return (value as unknown[]).slice(0, mostTests).map((each) => {
    const fields = typeof each === 'object' && each !== null ? (each as Record<string, unknown>) : {}
    const text = (key: string): string => (typeof fields[key] === 'string' ? fields[key].slice(0, 400) : '')
    return { name: text('name'), state: text('state'), error: text('error') }
  })
}

function ranTest({ name, state, error }: Ended, bites: boolean): RanTest {
  return { name, passed: state === 'pass', error, bites }
}

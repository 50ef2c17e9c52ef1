import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, onTestFinished, vi } from 'vitest'
import { studentTfjs } from '../../backend/students/bundle.ts'
import type { FindingKind } from '../../model/finding.ts'
import type { Library } from '../../model/verdict.ts'
import { bundleSubject, type Bundle } from '../../subject/bundle.ts'
import type { IsolationLevel } from '../../subject/confinement.ts'
import { confinementOf, unprobed, type Isolation } from '../../subject/isolation/levels.ts'
import { matrixRuntime, tensorRuntime, type Runtime } from '../../subject/runtime.ts'
import { Subject, SubjectFailure, type TrainingProgress } from '../../subject/subject.ts'
import { loadDeliverable } from '../../submission/load.ts'
import { stage } from '../../submission/stage.ts'

export const root = path.resolve(import.meta.dirname, '..', '..', '..')
const crimes = path.join(root, 'grader', 'test', 'submissions')

/** Where a fixture submission lies. */
export function crimeFolder(crime: string): string {
  return path.join(crimes, crime)
}

/**
 * What a fixture says of itself in its first line: `// Expected: crashed timeout subject.timeout`. A second line may say
 * what a level changes: `// Expected at L1: …`.
 */
export interface Expected {
  readonly verdict: 'passed' | 'failed' | 'crashed'
  readonly kind: FindingKind
  readonly messageId: string
}

/** Names of all fixtures that are a deliverable called `demo`. */
export function crimeNames(): string[] {
  return readdirSync(crimes)
    .filter((name) => readdirSync(path.join(crimes, name)).includes('demo'))
    .sort()
}

export function sourceOf(crime: string): string {
  return readFileSync(path.join(crimes, crime, 'demo', 'demo.ts'), 'utf8')
}

/** What a fixture is written with; tensors where it imports them. */
export function libraryOf(crime: string): Library {
  return sourceOf(crime).includes("from '@tensorflow/tfjs'") ? 'tfjs' : 'ml-matrix'
}

export function expectedOf(crime: string, level: IsolationLevel = 'L0'): Expected {
  const source = sourceOf(crime)
  const [, verdict, kind, messageId] =
    new RegExp(String.raw`^// Expected at ${level}: (\w+)(?: (\S+) (\S+))?`, 'm').exec(source) ??
    /^\/\/ Expected: (\w+)(?: (\S+) (\S+))?\n/.exec(source) ??
    []
  return { verdict, kind, messageId } as Expected
}

interface Places {
  readonly staging: string
  readonly out: string
}

interface Limits {
  readonly deadlineMs?: number
  readonly seed?: number
  readonly isolation?: Isolation
  readonly onProgress?: (progress: TrainingProgress) => void
}

/** A workbench that is cleared away when the test ends. */
export function workbench(library: Library = 'ml-matrix'): Workbench {
  const bench = new Workbench(library)
  onTestFinished(() => {
    bench.clear()
  })
  return bench
}

/** Folders of one run: where things are staged, bundled and started. */
export class Workbench {
  readonly folder = mkdtempSync(path.join(tmpdir(), 'lab11-'))
  readonly pids = path.join(this.folder, 'pids')
  readonly cwd = path.join(this.folder, 'cwd')
  readonly #subjects: Subject[] = []
  readonly #library: Library
  #stagings = 0

  constructor(library: Library = 'ml-matrix') {
    this.#library = library
    for (const folder of [this.pids, this.cwd]) mkdirSync(folder)
  }

  /** Ends every subject and removes every folder. */
  clear(): void {
    for (const subject of this.#subjects) subject.close()
    rmSync(this.folder, { recursive: true, force: true })
  }

  /** Loads, stages and bundles `<submission>/demo`. */
  async bundle(submission: string, { staging, out }: Partial<Places> = {}): Promise<Bundle> {
    const place = staging ?? path.join(this.folder, `staging-${String(++this.#stagings)}`)
    await stage(await loadDeliverable(submission, 'demo'), path.join(root, 'solutions', 'shared'), place)
    return this.bundleStaged(place, out)
  }

  /** Bundles a folder as it is. */
  async bundleStaged(staging: string, out = `${staging}-out`): Promise<Bundle> {
    return bundleSubject({ slug: 'demo', staging, runtime: await runtimes[this.#library](), out })
  }

  /** Bundles files that were written for one test. */
  async bundleWritten(files: Readonly<Record<string, string>> = { 'demo/demo.ts': '' }): Promise<Bundle> {
    const submission = path.join(this.folder, `written-${String(++this.#stagings)}`)
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(path.dirname(path.join(submission, name)), { recursive: true })
      writeFileSync(path.join(submission, name), text)
    }
    return this.bundle(submission)
  }

  /** A subject of a fixture; its process starts at the first call. */
  async subject(crime: string, options: Limits = {}): Promise<Subject> {
    return this.start(await this.bundle(crimeFolder(crime)), options)
  }

  start(bundle: Bundle, { deadlineMs = 20_000, seed = 7, isolation = unprobed, ...rest }: Limits = {}): Subject {
    const places = { cwd: this.cwd, pids: this.pids }
    const confinement = confinementOf(isolation)
    if (isolation.level === 'U') chmodSync(this.folder, 0o711)
    const subject = new Subject({ bundle, confinement, seed, deadlineMs, ...rest, ...places })
    this.#subjects.push(subject)
    return subject
  }

  /** A subject that has loaded already, so that a short deadline is spent on the call alone, however busy the machine. */
  async loaded(crime: string, deadlineMs: number): Promise<Subject> {
    const bundle = await this.bundle(crimeFolder(crime))
    for (;;) {
      const subject = this.start(bundle, { deadlineMs })
      const late = await subject.exports().then(
        () => false,
        (error: unknown) => error instanceof SubjectFailure && error.finding.kind === 'timeout',
      )
      if (!late) return subject
    }
  }

  /** A subject of files that were written for one test. */
  async written(files: Readonly<Record<string, string>>, options: Limits = {}): Promise<Subject> {
    return this.start(await this.bundleWritten(files), options)
  }

  /** Ids of the processes that are noted as running. */
  running(): number[] {
    return readdirSync(this.pids).map(Number)
  }

  /** Closes everything and sees that neither a note nor a process is left. */
  async expectNothingLeft(seen: readonly number[]): Promise<void> {
    for (const subject of this.#subjects) subject.close()
    expect(this.running()).toEqual([])
    await expectGone(seen)
  }
}

const cache = path.join(root, 'node_modules', '.cache', 'lab11-test', 'runtime')

const runtimes: Readonly<Record<Library, () => Promise<Runtime>>> = {
  'ml-matrix': () => matrixRuntime(root, cache),
  tfjs: async () => tensorRuntime(root, cache, { name: '@tensorflow/tfjs', ...(await studentTfjs(root, cache)) }),
}

/** The kernel takes a moment to bury a process that was killed. */
export async function expectGone(pids: readonly number[]): Promise<void> {
  await vi.waitFor(
    () => {
      expect(pids.filter(isRunning)).toEqual([])
    },
    { timeout: 20_000, interval: 10 },
  )
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

/** The failure that a call must end in. */
export async function failureOf(call: Promise<unknown>): Promise<SubjectFailure> {
  const error: unknown = await call.then(
    (value) => new Error(`Expected a failure, got ${JSON.stringify(value)}`),
    (reason: unknown) => reason,
  )
  if (error instanceof SubjectFailure) return error
  throw error
}

import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { BackendName } from '../backend/names.ts'
import { studentTfjs } from '../backend/students/bundle.ts'
import type { CodeFacts, EvidencePart, TestRequest, TestRun } from '../evidence/evidence.ts'
import { judgeEvidence, type Judged } from '../evidence/judge.ts'
import { parts as allParts } from '../evidence/parts.ts'
import type { CheckId, CheckMeta, CheckResult, Library, RunMode, Slug } from '../model/verdict.ts'
import type { Rubric } from '../model/rubric.ts'
import {
  discover,
  fingerprintsFile,
  clockFile,
  reviewFile,
  type DeliverableChecks,
  type Workshop,
} from '../running/catalogue.ts'
import { CheckRunner, type Finished, type Progress, type RunOutcome } from '../running/runner.ts'
import { loadRubric, matchRubric, namedChecks } from '../scoring/rubric.ts'
import { LabError } from '../model/errors.ts'
import { bundleSubject, type Bundle } from '../subject/bundle.ts'
import { killGroup } from '../subject/isolation/kill.ts'
import { unprobed, type Isolation } from '../subject/isolation/levels.ts'
import { matrixRuntime, tensorRuntime, testHarness, type Runtime } from '../subject/runtime.ts'
import { Documents } from '../submission/documents.ts'
import { hashSources } from '../submission/hash.ts'
import { loadDeliverable, type LoadedDeliverable } from '../submission/load.ts'
import type { SubmissionRoot } from '../submission/locate.ts'
import { reviewSources, type ReviewNote } from '../submission/review.ts'
import type { ReviewedCall } from '../submission/sights.ts'
import { stage } from '../submission/stage.ts'
import { loadTests } from '../submission/tests.ts'
import { Unpacker } from '../submission/unpacker.ts'
import { earnedShares } from './earned-shares.ts'
import { runOwnTests, type OwnTestsRequest } from './own-tests.ts'

/** How one set of deliverables is run. */
export interface RunOptions {
  readonly seed: number
  readonly mode: RunMode
  readonly backend: BackendName
  readonly deadlineMs: number
  /** Leave out what trains for seconds. */
  readonly quick?: boolean
  /** These checks and what they need, and no other. */
  readonly only?: readonly CheckId[]
  /** In a run of probes alone, what the names of each variant's functions begin with. */
  readonly prefixes?: readonly string[]
  /** Other numbers for the probes than the public ones. */
  readonly probeSeed?: number
  /** Remember what tfjs says between runs: for a seed that comes again. */
  readonly rememberOracles?: boolean
  /** How students' code is shut in; the portable level where it is missing. */
  readonly isolation?: Isolation
  readonly slugs: readonly Slug[]
  /** The command that runs a deliverable's checks again on the same numbers. */
  readonly replay: (slug: Slug) => string
  readonly onResult?: (result: CheckResult) => void
  /** Told, as a deliverable is through, of all that are. */
  readonly onDeliverable?: (finished: Finished, loaded: readonly LoadedDeliverable[]) => void
  /** Told of trainings, several times a second. */
  readonly onProgress?: (progress: Progress) => void
}

/** Everything that was seen of one submission. */
export interface RunRecord extends RunOutcome {
  readonly loaded: readonly LoadedDeliverable[]
}

/** What is not code is judged with what became of the code. */
export interface EvidenceOptions {
  readonly mode: RunMode
  /** The parts to judge; names of deliverables among them do not matter. */
  readonly slugs: readonly Slug[]
  readonly loaded: readonly LoadedDeliverable[]
  readonly results: readonly CheckResult[]
  /** How students' own tests are shut in; where it is missing they do not run. */
  readonly isolation?: Isolation
  readonly seed?: number
}

const noTests = Promise.resolve<TestRun>({ tests: [] })

/** How long one run of a deliverable's own tests may take. */
const testsDeadlineMs = 20_000

/**
 * What stays warm between runs: the rubric, the catalogue of checks, vitest, and one private temporary folder. Close
 * it, also after an error and on a signal.
 */
export class Session {
  readonly workshop: Workshop
  readonly rubric: Rubric
  readonly deliverables: readonly DeliverableChecks[]
  /** What is graded beside code: the parts of which the rubric names a check. */
  readonly evidence: readonly EvidencePart[]
  /** Unpacks archives for as long as the session lasts. */
  readonly unpacker: Unpacker
  readonly #folder: string
  readonly #runtimes = new Map<Library, Promise<Runtime>>()
  #runner: Promise<CheckRunner> | undefined
  #runs = 0

  private constructor(workshop: Workshop, rubric: Rubric, deliverables: readonly DeliverableChecks[]) {
    this.workshop = workshop
    this.rubric = rubric
    this.deliverables = deliverables
    this.evidence = evidenceOf(rubric)
    this.#folder = mkdtempSync(path.join(realpathSync(tmpdir()), 'lab11-'))
    for (const name of ['pids', 'cwd']) mkdirSync(path.join(this.#folder, name))
    this.unpacker = new Unpacker(path.join(this.#folder, 'unpacked'))
  }

  /** Reads the rubric and the checks and sees that they belong together. */
  static async open(workshop: Workshop, rubricFile = path.join(workshop.root, 'rubric.json')): Promise<Session> {
    const [rubric, found] = await Promise.all([loadRubric(rubricFile), discover(workshop)])
    const deliverables = inCourseOrder(rubric, found, rubricFile)
    matchRubric(rubric, metasOf(deliverables, evidenceOf(rubric)), rubricFile)
    return new Session(workshop, rubric, deliverables)
  }

  /** The deliverables that are code. */
  get slugs(): readonly Slug[] {
    return this.deliverables.map(({ slug }) => slug)
  }

  /** Everything that can be asked for by name: code, then what is not code. */
  get parts(): readonly Slug[] {
    return [...this.slugs, ...this.evidence.map(({ slug }) => slug)]
  }

  /** Every check, of code and of what is not. */
  get checks(): readonly CheckMeta[] {
    return metasOf(this.deliverables, this.evidence)
  }

  /** Starts vitest ahead of the first run; `again` when more than one will come. */
  warm(again = false): Promise<CheckRunner> {
    if (!this.#runner) {
      this.#runner = CheckRunner.start(this.workshop.root, this.deliverables, again)
      // Whoever awaits it hears of a failure; nobody has to.
      this.#runner.catch(() => undefined)
    }
    return this.#runner
  }

  /** Loads, stages, bundles and checks the deliverables of one submission. */
  async run(root: string, options: RunOptions): Promise<RunRecord> {
    const { slugs, replay, rememberOracles, onDeliverable, isolation = unprobed, ...suite } = options
    if (slugs.length === 0)
      return { loaded: [], results: [], diagnoses: [], diagnosisMs: {}, outputs: {}, observed: {} }
    const oracleCache = rememberOracles === true ? path.join(this.workshop.cache, 'oracles') : null
    const warming = this.warm()
    if (isolation.level === 'U') this.#letThrough()
    const folder = path.join(this.#folder, `run-${String(++this.#runs)}`)
    try {
      const loaded = await Promise.all(slugs.map((slug) => loadDeliverable(root, slug)))
      const bundles = await Promise.all(loaded.map((deliverable) => this.#bundle(deliverable, folder)))
      const runner = await warming
      const places = {
        artifacts: path.join(root, 'artifacts'),
        cwd: path.join(this.#folder, 'cwd'),
        pids: path.join(this.#folder, 'pids'),
      }
      const subjects = Object.fromEntries(
        bundles.map((bundle, k) => {
          const sourceHash = hashSources(loaded[k])
          const fingerprints = fingerprintsFile(this.workshop, bundle.slug)
          return [bundle.slug, { bundle, sourceHash, replay: replay(bundle.slug), fingerprints, ...places }]
        }),
      )
      const outcome = await runner.run({
        ...suite,
        isolation,
        oracleCache,
        subjects,
        onDeliverable: (finished) => onDeliverable?.(finished, loaded),
      })
      return { loaded, ...outcome }
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  }

  /** Judges what is not code. Students' own tests are the only code that runs, in subjects as theirs does. */
  async judge({ root, id }: SubmissionRoot, options: EvidenceOptions): Promise<Judged> {
    const { slugs, mode, results, loaded } = options
    const chosen = this.evidence.filter(({ slug }) => slugs.includes(slug))
    const material = { id, mode, results, loaded, workshop: this.workshop.root, documents: new Documents(root) }
    if (!chosen.some(({ readsCode }) => readsCode)) return judgeEvidence(chosen, material)
    const known = new Map(loaded.map((each) => [each.slug, each]))
    const all = await Promise.all(this.slugs.map(async (slug) => known.get(slug) ?? loadDeliverable(root, slug)))
    return judgeEvidence(chosen, { ...material, loaded: all, code: this.#codeFacts(root, { ...options, loaded: all }) })
  }

  #codeFacts(root: string, options: EvidenceOptions): CodeFacts {
    const { isolation, seed = 0, loaded, results } = options
    const { workshop, slugs, rubric } = this
    const facts: CodeFacts = {
      cache: workshop.cache,
      slugs,
      earned: earnedShares(rubric, results),
      fromScratch: slugs.filter((slug) => this.#libraryOf(slug) === 'ml-matrix'),
      timed: slugs.filter((slug) => existsSync(clockFile(workshop, slug))),
      tests: (slug) => loadTests(root, slug),
    }
    if (!isolation) return facts
    if (isolation.level === 'U') this.#letThrough()
    const runTests = ({ slug, leaveOut }: TestRequest): Promise<TestRun> => {
      const deliverable = loaded.find((each) => each.slug === slug)
      return deliverable ? this.#runTests(root, deliverable, { isolation, seed, leaveOut }) : noTests
    }
    return { ...facts, runTests }
  }

  /** Runs a deliverable's own tests where its code runs, in a folder of their own. */
  async #runTests(
    root: string,
    loaded: LoadedDeliverable,
    options: Pick<OwnTestsRequest, 'isolation' | 'seed' | 'leaveOut'>,
  ): Promise<TestRun> {
    if (loaded.problem) return noTests
    const { root: repository, cache } = this.workshop
    const folder = path.join(this.#folder, `run-${String(++this.#runs)}`)
    try {
      return await runOwnTests({
        ...options,
        loaded,
        folder,
        tests: await loadTests(root, loaded.slug),
        root: repository,
        runtime: await this.#runtime(loaded.slug),
        harness: await testHarness(repository, cache),
        deadlineMs: testsDeadlineMs,
        cwd: path.join(this.#folder, 'cwd'),
        pids: path.join(this.#folder, 'pids'),
      })
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  }

  /** What reading a deliverable's sources shows, for a person to look at. */
  review(loaded: LoadedDeliverable): readonly ReviewNote[] {
    const file = reviewFile(this.workshop, loaded.slug)
    const calls = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as ReviewedCall[]) : []
    return reviewSources(loaded, { library: packageNames[this.#libraryOf(loaded.slug)], calls })
  }

  /** Ends vitest, every subject that still runs, and the temporary folder. Synchronous up to vitest's own end. */
  async close(): Promise<void> {
    this.discard()
    await (await this.#runner?.catch(() => undefined))?.close()
  }

  /** The part of {@link close} that a signal handler can do. */
  discard(): void {
    const pids = path.join(this.#folder, 'pids')
    for (const name of safeList(pids)) killGroup(Number(name))
    rmSync(this.#folder, { recursive: true, force: true })
  }

  /** Another user must get at the bundles, whose names they are told, and at nothing else. */
  #letThrough(): void {
    chmodSync(this.#folder, 0o711)
    chmodSync(path.join(this.#folder, 'pids'), 0o700)
  }

  /** Built when the first deliverable needs it. */
  #runtime(slug: Slug): Promise<Runtime> {
    const library = this.#libraryOf(slug)
    const runtime = this.#runtimes.get(library) ?? makeRuntime[library](this.workshop)
    this.#runtimes.set(library, runtime)
    return runtime
  }

  #libraryOf(slug: Slug): Library {
    return this.deliverables.find((deliverable) => deliverable.slug === slug)?.library ?? 'ml-matrix'
  }

  async #bundle(loaded: LoadedDeliverable, folder: string): Promise<Bundle> {
    const { slug, problem } = loaded
    if (problem) {
      const { messageId, params } = problem
      return { kind: 'broken', slug, finding: { kind: 'missing-file', messageId, params } }
    }
    const staging = path.join(folder, slug)
    await stage(loaded, path.join(this.workshop.root, 'solutions', 'shared'), staging)
    return bundleSubject({ slug, staging, runtime: await this.#runtime(slug), out: path.join(folder, 'bundles') })
  }
}

/** A rubric that names no check of a part does not grade it: a course may do without. */
function evidenceOf(rubric: Rubric): readonly EvidencePart[] {
  const named = namedChecks(rubric)
  return allParts.filter(({ checks }) => checks.some(({ meta }) => named.has(meta.id)))
}

function metasOf(deliverables: readonly DeliverableChecks[], evidence: readonly EvidencePart[]): readonly CheckMeta[] {
  return [
    ...deliverables.flatMap(({ checks }) => checks),
    ...evidence.flatMap(({ checks }) => checks.map(({ meta }) => meta)),
  ]
}

/** What a student's import says. */
const packageNames: Readonly<Record<Library, string>> = { 'ml-matrix': 'ml-matrix', tfjs: '@tensorflow/tfjs' }

const makeRuntime: Readonly<Record<Library, (workshop: Workshop) => Promise<Runtime>>> = {
  'ml-matrix': ({ root, cache }) => matrixRuntime(root, cache),
  tfjs: async ({ root, cache }) => {
    const tfjs = await studentTfjs(root, cache)
    return tensorRuntime(root, cache, { name: packageNames.tfjs, ...tfjs })
  },
}

function inCourseOrder(rubric: Rubric, found: readonly DeliverableChecks[], file: string): DeliverableChecks[] {
  const bySlug = new Map(found.map((deliverable) => [deliverable.slug, deliverable]))
  const odd = found.find(({ slug }) => !rubric.deliverables.includes(slug))
  if (odd) throw new LabError('usage', 'rubric.unknown-deliverable', { file, slug: odd.slug })
  return rubric.deliverables.map((slug) => {
    const deliverable = bySlug.get(slug)
    if (!deliverable) throw new LabError('usage', 'rubric.unknown-deliverable', { file, slug })
    return deliverable
  })
}

function safeList(folder: string): string[] {
  try {
    return readdirSync(folder).filter((name) => /^\d+$/.test(name))
  } catch {
    return []
  }
}

import { BroadcastChannel } from 'node:worker_threads'
import { afterAll, beforeAll, inject, test } from 'vitest'
import type { Tf } from '../backend/tf.ts'
import { loadTf } from '../backend/load.ts'
import type { BackendName } from '../backend/names.ts'
import type { Observed } from '../diagnosis/explain.ts'
import { diagnose, withRecognised, type AskedUnit } from '../diagnosis/diagnose.ts'
import { readFingerprints } from '../diagnosis/fingerprints.ts'
import type { Diagnosis, Recognition } from '../model/diagnosis.ts'
import type { Finding } from '../model/finding.ts'
import type { CheckId, CheckResult, Measure, RunMode, Slug, Verdict } from '../model/verdict.ts'
import { stream } from '../numeric/random.ts'
import type { Bundle } from '../subject/bundle.ts'
import { confinementOf, type Isolation } from '../subject/isolation/levels.ts'
import { Subject, SubjectFailure, type TrainingProgress } from '../subject/subject.ts'
import { readArtifact } from './artifact.ts'
import { declaredChecks, declaredGuards, declaredTrainings, type CheckContext, type CheckDefinition } from './check.ts'
import { CheckFailure } from './failure.ts'
import { describeFault } from './fault.ts'
import { OracleCache } from './oracle-cache.ts'
import { declaredUnits, observe, prefixed } from './probe.ts'

/** What a run hands to the worker that runs a deliverable's checks. Plain data: it crosses a thread. */
export interface SuiteOptions {
  readonly seed: number
  readonly mode: RunMode
  readonly backend: BackendName
  readonly deadlineMs: number
  /** How students' code is shut in. */
  readonly isolation: Isolation
  /** Where answers of tfjs are remembered; null where every run must ask anew. */
  readonly oracleCache: string | null
  /** The name of the channel on which trainings tell how far they are. */
  readonly progress: string
  /** In a run of probes alone, what the names of each variant's functions begin with. */
  readonly prefixes?: readonly string[]
  /** Other numbers for the probes than the public ones: to see that a name holds for those too. */
  readonly probeSeed?: number
  readonly deliverables: Readonly<Record<Slug, SuiteDeliverable>>
}

/** A training's progress on its way out of the worker. */
export interface Progress extends TrainingProgress {
  readonly slug: Slug
}

export interface SuiteDeliverable {
  readonly bundle: Bundle
  /** Ids in an order in which every check follows those it needs. */
  readonly checks: readonly CheckId[]
  /** The command that runs this deliverable's checks again on the same numbers. */
  readonly replay: string
  /** The submission's folder of artifacts, which need not exist. */
  readonly artifacts: string
  readonly sourceHash: string
  /** What the public probes answer when they are right and when they are wrong in known ways. */
  readonly fingerprints: string
  readonly cwd: string
  readonly pids: string
}

declare module 'vitest' {
  interface ProvidedContext {
    lab11: SuiteOptions
  }
  interface TaskMeta {
    check?: CheckId
    verdict?: Verdict
    measures?: readonly Measure[]
    files?: NonNullable<CheckResult['files']>
    /** What the student's code printed during this check. */
    output?: string
    diagnoses?: readonly Diagnosis[]
    /** In a run of probes alone, what they saw of each prefix. */
    observed?: { readonly slug: Slug; readonly units: readonly AskedUnit[]; readonly all: readonly Observed[] }
  }
}

/** Turns the declared checks of one deliverable into vitest tests, each of which leaves its verdict in its meta. */
export function runDeliverable(slug: Slug): void {
  const options = inject('lab11')
  const deliverable = options.deliverables[slug]
  if (!deliverable) return
  const { bundle, cwd, pids } = deliverable
  const channel = new BroadcastChannel(options.progress)
  const subject = new Subject({
    bundle,
    confinement: confinementOf(options.isolation),
    seed: options.seed,
    deadlineMs: options.deadlineMs,
    onProgress: (progress) => {
      channel.postMessage({ ...progress, slug } satisfies Progress)
    },
    cwd,
    pids,
  })
  subject.prestart()
  const cache = options.oracleCache === null ? undefined : openCache(options.oracleCache, slug, options)
  const run: Run = {
    options,
    deliverable,
    subject,
    cache,
    verdicts: new Map(),
    recognised: [],
    shared: new Map(),
    fault: undefined,
    printed: 0,
  }
  beforeAll(async () => {
    if (cache?.proven !== true) run.fault = await guardFault(options)
  }, 0)
  afterAll(async () => {
    // This thread may end next, and with it the loop that hears of ended processes.
    await subject.end()
    channel.close()
    if (run.fault === undefined) cache?.save()
  })
  const known = [...declaredChecks(), ...declaredTrainings()]
  const byId = new Map(known.map((definition) => [definition.meta.id, definition]))
  for (const id of deliverable.checks) {
    const definition = byId.get(id)
    if (definition) register(definition, run)
  }
  if (options.mode !== 'train') registerDiagnosis(slug, run)
}

interface Run {
  readonly options: SuiteOptions
  readonly deliverable: SuiteDeliverable
  readonly subject: Subject
  readonly cache: OracleCache | undefined
  readonly verdicts: Map<CheckId, Verdict>
  /** Mistakes that failed checks saw. */
  readonly recognised: Recognition[]
  /** What several checks look at, by key. */
  readonly shared: Map<string, Promise<unknown>>
  fault: string | undefined
  /** How much of what the subject printed has been told. */
  printed: number
}

/** What a check leaves besides its verdict. */
interface Seen {
  followThrough: boolean
  readonly recognised: Recognition[]
  readonly measures: Measure[]
  readonly files: Record<string, string | Uint8Array>
}

function register(definition: CheckDefinition, run: Run): void {
  const { id } = definition.meta
  test(id, { meta: { check: id }, timeout: 0 }, async ({ task, skip }) => {
    const seen: Seen = { followThrough: false, recognised: [], measures: [], files: {} }
    const verdict = await judge(definition, run, seen)
    run.verdicts.set(id, verdict)
    if (verdict.kind === 'failed') run.recognised.push(...seen.recognised)
    task.meta.verdict = verdict
    task.meta.measures = seen.measures
    task.meta.files = seen.files
    task.meta.output = run.subject.output.slice(run.printed)
    run.printed = run.subject.output.length
    if (verdict.kind === 'blocked') skip()
    if (verdict.kind !== 'passed') throw new Error(verdict.kind)
  })
}

/** After the checks: what failed ones recognised and, only where one of them saw wrong values, what the probes tell. */
function registerDiagnosis(slug: Slug, { options, deliverable, subject, verdicts, recognised }: Run): void {
  test(`${slug} diagnosis`, { timeout: 0 }, async ({ task }) => {
    const tf = (): Promise<Tf> => loadTf(options.backend)
    if (options.mode === 'probe') {
      const all = []
      for (const prefix of options.prefixes ?? [])
        all.push(await observe(slug, prefixed(subject, prefix), tf, options.probeSeed))
      const units = declaredUnits(slug)
      task.meta.observed = { slug, units, all }
    } else {
      const prints = isDiagnosable([...verdicts.values()]) ? readFingerprints(deliverable.fingerprints) : undefined
      const probed = prints ? diagnose(slug, declaredUnits(slug), prints, await observe(slug, subject, tf)) : []
      task.meta.diagnoses = withRecognised(slug, probed, recognised)
    }
  })
}

/** Where code ends its process, probes would only end it again. */
function isDiagnosable(verdicts: readonly Verdict[]): boolean {
  const wrong = verdicts.some(
    (verdict) => verdict.kind === 'failed' && ['value', 'law', 'shape', 'type', 'threw'].includes(verdict.finding.kind),
  )
  return wrong && !verdicts.some(({ kind }) => kind === 'crashed')
}

async function judge({ meta, body }: CheckDefinition, run: Run, seen: Seen): Promise<Verdict> {
  if (run.fault !== undefined) return { kind: 'faulted', fault: run.fault }
  const blocker = meta.needs.find((need) => run.verdicts.get(need)?.kind !== 'passed')
  if (blocker !== undefined) return blockedBy(blocker, run.verdicts)
  try {
    await body(context(meta.id, run, seen))
    return seen.followThrough ? { kind: 'passed', followThrough: true } : { kind: 'passed' }
  } catch (error) {
    return verdictOf(error, run)
  } finally {
    await run.subject.release().catch(() => undefined)
  }
}

/** A check blocked by a blocked one waits for the same root; a need that faulted is a fault here too. */
function blockedBy(blocker: CheckId, verdicts: ReadonlyMap<CheckId, Verdict>): Verdict {
  const verdict = verdicts.get(blocker)
  if (verdict === undefined || verdict.kind === 'faulted') return { kind: 'faulted', fault: `needs ${blocker}` }
  return { kind: 'blocked', by: verdict.kind === 'blocked' ? verdict.by : blocker }
}

function context(id: CheckId, run: Run, seen: Seen): CheckContext {
  const { options, deliverable, subject, cache } = run
  let questions = 0
  return {
    subject,
    seed: options.seed,
    random: (name) => stream(options.seed, id, name),
    tfjs: <Value>(compute: (tf: Tf) => Value | Promise<Value>): Promise<Value> => {
      const ask = async (): Promise<Value> => compute(await loadTf(options.backend))
      return cache ? cache.answer(`${id}#${String(questions++)}`, ask) : ask()
    },
    tf: () => loadTf(options.backend),
    once: <Value>(key: string, compute: () => Promise<Value>): Promise<Value> => {
      const known = run.shared.get(key) ?? compute()
      run.shared.set(key, known)
      return known as Promise<Value>
    },
    followThrough: () => {
      seen.followThrough = true
    },
    recognise: (mistake) => {
      seen.recognised.push(mistake)
    },
    measure: ({ id: name, value, threshold = null, atLeast = true, standardError = null }) => {
      seen.measures.push({ id: name, value, threshold, atLeast, standardError })
    },
    save: (name, content) => {
      seen.files[name] = content
    },
    artifact: (name) => readArtifact(deliverable.artifacts, name),
    sourceHash: deliverable.sourceHash,
  }
}

function verdictOf(error: unknown, { options, deliverable }: Run): Verdict {
  const replayable = (finding: Finding): Finding => ({ ...finding, seed: options.seed, replay: deliverable.replay })
  if (error instanceof CheckFailure) return { kind: 'failed', finding: replayable(error.finding) }
  if (error instanceof SubjectFailure) {
    return { kind: error.died ? 'crashed' : 'failed', finding: replayable(error.finding) }
  }
  return { kind: 'faulted', fault: describeFault(error, import.meta.url) }
}

function openCache(folder: string, slug: Slug, { seed, mode, backend }: SuiteOptions): OracleCache {
  return new OracleCache(folder, `${slug}-${mode}-${backend}-${String(seed)}`)
}

async function guardFault({ mode, backend }: SuiteOptions): Promise<string | undefined> {
  try {
    const tf = await loadTf(backend)
    for (const guard of declaredGuards(mode)) await guard(tf)
    return undefined
  } catch (error) {
    return describeFault(error, import.meta.url)
  }
}

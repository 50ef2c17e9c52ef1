import { afterAll, beforeAll, inject, test } from 'vitest'
import type { Tf } from '../backend/tf.ts'
import { loadTf } from '../backend/load.ts'
import type { BackendName } from '../backend/names.ts'
import type { Finding } from '../model/finding.ts'
import type { CheckId, Slug, Verdict } from '../model/verdict.ts'
import { stream } from '../numeric/random.ts'
import type { Bundle } from '../subject/bundle.ts'
import { portable } from '../subject/confinement.ts'
import { Subject, SubjectFailure } from '../subject/subject.ts'
import { declaredChecks, declaredGuards, type CheckContext, type CheckDefinition } from './check.ts'
import { CheckFailure } from './failure.ts'
import { describeFault } from './fault.ts'
import { OracleCache } from './oracle-cache.ts'

/** What a run hands to the worker that runs a deliverable's checks. Plain data: it crosses a thread. */
export interface SuiteOptions {
  readonly seed: number
  readonly mode: 'public' | 'full'
  readonly backend: BackendName
  readonly deadlineMs: number
  /** Where answers of tfjs are remembered; null where every run must ask anew. */
  readonly oracleCache: string | null
  readonly deliverables: Readonly<Record<Slug, SuiteDeliverable>>
}

export interface SuiteDeliverable {
  readonly bundle: Bundle
  /** Ids in an order in which every check follows those it needs. */
  readonly checks: readonly CheckId[]
  /** The command that runs this deliverable's checks again on the same numbers. */
  readonly replay: string
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
    /** What the student's code printed during this check. */
    output?: string
  }
}

/** Turns the declared checks of one deliverable into vitest tests, each of which leaves its verdict in its meta. */
export function runDeliverable(slug: Slug): void {
  const options = inject('lab11')
  const deliverable = options.deliverables[slug]
  if (!deliverable) return
  const { bundle, cwd, pids } = deliverable
  const subject = new Subject({
    bundle,
    confinement: portable,
    seed: options.seed,
    deadlineMs: options.deadlineMs,
    cwd,
    pids,
  })
  subject.prestart()
  const cache = options.oracleCache === null ? undefined : openCache(options.oracleCache, slug, options)
  const run: Run = { options, deliverable, subject, cache, verdicts: new Map(), fault: undefined, printed: 0 }
  beforeAll(async () => {
    if (cache?.proven !== true) run.fault = await guardFault(options)
  }, 0)
  afterAll(() => {
    subject.close()
    if (run.fault === undefined) cache?.save()
  })
  const byId = new Map(declaredChecks().map((definition) => [definition.meta.id, definition]))
  for (const id of deliverable.checks) {
    const definition = byId.get(id)
    if (definition) register(definition, run)
  }
}

interface Run {
  readonly options: SuiteOptions
  readonly deliverable: SuiteDeliverable
  readonly subject: Subject
  readonly cache: OracleCache | undefined
  readonly verdicts: Map<CheckId, Verdict>
  fault: string | undefined
  /** How much of what the subject printed has been told. */
  printed: number
}

function register(definition: CheckDefinition, run: Run): void {
  const { id } = definition.meta
  test(id, { meta: { check: id }, timeout: 0 }, async ({ task, skip }) => {
    const verdict = await judge(definition, run)
    run.verdicts.set(id, verdict)
    task.meta.verdict = verdict
    task.meta.output = run.subject.output.slice(run.printed)
    run.printed = run.subject.output.length
    if (verdict.kind === 'blocked') skip()
    if (verdict.kind !== 'passed') throw new Error(verdict.kind)
  })
}

async function judge({ meta, body }: CheckDefinition, run: Run): Promise<Verdict> {
  if (run.fault !== undefined) return { kind: 'faulted', fault: run.fault }
  const blocker = meta.needs.find((need) => run.verdicts.get(need)?.kind !== 'passed')
  if (blocker !== undefined) return blockedBy(blocker, run.verdicts)
  try {
    await body(context(meta.id, run))
    return { kind: 'passed' }
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

function context(id: CheckId, { options, subject, cache }: Run): CheckContext {
  let questions = 0
  return {
    subject,
    seed: options.seed,
    random: (name) => stream(options.seed, id, name),
    tfjs: <Value>(compute: (tf: Tf) => Value | Promise<Value>): Promise<Value> => {
      const ask = async (): Promise<Value> => compute(await loadTf(options.backend))
      return cache ? cache.answer(`${id}#${String(questions++)}`, ask) : ask()
    },
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

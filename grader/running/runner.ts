import { randomUUID } from 'node:crypto'
import { BroadcastChannel } from 'node:worker_threads'
import type { TestCase, TestModule, Vitest } from 'vitest/node'
import type { Progress, SuiteDeliverable, SuiteOptions } from '../checks/suite.ts'
import type { AskedUnit } from '../diagnosis/diagnose.ts'
import type { Observed } from '../diagnosis/explain.ts'
import type { Diagnosis } from '../model/diagnosis.ts'
import type { CheckId, CheckMeta, CheckResult, RunMode, Slug, Verdict } from '../model/verdict.ts'
import type { DeliverableChecks } from './catalogue.ts'
import { orderChecks } from './order.ts'
import { warmThreads } from './warm-threads.ts'

export type { Progress }

/** What one run of checks needs to know; the runner adds which checks, in which order. */
export interface RunRequest extends Omit<SuiteOptions, 'deliverables' | 'progress'> {
  /** Leave out what trains for seconds. */
  readonly quick?: boolean
  /** These checks and what they need, and no other. */
  readonly only?: readonly CheckId[]
  readonly subjects: Readonly<Record<Slug, Omit<SuiteDeliverable, 'checks'>>>
  /** Told as each check ends, in no order across deliverables. */
  readonly onResult?: (result: CheckResult) => void
  /** Told, as all checks of a deliverable have ended, of everything that has ended like this. */
  readonly onDeliverable?: (finished: Finished) => void
  /** Told of trainings, several times a second. */
  readonly onProgress?: (progress: Progress) => void
}

/** The results of the deliverables that are through, and which are not yet. */
export interface Finished {
  readonly results: readonly CheckResult[]
  readonly diagnoses: readonly Diagnosis[]
  readonly missing: readonly Slug[]
}

/** What the probes of one deliverable saw of each prefix. */
export interface ProbeRecord {
  readonly units: readonly AskedUnit[]
  readonly all: readonly Observed[]
}

/** Results in the declared order, and what the student's code printed, by deliverable. */
export interface RunOutcome {
  readonly results: readonly CheckResult[]
  readonly outputs: Readonly<Record<Slug, string>>
  readonly diagnoses: readonly Diagnosis[]
  /** What it took to look for names of mistakes, by deliverable. */
  readonly diagnosisMs: Readonly<Record<Slug, number>>
  /** In a run of probes alone, what they saw of each prefix, by deliverable. */
  readonly observed: Readonly<Record<Slug, ProbeRecord>>
}

/** A warm vitest that runs the checks of submission after submission. It runs no student code itself. */
export class CheckRunner {
  readonly #vitest: Vitest
  readonly #deliverables: readonly DeliverableChecks[]
  #onResult: (result: TestCase) => void = () => undefined
  #onModule: (module: TestModule) => void = () => undefined

  private constructor(vitest: Vitest, deliverables: readonly DeliverableChecks[]) {
    this.#vitest = vitest
    this.#deliverables = deliverables
  }

  /** Starts vitest on the grader's own entries; no configuration file is read. `again`: more than one run will come. */
  static async start(root: string, deliverables: readonly DeliverableChecks[], again: boolean): Promise<CheckRunner> {
    const { createVitest } = await import('vitest/node')
    const vitest: Vitest = await createVitest(
      'test',
      {
        config: false,
        watch: false,
        root,
        include: deliverables.map(({ entry }) => entry),
        exclude: [],
        pool: again ? warmThreads(deliverables.flatMap(({ packages }) => packages)) : 'threads',
        isolate: false,
        maxWorkers: 2,
        cache: false,
        reporters: [
          {
            onTestCaseResult: (test) => {
              runner.#onResult(test)
            },
            onTestModuleEnd: (module) => {
              runner.#onModule(module)
            },
          },
        ],
      },
      { logLevel: 'silent', clearScreen: false, envDir: false },
    )
    const runner = new CheckRunner(vitest, deliverables)
    return runner
  }

  /** Runs the checks of the deliverables that `subjects` names. A check that leaves no verdict is a fault. */
  async run({ onProgress, ...request }: RunRequest): Promise<RunOutcome> {
    const progress = `lab11-progress-${randomUUID()}`
    const channel = new BroadcastChannel(progress)
    channel.onmessage = (event) => onProgress?.((event as { data: Progress }).data)
    try {
      return await this.#run(request, progress)
    } finally {
      channel.close()
    }
  }

  async #run(
    { subjects, onResult, onDeliverable, quick = false, only, ...options }: Omit<RunRequest, 'onProgress'>,
    progress: string,
  ): Promise<RunOutcome> {
    const chosen = this.#deliverables.filter(({ slug }) => slug in subjects)
    const checks = new Map(
      chosen.map((deliverable) => [deliverable.slug, wanted(deliverable, options.mode, { quick, only })]),
    )
    const metas = new Map([...checks.values()].flat().map((meta) => [meta.id, meta]))
    const seen = new Map<string, CheckResult>()
    const outputs: Record<Slug, string> = {}
    const diagnoses: Diagnosis[] = []
    const diagnosisMs: Record<Slug, number> = {}
    const observed: Record<Slug, ProbeRecord> = {}
    this.#onResult = (test) => {
      diagnoses.push(...(test.meta().diagnoses ?? []))
      if (test.meta().diagnoses) diagnosisMs[slugOf(test)] = test.diagnostic()?.duration ?? 0
      const { slug, ...probed } = test.meta().observed ?? { slug: '', units: [], all: [] }
      if (slug !== '') observed[slug] = probed
      const result = resultOf(test, metas)
      if (!result) return
      seen.set(result.meta.id, result)
      outputs[result.meta.deliverable] = (outputs[result.meta.deliverable] ?? '') + (test.meta().output ?? '')
      onResult?.(result)
    }
    const missing = new Map(chosen.map(({ entry, slug }) => [entry, slug]))
    this.#onModule = ({ moduleId }) => {
      missing.delete(moduleId)
      const left = [...missing.values()]
      const isThrough = ({ deliverable }: { deliverable: Slug }): boolean => !left.includes(deliverable)
      const results = [...metas.values()].flatMap(({ id }) => seen.get(id) ?? []).filter(({ meta }) => isThrough(meta))
      onDeliverable?.({ results, diagnoses: diagnoses.filter(isThrough), missing: left })
    }
    const project = this.#vitest.getRootProject()
    project.provide('lab11', { ...options, progress, deliverables: suites(subjects, checks) })
    const specifications = chosen.map(({ entry }) => project.createSpecification(entry))
    const { testModules, unhandledErrors } = await this.#vitest.runTestSpecifications(specifications, false)
    const trouble = [...testModules.flatMap(moduleErrors), ...unhandledErrors.map(describeError)].join('\n')
    const results = [...metas.values()].map((meta) => seen.get(meta.id) ?? neverRan(meta, trouble))
    return { results, outputs, diagnoses, diagnosisMs, observed }
  }

  async close(): Promise<void> {
    await this.#vitest.close()
  }
}

function wanted(
  { checks, training }: DeliverableChecks,
  mode: RunMode,
  { quick, only }: { quick: boolean; only: readonly CheckId[] | undefined },
): readonly CheckMeta[] {
  if (mode === 'train') return training ? [training] : []
  if (mode === 'probe') return []
  const asked = ({ id, visibility }: CheckMeta): boolean =>
    (mode === 'full' || visibility === 'public') && only?.includes(id) !== false
  const all = orderChecks(checks, asked)
  if (!quick) return all
  const left = new Set<CheckId>()
  // In this order a check follows those it needs.
  for (const { id, slow, needs } of all) if (slow === true || needs.some((need) => left.has(need))) left.add(id)
  return all.filter(({ id }) => !left.has(id))
}

function suites(
  subjects: RunRequest['subjects'],
  checks: ReadonlyMap<Slug, readonly CheckMeta[]>,
): SuiteOptions['deliverables'] {
  return Object.fromEntries(
    Object.entries(subjects).map(([slug, subject]) => [
      slug,
      { ...subject, checks: (checks.get(slug) ?? []).map(({ id }) => id) },
    ]),
  )
}

/** The deliverable of the step that looks for names of mistakes. */
function slugOf({ name }: TestCase): Slug {
  return name.split(' ')[0] ?? name
}

/** The verdict counts only where vitest's own word agrees with it. */
function resultOf(test: TestCase, metas: ReadonlyMap<string, CheckMeta>): CheckResult | undefined {
  const { check: id, verdict } = test.meta()
  const meta = id === undefined ? undefined : metas.get(id)
  if (!meta) return undefined
  const durationMs = Math.round(test.diagnostic()?.duration ?? 0)
  const { state } = test.result()
  const { measures = [], files = {} } = test.meta()
  if (verdict && (verdict.kind === 'passed') === (state === 'passed'))
    return { meta, verdict, durationMs, measures, files }
  const fault = `vitest says ${state}, verdict ${String(verdict?.kind)}`
  return { meta, verdict: { kind: 'faulted', fault }, durationMs, measures }
}

function neverRan(meta: CheckMeta, trouble: string): CheckResult {
  const verdict: Verdict = { kind: 'faulted', fault: `never ran${trouble === '' ? '' : `: ${trouble}`}` }
  return { meta, verdict, durationMs: 0, measures: [] }
}

function moduleErrors(module: TestModule): string[] {
  return module.errors().map((error) => error.stack ?? error.message)
}

/** Errors come over from vitest's worker as plain records. */
function describeError(error: unknown): string {
  const { stack, message } = error as { stack?: unknown; message?: unknown }
  return typeof stack === 'string' ? stack : typeof message === 'string' ? message : JSON.stringify(error)
}

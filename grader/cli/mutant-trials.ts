import { cpSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { BackendName } from '../backend/names.ts'
import { rowsByCheck } from '../audit/mutants/freshness.ts'
import type { Fate } from '../audit/mutants/matrix.ts'
import type { Mutant } from '../audit/mutants/mutant.ts'
import { solutionText } from '../audit/trees.ts'
import type { RunOptions, Session } from '../grading/session.ts'
import { LabError } from '../model/errors.ts'
import type { CheckId, CheckResult, Slug } from '../model/verdict.ts'

/** How mutants are graded. */
export interface TrialOptions {
  readonly seed: number
  readonly backend: BackendName
  /** Deadline of one call: what a mutant that never ends costs, several times. */
  readonly deadlineMs: number
  /** Leave out the long trainings, even for a mutant that survives everything else. */
  readonly quick: boolean
}

/** Some of the checks. */
type Stage = Pick<RunOptions, 'quick' | 'only'>

interface SolutionRun {
  /** What a mutant is asked, one after the other until it loses something. */
  readonly stages: readonly Stage[]
  /** Checks that the solution itself loses. */
  readonly anyway: ReadonlySet<CheckId>
}

/** Grades the mutants of one deliverable, one after the other. Discard it, also after an error and on a signal. */
export class Trials {
  readonly #session: Session
  readonly #slug: Slug
  readonly #options: TrialOptions
  readonly #folder = mkdtempSync(path.join(realpathSync(tmpdir()), 'lab11-mutants-'))
  readonly #rows: ReadonlyMap<CheckId, readonly string[]>
  readonly #bonus: ReadonlySet<string>
  readonly #solution = new Map<boolean, Promise<SolutionRun>>()

  constructor(session: Session, slug: Slug, options: TrialOptions) {
    this.#session = session
    this.#slug = slug
    this.#options = options
    this.#rows = rowsByCheck(session.rubric)
    this.#bonus = new Set(session.rubric.bonus.map(({ id }) => id))
    // Without its artifacts: those name the sources that made them, and every mutant is of other sources.
    cpSync(path.join(session.workshop.root, 'solutions', slug), path.join(this.#folder, slug), { recursive: true })
  }

  discard(): void {
    rmSync(this.#folder, { recursive: true, force: true })
  }

  /**
   * Cheap checks first; what survives them meets those that take most of the time, and then the long trainings. Bonus
   * points count for bonus tasks.
   */
  async fateOf({ text, bonus }: Mutant): Promise<Fate> {
    for (const quick of this.#options.quick || !this.#hasSlowChecks() ? [true] : [true, false]) {
      const { stages, anyway } = await this.#runOfSolution(quick)
      for (const stage of stages) {
        const fate = this.#judge(await this.#run(text, stage), bonus, anyway)
        if (fate.kind !== 'survived') return fate
      }
    }
    return { kind: 'survived' }
  }

  #judge(results: readonly CheckResult[], bonus: boolean, anyway: ReadonlySet<CheckId>): Fate {
    const faulted = results.flatMap(({ meta, verdict }) =>
      verdict.kind === 'faulted' ? [`${meta.id}: ${verdict.fault.split('\n')[0] ?? ''}`] : [],
    )
    if (faulted[0] !== undefined) return { kind: 'faulted', fault: faulted[0] }
    const lost = results.filter(({ meta, verdict }) => verdict.kind !== 'passed' && !anyway.has(meta.id))
    const rows = [...new Set(lost.flatMap(({ meta }) => this.#rows.get(meta.id) ?? []))].sort()
    if (!rows.some((row) => bonus || !this.#bonus.has(row))) return { kind: 'survived' }
    return { kind: 'killed', rows, checks: lost.map(({ meta }) => meta.id.slice(this.#slug.length + 1)) }
  }

  #runOfSolution(quick: boolean): Promise<SolutionRun> {
    const known = this.#solution.get(quick) ?? this.#runSolution(quick)
    this.#solution.set(quick, known)
    return known
  }

  /** What the solution itself loses in this folder, for want of artifacts, and how long it takes; it may lose nothing else. */
  async #runSolution(quick: boolean): Promise<SolutionRun> {
    const results = await this.#run(solutionText(this.#session.workshop.root, this.#slug), { quick })
    const lost = results.filter(({ verdict }) => verdict.kind !== 'passed')
    const allowed = new Set(lost.filter(wantsArtifact).map(({ meta }) => meta.id))
    const other = lost.find(({ meta, verdict }) => !allowed.has(verdict.kind === 'blocked' ? verdict.by : meta.id))
    if (other) throw new LabError('fault', 'mutants.solution-loses', { slug: this.#slug, check: other.meta.id })
    const stages = [...(quick ? cheapFirst(results) : []), { quick }]
    return { stages, anyway: new Set(lost.map(({ meta }) => meta.id)) }
  }

  async #run(text: string, stage: Stage): Promise<readonly CheckResult[]> {
    writeFileSync(path.join(this.#folder, this.#slug, `${this.#slug}.ts`), text)
    const { seed, backend, deadlineMs } = this.#options
    const { results } = await this.#session.run(this.#folder, {
      mode: 'full',
      slugs: [this.#slug],
      seed,
      backend,
      deadlineMs,
      ...stage,
      rememberOracles: true,
      replay: (slug) => slug,
    })
    return results
  }

  #hasSlowChecks(): boolean {
    const own = this.#session.deliverables.find(({ slug }) => slug === this.#slug)
    return own?.checks.some(({ slow }) => slow === true) ?? false
  }
}

/** A stage of the checks that do not train, when those that do take most of the time. */
function cheapFirst(results: readonly CheckResult[]): Stage[] {
  const total = results.reduce((sum, { durationMs }) => sum + durationMs, 0)
  const cheap = results.filter(({ durationMs }) => durationMs <= total / 20)
  const left = cheap.reduce((sum, { durationMs }) => sum + durationMs, 0)
  return left < total / 2 ? [{ quick: true, only: cheap.map(({ meta }) => meta.id) }] : []
}

function wantsArtifact({ verdict }: CheckResult): boolean {
  return verdict.kind === 'failed' && verdict.finding.kind === 'missing-file'
}

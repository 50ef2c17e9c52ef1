import { cpSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { BackendName } from '../backend/names.ts'
import { rowsByCheck } from '../audit/mutants/freshness.ts'
import type { Fate } from '../audit/mutants/matrix.ts'
import type { Mutant } from '../audit/mutants/mutant.ts'
import { solutionText } from '../audit/trees.ts'
import type { Session } from '../grading/session.ts'
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

/** Grades the mutants of one deliverable, one after the other. Discard it, also after an error and on a signal. */
export class Trials {
  readonly #session: Session
  readonly #slug: Slug
  readonly #options: TrialOptions
  readonly #folder = mkdtempSync(path.join(realpathSync(tmpdir()), 'lab11-mutants-'))
  readonly #rows: ReadonlyMap<CheckId, readonly string[]>
  readonly #bonus: ReadonlySet<string>
  readonly #lostAnyway = new Map<boolean, Promise<ReadonlySet<CheckId>>>()

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

  /** The quick checks first; what survives them meets the long trainings, too. `bonus`: bonus points count as well. */
  async fateOf({ text }: Mutant, bonus: boolean): Promise<Fate> {
    const first = await this.#judge(text, true, bonus)
    const more = !this.#options.quick && this.#hasSlowChecks()
    return first.kind === 'survived' && more ? this.#judge(text, false, bonus) : first
  }

  async #judge(text: string, quick: boolean, bonus: boolean): Promise<Fate> {
    const anyway = await this.#lostWithout(quick)
    const results = await this.#run(text, quick)
    const faulted = results.flatMap(({ meta, verdict }) =>
      verdict.kind === 'faulted' ? [`${meta.id}: ${verdict.fault.split('\n')[0] ?? ''}`] : [],
    )
    if (faulted[0] !== undefined) return { kind: 'faulted', fault: faulted[0] }
    const lost = results.filter(({ meta, verdict }) => verdict.kind !== 'passed' && !anyway.has(meta.id))
    const rows = [...new Set(lost.flatMap(({ meta }) => this.#rows.get(meta.id) ?? []))].sort()
    return rows.some((row) => bonus || !this.#bonus.has(row)) ? { kind: 'killed', rows } : { kind: 'survived' }
  }

  /** What the solution itself loses in this folder, for want of artifacts; it may lose nothing else. */
  #lostWithout(quick: boolean): Promise<ReadonlySet<CheckId>> {
    const known = this.#lostAnyway.get(quick) ?? this.#loseArtifacts(quick)
    this.#lostAnyway.set(quick, known)
    return known
  }

  async #loseArtifacts(quick: boolean): Promise<ReadonlySet<CheckId>> {
    const { root } = this.#session.workshop
    const lost = (await this.#run(solutionText(root, this.#slug), quick)).filter(
      ({ verdict }) => verdict.kind !== 'passed',
    )
    const allowed = new Set(lost.filter(wantsArtifact).map(({ meta }) => meta.id))
    const other = lost.find(({ meta, verdict }) => !allowed.has(verdict.kind === 'blocked' ? verdict.by : meta.id))
    if (other) throw new LabError('fault', 'mutants.solution-loses', { slug: this.#slug, check: other.meta.id })
    return new Set(lost.map(({ meta }) => meta.id))
  }

  async #run(text: string, quick: boolean): Promise<readonly CheckResult[]> {
    writeFileSync(path.join(this.#folder, this.#slug, `${this.#slug}.ts`), text)
    const { seed, backend, deadlineMs } = this.#options
    const { results } = await this.#session.run(this.#folder, {
      mode: 'full',
      slugs: [this.#slug],
      seed,
      backend,
      deadlineMs,
      quick,
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

function wantsArtifact({ verdict }: CheckResult): boolean {
  return verdict.kind === 'failed' && verdict.finding.kind === 'missing-file'
}

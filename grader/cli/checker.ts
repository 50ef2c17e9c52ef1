import type { Judged } from '../evidence/judge.ts'
import type { BackendName } from '../backend/names.ts'
import { makeReport } from '../grading/report.ts'
import { describeRun } from '../grading/run-facts.ts'
import type { RunRecord, Session } from '../grading/session.ts'
import { shellWord } from '../grading/shell-word.ts'
import type { Report } from '../model/report.ts'
import type { CheckId, CheckResult, Language, Slug } from '../model/verdict.ts'
import { hashLoaded } from '../submission/hash.ts'
import type { Progress } from '../running/runner.ts'
import type { SubmissionRoot } from '../submission/locate.ts'
import { defaultSeed } from './values.ts'

export interface CheckOptions {
  readonly submission?: string
  readonly seed: number
  readonly all: boolean
  readonly json: boolean
  readonly watch: boolean
  readonly quick: boolean
  readonly timeout: number
  readonly backend: BackendName
}

/** Checks one submission again and again, keeping the results of deliverables that have not changed. */
export class Checker {
  readonly submission: SubmissionRoot
  readonly #session: Session
  readonly #options: CheckOptions
  readonly #language: Language
  readonly #onProgress: (progress: Progress) => void
  readonly #records = new Map<Slug, RunRecord>()
  readonly #judged = new Map<Slug, Judged>()

  constructor(
    session: Session,
    submission: SubmissionRoot,
    options: CheckOptions,
    { language, onProgress }: { language: Language; onProgress: (progress: Progress) => void },
  ) {
    this.#session = session
    this.#language = language
    this.#onProgress = onProgress
    this.submission = submission
    this.#options = options
  }

  /** Runs the public checks of `slugs` and reports on everything checked so far. */
  async check(slugs: readonly Slug[]): Promise<{ report: Report; outputs: Readonly<Record<Slug, string>> }> {
    const started = new Date()
    const { seed, timeout, backend, quick } = this.#options
    const code = slugs.filter((slug) => this.#session.slugs.includes(slug))
    const record = await this.#session.run(this.submission.root, {
      seed,
      mode: 'public',
      backend,
      deadlineMs: timeout * 1000,
      quick,
      slugs: code,
      rememberOracles: seed === defaultSeed,
      replay: (slug) => this.#replay(slug),
      onProgress: this.#onProgress,
    })
    for (const slug of code) this.#records.set(slug, only(record, slug))
    const records = this.#session.slugs.flatMap((slug) => this.#records.get(slug) ?? [])
    const known = {
      loaded: records.flatMap(({ loaded }) => loaded),
      results: records.flatMap(({ results }) => results),
    }
    for (const slug of slugs.filter((each) => !code.includes(each)))
      this.#judged.set(slug, await this.#session.judge(this.submission, { mode: 'public', slugs: [slug], ...known }))
    const judged = this.#session.parts.flatMap((slug) => this.#judged.get(slug) ?? [])
    const hash = await hashLoaded(this.submission.root, known.loaded)
    const { id, name } = this.submission
    const report = makeReport({
      submission: { id, name, hash, submittedAt: null },
      run: describeRun(this.#session.workshop.root, { seed, mode: 'public', backend, quick, started }),
      rubric: this.#session.rubric,
      results: [...known.results, ...judged.flatMap(({ results }) => results)],
      diagnoses: [...records, ...judged].flatMap(({ diagnoses }) => diagnoses),
      isHidden: (id) => this.#isHidden(id),
      language: this.#language,
    })
    return { report, outputs: Object.assign({}, ...records.map(({ outputs }) => outputs)) as Record<Slug, string> }
  }

  /** What is to be checked again when a file or folder at the root of the submission changes, by its name. */
  get readers(): ReadonlyMap<string, readonly Slug[]> {
    const { slugs, evidence } = this.#session
    const readers = new Map<string, Slug[]>([
      ['shared', [...slugs]],
      ...slugs.map((slug): [string, Slug[]] => [slug, [slug]]),
    ])
    for (const { slug, reads, readsCode } of evidence)
      for (const name of readsCode ? [...reads, 'shared', ...slugs] : reads)
        readers.set(name, [...(readers.get(name) ?? []), slug])
    return readers
  }

  /** Not among the public checks, and of a deliverable that was checked. */
  #isHidden(id: CheckId): boolean {
    const slug = id.slice(0, id.indexOf('/'))
    const check = this.#session.checks.find((each) => each.id === id)
    return (this.#records.has(slug) || this.#judged.has(slug)) && check?.visibility !== 'public'
  }

  #replay(slug: Slug): string {
    return `npm run check -- ${slug}${submissionFlag(this.#options)} --seed ${String(this.#options.seed)}`
  }
}

/** What a command that repeats something must say about where the submission is. */
export function submissionFlag({ submission }: CheckOptions): string {
  return submission === undefined ? '' : ` --submission ${shellWord(submission)}`
}

function only({ loaded, results, outputs, diagnoses, diagnosisMs }: RunRecord, slug: Slug): RunRecord {
  return {
    loaded: loaded.filter((deliverable) => deliverable.slug === slug),
    results: results.filter(({ meta }: CheckResult) => meta.deliverable === slug),
    outputs: { [slug]: outputs[slug] ?? '' },
    diagnoses: diagnoses.filter(({ deliverable }) => deliverable === slug),
    diagnosisMs: { [slug]: diagnosisMs[slug] ?? 0 },
    observed: {},
  }
}

import path from 'node:path'
import type { BackendName } from '../backend/names.ts'
import { makeReport, requireValid } from '../grading/report.ts'
import { describeRun } from '../grading/run-facts.ts'
import { Session, type RunRecord } from '../grading/session.ts'
import { LabError } from '../model/errors.ts'
import type { Report } from '../model/report.ts'
import type { CheckId, CheckResult, Language, Slug } from '../model/verdict.ts'
import { checkReport } from '../reports/terminal.ts'
import { hashLoaded } from '../submission/hash.ts'
import { locate, type SubmissionRoot } from '../submission/locate.ts'
import type { CommandContext } from './context.ts'
import { exit, type ExitCode } from './exit.ts'
import { chosenSlugs, defaultSeed } from './values.ts'
import { watch } from './watch.ts'

export interface CheckOptions {
  readonly submission?: string
  readonly seed: number
  readonly all: boolean
  readonly json: boolean
  readonly watch: boolean
  readonly timeout: number
  readonly backend: BackendName
}

/** Runs the public checks of one submission and prints what to do next. */
export async function checkCommand(
  context: CommandContext,
  asked: readonly string[],
  options: CheckOptions,
): Promise<ExitCode> {
  const session = await Session.open(context.workshop)
  context.onInterrupt(() => {
    session.discard()
  })
  try {
    const slugs = chosenSlugs(asked, session.slugs)
    const where = options.submission ?? path.join(context.workshop.root, 'starter')
    const located = await locate(where, session.slugs)
    if (located.kind === 'class') throw new LabError('usage', 'usage.class-given', { path: where })
    const checker = new Checker(session, located.root, options, context.language)
    if (options.watch)
      return await watch(context, checker, slugs, (report, outputs) => {
        show(context, options, report, outputs)
      })
    const { report, outputs } = await checker.check(slugs)
    show(context, options, report, outputs)
    return verdictOf(report)
  } finally {
    session.discard()
  }
}

/** Checks one submission again and again, keeping the results of deliverables that have not changed. */
export class Checker {
  readonly submission: SubmissionRoot
  readonly #session: Session
  readonly #options: CheckOptions
  readonly #language: Language
  readonly #records = new Map<Slug, RunRecord>()

  constructor(session: Session, submission: SubmissionRoot, options: CheckOptions, language: Language) {
    this.#session = session
    this.#language = language
    this.submission = submission
    this.#options = options
  }

  /** Runs the public checks of `slugs` and reports on everything checked so far. */
  async check(slugs: readonly Slug[]): Promise<{ report: Report; outputs: Readonly<Record<Slug, string>> }> {
    const started = new Date()
    const { seed, timeout, backend } = this.#options
    const record = await this.#session.run(this.submission.root, {
      seed,
      mode: 'public',
      backend,
      deadlineMs: timeout * 1000,
      slugs,
      rememberOracles: seed === defaultSeed,
      replay: (slug) => this.#replay(slug),
    })
    for (const slug of slugs) this.#records.set(slug, only(record, slug))
    const records = this.#session.slugs.flatMap((slug) => this.#records.get(slug) ?? [])
    const hash = await hashLoaded(
      this.submission.root,
      records.flatMap(({ loaded }) => loaded),
    )
    const { id, name } = this.submission
    const report = makeReport({
      submission: { id, name, hash, submittedAt: null },
      run: describeRun(this.#session.workshop.root, { seed, mode: 'public', backend, started }),
      rubric: this.#session.rubric,
      results: records.flatMap(({ results }) => results),
      isHidden: (id) => this.#isHidden(id),
      language: this.#language,
    })
    return { report, outputs: Object.assign({}, ...records.map(({ outputs }) => outputs)) as Record<Slug, string> }
  }

  /** Not among the public checks, and of a deliverable that was checked. */
  #isHidden(id: CheckId): boolean {
    const slug = id.slice(0, id.indexOf('/'))
    const checks = this.#session.deliverables.find((deliverable) => deliverable.slug === slug)?.checks ?? []
    return this.#records.has(slug) && !checks.some((check) => check.id === id && check.visibility === 'public')
  }

  #replay(slug: Slug): string {
    const { submission, seed } = this.#options
    const where = submission === undefined ? '' : ` --submission ${submission}`
    return `npm run check -- ${slug}${where} --seed ${String(seed)}`
  }
}

function show(
  context: CommandContext,
  { json, all, submission }: CheckOptions,
  report: Report,
  outputs: Readonly<Record<Slug, string>>,
): void {
  const { language, colors } = context
  if (json) context.print(`${JSON.stringify(requireValid(report), null, 2)}\n`)
  else
    context.print(
      checkReport(report, {
        language,
        colors,
        all,
        outputs,
        flags: submission === undefined ? '' : ` --submission ${submission}`,
      }),
    )
}

/** Bonus checks do not count: nobody has to pass them. */
export function verdictOf(report: Report): ExitCode {
  if (report.checks.some(({ verdict }) => verdict === 'faulted')) return exit.fault
  return report.checks.every(({ verdict, bonus }) => verdict === 'passed' || bonus) ? exit.done : exit.notYet
}

function only({ loaded, results, outputs }: RunRecord, slug: Slug): RunRecord {
  return {
    loaded: loaded.filter((deliverable) => deliverable.slug === slug),
    results: results.filter(({ meta }: CheckResult) => meta.deliverable === slug),
    outputs: { [slug]: outputs[slug] ?? '' },
  }
}

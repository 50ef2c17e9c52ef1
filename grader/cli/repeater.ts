import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import path from 'node:path'
import { Worker } from 'node:worker_threads'
import { firstDifference, withoutTimes } from '../audit/determinism.ts'
import { solutionText } from '../audit/trees.ts'
import type { BackendName } from '../backend/names.ts'
import { gradeSubmission } from '../grading/grade.ts'
import { Session } from '../grading/session.ts'
import type { Slug } from '../model/verdict.ts'
import { loadVariants, withMistake } from '../running/variants.ts'
import type { CommandContext } from './context.ts'
import { defaultSeed } from './values.ts'
import type { Discardable } from './with-session.ts'

export interface RepeatOptions {
  readonly timeout: number
  readonly backend: BackendName
}

/** How many reports were alike, of how many. */
export interface Repeats {
  readonly alike: number
  readonly of: number
}

/** How a report is made: with the machine to itself, beside others that keep it busy, or two at a time. */
type Company = 'alone' | 'loaded' | 'paired'

const companies: readonly Company[] = ['alone', 'loaded', 'paired']

/**
 * Grades the same submissions again and again and compares the reports: the solution, and the solution with a mistake, whose
 * report holds findings, shrunken cases and names. Discard it, also after an error and on a signal.
 */
export class Repeater implements Discardable {
  readonly #context: CommandContext
  readonly #sessions: readonly [Session, Session]
  readonly #options: RepeatOptions
  readonly #folder = mkdtempSync(path.join(realpathSync(tmpdir()), 'lab11-repeats-'))

  private constructor(context: CommandContext, sessions: readonly [Session, Session], options: RepeatOptions) {
    this.#context = context
    this.#sessions = sessions
    this.#options = options
  }

  /** Opens a second session beside the given one, for reports that are made two at a time. */
  static async open(context: CommandContext, session: Session, options: RepeatOptions): Promise<Repeater> {
    const other = await Session.open(context.workshop)
    void other.warm(true)
    return new Repeater(context, [session, other], options)
  }

  discard(): void {
    this.#sessions[1].discard()
    rmSync(this.#folder, { recursive: true, force: true })
  }

  /** `count` reports of each submission, in the three companies by turns, against the first one. */
  async repeat(slug: Slug, count: number): Promise<Repeats> {
    const folders = [path.join(this.#context.workshop.root, 'solutions'), ...(await this.#mistaken(slug))]
    let [alike, made] = [0, 0]
    for (const folder of folders) {
      const [session] = this.#sessions
      const first = await this.#report(session, folder, slug)
      for (let k = 0; k < count;) {
        const company = companies[k % companies.length] ?? 'alone'
        const sessions = this.#sessions.slice(0, company === 'paired' && k + 1 < count ? 2 : 1)
        const reports = await inCompany(company, () =>
          Promise.all(sessions.map((each) => this.#report(each, folder, slug))),
        )
        for (const report of reports) if (this.#isAlike(slug, first, report, company)) alike++
        k += reports.length
        made += reports.length
      }
    }
    return { alike, of: made }
  }

  /** The solution with the first mistake that has a name. */
  async #mistaken(slug: Slug): Promise<readonly string[]> {
    const { workshop } = this.#context
    const [variant] = await loadVariants(workshop, slug)
    if (!variant) return []
    const folder = path.join(this.#folder, slug)
    mkdirSync(folder, { recursive: true })
    cpSync(path.join(workshop.root, 'solutions', slug), path.join(folder, slug), { recursive: true })
    writeFileSync(path.join(folder, slug, `${slug}.ts`), withMistake(solutionText(workshop.root, slug), variant))
    return [folder]
  }

  async #report(session: Session, folder: string, slug: Slug): Promise<unknown> {
    const { backend, timeout } = this.#options
    const submission = { root: folder, folder, name: slug, id: slug }
    const request = { seed: defaultSeed, backend, deadlineMs: timeout * 1000, slugs: [slug] }
    return withoutTimes(await gradeSubmission(session, submission, { ...request, language: 'en' }))
  }

  #isAlike(slug: Slug, first: unknown, report: unknown, company: Company): boolean {
    const at = firstDifference(first, report)
    const { print, say } = this.#context
    if (at !== undefined) print(`      ${say('certify.differs', { slug, at, company })}\n`)
    return at === undefined
  }
}

/** Every core is kept busy for as long as loaded work lasts. */
async function inCompany<Result>(company: Company, work: () => Promise<Result>): Promise<Result> {
  const others = company === 'loaded' ? availableParallelism() : 0
  const busy = Array.from({ length: others }, () => new Worker('for (;;) {}', { eval: true }))
  try {
    return await work()
  } finally {
    await Promise.all(busy.map((worker) => worker.terminate()))
  }
}

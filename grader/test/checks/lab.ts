import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { applyChanges, misconceptionOf, type Change as NamedChange, type Variant } from '../../diagnosis/variant.ts'
import { Session } from '../../grading/session.ts'
import type { Diagnosis } from '../../model/diagnosis.ts'
import type { CheckId, CheckResult, Slug } from '../../model/verdict.ts'
import { stakesOf } from '../../scoring/score.ts'
import { root, workshop } from './workshop.ts'

/** Text that replaces another in a file, as a test or as the course's own list of mistakes has it. */
export type Change = OwnChange | NamedChange

/** The text must stand there exactly once, or as often as it says. */
type OwnChange = readonly [from: string, to: string, times?: number]

/** What became of one deliverable: every check, and the points it was worth. */
export interface Outcome {
  readonly results: readonly CheckResult[]
  readonly points: number
  readonly max: number
  /** Names, without the slug, of the checks that did not pass although nobody may do without them. */
  readonly lost: readonly string[]
  readonly diagnoses: readonly Diagnosis[]
  /** Mistakes that were told by name. */
  readonly named: readonly string[]
}

export interface LabOptions {
  readonly slugs?: readonly Slug[]
  readonly seed?: number
  readonly deadlineMs?: number
  readonly quick?: boolean
  readonly only?: readonly CheckId[] | undefined
}

/** The whole way of a grade, with a warm session: files on disk in, verdicts out. */
export class Lab {
  readonly session: Session
  readonly #folder = mkdtempSync(path.join(tmpdir(), 'lab11-'))
  #submissions = 0

  private constructor(session: Session) {
    this.session = session
    void session.warm(true)
  }

  static async open(): Promise<Lab> {
    return new Lab(await Session.open(workshop()))
  }

  async close(): Promise<void> {
    await this.session.close()
    rmSync(this.#folder, { recursive: true, force: true })
  }

  /** A submission with the solution's files, some of them changed or replaced; it has no artifacts. */
  submission(files: Readonly<Record<string, string>>): string {
    const folder = path.join(this.#folder, `submission-${String(++this.#submissions)}`)
    for (const slug of this.session.slugs)
      cpSync(path.join(root, 'solutions', slug), path.join(folder, slug), { recursive: true })
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(path.dirname(path.join(folder, name)), { recursive: true })
      writeFileSync(path.join(folder, name), text)
    }
    return folder
  }

  /** Runs every check of some deliverables; or no long training, or `only` some checks and what they need. */
  async run(
    folder: string,
    { slugs = this.session.slugs, seed = 20_261_121, deadlineMs = 20_000, quick = false, only }: LabOptions = {},
  ): Promise<ReadonlyMap<Slug, Outcome>> {
    const { results, diagnoses } = await this.session.run(folder, {
      mode: 'full',
      backend: 'wasm',
      slugs,
      seed,
      deadlineMs,
      quick,
      ...(only ? { only } : {}),
      replay: (slug) => slug,
      // What tfjs says depends on the seed alone, and these runs share theirs.
      rememberOracles: true,
    })
    return new Map(slugs.map((slug) => [slug, this.#outcome(slug, results, diagnoses)]))
  }

  /** The same of one deliverable. */
  async runOne(slug: Slug, folder: string, options: Omit<LabOptions, 'slugs'> = {}): Promise<Outcome> {
    const outcome = (await this.run(folder, { ...options, slugs: [slug] })).get(slug)
    if (!outcome) throw new Error(`Expected an outcome for ${slug}`)
    return outcome
  }

  #outcome(slug: Slug, all: readonly CheckResult[], told: readonly Diagnosis[]): Outcome {
    const diagnoses = told.filter(({ deliverable }) => deliverable === slug)
    const results = all.filter(({ meta }) => meta.deliverable === slug)
    const passed = new Set(results.filter(({ verdict }) => verdict.kind === 'passed').map(({ meta }) => meta.id))
    const stakes = stakesOf(this.session.rubric).filter(
      ({ check, stage }) => check.startsWith(`${slug}/`) && stage !== null,
    )
    const sum = (list: typeof stakes): number => list.reduce((total, { max }) => total + max, 0)
    const needed = results.filter(({ meta }) => !passed.has(meta.id))
    return {
      results,
      points: sum(stakes.filter(({ check }) => passed.has(check))) / 100,
      max: sum(stakes) / 100,
      lost: needed.map(({ meta }) => meta.id.slice(slug.length + 1)),
      diagnoses,
      named: namesIn(diagnoses),
    }
  }
}

/** The text of a solution. */
export function solution(slug: Slug): string {
  return readFileSync(path.join(root, 'solutions', slug, `${slug}.ts`), 'utf8')
}

/** The solution with some of its text replaced. */
export function changed(slug: Slug, changes: readonly Change[]): string {
  return changes.reduce((text, change) => {
    const made = 'from' in change ? applyChanges(text, [change]) : replaced(text, change)
    if (made === undefined) throw new Error(`${slug} has it not, or too often: ${JSON.stringify(change)}`)
    return made
  }, solution(slug))
}

function replaced(text: string, [from, to, times = 1]: OwnChange): string | undefined {
  return text.split(from).length === times + 1 ? text.replaceAll(from, to) : undefined
}

/** The names that diagnoses give. */
export function namesIn(diagnoses: readonly Diagnosis[]): string[] {
  return diagnoses.flatMap(({ misconceptions }) => misconceptions)
}

/** The names by which a mistake of a test is told: its own, when the id is one of the course's list, and no other. */
export function namesFor(id: string): string[] {
  return /^[a-z0-9]+\.[a-z0-9-]+(#[a-z0-9-]+)?$/.test(id) ? [misconceptionOf(id)] : []
}

/** What a mistake of the course's own list changes, by its id. */
export function named(variants: readonly Variant[], id: string): readonly Change[] {
  const variant = variants.find((each) => each.id === id)
  if (!variant) throw new Error(`Expected a variant ${id}`)
  return variant.changes
}

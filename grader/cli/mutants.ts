import path from 'node:path'
import type { BackendName } from '../backend/names.ts'
import { mutationHash, proofsHash } from '../audit/mutants/freshness.ts'
import { holds, readMatrix, type KillMatrix, type Tally, type TriedDeliverable } from '../audit/mutants/matrix.ts'
import type { Mutant } from '../audit/mutants/mutant.ts'
import { mutantsOf } from '../audit/mutants/mutate.ts'
import { sampleOf } from '../audit/mutants/sample.ts'
import { solutionText } from '../audit/trees.ts'
import type { Session } from '../grading/session.ts'
import { LabError } from '../model/errors.ts'
import type { Slug } from '../model/verdict.ts'
import type { CommandContext } from './context.ts'
import { exit, type ExitCode } from './exit.ts'
import { gradeMutants } from './mutant-round.ts'
import { matrixDocument, textTable } from './mutant-tables.ts'
import { Trials } from './mutant-trials.ts'
import { namedMutantsOf } from './named-mutants.ts'
import { writeWhole } from './out.ts'
import { unitsOf } from './probing.ts'
import { sayWhetherItHolds, today } from './stored-proof.ts'
import { chosenSlugs } from './values.ts'
import { withSession } from './with-session.ts'

export interface MutantsOptions {
  /** Whether this audit is asked for, and not the ordinary one. */
  readonly mutants: boolean
  readonly deliverable: readonly Slug[]
  /** Only what the stored matrix leaves open or calls equivalent, where it is of the same mutants. */
  readonly open: boolean
  /** So many mutants a deliverable, and so many mistakes with names; all of them when left out. */
  readonly sample?: number
  readonly seed: number
  readonly quick: boolean
  readonly timeout: number
  readonly backend: BackendName
}

/** An entry of the stored matrix stands for at least so many mutants, or for all where there are fewer. */
const enough = 40

/** What a mutant that never ends costs at every call; the reference needs a small part of a second. */
const longestSeconds = 5

/**
 * Grades solutions with one mistake each. A large run stores the kill matrix; a small sample only sees that the stored
 * one is of the present sources. What is alive without a proof is an error, and so is a proof that holds no more.
 */
export async function mutantsCommand(context: CommandContext, options: MutantsOptions): Promise<ExitCode> {
  return withSession(context, async (session, keep) => {
    void session.warm(true)
    context.print(`${context.colors.bold(context.say('mutants.title'))}\n`)
    const entries: Record<Slug, TriedDeliverable> = {}
    for (const slug of chosenSlugs(options.deliverable, session.slugs)) {
      const deadlineMs = 1000 * Math.min(options.timeout, longestSeconds)
      const own = new Trials(session, slug, { ...options, deadlineMs })
      keep(own)
      entries[slug] = await tryDeliverable(context, session, slug, own, options)
      own.discard()
    }
    sayTotal(context, Object.values(entries))
    const fine = isSmall(options) ? sayFreshness(context, entries) : store(context, entries)
    const open = Object.values(entries).some((entry) => entry.open.length > 0)
    return fine && !open ? exit.done : exit.notYet
  })
}

async function tryDeliverable(
  context: CommandContext,
  session: Session,
  slug: Slug,
  trials: Trials,
  options: MutantsOptions,
): Promise<TriedDeliverable> {
  const { sample, seed, open } = options
  const { root } = context.workshop
  const small = isSmall(options)
  const generic = mutantsOf(solutionText(root, slug), slug)
  if (generic.length === 0) throw new LabError('fault', 'mutants.none', { slug })
  // What shows a mistake is told by what is stored, and nowhere else.
  const named = await namedMutantsOf(context.workshop, slug, small ? [] : await unitsOf(session, slug))
  // Before the long run: sources that change meanwhile are not what was graded.
  const hashes = {
    sources: mutationHash(slug, session.rubric, [...generic, ...named]),
    proofs: proofsHash(root, slug),
  }
  const before = open ? wholeEntry(context, slug, hashes.sources) : undefined
  const drawn = <Item extends Mutant>(all: readonly Item[]): readonly Item[] =>
    before
      ? all.filter(({ id }) => before.open.includes(id) || before.proved.includes(id))
      : sampleOf(all, sample ?? all.length, small ? today() : seed)
  const round = { all: generic, generic: drawn(generic), named: drawn(named), before }
  const tally = await gradeMutants(context, slug, trials, round)
  const entry = entryOf(tally, { ...hashes, seed, mutants: generic.length + named.length })
  sayDeliverable(context, slug, entry)
  return entry
}

/** Too few to stand for all. */
function isSmall({ quick, sample }: MutantsOptions): boolean {
  return quick || (sample ?? enough) < enough
}

function entryOf(
  { tried, killed, equivalent, proved, open, operators, named }: Tally,
  given: Pick<TriedDeliverable, 'sources' | 'proofs' | 'seed' | 'mutants'>,
): TriedDeliverable {
  const { sources, proofs, seed, mutants } = given
  const [node, date] = [process.versions.node, new Date().toISOString().slice(0, 10)]
  const counts = { mutants, tried, killed, equivalent }
  return { sources, proofs, node, date, seed, ...counts, proved, open, operators, named }
}

/** The stored entry, when it is of these mutants and of all of them. */
function wholeEntry(context: CommandContext, slug: Slug, sources: string): TriedDeliverable | undefined {
  const entry = readMatrix(matrixFile(context))?.deliverables[slug]
  return entry?.sources === sources && entry.tried === entry.mutants ? entry : undefined
}

function sayDeliverable({ colors, print, say, language }: CommandContext, slug: Slug, entry: TriedDeliverable): void {
  const { tried, mutants, killed, equivalent, open, operators } = entry
  const counts = { slug, tried, mutants, killed, equivalent, open: open.length }
  print(`  ${open.length === 0 ? colors.green('✓') : colors.red('✗')} ${say('mutants.deliverable', counts)}\n`)
  print(textTable(operators, language))
}

function sayTotal({ print, say }: CommandContext, entries: readonly TriedDeliverable[]): void {
  const sum = (count: (entry: TriedDeliverable) => number): number =>
    entries.reduce((total, entry) => total + count(entry), 0)
  const [tried, killed] = [sum((entry) => entry.tried), sum((entry) => entry.killed)]
  const [equivalent, open] = [sum((entry) => entry.equivalent), sum((entry) => entry.open.length)]
  const percent = ((100 * killed) / Math.max(1, tried)).toFixed(1)
  print(`${say('mutants.total', { tried, killed, percent, equivalent, open })}\n`)
}

/** Keeps the entries of deliverables that were not asked for. True: there is nothing in it that could be amiss. */
function store(context: CommandContext, entries: Readonly<Record<Slug, TriedDeliverable>>): true {
  const file = matrixFile(context)
  const all = Object.entries({ ...readMatrix(file)?.deliverables, ...entries })
  const matrix: KillMatrix = { deliverables: Object.fromEntries(all.sort(([a], [b]) => (a < b ? -1 : 1))) }
  writeWhole(file, `${JSON.stringify(matrix, null, 2)}\n`)
  writeWhole(file.replace(/json$/, 'md'), matrixDocument(matrix, 'en'))
  context.print(`${context.say('mutants.stored', { path: file })}\n`)
  return true
}

/** True when every entry asked for is of the present sources and of enough mutants; otherwise says which is not. */
function sayFreshness(context: CommandContext, entries: Readonly<Record<Slug, TriedDeliverable>>): boolean {
  const file = matrixFile(context)
  const stored = readMatrix(file)?.deliverables
  const stale = Object.entries(entries).filter(([slug, entry]) => !holds(stored?.[slug], entry, enough))
  return sayWhetherItHolds(context, 'mutants', file, stored && stale.map(([slug]) => slug))
}

function matrixFile({ workshop }: CommandContext): string {
  return path.join(workshop.root, 'grader', 'docs', 'mutants.json')
}

import path from 'node:path'
import type { BackendName } from '../backend/names.ts'
import { mutationHash } from '../audit/mutants/freshness.ts'
import { holds, readMatrix, Tally, type KillMatrix, type TriedDeliverable } from '../audit/mutants/matrix.ts'
import { mutantsOf } from '../audit/mutants/mutate.ts'
import { sampleOf } from '../audit/mutants/sample.ts'
import { solutionText } from '../audit/trees.ts'
import type { Session } from '../grading/session.ts'
import { LabError } from '../model/errors.ts'
import type { Slug } from '../model/verdict.ts'
import type { CommandContext } from './context.ts'
import { exit, type ExitCode } from './exit.ts'
import { Proofs } from './mutant-proofs.ts'
import { matrixDocument, textTable } from './mutant-tables.ts'
import { Trials } from './mutant-trials.ts'
import { writeWhole } from './out.ts'
import { ProgressLine } from './progress-line.ts'
import { chosenSlugs } from './values.ts'
import { withSession } from './with-session.ts'

export interface MutantsOptions {
  /** Whether this audit is asked for, and not the ordinary one. */
  readonly mutants: boolean
  readonly deliverable: readonly Slug[]
  /** So many mutants a deliverable; all of them when left out. */
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
      entries[slug] = await tryDeliverable(context, slug, own, { ...options, rubric: session.rubric })
      own.discard()
    }
    sayTotal(context, Object.values(entries))
    const small = options.quick || (options.sample ?? enough) < enough
    const fine = small ? sayFreshness(context, entries) : store(context, entries)
    const open = Object.values(entries).some((entry) => entry.open.length > 0)
    return fine && !open ? exit.done : exit.notYet
  })
}

async function tryDeliverable(
  context: CommandContext,
  slug: Slug,
  trials: Trials,
  { sample, seed, rubric }: MutantsOptions & { readonly rubric: Session['rubric'] },
): Promise<TriedDeliverable> {
  const { workshop, print, say } = context
  const line = new ProgressLine(context)
  const all = mutantsOf(solutionText(workshop.root, slug), slug)
  if (all.length === 0) throw new LabError('fault', 'mutants.none', { slug })
  // Before the long run: sources that change meanwhile are not what was graded.
  const sources = mutationHash(workshop.root, slug, rubric, all)
  const [tally, proofs] = [new Tally(), new Proofs(context, slug)]
  const problem = (sentence: string): void => {
    line.clear()
    print(`      ${sentence}\n`)
  }
  for (const sentence of proofs.unknown(all)) {
    problem(sentence)
    tally.open.push('equivalents.json')
  }
  const chosen = sampleOf(all, sample ?? all.length, seed)
  for (const [done, mutant] of chosen.entries()) {
    const { id } = mutant
    line.show(() => say('mutants.progress', { slug, done: done + 1, of: chosen.length, open: tally.open.length, id }))
    const judged = proofs.judge(mutant, await trials.fateOf(mutant, mutant.bonus))
    tally.add(mutant, judged.fate)
    if (judged.problem === undefined) continue
    problem(judged.problem)
    if (!tally.open.includes(mutant.id)) tally.open.push(mutant.id)
  }
  line.clear()
  const entry = entryOf(tally, { sources, seed, mutants: all.length })
  sayDeliverable(context, slug, entry)
  return entry
}

function entryOf(
  { tried, killed, equivalent, open, operators }: Tally,
  { sources, seed, mutants }: { sources: string; seed: number; mutants: number },
): TriedDeliverable {
  const [node, date] = [process.versions.node, new Date().toISOString().slice(0, 10)]
  return { sources, node, date, seed, mutants, tried, killed, equivalent, open, operators }
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
  const matrix = readMatrix(file)
  if (!matrix) {
    context.print(`${context.say('mutants.missing', { path: file })}\n`)
    return false
  }
  const stale = Object.entries(entries).filter(
    ([slug, { sources }]) => !holds(matrix.deliverables[slug], sources, enough),
  )
  const slugs = stale.map(([slug]) => slug).join(' ')
  context.print(`${context.say(slugs === '' ? 'mutants.fresh' : 'mutants.stale', { path: file, slugs })}\n`)
  return slugs === ''
}

function matrixFile({ workshop }: CommandContext): string {
  return path.join(workshop.root, 'grader', 'docs', 'mutants.json')
}

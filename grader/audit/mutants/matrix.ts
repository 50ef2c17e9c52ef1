import { readFileSync } from 'node:fs'
import type { Slug } from '../../model/verdict.ts'
import type { Mutant, NamedMutant } from './mutant.ts'

/**
 * What became of a mutant. `rows` are the rows of the rubric in which it lost points, `checks` the names of what it
 * lost there or elsewhere, in their order.
 */
export type Fate =
  | { readonly kind: 'killed'; readonly rows: readonly string[]; readonly checks: readonly string[] }
  | { readonly kind: 'equivalent' }
  | { readonly kind: 'survived' }
  | { readonly kind: 'faulted'; readonly fault: string }

/** What is committed after all mutants have been graded, and compared with the sources by a short run. */
export interface KillMatrix {
  readonly deliverables: Readonly<Record<Slug, TriedDeliverable>>
}

/** What became of the mutants of one deliverable. */
export interface TriedDeliverable {
  /** Hash of what they are, and of the proofs: see `freshness.ts`. */
  readonly sources: string
  readonly proofs: string
  readonly node: string
  readonly date: string
  readonly seed: number
  /** How many there are, and how many of them were graded. */
  readonly mutants: number
  readonly tried: number
  readonly killed: number
  readonly equivalent: number
  /** Ids of those that are equivalent by their proofs. */
  readonly proved: readonly string[]
  /** What is left to do: mutants that nothing noticed or that a check of ours stumbled over, and proofs that do not hold. */
  readonly open: readonly string[]
  readonly operators: Readonly<Record<string, TriedOperator>>
  /** By its id, every mistake with a name that was graded. */
  readonly named: Readonly<Record<string, TriedMistake>>
}

/** What was seen of a mistake with a name; `checks` and `rows` are empty for one that nothing noticed. */
export interface TriedMistake {
  readonly task: string
  readonly calls: readonly string[]
  readonly checks: readonly string[]
  readonly rows: readonly string[]
}

export interface TriedOperator {
  readonly tried: number
  readonly killed: number
  readonly equivalent: number
  /** By row of the rubric, how many lost points in it. */
  readonly rows: Readonly<Record<string, number>>
}

/** The committed matrix, without entries that are none; undefined when there is none, or none that can be read. */
export function readMatrix(file: string): KillMatrix | undefined {
  try {
    const { deliverables } = JSON.parse(readFileSync(file, 'utf8')) as Partial<KillMatrix>
    if (typeof deliverables !== 'object') return undefined
    return { deliverables: Object.fromEntries(Object.entries(deliverables).filter(([, entry]) => isEntry(entry))) }
  } catch {
    return undefined
  }
}

/** An entry may come from an older program. */
function isEntry({ sources, proofs, proved, open, operators, named }: Partial<TriedDeliverable>): boolean {
  return (
    [sources, proofs].every((hash) => typeof hash === 'string') &&
    [proved, open].every((ids) => Array.isArray(ids)) &&
    [operators, named].every((group) => typeof group === 'object')
  )
}

/** Whether an entry is of these mutants and proofs, stands for enough of them, and leaves nothing open. */
export function holds(
  entry: TriedDeliverable | undefined,
  { sources, proofs }: Pick<TriedDeliverable, 'sources' | 'proofs'>,
  atLeast: number,
): boolean {
  if (entry?.sources !== sources || entry.proofs !== proofs || entry.open.length > 0) return false
  return entry.tried >= Math.min(atLeast, entry.mutants)
}

interface Counts {
  tried: number
  killed: number
  equivalent: number
  readonly rows: Map<string, number>
}

function noCounts(): Counts {
  return { tried: 0, killed: 0, equivalent: 0, rows: new Map() }
}

/** Collects what became of one deliverable's mutants, going on from what an entry says when there is one. */
export class Tally {
  readonly open: string[] = []
  readonly proved: string[] = []
  readonly #before: Pick<TriedDeliverable, 'open' | 'proved'>
  readonly #operators: Map<string, Counts>
  readonly #named: Map<string, TriedMistake>

  /** Of the mutants in `before`, those that it leaves open and those that it calls equivalent are to be added again. */
  constructor(before?: TriedDeliverable) {
    this.#before = before ?? { open: [], proved: [] }
    const operators = Object.entries(before?.operators ?? {})
    this.#operators = new Map(
      operators.map(([name, own]) => [name, { ...own, rows: new Map(Object.entries(own.rows)) }]),
    )
    this.#named = new Map(Object.entries(before?.named ?? {}))
  }

  add({ id, operator }: Mutant, fate: Fate): void {
    const counts = this.#operators.get(operator) ?? noCounts()
    this.#operators.set(operator, counts)
    const again = this.#before.open.includes(id) || this.#before.proved.includes(id)
    if (!again) counts.tried++
    if (this.#before.proved.includes(id)) counts.equivalent--
    if (fate.kind === 'killed') counts.killed++
    else if (fate.kind === 'equivalent') counts.equivalent++
    else this.open.push(id)
    if (fate.kind === 'equivalent') this.proved.push(id)
    if (fate.kind === 'killed') for (const row of fate.rows) counts.rows.set(row, (counts.rows.get(row) ?? 0) + 1)
  }

  addNamed(mutant: NamedMutant, fate: Fate): void {
    this.add(mutant, fate)
    const { id, task, calls } = mutant
    const { checks, rows } = fate.kind === 'killed' ? fate : { checks: [], rows: [] }
    this.#named.set(id, { task, calls, checks, rows })
  }

  get tried(): number {
    return this.#sum('tried')
  }

  get killed(): number {
    return this.#sum('killed')
  }

  get equivalent(): number {
    return this.#sum('equivalent')
  }

  /** By operator and row, both in alphabetical order, so that two runs make the same file. */
  get operators(): TriedDeliverable['operators'] {
    const list = [...this.#operators].sort(byName)
    return Object.fromEntries(
      list.map(([name, { rows, ...counts }]) => [
        name,
        { ...counts, rows: Object.fromEntries([...rows].sort(byName)) },
      ]),
    )
  }

  /** In the order in which they were tried, that of the course's own list. */
  get named(): TriedDeliverable['named'] {
    return Object.fromEntries(this.#named)
  }

  #sum(what: 'tried' | 'killed' | 'equivalent'): number {
    return [...this.#operators.values()].reduce((sum, counts) => sum + counts[what], 0)
  }
}

function byName([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1
}

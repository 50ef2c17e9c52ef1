import { readFileSync } from 'node:fs'
import type { Slug } from '../../model/verdict.ts'
import type { Mutant } from './mutant.ts'

/** What became of a mutant; `rows` are the rows of the rubric in which it lost points. */
export type Fate =
  | { readonly kind: 'killed'; readonly rows: readonly string[] }
  | { readonly kind: 'equivalent' }
  | { readonly kind: 'survived' }
  | { readonly kind: 'faulted'; readonly fault: string }

/** What is committed after all mutants have been graded, and compared with the sources by a short run. */
export interface KillMatrix {
  readonly deliverables: Readonly<Record<Slug, TriedDeliverable>>
}

/** What became of the mutants of one deliverable. */
export interface TriedDeliverable {
  /** Hash of what their fate depends on: see `freshness.ts`. */
  readonly sources: string
  readonly node: string
  readonly date: string
  readonly seed: number
  /** How many there are, and how many of them were graded. */
  readonly mutants: number
  readonly tried: number
  readonly killed: number
  readonly equivalent: number
  /** What is left to do: mutants that nothing noticed or that a check of ours stumbled over, and proofs that do not hold. */
  readonly open: readonly string[]
  readonly operators: Readonly<Record<string, TriedOperator>>
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
function isEntry({ sources, open, operators }: Partial<TriedDeliverable>): boolean {
  return typeof sources === 'string' && Array.isArray(open) && typeof operators === 'object'
}

/** Whether an entry is of these sources, stands for enough mutants, and leaves nothing open. */
export function holds(entry: TriedDeliverable | undefined, sources: string, atLeast: number): boolean {
  if (entry?.sources !== sources || entry.open.length > 0) return false
  return entry.tried >= Math.min(atLeast, entry.mutants)
}

/** Collects what became of one deliverable's mutants. */
export class Tally {
  readonly open: string[] = []
  readonly #operators = new Map<
    string,
    { tried: number; killed: number; equivalent: number; rows: Map<string, number> }
  >()

  add({ id, operator }: Mutant, fate: Fate): void {
    const counts = this.#operators.get(operator) ?? {
      tried: 0,
      killed: 0,
      equivalent: 0,
      rows: new Map<string, number>(),
    }
    this.#operators.set(operator, counts)
    counts.tried++
    if (fate.kind === 'killed') counts.killed++
    else if (fate.kind === 'equivalent') counts.equivalent++
    else this.open.push(id)
    if (fate.kind === 'killed') for (const row of fate.rows) counts.rows.set(row, (counts.rows.get(row) ?? 0) + 1)
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

  #sum(what: 'tried' | 'killed' | 'equivalent'): number {
    return [...this.#operators.values()].reduce((sum, counts) => sum + counts[what], 0)
  }
}

function byName([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1
}

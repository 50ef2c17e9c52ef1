import type { Clue, Diagnosis, Recognition } from '../model/diagnosis.ts'
import type { Slug } from '../model/verdict.ts'
import { threw } from './block.ts'
import { describeDeparture } from './departure.ts'
import { explain, type Observed, type Unit } from './explain.ts'
import type { Fingerprints } from './fingerprints.ts'
import { misconceptionOf } from './variant.ts'

/** A unit together with the names of the functions it asks, for telling. */
export interface AskedUnit extends Unit {
  readonly functions: readonly string[]
  readonly task: string
  /** Known mistakes are named; of other departures nothing is said. */
  readonly namesOnly: boolean
}

/** The diagnoses of one deliverable: of every mistake found one, and of every other departure where it is. */
export function diagnose(
  slug: Slug,
  units: readonly AskedUnit[],
  prints: Fingerprints,
  observed: Observed,
): Diagnosis[] {
  const { named, unexplained } = explain(units, prints, observed)
  const unitOf = (name: string): AskedUnit | undefined => units.find((unit) => unit.name === name)
  const explained = named.map(({ unit, ids }): Diagnosis => {
    const shown = units.filter(({ name }) => ids.some((id) => prints.variants[id]?.units[name] !== undefined))
    const functions = listed(shown.flatMap((each) => each.functions))
    const clue: Clue = { messageId: 'diagnosis.explains', params: { functions, count: ids.length } }
    const task = prints.variants[ids[0] ?? '']?.task ?? unitOf(unit)?.task ?? ''
    const misconceptions = [...new Set(ids.map(misconceptionOf))]
    return { deliverable: slug, task, misconceptions, clues: [clue] }
  })
  const departed = unexplained.map((name): Diagnosis => {
    const unit = unitOf(name)
    const own = observed[name]
    // What threw has said so itself.
    const told = unit !== undefined && !unit.namesOnly && own && !(threw in own)
    const clues = told ? describeDeparture(unit, listed(unit.functions), prints, own) : []
    return { deliverable: slug, task: unit?.task ?? '', misconceptions: [], clues }
  })
  return [...explained, ...departed.filter(({ clues }) => clues.length > 0)]
}

/** Adds the mistakes that checks saw by themselves, each once and none that the probes have named. */
export function withRecognised(
  slug: Slug,
  probed: readonly Diagnosis[],
  recognised: readonly Recognition[],
): Diagnosis[] {
  const named = new Set(probed.flatMap(({ misconceptions }) => misconceptions))
  const others = new Map(recognised.toReversed().map((seen) => [seen.misconception, seen]))
  const added = [...others.values()].reverse().filter(({ misconception }) => !named.has(misconception))
  return [
    ...probed,
    ...added.map(({ misconception, task, clue }): Diagnosis => {
      return { deliverable: slug, task, misconceptions: [misconception], clues: [{ messageId: clue, params: {} }] }
    }),
  ]
}

function listed(functions: readonly string[]): string {
  return [...new Set(functions)].map((name) => `\`${name}\``).join(', ')
}

import { threw, type Observation } from './block.ts'
import { pairKey, type Fingerprints, type Units } from './fingerprints.ts'
import { matches, sketch, type Sketch } from './sketch.ts'

/** A group of functions that is judged as one, such as a step; `after` are the units whose outputs it uses. */
export interface Unit {
  readonly name: string
  readonly after: readonly string[]
  /** Relative, see `matches`. */
  readonly tolerance: number
}

/** What a student's outputs were found to be. */
export interface Explanation {
  /** Each is one variant, or two that only explain together; with the first unit in which they show. */
  readonly named: readonly { readonly unit: string; readonly ids: readonly string[] }[]
  /** Units that nothing explains although all that they use is right. */
  readonly unexplained: readonly string[]
}

/** Outputs by unit; null for one that could not be asked, because it is not written or an earlier one broke. */
export type Observed = Readonly<Record<string, Observation | null>>

/**
 * Finds the variants that explain outputs, unit by unit in the order of use. A unit is explained by the mistakes found
 * so far, or by one more, or (where none was found) by two at once. A name is given only when no other fits as well, and
 * a single block that threw names nothing. What uses an unexplained unit is not judged.
 */
export function explain(units: readonly Unit[], prints: Fingerprints, observed: Observed): Explanation {
  const named: { unit: string; ids: string[] }[] = []
  const unexplained: string[] = []
  const closed = new Set<string>()
  for (const unit of units) {
    const own = observed[unit.name] ?? null
    const found = named.flatMap((each) => each.ids)
    if (own === null || unit.after.some((name) => closed.has(name))) closed.add(unit.name)
    else if (!fits(unit, prints, own, found)) {
      const downstream = units.slice(units.indexOf(unit) + 1)
      // What would have shown in a unit before was not made.
      const before = units.slice(0, units.indexOf(unit)).filter(({ name }) => observed[name] !== null)
      const ids = Object.keys(prints.variants).filter((id) => !before.some(({ name }) => touches(prints, id, name)))
      const chosen = best(candidates(unit, prints, own, found, ids), downstream, prints, observed, found)
      if (chosen) named.push({ unit: unit.name, ids: [...chosen] })
      else {
        closed.add(unit.name)
        // What a mistake upstream does to this unit is not known for every way of writing it.
        if (!found.some((id) => touches(prints, id, unit.name) || unit.after.some((name) => touches(prints, id, name))))
          unexplained.push(unit.name)
      }
    }
  }
  return { named, unexplained }
}

function candidates(
  unit: Unit,
  prints: Fingerprints,
  own: Observation,
  found: readonly string[],
  ids: readonly string[],
): (readonly string[])[] {
  const left = ids.filter((id) => !found.includes(id) && touches(prints, id, unit.name))
  const singles = left.filter((id) => fits(unit, prints, own, [...found, id])).map((id) => [id])
  if (singles.length > 0 || found.some((id) => touches(prints, id, unit.name))) return singles
  return left.flatMap((a, k) =>
    left
      .slice(k + 1)
      .map((b) => [a, b])
      .filter((pair) => fits(unit, prints, own, pair)),
  )
}

/** The one candidate, or the one that explains more of what comes after than any other. */
function best(
  all: readonly (readonly string[])[],
  downstream: readonly Unit[],
  prints: Fingerprints,
  observed: Observed,
  found: readonly string[],
): readonly string[] | undefined {
  const scored = all.map((ids) => ({
    ids,
    explains: downstream.filter((unit) => {
      const own = observed[unit.name] ?? null
      return own !== null && fits(unit, prints, own, [...found, ...ids])
    }).length,
  }))
  const most = Math.max(...scored.map(({ explains }) => explains))
  const top = scored.filter(({ explains }) => explains === most)
  return top.length === 1 ? top[0]?.ids : undefined
}

/** Whether outputs of a unit are those of the reference with these mistakes in it. */
function fits(unit: Unit, prints: Fingerprints, own: Observation, ids: readonly string[]): boolean {
  const changes = changesOf(prints, unit.name, ids)
  if (changes === undefined) return false
  const reference = prints.reference[unit.name] ?? {}
  // Errors are alike: none of them says what was thought.
  if (threw in changes || threw in own) return false
  return Object.keys(reference).every((block) =>
    matches(own[block], changes[block] ?? sketch(reference[block]), unit.tolerance),
  )
}

/** How these mistakes together change a unit; undefined when that was not recorded. */
function changesOf(
  prints: Fingerprints,
  unit: string,
  ids: readonly string[],
): Readonly<Record<string, Sketch>> | undefined {
  const acting = ids.filter((id) => touches(prints, id, unit))
  const units: Units | undefined =
    acting.length < 2
      ? (prints.variants[acting[0] ?? '']?.units ?? {})
      : acting.length === 2
        ? prints.pairs[pairKey(acting[0] ?? '', acting[1] ?? '')]
        : undefined
  return units === undefined ? undefined : (units[unit] ?? {})
}

function touches(prints: Fingerprints, id: string, unit: string): boolean {
  return prints.variants[id]?.units[unit] !== undefined
}

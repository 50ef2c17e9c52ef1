import { readFileSync } from 'node:fs'
import { threw, type Observation } from './block.ts'
import { departing, sketch, type Sketch } from './sketch.ts'

/** What the reference and every variant of it answer to the public probes of one deliverable; shipped as data. */
export interface Fingerprints {
  /** Hash of what they were made from. */
  readonly sources: string
  /** Whole outputs of the reference, by unit: what is public anyway, for saying where somebody departs. */
  readonly reference: Readonly<Record<string, Observation>>
  readonly variants: Readonly<Record<string, RecordedVariant>>
  /** Two variants in one code, by `pairKey`; those that cannot be, or do not touch, are left out. */
  readonly pairs: Readonly<Record<string, Units>>
}

export interface RecordedVariant {
  /** The task in which the mistake is made. */
  readonly task: string
  readonly units: Units
}

/** By unit, the blocks that are not the reference's. A unit that is not here is. */
export type Units = Readonly<Record<string, Readonly<Record<string, Sketch>>>>

export function pairKey(a: string, b: string): string {
  return [a, b].sort().join(' + ')
}

/** The recorded fingerprints; undefined when there are none. */
export function readFingerprints(file: string): Fingerprints | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Fingerprints
  } catch {
    return undefined
  }
}

/** What is stored of a variant: the blocks in which it differs from the reference. */
export function departuresOf(
  units: readonly { readonly name: string; readonly tolerance: number }[],
  reference: Fingerprints['reference'],
  observed: Readonly<Record<string, Observation | null>>,
): Units {
  const departures: Record<string, Record<string, Sketch>> = {}
  for (const { name, tolerance } of units) {
    const own = observed[name] ?? {}
    const blocks = threw in own ? [threw] : departing(reference[name] ?? {}, own, tolerance)
    if (blocks.length > 0) departures[name] = Object.fromEntries(blocks.map((block) => [block, sketch(own[block])]))
  }
  return departures
}

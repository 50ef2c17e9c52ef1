import { existsSync, readFileSync } from 'node:fs'
import { LabError } from '../../model/errors.ts'
import type { GenericMutant } from './mutant.ts'

/** A mutant that no check can kill, because no input that the handout allows tells it from the solution. */
export interface Equivalent {
  /** The declaration at the top of the file that holds it. */
  readonly within: string
  readonly operator: string
  /** The line as the solution has it and as the mutant has it: these, and not its number, say which one is meant. */
  readonly before: string
  readonly after: string
  /** Why nobody can tell, in English. */
  readonly proof: string
}

const fields = ['within', 'operator', 'before', 'after', 'proof'] as const

/** Reads a deliverable's `equivalents.json`; none when there is no file. Throws when it is not a list of proofs. */
export function readEquivalents(file: string): readonly Equivalent[] {
  if (!existsSync(file)) return []
  const list = parse(file)
  if (!Array.isArray(list)) throw new LabError('fault', 'mutants.equivalents-form', { path: file, entry: 0 })
  for (const [k, entry] of list.entries())
    if (!isEquivalent(entry)) throw new LabError('fault', 'mutants.equivalents-form', { path: file, entry: k + 1 })
  return list as Equivalent[]
}

/** Whether an entry speaks of this mutant, wherever its line has gone. */
export function isAbout(entry: Equivalent, mutant: GenericMutant): boolean {
  return (['within', 'operator', 'before', 'after'] as const).every((field) => entry[field] === mutant[field])
}

function parse(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    throw new LabError('fault', 'mutants.equivalents-form', { path: file, entry: 0 }, error)
  }
}

function isEquivalent(entry: unknown): boolean {
  if (typeof entry !== 'object' || entry === null) return false
  const record = entry as Readonly<Record<string, unknown>>
  return (
    fields.every((field) => typeof record[field] === 'string' && record[field].trim() !== '') &&
    Object.keys(record).length === fields.length
  )
}

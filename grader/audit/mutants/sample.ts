import { createHash } from 'node:crypto'
import type { Mutant } from './mutant.ts'

/**
 * Some of the mutants, in their order: the same ones for the same seed. Each is drawn by its own name, so that a change
 * elsewhere in the solution does not draw others.
 */
export function sampleOf<Item extends Mutant>(mutants: readonly Item[], size: number, seed: number): readonly Item[] {
  const lots = new Map(mutants.map(({ id }) => [id, lot(id, seed)]))
  const drawn = [...mutants].sort((a, b) => ((lots.get(a.id) ?? '') < (lots.get(b.id) ?? '') ? -1 : 1)).slice(0, size)
  return mutants.filter((mutant) => drawn.includes(mutant))
}

function lot(id: string, seed: number): string {
  return createHash('sha256')
    .update(`${String(seed)} ${id}`)
    .digest('hex')
}

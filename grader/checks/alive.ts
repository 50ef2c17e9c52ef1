import type { Mat } from '../model/mat.ts'
import { compare } from '../numeric/compare.ts'
import { at } from '../numeric/mat.ts'
import { expectFinite, expectLaw } from './expect.ts'
import type { RecurrentCell, Sequences } from './recurrent.ts'
import { exactly } from './tolerances.ts'

/**
 * Constant code obeys most laws; it earns nothing, because its states do not vary over columns and time. Only the
 * sequences that the cell has are looked at: an answer may hold more.
 */
export function expectAlive(cell: RecurrentCell, sequences: Sequences): void {
  // NaN differs from everything, and so would count as varying.
  expectFiniteAll(Object.fromEntries([...cell.states, ...cell.outputs].map((key) => [key, sequences[key] ?? []])))
  for (const key of cell.states) {
    const [first, ...rest] = sequences[key] ?? []
    const varies =
      first !== undefined && variesOverColumns(first) && rest.some((m) => compare(m, first, exactly, key) !== undefined)
    expectLaw(varies, 'law.constant', { key })
  }
}

/** No element of any sequence is NaN or infinite. */
export function expectFiniteAll(sequences: Sequences): void {
  for (const [key, items] of Object.entries(sequences)) {
    items.forEach((m, t) => {
      expectFinite(m, m, `${key}[${String(t)}]`)
    })
  }
}

/** Finite, and not zero: a gradient that can be told from a right one of nothing. */
export function isAliveGradient({ data }: Mat): boolean {
  return data.every(Number.isFinite) && data.some((value) => Math.abs(value) > 1e-9)
}

function variesOverColumns(m: Mat): boolean {
  return m.data.some((value, k) => value !== at(m, Math.floor(k / m.columns), 0))
}

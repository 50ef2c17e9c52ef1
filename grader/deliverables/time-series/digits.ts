import { formatNumber } from '../../numeric/compare.ts'

/** Measured numbers as a sentence shows them, with a few digits. */
export function digits(values: Readonly<Record<string, number>>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, formatNumber(value, 4)]))
}

import { isMat } from '../../model/mat.ts'
import type { Expected, Tolerance } from '../../numeric/compare.ts'

/** Two right answers to one question, of one form. */
export type Pair = readonly [received: Expected, expected: Expected]

/** The place where two right answers came nearest to being told apart. */
export interface Worst {
  /** The largest `|received - expected| / (atol + rtol · |expected|)`: above 1 right code fails. NaN counts as infinite. */
  readonly share: number
  /** `|received - expected|` there. */
  readonly error: number
}

export const none: Worst = { share: 0, error: 0 }

/** The worst of two. */
export function worseOf(a: Worst, b: Worst): Worst {
  return b.share > a.share ? b : a
}

/** The worst element of a pair. Throws a RangeError when the answers are not of one form: that is a mistake here. */
export function worstOf([received, expected]: Pair, { atol, rtol }: Tolerance): Worst {
  const [got, wanted] = [numbersOf(received), numbersOf(expected)]
  if (got.length !== wanted.length) {
    throw new RangeError(`Expected ${String(wanted.length)} numbers to compare, got ${String(got.length)}`)
  }
  return wanted.reduce<Worst>((worst, value, k) => {
    const error = Math.abs((got[k] ?? NaN) - value)
    const share = error === 0 ? 0 : error / (atol + rtol * Math.abs(value))
    return worseOf(worst, { error, share: Number.isNaN(share) ? Infinity : share })
  }, none)
}

/** All numbers of a value, in an order that only its form decides. */
function numbersOf(value: Expected): readonly number[] {
  if (typeof value === 'number') return [value]
  if (isMat(value)) return Array.from(value.data)
  if (Array.isArray(value)) return (value as readonly Expected[]).flatMap(numbersOf)
  const record = value as Readonly<Record<string, Expected>>
  return Object.keys(record)
    .sort()
    .flatMap((key) => numbersOf(record[key] ?? NaN))
}

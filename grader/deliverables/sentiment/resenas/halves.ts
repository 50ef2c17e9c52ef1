import type { Random } from '../../../numeric/random.ts'

/** Sequences of ids and their classes. */
export interface Halves {
  readonly xs: readonly (readonly number[])[]
  readonly ys: readonly number[]
}

/**
 * The guide's synthetic set: texts of class 1 are made of ids of the upper half of the vocabulary, those of class 0 of the
 * lower half. Any single word decides, so it says only that a model learns at all. Ids begin at 2, since 0 is padding
 * and 1 an unknown word; texts are between half as long as `maxLen` and as long.
 */
export function drawHalves(random: Random, n: number, vocabSize: number, maxLen: number): Halves {
  const middle = Math.floor((vocabSize + 2) / 2)
  const ys = Array.from({ length: n }, () => random.int(0, 1))
  const xs = ys.map((y) => {
    const length = random.int(Math.ceil(maxLen / 2), maxLen)
    const id = (): number => (y === 1 ? random.int(middle, vocabSize - 1) : random.int(2, middle - 1))
    return Array.from({ length: maxLen }, (_, t) => (t < length ? id() : 0))
  })
  return { xs, ys }
}

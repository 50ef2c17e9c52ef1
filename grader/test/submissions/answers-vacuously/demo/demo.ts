// Expected: passed
import { Matrix } from 'ml-matrix'

/** Answers that a loop over them, or a comparison with NaN, would find nothing wrong with. */
export function act(): unknown[] {
  const empty = new Matrix(0, 0)
  const lost = Matrix.zeros(3, 2).fill(NaN)
  return [
    [],
    {},
    '',
    null,
    NaN,
    [NaN, NaN],
    empty,
    lost,
    [empty, empty],
    [lost, lost],
    { hs: [], c: empty, loss: NaN },
    { hs: [lost], c: lost, loss: NaN },
    { hs: { length: 0 }, c: null, loss: undefined },
  ]
}

export function honest(): number {
  return 42
}

import { Matrix } from 'ml-matrix'
import { describe, expect, it } from 'vitest'
import { countGruParams, gruStep } from './gru-cell.ts'

const one = (value: number): Matrix => new Matrix([[value]])
const weights = { Wr: Matrix.zeros(1, 2), Wz: Matrix.zeros(1, 2), Wh: new Matrix([[0.5, 2]]), br: one(0), bh: one(0.1) }

describe('GRU, by hand', () => {
  it('keeps its state while the update gate is shut', () => {
    expect(gruStep({ ...weights, bz: one(-1e4) }, one(1), one(0.3)).h.get(0, 0)).toBeCloseTo(0.3, 12)
  })

  it('takes the candidate, which reads the state through the reset gate, while it is open', () => {
    const { h } = gruStep({ ...weights, bz: one(1e4) }, one(0.25), one(0.4))
    expect(h.get(0, 0)).toBeCloseTo(Math.tanh(0.5 * (0.5 * 0.4) + 2 * 0.25 + 0.1), 12)
  })

  it('has three quarters of the parameters of an LSTM', () => {
    expect(countGruParams(5, 8)).toBe((3 / 4) * 448)
  })
})

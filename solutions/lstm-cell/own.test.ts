import { Matrix } from 'ml-matrix'
import { describe, expect, it } from 'vitest'
import { lstmForward, lstmStep, sigmoid } from './lstm-cell.ts'

const one = (value: number): Matrix => new Matrix([[value]])

/** A cell of one unit whose gates do not look at anything: only their biases speak. */
function deaf(biases: { f: number; i: number; c: number; o: number }): Parameters<typeof lstmStep>[0] {
  const [Wf, Wi, Wc, Wo] = [0, 1, 2, 3].map(() => Matrix.zeros(1, 2)) as [Matrix, Matrix, Matrix, Matrix]
  return { Wf, Wi, Wc, Wo, bf: one(biases.f), bi: one(biases.i), bc: one(biases.c), bo: one(biases.o) }
}

describe('LSTM, by hand', () => {
  it('has a sigmoid that is one half at 0 and odd around it', () => {
    expect(sigmoid(one(0)).get(0, 0)).toBe(0.5)
    expect(sigmoid(one(2)).get(0, 0) + sigmoid(one(-2)).get(0, 0)).toBeCloseTo(1, 12)
  })

  it('halves its memory when the forget gate is half open and nothing is written', () => {
    const { c, h } = lstmStep(deaf({ f: 0, i: -1e4, c: 3, o: 1e4 }), one(1), one(0), one(0.8))
    expect(c.get(0, 0)).toBeCloseTo(0.4, 12)
    expect(h.get(0, 0)).toBeCloseTo(Math.tanh(0.4), 12)
  })

  it('keeps σ(1)^k of it with the forget bias that it begins with', () => {
    const steps = Array.from({ length: 10 }, () => one(0))
    const { cs } = lstmForward(deaf({ f: 1, i: -1e4, c: 0, o: 0 }), steps, one(0), one(1))
    expect(cs.at(-1)?.get(0, 0)).toBeCloseTo((1 / (1 + Math.exp(-1))) ** 10, 12)
  })
})

import { Matrix } from 'ml-matrix'
import { describe, expect, it } from 'vitest'
import { bptt, clipByGlobalNorm, rnnStep, softmax } from './rnn-bptt.ts'

// One unit, one input, one example: every number below can be checked with a calculator.
const one = (value: number): Matrix => new Matrix([[value]])

describe('RNN, by hand', () => {
  it('takes the step that a calculator takes', () => {
    const params = { Wxh: one(0.5), Whh: one(-1), bh: one(0.25), Why: one(2), by: one(-0.5) }
    const { h, y } = rnnStep(params, one(1), one(0.4))
    expect(h.get(0, 0)).toBeCloseTo(Math.tanh(0.5 - 0.4 + 0.25), 12)
    expect(y.get(0, 0)).toBeCloseTo(2 * Math.tanh(0.35) - 0.5, 12)
  })

  it('gives classes of the same logit the same probability', () => {
    expect(softmax(new Matrix([[3], [3], [3], [3]])).to1DArray()).toEqual([0.25, 0.25, 0.25, 0.25])
  })

  it('is ordinary backpropagation when there is one step: dL/dby is p - 1 at the label', () => {
    const params = {
      Wxh: one(0.3),
      Whh: one(0.7),
      bh: one(0),
      Why: new Matrix([[0], [0]]),
      by: new Matrix([[Math.log(3)], [0]]),
    }
    const { loss, grads } = bptt(params, [one(1)], [0])
    expect(loss).toBeCloseTo(-Math.log(0.75), 12)
    expect(grads.by.get(0, 0)).toBeCloseTo(-0.25, 12)
    expect(grads.by.get(1, 0)).toBeCloseTo(0.25, 12)
  })

  it('clips to exactly the norm that it is told', () => {
    const zero = one(0)
    const grads = { Wxh: one(6), Whh: one(8), bh: zero, Why: zero, by: zero }
    const { grads: clipped, norm } = clipByGlobalNorm(grads, 5)
    expect(norm).toBeCloseTo(10, 12)
    expect(Math.hypot(clipped.Wxh.get(0, 0), clipped.Whh.get(0, 0))).toBeCloseTo(5, 5)
  })
})

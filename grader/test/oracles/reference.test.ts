import { describe, expect, it } from 'vitest'
import { fromRows, map, zeros } from '../../numeric/mat.ts'
import { sigmoid } from '../../oracles/reference/activations.ts'
import { plus, plusColumn, stack, times } from '../../oracles/reference/algebra.ts'
import { countGruParams, gruForward, gruStep, gruStepResetAfter } from '../../oracles/reference/gru.ts'
import { crossEntropy, softmax } from '../../oracles/reference/loss.ts'
import { coupledStep, peepholeStep } from '../../oracles/reference/lstm-variants.ts'
import { countLstmParams, lstmForward, lstmStep } from '../../oracles/reference/lstm.ts'
import { clipByGlobalNorm, gradientNorms, sgdStep, trainRnn } from '../../oracles/reference/rnn-training.ts'
import { bptt, countRnnParams, rnnForward, rnnStep } from '../../oracles/reference/rnn.ts'
import { expectClose, gruCase, lstmCase, rnnCase, titles } from './cases.ts'

const sigma = (a: number): number => 1 / (1 + Math.exp(-a))

describe('Activations and losses', () => {
  it('softmax and sigmoid do not overflow', () => {
    expectClose(
      softmax(
        fromRows([
          [1e4, 0],
          [-1e4, 0],
        ]),
      ),
      fromRows([
        [1, 0.5],
        [0, 0.5],
      ]),
      1e-15,
    )
    expectClose(sigmoid(fromRows([[1e4, -1e4, 0]])), fromRows([[1, 0, 0.5]]), 1e-15)
  })

  it('crossEntropy is the mean over columns, and finite where a probability is 0', () => {
    expect(
      crossEntropy(
        fromRows([
          [0.25, 0.5],
          [0.75, 0.5],
        ]),
        [0, 1],
      ),
    ).toBeCloseTo((Math.log(4) + Math.log(2)) / 2, 14)
    expect(crossEntropy(fromRows([[1], [0]]), [1])).toBeGreaterThan(100)
    expect(crossEntropy(fromRows([[1], [0]]), [1])).toBeLessThan(Infinity)
  })
})

describe('Cells written out for one unit', () => {
  const one = (value: number) => fromRows([[value]])
  const [x, hPrev, cPrev] = [0.5, -0.4, 0.7]
  const lstm = {
    ...{
      Wf: fromRows([[0.1, 0.2]]),
      Wi: fromRows([[0.3, -0.4]]),
      Wc: fromRows([[-0.5, 0.6]]),
      Wo: fromRows([[0.7, 0.8]]),
    },
    ...{ bf: one(1), bi: one(0.1), bc: one(-0.2), bo: one(0.3) },
  }

  it('LSTM with peepholes', () => {
    const f = sigma(0.1 * hPrev + 0.2 * x + 1 + 0.9 * cPrev)
    const i = sigma(0.3 * hPrev - 0.4 * x + 0.1 - 0.8 * cPrev)
    const c = f * cPrev + i * Math.tanh(-0.5 * hPrev + 0.6 * x - 0.2)
    const o = sigma(0.7 * hPrev + 0.8 * x + 0.3 + 0.6 * c)
    const params = { ...lstm, pf: one(0.9), pi: one(-0.8), po: one(0.6) }
    const received = peepholeStep(params, one(x), one(hPrev), one(cPrev))
    expectClose(received, { f: one(f), i: one(i), o: one(o), c: one(c), h: one(o * Math.tanh(c)) }, 1e-14)
  })

  it('LSTM with coupled gates', () => {
    const f = sigma(0.1 * hPrev + 0.2 * x + 1)
    const c = f * cPrev + (1 - f) * Math.tanh(-0.5 * hPrev + 0.6 * x - 0.2)
    const h = sigma(0.7 * hPrev + 0.8 * x + 0.3) * Math.tanh(c)
    expectClose(coupledStep(lstm, one(x), one(hPrev), one(cPrev)), { i: one(1 - f), c: one(c), h: one(h) }, 1e-14)
  })
})

describe('Laws', () => {
  it.each(titles(4))('a sequence is its steps: %s', (title) => {
    const rnn = rnnCase(title)
    const [rnnFirst, lstm, gru] = [rnn.xs[0] ?? zeros(0, 0), lstmCase(title), gruCase(title)]
    const { hs, ys } = rnnForward(rnn.params, rnn.xs, rnn.h0)
    expect([hs.length, ys.length]).toEqual([rnn.xs.length, rnn.xs.length])
    expect({ h: hs[0], y: ys[0] }).toEqual(rnnStep(rnn.params, rnnFirst, rnn.h0))
    const step = lstmStep(lstm.params, lstm.xs[0] ?? zeros(0, 0), lstm.h0, lstm.c0)
    expect(lstmForward(lstm.params, lstm.xs, lstm.h0, lstm.c0).caches[0]).toEqual(step)
    const gruFirst = gruStep(gru.params, gru.xs[0] ?? zeros(0, 0), gru.h0)
    expect(gruForward(gru.params, gru.xs, gru.h0).caches[0]).toEqual(gruFirst)
  })

  it.each(titles(4))('a peephole of zeros is none: %s', (title) => {
    const { params, xs, h0, c0 } = lstmCase(title)
    const [x, none] = [xs[0] ?? zeros(0, 0), zeros(h0.rows, 1)]
    expect(peepholeStep({ ...params, pf: none, pi: none, po: none }, x, h0, c0)).toEqual(lstmStep(params, x, h0, c0))
  })

  it.each(titles(4))('with the reset gate open, before and after are the same cell: %s', (title) => {
    const { params, xs, h0 } = gruCase(title)
    const open = { ...params, br: map(params.br, () => 1e4), bhh: zeros(h0.rows, 1) }
    const x = xs[0] ?? zeros(0, 0)
    expectClose(gruStepResetAfter(open, x, h0), { ...gruStep(open, x, h0) }, 1e-14)
  })

  it.each(titles(4))('clipping keeps the direction and bounds the norm: %s', (title) => {
    const { params, xs, labels } = rnnCase(title)
    const { grads } = bptt(params, xs, labels)
    const { norm } = clipByGlobalNorm(grads, Infinity)
    expect(clipByGlobalNorm(grads, 2 * norm)).toEqual({ grads, norm })
    const clipped = clipByGlobalNorm(grads, norm / 4)
    expect(clipped.norm).toBe(norm)
    expectClose(
      clipped.grads.Whh,
      map(grads.Whh, (value) => value / 4),
      1e-15,
    )
    expect(clipByGlobalNorm(clipped.grads, Infinity).norm).toBeCloseTo(norm / 4, 12)
  })
})

describe('Training and sizes', () => {
  it('descent lowers the loss, and the first loss is that of the given parameters', () => {
    const { params, xs, labels } = rnnCase('training')
    const { losses } = trainRnn(params, xs, labels, { epochs: 30, learningRate: 0.3, maxNorm: 5 })
    expect(losses).toHaveLength(30)
    expect(losses[0]).toBe(bptt(params, xs, labels).loss)
    expect(losses.at(-1)).toBeLessThan(losses[0] ?? NaN)
  })

  it('one epoch is one clipped step', () => {
    const { params, xs, labels } = rnnCase('training')
    const { grads } = clipByGlobalNorm(bptt(params, xs, labels).grads, 0.1)
    const trained = trainRnn(params, xs, labels, { epochs: 1, learningRate: 0.3, maxNorm: 0.1 })
    expect(trained.params).toEqual(sgdStep(params, grads, 0.3))
    expectClose(
      trained.params.by,
      plus(
        params.by,
        map(grads.by, (value) => -0.3 * value),
      ),
      1e-15,
    )
  })

  it('counts the parameters that the handouts give', () => {
    expect(countRnnParams(300, 256)).toBe(142_592)
    expect(countLstmParams(5, 8)).toBe(448)
    expect(countGruParams(5, 8)).toBe(336)
  })

  it('gradient norms are those of the powers: √H first, then a geometric series for a scaled identity', () => {
    const half = fromRows([
      [0.5, 0],
      [0, 0.5],
    ])
    const norms = gradientNorms(half, 4)
    expect(norms).toHaveLength(4)
    norms.forEach((norm, k) => {
      expect(norm).toBeCloseTo(Math.SQRT2 * 0.5 ** k, 14)
    })
  })
})

describe('Shapes that do not fit', () => {
  it.each([
    ['times', () => times(zeros(2, 3), zeros(2, 3))],
    ['plus', () => plus(zeros(2, 3), zeros(3, 2))],
    ['plusColumn', () => plusColumn(zeros(2, 3), zeros(3, 1))],
    ['stack', () => stack(zeros(2, 3), zeros(2, 2))],
  ])('throw in %s', (_, act) => {
    expect(act).toThrow(/Expected shapes that fit, got 2×3 and/)
  })
})

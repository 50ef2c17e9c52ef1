import * as tf from '@tensorflow/tfjs'
import { Matrix } from 'ml-matrix'
import { describe, expect, it } from 'vitest'
import { at, dot, map, mat } from '../../../numeric/mat.ts'
import { orthogonal, spectralNorm } from '../../../numeric/orthogonal.ts'
import { stream } from '../../../numeric/random.ts'
import type { Mat } from '../../../model/mat.ts'
import { lstmStep, type LstmParams } from '../../../../solutions/lstm-cell/lstm-cell.ts'
import { clipByGlobalNorm, type RnnParams } from '../../../../solutions/rnn-bptt/rnn-bptt.ts'
import { makeWindows } from '../../../../solutions/time-series/time-series.ts'
import { given, numberQuestion, rightName } from './draws.ts'

/** The right answers, by other ways than the bank's formulas: by building, counting, moving a little, or multiplying. */
const owners = ['solutions', 'ana-rojas', 'luis', 'b-3']

const zero = { kernelInitializer: 'zeros', recurrentInitializer: 'zeros' } as const

function counted(layers: readonly tf.layers.Layer[]): number {
  return tf.tidy(() => tf.sequential({ layers: [...layers] }).countParams())
}

describe.each(owners)('the answers of %s', (owner) => {
  const ask = (id: string): { right: number; of: (name: string) => number } => {
    const drawn = numberQuestion(id, owner)
    return { right: drawn.right, of: (name) => given(drawn, name) }
  }

  it('N1: tfjs counts as many in a SimpleRNN, of any length', () => {
    const { right, of } = ask('N1')
    expect(counted([tf.layers.simpleRNN({ units: of('H'), inputShape: [of('T'), of('d')], ...zero })])).toBe(right)
  })

  it('N2: W multiplied k times has that norm', () => {
    const { right, of } = ask('N2')
    const w = map(orthogonal(of('H'), stream(7, owner)), (value) => of('s') * value)
    expect(frobenius(power(w, of('k'))) / right).toBeCloseTo(1, 9)
  })

  it('N3: h2 moves as much when w moves a little', () => {
    const { right, of } = ask('N3')
    const h2 = (w: number): number => Math.tanh(of('wx') * of('x2') + w * Math.tanh(of('wx') * of('x1') + w * of('h0')))
    const step = 1e-6
    expect((h2(of('w') + step) - h2(of('w') - step)) / (2 * step)).toBeCloseTo(right, 8)
  })

  it('N4: an LSTM whose biases make these gates has that state', () => {
    const { right, of } = ask('N4')
    const { h } = step(
      { f: logit(of('f')), i: logit(of('i')), o: logit(of('o')), c: Math.atanh(of('cTilde')) },
      of('cPrev'),
    )
    expect(h).toBeCloseTo(right, 12)
  })

  it('N5: tfjs counts as many in an LSTM', () => {
    const { right, of } = ask('N5')
    expect(counted([tf.layers.lstm({ units: of('H'), inputShape: [3, of('D')], ...zero })])).toBe(right)
  })

  it('N6: an LSTM that writes nothing keeps that much', () => {
    const { right, of } = ask('N6')
    let cell = 1
    for (let k = 0; k < of('k'); k++) cell = step({ f: of('b'), i: -1e4, o: 0, c: 0.3 }, cell).c
    expect(cell).toBeCloseTo(right, 12)
  })

  it('N7: tfjs counts as many in the whole classifier', () => {
    const { right, of } = ask('N7')
    const depth = of('L')
    const layers = Array.from({ length: depth }, (_, l) =>
      tf.layers.lstm({ units: of('H'), returnSequences: l < depth - 1, ...zero }),
    )
    const embedding = tf.layers.embedding({
      inputDim: of('V'),
      outputDim: of('E'),
      inputLength: 4,
      embeddingsInitializer: 'zeros',
    })
    expect(counted([embedding, ...layers, tf.layers.dense({ units: of('K') })])).toBe(right)
  })

  it('N8: so many pairs are left when the others are taken away', () => {
    const { right, of } = ask('N8')
    const series = Array.from({ length: of('n') }, (_, t) => t)
    const { xs } = makeWindows(series, of('w'), of('h'))
    let [train, validation] = [0, 0]
    while ((train + 1) * 100 <= 70 * xs.length) train++
    while ((validation + 1) * 100 <= 15 * xs.length) validation++
    expect(xs.slice(train + validation)).toHaveLength(right)
  })

  it('N9: tfjs counts as many in a bidirectional LSTM with its dense layer', () => {
    const { right, of } = ask('N9')
    const layer = tf.layers.bidirectional({
      layer: tf.layers.lstm({ units: of('H'), ...zero }),
      mergeMode: 'concat',
      inputShape: [4, of('E')],
    })
    expect(counted([layer, tf.layers.dense({ units: of('K') })])).toBe(right)
  })

  it('N10: tfjs counts so many more in two LSTM layers than in two GRU layers', () => {
    const { right, of } = ask('N10')
    const count = (cell: 'lstm' | 'gru'): number =>
      counted([
        tf.layers[cell]({ units: of('H'), inputShape: [4, of('D')], returnSequences: true, ...zero }),
        tf.layers[cell]({ units: of('H'), ...zero }),
        tf.layers.dense({ units: 1 }),
      ])
    expect(count('lstm') - count('gru')).toBe(right)
  })
})

describe('the options that are right', () => {
  it('M1: L moves by dh ⊙ (1 − h²) when a moves', () => {
    const [a, step] = [0.7, 1e-6]
    const slope = (Math.tanh(a + step) - Math.tanh(a - step)) / (2 * step)
    const h = Math.tanh(a)
    const options = { once: 1 - h ** 2, twice: 1 - Math.tanh(h) ** 2, missing: 1 }
    expect(rightName('M1')).toBe('once')
    expect(Object.entries(options).filter(([, value]) => Math.abs(value - slope) < 1e-6)).toHaveLength(1)
    expect(options.once).toBeCloseTo(slope, 9)
  })

  it('M2: powers of Gaussian matrices with σ₁ = 1 vanish, and with a larger scale they grow', () => {
    for (let k = 0; k < 20; k++) {
      const random = stream(5, 'gaussian', String(k))
      const drawn = random.matrix(10, 10)
      const scale = 1 / spectralNorm(drawn, random)
      expect(
        frobenius(
          power(
            map(drawn, (value) => value * scale),
            400,
          ),
        ),
      ).toBeLessThan(1e-3)
      expect(
        frobenius(
          power(
            map(drawn, (value) => value * scale * 4),
            400,
          ),
        ),
      ).toBeGreaterThan(1e3)
    }
    expect(rightName('M2')).toBe('vanishes')
  })

  it('M3: the clip of the solution multiplies by 0.25', () => {
    const one = (value: number): Matrix => new Matrix([[value]])
    const grads: RnnParams = { Wxh: one(12), Whh: one(16), bh: one(0), Why: one(0), by: one(0) }
    expect(clipByGlobalNorm(grads, 5).grads.Whh.get(0, 0)).toBeCloseTo(16 * 0.25, 12)
    expect(rightName('M3')).toBe('global')
  })

  it('M4: only both gates closed leave an empty cell', () => {
    const [open, closed] = [20, -20]
    const left = {
      'both-closed': step({ f: closed, i: closed, o: open, c: 1 }, 0.9).c,
      keeps: step({ f: open, i: closed, o: open, c: 1 }, 0.9).c,
      writes: step({ f: closed, i: open, o: open, c: 1 }, 0.9).c,
      hides: step({ f: open, i: closed, o: closed, c: 1 }, 0.9).c,
    }
    expect(Object.entries(left).flatMap(([name, cell]) => (Math.abs(cell) < 1e-6 ? [name] : []))).toEqual([
      rightName('M4'),
    ])
  })

  it('M5: with the gates held still, c(t) moves by f when c(t-1) moves', () => {
    const gates = { f: 0.4, i: -0.3, o: 0.2, c: 0.5 }
    const slope = (step(gates, 0.6 + 1e-6).c - step(gates, 0.6 - 1e-6).c) / 2e-6
    expect(slope).toBeCloseTo(1 / (1 + Math.exp(-0.4)), 8)
    expect(rightName('M5')).toBe('forget')
  })

  it('M6: a forget bias of 1 loses nearly everything in 100 steps, and open gates do not', () => {
    const after = (bias: number): number => (1 / (1 + Math.exp(-bias))) ** 100
    expect(after(1)).toBeLessThan(1e-13)
    expect(after(10)).toBeGreaterThan(0.99)
    expect(rightName('M6')).toBe('mitigates')
  })

  it('M7: a step on a zero input changes the state', () => {
    const read = step({ f: 1, i: 0.5, o: 0.5, c: 0.3 }, 0.8)
    expect(Math.abs(step({ f: 1, i: 0.5, o: 0.5, c: 0.3 }, read.c).h - read.h)).toBeGreaterThan(0.005)
    expect(rightName('M7')).toBe('mask')
  })

  it('M9: of six tokens, the backward half at the last index depends on one', () => {
    const model = tf.sequential({
      layers: [
        tf.layers.bidirectional({
          layer: tf.layers.lstm({ units: 3, returnSequences: true }),
          mergeMode: 'concat',
          inputShape: [6, 2],
        }),
      ],
    })
    const random = stream(3, 'tokens')
    const tokens = Array.from({ length: 6 }, () => [random.normal(), random.normal()])
    const backward = (text: readonly number[][]): number[] =>
      tf.tidy(() => (model.predict(tf.tensor3d([[...text]])) as tf.Tensor3D).arraySync()[0]?.[5]?.slice(3) ?? [])
    const before = backward(tokens)
    const read = tokens.filter((_, k) => {
      const after = backward(tokens.map((token, j) => (j === k ? token.map((value) => value + 1) : token)))
      return after.some((value, j) => Math.abs(value - (before[j] ?? NaN)) > 1e-6)
    })
    expect(read).toHaveLength(1)
    expect(rightName('M9')).toBe('one')
  })

  it('M8 and M10: are what the handouts of time-series and bilstm say', () => {
    expect([rightName('M8'), rightName('M10')]).toEqual(['train', 'gru'])
  })
})

function logit(p: number): number {
  return Math.log(p / (1 - p))
}

/** One step of the solution's LSTM of one unit whose weights are 0, so that its biases are the preactivations. */
function step(bias: Readonly<Record<'f' | 'i' | 'o' | 'c', number>>, cPrev: number): { c: number; h: number } {
  const one = (value: number): Matrix => new Matrix([[value]])
  const none = (): Matrix => Matrix.zeros(1, 2)
  const params: LstmParams = {
    Wf: none(),
    Wi: none(),
    Wc: none(),
    Wo: none(),
    bf: one(bias.f),
    bi: one(bias.i),
    bc: one(bias.c),
    bo: one(bias.o),
  }
  const { c, h } = lstmStep(params, one(0), one(0), one(cPrev))
  return { c: c.get(0, 0), h: h.get(0, 0) }
}

function power(w: Mat, k: number): Mat {
  let result = mat(w.rows, w.rows, (i, j) => (i === j ? 1 : 0))
  for (let n = 0; n < k; n++) result = product(result, w)
  return result
}

function product(a: Mat, b: Mat): Mat {
  return mat(a.rows, b.columns, (i, j) => {
    let sum = 0
    for (let k = 0; k < a.columns; k++) sum += at(a, i, k) * at(b, k, j)
    return sum
  })
}

function frobenius(m: Mat): number {
  return Math.sqrt(dot(m, m))
}

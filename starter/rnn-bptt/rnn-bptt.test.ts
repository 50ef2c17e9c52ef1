import { Matrix } from 'ml-matrix'
import { describe, expect, it } from 'vitest'
import { largestDifference, numericGradient } from '../shared/finite-differences.ts'
import {
  bptt,
  clipByGlobalNorm,
  countRnnParams,
  crossEntropy,
  gradientNorms,
  initRnn,
  rnnForward,
  rnnStep,
  sgdStep,
  softmax,
  trainRnn,
  truncatedBptt,
  type RnnParams,
} from './rnn-bptt.ts'

/** A matrix of values between -1 and 1 that are all different; `phase` gives another one. */
function waves(rows: number, columns: number, phase: number): Matrix {
  const row = (i: number): number[] => Array.from({ length: columns }, (_, j) => Math.sin(phase + 1.7 * i + 2.3 * j))
  return new Matrix(Array.from({ length: rows }, (_, i) => row(i)))
}

/** The rows of a matrix, to 4 decimals. */
function rounded(m: Matrix | undefined): number[][] | undefined {
  return m?.to2DArray().map((row) => row.map((value) => Number(value.toFixed(4)) + 0))
}

// A network with D = 2, H = 3, O = 2, and a batch of B = 2 sequences of length T = 4.
const params = { Wxh: waves(3, 2, 1), Whh: waves(3, 3, 2), bh: waves(3, 1, 3), Why: waves(2, 3, 4), by: waves(2, 1, 5) }
const xs = [waves(2, 2, 6), waves(2, 2, 7), waves(2, 2, 8), waves(2, 2, 9)]
const labels = [1, 0]
const h0 = waves(3, 2, 10)
const zeros = new Matrix(3, 2) // new Matrix(rows, columns) is all zeros
const names = ['Wxh', 'Whh', 'bh', 'Why', 'by'] as const

/** The loss of many-to-one: the output of the last step against the labels. */
function lastStepLoss(p: RnnParams): number {
  const last = rnnForward(p, xs, h0).ys[3] ?? new Matrix(2, 2)
  return crossEntropy(softmax(last), labels)
}

describe('RNN y retropropagación en el tiempo', () => {
  it('R1 · initRnn: formas del contrato, sesgos en cero y pesos que dependen solo de la semilla', () => {
    const sizes = { inputSize: 2, hiddenSize: 3, outputSize: 4 }
    const { Wxh, Whh, bh, Why, by } = initRnn(sizes, 7)
    expect([Wxh, Whh, bh, Why, by].map((m) => [m.rows, m.columns])).toEqual([
      [3, 2],
      [3, 3],
      [3, 1],
      [4, 3],
      [4, 1],
    ])
    expect([bh.to1DArray(), by.to1DArray()]).toEqual([
      [0, 0, 0],
      [0, 0, 0, 0],
    ])
    expect(initRnn(sizes, 7).Whh.to2DArray()).toEqual(Whh.to2DArray())
    expect(initRnn(sizes, 8).Whh.to2DArray()).not.toEqual(Whh.to2DArray())
  })

  it('R2 · rnnStep: el ejemplo del enunciado', () => {
    const example = {
      Wxh: new Matrix([[0.5], [-0.3]]),
      Whh: new Matrix([
        [0.4, 0.1],
        [-0.2, 0.6],
      ]),
      bh: new Matrix([[0.1], [0]]),
      Why: new Matrix([
        [1, -1],
        [0.4, 2],
      ]),
      by: new Matrix([[0], [0.1]]),
    }
    const { h, y } = rnnStep(example, new Matrix([[-1]]), new Matrix([[0.537], [-0.2913]]))
    expect(rounded(h)).toEqual([[-0.2111], [0.0178]])
    expect(rounded(y)).toEqual([[-0.2289], [0.0512]])
  })

  it('R3 · rnnForward: T estados y T salidas, y cada paso parte del estado anterior', () => {
    const { hs, ys } = rnnForward(params, xs, h0)
    expect([hs.length, ys.length]).toEqual([4, 4])
    let h = h0
    for (const [t, x] of xs.entries()) {
      const step = rnnStep(params, x, h)
      expect(rounded(hs[t])).toEqual(rounded(step.h))
      expect(rounded(ys[t])).toEqual(rounded(step.y))
      h = step.h
    }
  })

  it('R3 · rnnForward: sin h0 empieza en ceros y no cambia sus argumentos', () => {
    const before = JSON.stringify([params, xs])
    const { hs } = rnnForward(params, xs)
    expect(rounded(hs[3])).toEqual(rounded(rnnForward(params, xs, zeros).hs[3]))
    expect(JSON.stringify([params, xs])).toBe(before)
  })

  it('R4 · softmax: cada columna suma 1, también con logits enormes', () => {
    const probs = softmax(
      new Matrix([
        [0, 1e4, -1e4],
        [0, 0, -1e4],
      ]),
    )
    expect(rounded(probs)).toEqual([
      [0.5, 1, 0.5],
      [0.5, 0, 0.5],
    ])
  })

  it('R5 · crossEntropy: media sobre las columnas, finita si una probabilidad es 0', () => {
    const probs = new Matrix([
      [0.5, 0.25],
      [0.5, 0.75],
    ])
    expect(crossEntropy(probs, [0, 0])).toBeCloseTo((Math.log(2) + Math.log(4)) / 2, 10)
    const impossible = crossEntropy(new Matrix([[1], [0]]), [1])
    expect(Number.isFinite(impossible) && impossible > 10).toBe(true)
  })

  it('R6 · bptt: la pérdida es la del último paso', () => {
    expect(bptt(params, xs, labels, h0).loss).toBeCloseTo(lastStepLoss(params), 10)
  })

  it('R6 · bptt: cada gradiente coincide con las diferencias finitas', () => {
    const { grads } = bptt(params, xs, labels, h0)
    const wrong = names.filter((name) => {
      // How the loss changes when only this matrix moves.
      const numeric = numericGradient((moved) => lastStepLoss({ ...params, [name]: moved }), params[name])
      return !(largestDifference(grads[name], numeric) < 1e-7)
    })
    expect(wrong).toEqual([])
  })

  it('R7 · clipByGlobalNorm: una sola norma para todo, y nada cambia por debajo del umbral', () => {
    const zero = new Matrix(1, 1)
    const grads = { Wxh: new Matrix([[3]]), Whh: zero, bh: new Matrix([[-4]]), Why: zero, by: zero }
    const clipped = clipByGlobalNorm(grads, 1)
    expect(clipped.norm).toBeCloseTo(5, 10)
    expect(rounded(clipped.grads.Wxh)).toEqual([[0.6]])
    expect(rounded(clipped.grads.bh)).toEqual([[-0.8]])
    expect(clipByGlobalNorm(grads, 10).grads.Wxh.to2DArray()).toEqual([[3]])
  })

  it('R8 · sgdStep: camina contra el gradiente y deja los pesos originales intactos', () => {
    const before = params.Wxh.get(0, 0)
    const moved = sgdStep(params, { ...params, Wxh: Matrix.ones(3, 2) }, 0.1)
    expect(moved.Wxh.get(0, 0)).toBeCloseTo(before - 0.1, 10)
    expect(params.Wxh.get(0, 0)).toBe(before)
  })

  it('R9 · trainRnn: una pérdida por época, la primera antes de aprender, y aprende', () => {
    const { params: trained, losses } = trainRnn(params, xs, labels, { epochs: 100, learningRate: 0.1, maxNorm: 5 })
    expect(losses.length).toBe(100)
    expect(losses[0]).toBeCloseTo(bptt(params, xs, labels).loss, 10)
    expect(bptt(trained, xs, labels).loss).toBeLessThan(0.2)
  })

  it('R10 · countRnnParams: 142 592 con entrada 300 y estado 256', () => {
    expect(countRnnParams(300, 256)).toBe(142_592)
  })

  it('R11 · gradientNorms: empieza en √H y una rotación a escala 0.5 la divide entre dos cada vez', () => {
    const halfTurn = new Matrix([
      [0, -0.5],
      [0.5, 0],
    ])
    const norms = gradientNorms(halfTurn, 4).map((norm) => norm / Math.SQRT2)
    expect(norms.map((norm) => Number(norm.toFixed(6)))).toEqual([1, 0.5, 0.25, 0.125])
  })

  it('RB1 · truncatedBptt (bono): la misma pérdida; con toda la ventana, el mismo gradiente', () => {
    const full = bptt(params, xs, labels)
    const whole = truncatedBptt(params, xs, labels, 4)
    const short = truncatedBptt(params, xs, labels, 1)
    expect(short.loss).toBeCloseTo(full.loss, 10)
    expect(largestDifference(whole.grads.Whh, full.grads.Whh)).toBeLessThan(1e-12)
    expect(largestDifference(short.grads.Whh, full.grads.Whh)).toBeGreaterThan(1e-3)
  })
})

// Add your own tests here: other sizes (batch 1, T = 1, H = 1), a case that once failed, a sequence cut in two.

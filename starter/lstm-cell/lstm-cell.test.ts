import { Matrix } from 'ml-matrix'
import { describe, expect, it } from 'vitest'
import { largestDifference, numericGradient } from '../shared/finite-differences.ts'
import {
  coupledStep,
  countLstmParams,
  initLstm,
  lstmBackward,
  lstmForward,
  lstmStep,
  peepholeStep,
  sigmoid,
  type LstmParams,
} from './lstm-cell.ts'

/** A matrix of values between -1 and 1 that are all different; `phase` gives another one. */
function waves(rows: number, columns: number, phase: number): Matrix {
  const row = (i: number): number[] => Array.from({ length: columns }, (_, j) => Math.sin(phase + 1.7 * i + 2.3 * j))
  return new Matrix(Array.from({ length: rows }, (_, i) => row(i)))
}

/** The rows of a matrix, to 4 decimals. */
function rounded(m: Matrix | undefined): number[][] | undefined {
  return m?.to2DArray().map((row) => row.map((value) => Number(value.toFixed(4)) + 0))
}

// A cell with D = 2 and H = 3, and a batch of B = 2 sequences of length T = 3.
const params: LstmParams = {
  Wf: waves(3, 5, 1),
  Wi: waves(3, 5, 2),
  Wc: waves(3, 5, 3),
  Wo: waves(3, 5, 4),
  bf: waves(3, 1, 5),
  bi: waves(3, 1, 6),
  bc: waves(3, 1, 7),
  bo: waves(3, 1, 8),
}
const xs = [waves(2, 2, 9), waves(2, 2, 10), waves(2, 2, 11)]
const h0 = waves(3, 2, 12)
const c0 = Matrix.mul(waves(3, 2, 13), 2)
const names = ['Wf', 'Wi', 'Wc', 'Wo', 'bf', 'bi', 'bc', 'bo'] as const

// A loss that reads every h_t, each entry with a weight of its own; so its gradient with respect to h_t is that weight.
const dhs = [waves(3, 2, 14), waves(3, 2, 15), waves(3, 2, 16)]
function loss(p: LstmParams, inputs: Matrix[], h: Matrix, c: Matrix): number {
  const { hs } = lstmForward(p, inputs, h, c)
  return hs.reduce((total, ht, t) => total + Matrix.mul(ht, dhs[t] ?? NaN).sum(), 0)
}

describe('Celda LSTM', () => {
  it('L1 · initLstm: formas del contrato, sesgo de olvido 1 y pesos que dependen solo de la semilla', () => {
    const { Wf, Wo, bf, bi, bc, bo } = initLstm({ inputSize: 2, hiddenSize: 3 }, 7)
    expect([Wf, Wo, bf].map((m) => [m.rows, m.columns])).toEqual([
      [3, 5],
      [3, 5],
      [3, 1],
    ])
    expect([bf, bi, bc, bo].map((b) => b.to1DArray())).toEqual([
      [1, 1, 1],
      [0, 0, 0],
      [0, 0, 0],
      [0, 0, 0],
    ])
    expect(initLstm({ inputSize: 2, hiddenSize: 3 }, 7).Wf.to2DArray()).toEqual(Wf.to2DArray())
    expect(initLstm({ inputSize: 2, hiddenSize: 3 }, 8).Wf.to2DArray()).not.toEqual(Wf.to2DArray())
  })

  it('L2 · sigmoid: valores conocidos, y ni NaN ni desbordamiento con ±1e4', () => {
    expect(rounded(sigmoid(new Matrix([[0, 1, -1, 1e4, -1e4]])))).toEqual([[0.5, 0.7311, 0.2689, 1, 0]])
  })

  it('L3 · lstmStep: el ejemplo del enunciado', () => {
    const column = (...values: number[]): Matrix => Matrix.columnVector(values)
    const example = {
      Wf: new Matrix([
        [0.5, -0.3, 0.8],
        [0.1, 0.4, -0.6],
      ]),
      Wi: new Matrix([
        [-0.2, 0.7, 0.3],
        [0.6, -0.1, 0.5],
      ]),
      Wc: new Matrix([
        [0.9, 0.2, -0.4],
        [-0.5, 0.3, 1],
      ]),
      Wo: new Matrix([
        [0.3, 0.6, -0.7],
        [0.2, -0.8, 0.4],
      ]),
      bf: column(1, 1),
      bi: column(0, 0),
      bc: column(0, 0),
      bo: column(0, 0),
    }
    const step = lstmStep(example, column(0.5), column(0.4, -0.2), column(0.8, -0.5))
    expect(rounded(step.f)).toEqual([[0.8402], [0.6593]])
    expect(rounded(step.i)).toEqual([[0.4825], [0.6248]])
    expect(rounded(step.cTilde)).toEqual([[0.1194], [0.2355]])
    expect(rounded(step.o)).toEqual([[0.4134], [0.6083]])
    expect(rounded(step.c)).toEqual([[0.7298], [-0.1825]])
    expect(rounded(step.h)).toEqual([[0.2575], [-0.1098]])
  })

  it('L3 · lstmStep: cada columna del lote se calcula por separado', () => {
    const both = lstmStep(params, waves(2, 2, 9), h0, c0)
    const second = (m: Matrix): Matrix => m.getColumnVector(1)
    const alone = lstmStep(params, second(waves(2, 2, 9)), second(h0), second(c0))
    expect(rounded(second(both.h))).toEqual(rounded(alone.h))
  })

  it('L4 · lstmForward: T resultados, y los dos estados pasan de un paso al siguiente', () => {
    const { hs, cs, caches } = lstmForward(params, xs, h0, c0)
    expect([hs.length, cs.length, caches.length]).toEqual([3, 3, 3])
    let h = h0
    let c = c0
    for (const [t, x] of xs.entries()) {
      const step = lstmStep(params, x, h, c)
      expect(rounded(hs[t])).toEqual(rounded(step.h))
      expect(rounded(cs[t])).toEqual(rounded(step.c))
      h = step.h
      c = step.c
    }
  })

  it('L4 · lstmForward: sin estados iniciales empieza en ceros y no cambia sus argumentos', () => {
    const before = JSON.stringify([params, xs])
    const zeros = new Matrix(3, 2) // new Matrix(rows, columns) is all zeros
    expect(rounded(lstmForward(params, xs).hs[2])).toEqual(rounded(lstmForward(params, xs, zeros, zeros).hs[2]))
    expect(JSON.stringify([params, xs])).toBe(before)
  })

  it('L5 · lstmBackward: los gradientes de los pesos coinciden con las diferencias finitas', () => {
    const { grads } = lstmBackward(params, lstmForward(params, xs, h0, c0).caches, dhs)
    const wrong = names.filter((name) => {
      const numeric = numericGradient((moved) => loss({ ...params, [name]: moved }, xs, h0, c0), params[name])
      return !(largestDifference(grads[name], numeric) < 1e-7)
    })
    expect(wrong).toEqual([])
  })

  it('L5 · lstmBackward: dxs, dh0 y dc0 coinciden con las diferencias finitas', () => {
    const { dxs, dh0, dc0 } = lstmBackward(params, lstmForward(params, xs, h0, c0).caches, dhs)
    expect(dxs.length).toBe(3)
    for (const [t, x] of xs.entries()) {
      const numeric = numericGradient((moved) => loss(params, xs.with(t, moved), h0, c0), x)
      expect(largestDifference(dxs[t] ?? h0, numeric)).toBeLessThan(1e-7)
    }
    const numericH0 = numericGradient((moved) => loss(params, xs, moved, c0), h0)
    const numericC0 = numericGradient((moved) => loss(params, xs, h0, moved), c0)
    expect(largestDifference(dh0, numericH0)).toBeLessThan(1e-7)
    expect(largestDifference(dc0, numericC0)).toBeLessThan(1e-7)
  })

  it('L6 · countLstmParams: 448 con entrada 5 y estado 8', () => {
    expect(countLstmParams(5, 8)).toBe(448)
  })

  it('LB1 · peepholeStep (bono): con las mirillas en cero es la celda de siempre; con po, la salida mira la celda nueva', () => {
    const x = waves(2, 2, 9)
    const closed = { pf: new Matrix(3, 1), pi: new Matrix(3, 1), po: new Matrix(3, 1) }
    const plain = lstmStep(params, x, h0, c0)
    expect(rounded(peepholeStep({ ...params, ...closed }, x, h0, c0).h)).toEqual(rounded(plain.h))
    const open = peepholeStep({ ...params, ...closed, po: Matrix.ones(3, 1) }, x, h0, c0)
    // The inverse of the sigmoid shows what the gate added: with po = 1 it is the new cell state.
    const logit = (s: number): number => Math.log(s / (1 - s))
    expect(rounded(open.c)).toEqual(rounded(plain.c))
    expect(logit(open.o.get(0, 0)) - logit(plain.o.get(0, 0))).toBeCloseTo(plain.c.get(0, 0), 8)
  })

  it('LB2 · coupledStep (bono): escribe justo lo que olvida', () => {
    const { f, i, c, cTilde } = coupledStep(params, waves(2, 2, 9), h0, c0)
    expect(f.get(1, 1) + i.get(1, 1)).toBeCloseTo(1, 10)
    const [low, high] = [c0.get(1, 1), cTilde.get(1, 1)].sort((a, b) => a - b)
    expect(c.get(1, 1)).toBeGreaterThan(low ?? NaN)
    expect(c.get(1, 1)).toBeLessThan(high ?? NaN)
  })
})

// Add your own tests here: other sizes (batch 1, T = 1, H = 1), saturated gates, a sequence cut in two.

import { Matrix } from 'ml-matrix'
import { describe, expect, it } from 'vitest'
import { largestDifference, numericGradient } from '../shared/finite-differences.ts'
import {
  countGruParams,
  gruBackward,
  gruForward,
  gruStep,
  gruStepResetAfter,
  initGru,
  type GruParams,
} from './gru-cell.ts'

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
const params: GruParams = {
  Wr: waves(3, 5, 1),
  Wz: waves(3, 5, 2),
  Wh: waves(3, 5, 3),
  br: waves(3, 1, 4),
  bz: waves(3, 1, 5),
  bh: waves(3, 1, 6),
}
const x = waves(2, 2, 7)
const xs = [x, waves(2, 2, 8), waves(2, 2, 9)]
const h0 = waves(3, 2, 10)
const zeros = new Matrix(3, 2) // new Matrix(rows, columns) is all zeros
const names = ['Wr', 'Wz', 'Wh', 'br', 'bz', 'bh'] as const

// A loss that reads every h_t, each entry with a weight of its own; so its gradient with respect to h_t is that weight.
const dhs = [waves(3, 2, 11), waves(3, 2, 12), waves(3, 2, 13)]
function loss(p: GruParams, inputs: Matrix[], h: Matrix): number {
  const { hs } = gruForward(p, inputs, h)
  return hs.reduce((total, ht, t) => total + Matrix.mul(ht, dhs[t] ?? NaN).sum(), 0)
}

describe('Celda GRU', () => {
  it('G1 · initGru: formas del contrato, sesgos en cero y pesos que dependen solo de la semilla', () => {
    const { Wr, Wz, Wh, br, bz, bh } = initGru({ inputSize: 2, hiddenSize: 3 }, 7)
    expect([Wr, Wz, Wh].map((m) => [m.rows, m.columns])).toEqual([
      [3, 5],
      [3, 5],
      [3, 5],
    ])
    expect([br, bz, bh].map((b) => b.to2DArray())).toEqual([br, bz, bh].map(() => [[0], [0], [0]]))
    expect(initGru({ inputSize: 2, hiddenSize: 3 }, 7).Wh.to2DArray()).toEqual(Wh.to2DArray())
    expect(initGru({ inputSize: 2, hiddenSize: 3 }, 8).Wh.to2DArray()).not.toEqual(Wh.to2DArray())
  })

  it('G2 · gruStep: el ejemplo del enunciado', () => {
    const column = (...values: number[]): Matrix => Matrix.columnVector(values)
    const example = {
      Wr: new Matrix([
        [0.6, -0.4, 0.5],
        [-0.3, 0.8, 0.2],
      ]),
      Wz: new Matrix([
        [0.2, 0.5, -0.9],
        [0.7, -0.1, 0.4],
      ]),
      Wh: new Matrix([
        [0.9, -0.6, 0.3],
        [0.4, 0.5, -0.8],
      ]),
      br: column(0, 0),
      bz: column(0, 0),
      bh: column(0.1, 0),
    }
    const step = gruStep(example, column(0.5), column(0.6, -0.4))
    expect(rounded(step.r)).toEqual([[0.6835], [0.4013]])
    expect(rounded(step.z)).toEqual([[0.3705], [0.6593]])
    expect(rounded(step.hTilde)).toEqual([[0.6141], [-0.3061]])
    expect(rounded(step.h)).toEqual([[0.6052], [-0.3381]])
  })

  it('G2 · gruStep: con la puerta de actualización cerrada conserva el estado; abierta, toma el candidato', () => {
    const closed = gruStep({ ...params, bz: Matrix.mul(Matrix.ones(3, 1), -100) }, x, h0)
    const open = gruStep({ ...params, bz: Matrix.mul(Matrix.ones(3, 1), 100) }, x, h0)
    expect(rounded(closed.h)).toEqual(rounded(h0))
    expect(rounded(open.h)).toEqual(rounded(open.hTilde))
  })

  it('G3 · gruForward: T resultados, y cada paso parte del estado anterior', () => {
    const { hs, caches } = gruForward(params, xs, h0)
    expect([hs.length, caches.length]).toEqual([3, 3])
    let h = h0
    for (const [t, xt] of xs.entries()) {
      h = gruStep(params, xt, h).h
      expect(rounded(hs[t])).toEqual(rounded(h))
    }
  })

  it('G3 · gruForward: sin h0 empieza en ceros y no cambia sus argumentos', () => {
    const before = JSON.stringify([params, xs])
    expect(rounded(gruForward(params, xs).hs[2])).toEqual(rounded(gruForward(params, xs, zeros).hs[2]))
    expect(JSON.stringify([params, xs])).toBe(before)
  })

  it('G4 · gruBackward: los gradientes de los pesos coinciden con las diferencias finitas', () => {
    const { grads } = gruBackward(params, gruForward(params, xs, h0).caches, dhs)
    const wrong = names.filter((name) => {
      const numeric = numericGradient((moved) => loss({ ...params, [name]: moved }, xs, h0), params[name])
      return !(largestDifference(grads[name], numeric) < 1e-7)
    })
    expect(wrong).toEqual([])
  })

  it('G4 · gruBackward: dxs y dh0 coinciden con las diferencias finitas', () => {
    const { dxs, dh0 } = gruBackward(params, gruForward(params, xs, h0).caches, dhs)
    expect(dxs.length).toBe(3)
    for (const [t, xt] of xs.entries()) {
      const numeric = numericGradient((moved) => loss(params, xs.with(t, moved), h0), xt)
      expect(largestDifference(dxs[t] ?? h0, numeric)).toBeLessThan(1e-7)
    }
    const numericH0 = numericGradient((moved) => loss(params, xs, moved), h0)
    expect(largestDifference(dh0, numericH0)).toBeLessThan(1e-7)
  })

  it('G5 · countGruParams: 336 con entrada 5 y estado 8', () => {
    expect(countGruParams(5, 8)).toBe(336)
  })

  it('GB1 · gruStepResetAfter (bono): desde un estado cero es la celda de siempre; desde otro, no', () => {
    const variant = { ...params, bhh: new Matrix(3, 1) } // bhh = 0
    expect(rounded(gruStepResetAfter(variant, x, zeros).h)).toEqual(rounded(gruStep(params, x, zeros).h))
    expect(largestDifference(gruStepResetAfter(variant, x, h0).h, gruStep(params, x, h0).h)).toBeGreaterThan(1e-2)
  })

  it('GB1 · gruStepResetAfter (bono): la puerta de reinicio también multiplica a bhh', () => {
    const variant = { ...params, bhh: Matrix.ones(3, 1) }
    const { r, hTilde } = gruStepResetAfter(variant, x, zeros)
    const plain = gruStep(params, x, zeros)
    // The inverse of tanh shows what bhh = 1 added to the candidate: the reset gate itself.
    expect(Math.atanh(hTilde.get(0, 0)) - Math.atanh(plain.hTilde.get(0, 0))).toBeCloseTo(r.get(0, 0), 8)
  })
})

// Add your own tests here: other sizes (batch 1, T = 1, H = 1), saturated gates, a sequence cut in two.

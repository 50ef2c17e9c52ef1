// Expected: everything passes. One matrix [Wo; Wc; Wi; Wf] with the biases as its last column, peepholes as columns of
// their own, tanh for every gate (σ(a) = ½(1 + tanh ½a)), and the gradients of all steps in one product at the end.
import { Matrix } from 'ml-matrix'
import { createRandom } from '../shared/random.ts'

const order = ['o', 'c', 'i', 'f'] as const
type Name = (typeof order)[number]
type Params = Record<`W${Name}` | `b${Name}`, Matrix>
type Cache = Record<'x' | 'hPrev' | 'cPrev' | 'f' | 'i' | 'cTilde' | 'o' | 'c' | 'h' | 'z' | 'A', Matrix>

const below = (...blocks: Matrix[]): Matrix => new Matrix(blocks.flatMap((m) => m.to2DArray()))
const beside = (...blocks: Matrix[]): Matrix => below(...blocks.map((m) => m.transpose())).transpose()
const rows = (m: Matrix, block: number, H: number): Matrix => m.subMatrix(block * H, block * H + H - 1, 0, m.columns - 1)
const stack = (params: Params): Matrix => below(...order.map((g) => beside(params[`W${g}`], params[`b${g}`])))
const times = (...factors: Matrix[]): Matrix => factors.reduce((a, b) => Matrix.mul(a, b))
const from1 = (m: Matrix): Matrix => Matrix.sub(Matrix.ones(m.rows, m.columns), m)

export function initLstm({ inputSize: D, hiddenSize: H }: { inputSize: number; hiddenSize: number }, seed: number): Params {
  const { normal } = createRandom(seed)
  const one = Matrix.from1DArray(4 * H, H + D, Array.from({ length: 4 * H * (H + D) }, () => normal(0, (D + H) ** -0.5)))
  const entries = order.flatMap((g, k) => [
    [`W${g}`, rows(one, k, H)],
    [`b${g}`, Matrix.zeros(H, 1).fill(g === 'f' ? 1 : 0)],
  ])
  return Object.fromEntries(entries) as Params
}

export function sigmoid(m: Matrix): Matrix {
  return Matrix.mul(m, 0.5).tanh().add(1).mul(0.5)
}

export function lstmStep(params: Params, x: Matrix, hPrev: Matrix, cPrev: Matrix): Cache {
  const z = below(hPrev, x, Matrix.ones(1, x.columns))
  const A = stack(params).mmul(z)
  const [o, cTilde, i, f] = order.map((g, k) => (g === 'c' ? rows(A, k, hPrev.rows).tanh() : sigmoid(rows(A, k, hPrev.rows)))) as [Matrix, Matrix, Matrix, Matrix]
  const c = Matrix.add(times(i, cTilde), times(f, cPrev))
  return { x, hPrev, cPrev, f, i, cTilde, o, c, h: times(Matrix.tanh(c), o), z, A }
}

export function lstmForward(params: Params, xs: Matrix[], h0?: Matrix, c0?: Matrix): { hs: Matrix[]; cs: Matrix[]; caches: Cache[] } {
  const [H, B] = [params.bf.rows, xs[0]!.columns]
  const caches: Cache[] = []
  let [h, c] = [h0 ?? Matrix.zeros(H, B), c0 ?? Matrix.zeros(H, B)]
  for (const x of xs) {
    caches.push(lstmStep(params, x, h, c))
    ;({ h, c } = caches[caches.length - 1]!)
  }
  return { caches, hs: caches.map((cache) => cache.h), cs: caches.map((cache) => cache.c) }
}

export function lstmBackward(params: Params, caches: Cache[], dhs: Matrix[]): { grads: Params; dxs: Matrix[]; dh0: Matrix; dc0: Matrix } {
  const H = params.bf.rows
  const B = dhs[0]!.columns
  const W = stack(params)
  const dAs: Matrix[] = []
  const dxs: Matrix[] = []
  let [dh, dc] = [new Matrix(H, B), new Matrix(H, B)]
  for (let t = caches.length - 1; t >= 0; t--) {
    const { f, i, cTilde, o, c, cPrev, hPrev, z } = caches[t]!
    const whole = Matrix.add(dhs[t]!, dh)
    const squashed = Matrix.tanh(c)
    dc = Matrix.add(dc, times(whole, o, from1(times(squashed, squashed))))
    const dA = below(
      times(whole, squashed, o, from1(o)),
      times(dc, i, from1(times(cTilde, cTilde))),
      times(dc, cTilde, i, from1(i)),
      times(dc, cPrev, f, from1(f)),
    )
    dAs.unshift(dA)
    const dz = W.transpose().mmul(dA)
    dh = dz.subMatrix(0, hPrev.rows - 1, 0, B - 1)
    dxs.unshift(dz.subMatrix(hPrev.rows, z.rows - 2, 0, B - 1))
    dc = times(dc, f)
  }
  const dW = beside(...dAs).mmul(beside(...caches.map(({ z }) => z)).transpose())
  const grads = {} as Params
  order.forEach((g, k) => {
    const block = rows(dW, k, H)
    grads[`W${g}`] = block.subMatrix(0, H - 1, 0, block.columns - 2)
    grads[`b${g}`] = block.getColumnVector(block.columns - 1)
  })
  return { grads, dxs, dh0: dh, dc0: dc }
}

export const countLstmParams = (D: number, H: number): number => 4 * H * (H + D + 1)

/** The peepholes are columns of the matrices: [W diag(p) b] on [h; x; cell; 1]. */
export function peepholeStep(params: Params & Record<'pf' | 'pi' | 'po', Matrix>, x: Matrix, hPrev: Matrix, cPrev: Matrix): object {
  const B = x.columns
  const look = (g: 'f' | 'i' | 'o', cell: Matrix): Matrix =>
    sigmoid(beside(params[`W${g}`], Matrix.diag(params[`p${g}`].to1DArray()), params[`b${g}`]).mmul(below(hPrev, x, cell, Matrix.ones(1, B))))
  const cTilde = beside(params.Wc, params.bc).mmul(below(hPrev, x, Matrix.ones(1, B))).tanh()
  const [f, i] = [look('f', cPrev), look('i', cPrev)]
  const c = Matrix.add(times(f, cPrev), times(i, cTilde))
  const o = look('o', c)
  return { x, hPrev, cPrev, f, i, cTilde, o, c, h: times(o, Matrix.tanh(c)) }
}

/** 1 - σ(a) = σ(-a). */
export function coupledStep(params: Params, x: Matrix, hPrev: Matrix, cPrev: Matrix): object {
  const step = lstmStep(params, x, hPrev, cPrev)
  const i = sigmoid(rows(step.A, order.indexOf('f'), hPrev.rows).neg())
  // A mean of the two, weighted by f.
  const c = Matrix.add(step.cTilde, times(step.f, Matrix.sub(cPrev, step.cTilde)))
  return { ...step, i, c, h: times(step.o, Matrix.tanh(c)) }
}

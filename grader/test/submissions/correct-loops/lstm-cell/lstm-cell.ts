// Expected: everything passes. Flat Float64Arrays with indices computed by hand, sums in pairs, one example after the other;
// matrices only where they are handed in or out. Caches keep the flat arrays, too.
import { Matrix } from 'ml-matrix'
import { createRandom } from '../shared/random.ts'

interface LstmParams { Wf: Matrix; Wi: Matrix; Wc: Matrix; Wo: Matrix; bf: Matrix; bi: Matrix; bc: Matrix; bo: Matrix }
interface Cache {
  x: Matrix; hPrev: Matrix; cPrev: Matrix; f: Matrix; i: Matrix; cTilde: Matrix; o: Matrix; c: Matrix; h: Matrix
  flat: { f: Float64Array; i: Float64Array; g: Float64Array; o: Float64Array; c: Float64Array }
}

const flat = (m: Matrix): Float64Array => {
  const out = new Float64Array(m.rows * m.columns)
  for (let i = 0; i < m.rows; i++) for (let j = 0; j < m.columns; j++) out[i * m.columns + j] = m.get(i, j)
  return out
}
const matrix = (rows: number, columns: number, values: Float64Array): Matrix => Matrix.from1DArray(rows, columns, values as never)

/** Halves, and halves of halves: the rounding grows with the logarithm of the length. */
function pairwise(terms: Float64Array, from = 0, to = terms.length): number {
  if (to - from === 1) return terms[from]!
  if (to - from === 0) return 0
  const middle = (from + to) >> 1
  return pairwise(terms, from, middle) + pairwise(terms, middle, to)
}

export function initLstm(sizes: { inputSize: number; hiddenSize: number }, seed: number): LstmParams {
  const random = createRandom(seed)
  const { inputSize, hiddenSize } = sizes
  const scale = Math.sqrt(1 / (inputSize + hiddenSize))
  const weights = (): Matrix => {
    const values = new Float64Array(hiddenSize * (hiddenSize + inputSize))
    // Triangular: the sum of two uniforms, with standard deviation √(1/6) before it is scaled.
    for (let k = 0; k < values.length; k++) values[k] = (random.uniform() + random.uniform() - 1) * Math.sqrt(6) * scale
    return matrix(hiddenSize, hiddenSize + inputSize, values)
  }
  const bias = (value: number): Matrix => matrix(hiddenSize, 1, new Float64Array(hiddenSize).fill(value))
  return { Wf: weights(), bf: bias(1), Wi: weights(), bi: bias(0), Wc: weights(), bc: bias(0), Wo: weights(), bo: bias(0) }
}

function sigma(a: number): number {
  if (a > 36) return 1
  if (a < -745) return 0
  if (a > 0) return 1 / (1 + Math.exp(-a))
  const e = Math.exp(a)
  return e / (1 + e)
}

export function sigmoid(m: Matrix): Matrix {
  return matrix(m.rows, m.columns, flat(m).map(sigma))
}

/** act(W [h; x] + b + p ⊙ cell), H × B. */
function gate(act: (a: number) => number, W: Matrix, b: Matrix, h: Matrix, x: Matrix, p?: Matrix, cell?: Float64Array): Float64Array {
  const [H, D, B] = [h.rows, x.rows, x.columns]
  const out = new Float64Array(H * B)
  const [w, hv, xv] = [flat(W), flat(h), flat(x)]
  const terms = new Float64Array(H + D + 1)
  for (let j = 0; j < B; j++) {
    for (let i = 0; i < H; i++) {
      for (let k = 0; k < H; k++) terms[k] = w[i * (H + D) + k]! * hv[k * B + j]!
      for (let k = 0; k < D; k++) terms[H + k] = w[i * (H + D) + H + k]! * xv[k * B + j]!
      terms[H + D] = b.get(i, 0)
      const seen = p && cell ? p.get(i, 0) * cell[i * B + j]! : 0
      out[i * B + j] = act(pairwise(terms) + seen)
    }
  }
  return out
}

function finish(x: Matrix, hPrev: Matrix, cPrev: Matrix, f: Float64Array, i: Float64Array, g: Float64Array, openOutput: (c: Float64Array) => Float64Array): Cache {
  const [H, B] = [hPrev.rows, x.columns]
  const c = flat(cPrev)
  for (let k = 0; k < c.length; k++) c[k] = c[k]! * f[k]! + g[k]! * i[k]!
  const o = openOutput(c)
  const h = new Float64Array(c.length)
  for (let k = 0; k < c.length; k++) h[k] = o[k]! * Math.tanh(c[k]!)
  const m = (values: Float64Array): Matrix => matrix(H, B, values)
  return { x, hPrev, cPrev, f: m(f), i: m(i), cTilde: m(g), o: m(o), c: m(c), h: m(h), flat: { f, i, g, o, c } }
}

export function lstmStep(params: LstmParams, x: Matrix, hPrev: Matrix, cPrev: Matrix): Cache {
  const g = gate(Math.tanh, params.Wc, params.bc, hPrev, x)
  const i = gate(sigma, params.Wi, params.bi, hPrev, x)
  const f = gate(sigma, params.Wf, params.bf, hPrev, x)
  return finish(x, hPrev, cPrev, f, i, g, () => gate(sigma, params.Wo, params.bo, hPrev, x))
}

export function lstmForward(params: LstmParams, xs: Matrix[], h0?: Matrix, c0?: Matrix): { hs: Matrix[]; cs: Matrix[]; caches: Cache[] } {
  const [hs, cs, caches]: [Matrix[], Matrix[], Cache[]] = [[], [], []]
  const [H, B] = [params.bo.rows, xs[0]!.columns]
  for (let t = 0; t < xs.length; t++) {
    const h = t > 0 ? hs[t - 1]! : h0 !== undefined ? h0 : new Matrix(H, B)
    const c = t > 0 ? cs[t - 1]! : c0 !== undefined ? c0 : new Matrix(H, B)
    caches[t] = lstmStep(params, xs[t]!, h, c)
    hs[t] = caches[t]!.h
    cs[t] = caches[t]!.c
  }
  return { hs, cs, caches }
}

export function lstmBackward(params: LstmParams, caches: Cache[], dhs: Matrix[]): { grads: LstmParams; dxs: Matrix[]; dh0: Matrix; dc0: Matrix } {
  const H = params.bf.rows
  const D = caches[0]!.x.rows
  const B = dhs[0]!.columns
  const V = H + D
  const weights = [flat(params.Wf), flat(params.Wi), flat(params.Wc), flat(params.Wo)]
  const dW = weights.map((w) => new Float64Array(w.length))
  const db = weights.map(() => new Float64Array(H))
  const dxs = caches.map(() => new Float64Array(D * B))
  const dh0 = new Float64Array(H * B)
  const dc0 = new Float64Array(H * B)
  // Example by example: the columns have nothing to do with one another.
  for (let b = 0; b < B; b++) {
    let dh = new Float64Array(H)
    let dc = new Float64Array(H)
    for (let t = caches.length - 1; t >= 0; t--) {
      const { x, hPrev, cPrev, flat: at } = caches[t]!
      const dz = new Float64Array(V)
      const dcPrev = new Float64Array(H)
      for (let u = 0; u < H; u++) {
        const k = u * B + b
        const [f, i, g, o, c] = [at.f[k]!, at.i[k]!, at.g[k]!, at.o[k]!, at.c[k]!]
        const dhu = dhs[t]!.get(u, b) + dh[u]!
        const s = Math.tanh(c)
        const dcu = dc[u]! + dhu * o * (1 - s * s)
        const before = [dcu * cPrev.get(u, b) * f * (1 - f), dcu * g * i * (1 - i), dcu * i * (1 - g * g), dhu * s * o * (1 - o)]
        for (let q = 0; q < 4; q++) {
          const d = before[q]!
          db[q]![u]! += d
          for (let v = 0; v < V; v++) {
            dW[q]![u * V + v]! += d * (v < H ? hPrev.get(v, b) : x.get(v - H, b))
            dz[v]! += weights[q]![u * V + v]! * d
          }
        }
        dcPrev[u] = dcu * f
      }
      for (let v = 0; v < D; v++) dxs[t]![v * B + b] = dz[H + v]!
      dh = dz.slice(0, H)
      dc = dcPrev
    }
    for (let u = 0; u < H; u++) {
      dh0[u * B + b] = dh[u]!
      dc0[u * B + b] = dc[u]!
    }
  }
  const [Wf, Wi, Wc, Wo] = dW.map((values) => matrix(H, V, values)) as [Matrix, Matrix, Matrix, Matrix]
  const [bf, bi, bc, bo] = db.map((values) => matrix(H, 1, values)) as [Matrix, Matrix, Matrix, Matrix]
  return { grads: { Wf, Wi, Wc, Wo, bf, bi, bc, bo }, dxs: dxs.map((values) => matrix(D, B, values)), dh0: matrix(H, B, dh0), dc0: matrix(H, B, dc0) }
}

export function countLstmParams(inputSize: number, hiddenSize: number): number {
  let count = 0
  for (const columns of [hiddenSize, inputSize, 1]) for (let g = 0; g < 4; g++) count += hiddenSize * columns
  return count
}

export function peepholeStep(params: LstmParams & { pf: Matrix; pi: Matrix; po: Matrix }, x: Matrix, hPrev: Matrix, cPrev: Matrix): Cache {
  const old = flat(cPrev)
  const f = gate(sigma, params.Wf, params.bf, hPrev, x, params.pf, old)
  const i = gate(sigma, params.Wi, params.bi, hPrev, x, params.pi, old)
  const g = gate(Math.tanh, params.Wc, params.bc, hPrev, x)
  return finish(x, hPrev, cPrev, f, i, g, (c) => gate(sigma, params.Wo, params.bo, hPrev, x, params.po, c))
}

export function coupledStep(params: LstmParams, x: Matrix, hPrev: Matrix, cPrev: Matrix): Cache {
  const f = gate(sigma, params.Wf, params.bf, hPrev, x)
  const i = f.map((forget) => 1 - forget)
  return finish(x, hPrev, cPrev, f, i, gate(Math.tanh, params.Wc, params.bc, hPrev, x), () => gate(sigma, params.Wo, params.bo, hPrev, x))
}

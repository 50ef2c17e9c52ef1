// Expected: everything passes. One stacked matrix [Wxh Whh bh] on [x; h; 1], gradients of all steps in one product at the
// end, softmax from the differences of the logits, powers by squaring: another hand, the same results.
import { Matrix } from 'ml-matrix'
import { createRandom } from '../shared/random.ts'

type Params = Record<'Wxh' | 'Whh' | 'bh' | 'Why' | 'by', Matrix>

const below = (...blocks: Matrix[]): Matrix => blocks.reduce((a, b) => new Matrix([...a.to2DArray(), ...b.to2DArray()]))
const beside = (...blocks: Matrix[]): Matrix => blocks.map((m) => m.transpose()).reduce((a, b) => below(a, b)).transpose()
const ones = (columns: number): Matrix => Matrix.ones(1, columns)
const columns = (m: Matrix, from: number, to: number): Matrix => m.subMatrix(0, m.rows - 1, from, to - 1)

const recurrent = ({ Wxh, Whh, bh }: Params): Matrix => beside(Wxh, Whh, bh)
const output = ({ Why, by }: Params): Matrix => beside(Why, by)

/** One draw for all matrices: a long row of normals, cut and scaled. */
export function initRnn({ inputSize: D, hiddenSize: H, outputSize: O }: Record<'inputSize' | 'hiddenSize' | 'outputSize', number>, seed: number): Params {
  const { normal } = createRandom(seed)
  const long = Array.from({ length: H * D + H * H + O * H }, () => normal() * Math.SQRT2)
  const cut = (rows: number, cols: number): Matrix => Matrix.from1DArray(rows, cols, long.splice(0, rows * cols)).div(Math.sqrt(rows + cols))
  return { by: new Matrix(O, 1), bh: new Matrix(H, 1), Wxh: cut(H, D), Whh: cut(H, H), Why: cut(O, H) }
}

export function rnnStep(params: Params, x: Matrix, hPrev: Matrix): { h: Matrix; y: Matrix } {
  const h = recurrent(params).mmul(below(x, hPrev, ones(x.columns))).tanh()
  return { h, y: output(params).mmul(below(h, ones(x.columns))) }
}

export function rnnForward(params: Params, xs: Matrix[], h0?: Matrix): { hs: Matrix[]; ys: Matrix[] } {
  const B = xs[0]!.columns
  // The inputs of all steps at once, H × (T·B); only the recurrent part needs a loop.
  const driven = params.Wxh.mmul(beside(...xs))
  const hs: Matrix[] = []
  for (let t = 0; t < xs.length; t++) {
    const before = hs[t - 1] ?? h0
    const a = columns(driven, t * B, (t + 1) * B).addColumnVector(params.bh)
    hs.push(Matrix.tanh(before ? a.add(params.Whh.mmul(before)) : a))
  }
  const ys = output(params).mmul(below(beside(...hs), ones(B * xs.length)))
  return { hs, ys: hs.map((_, t) => columns(ys, t * B, (t + 1) * B)) }
}

/** p_k = 1 / Σ_m exp(a_m - a_k): an infinite term makes it 0, and the term m = k keeps it from 1/0. */
export function softmax(logits: Matrix): Matrix {
  const probs = logits.clone()
  for (let j = 0; j < logits.columns; j++) {
    const a = logits.getColumn(j)
    probs.setColumn(j, a.map((own) => 1 / a.reduce((sum, other) => sum + Math.exp(other - own), 0)))
  }
  return probs
}

export function crossEntropy(probs: Matrix, labels: number[]): number {
  const picked = labels.map((label, j) => probs.get(label, j))
  return picked.reduce((mean, p, k) => mean + (-Math.log(p + Number.MIN_VALUE) - mean) / (k + 1), 0)
}

export function bptt(params: Params, xs: Matrix[], labels: number[], h0?: Matrix): { loss: number; grads: Params } {
  const [B, T, D, H] = [labels.length, xs.length, params.Wxh.columns, params.Whh.rows]
  const { hs, ys } = rnnForward(params, xs, h0)
  const p = softmax(ys[T - 1]!)
  const d = Matrix.div(p, B)
  labels.forEach((label, j) => d.set(label, j, (p.get(label, j) - 1) / B))
  const out = d.mmul(below(hs[T - 1]!, ones(B)).transpose())

  const deltas: Matrix[] = new Array(T)
  let dh = params.Why.transpose().mmul(d)
  for (let t = T - 1; t >= 0; t--) {
    const slope = Matrix.ones(H, B).sub(Matrix.pow(hs[t]!, 2))
    deltas[t] = Matrix.mul(dh, slope)
    dh = params.Whh.transpose().mmul(deltas[t]!)
  }
  const read = xs.map((x, t) => below(x, t === 0 ? (h0 ?? new Matrix(H, B)) : hs[t - 1]!, ones(B)))
  const all = beside(...deltas).mmul(beside(...read).transpose())
  return {
    loss: crossEntropy(p, labels),
    grads: {
      Wxh: columns(all, 0, D),
      Whh: columns(all, D, D + H),
      bh: columns(all, D + H, D + H + 1),
      Why: columns(out, 0, H),
      by: columns(out, H, H + 1),
    },
  }
}

export function clipByGlobalNorm(grads: Params, maxNorm: number): { grads: Params; norm: number } {
  const long = Matrix.rowVector(Object.values(grads).flatMap((g) => g.to1DArray()))
  const norm = Math.sqrt(long.mmul(long.transpose()).get(0, 0))
  const stretched = Math.max(norm, maxNorm)
  return { norm, grads: each(grads, (g) => Matrix.mul(g, maxNorm).div(stretched)) }
}

export function sgdStep(params: Params, grads: Params, learningRate: number): Params {
  return each(params, (p, key) => Matrix.add(p, Matrix.mul(grads[key], -learningRate)))
}

export function trainRnn(params: Params, xs: Matrix[], labels: number[], options: Record<'epochs' | 'learningRate' | 'maxNorm', number>) {
  const losses: number[] = []
  const last = Array.from({ length: options.epochs }).reduce<Params>((now) => {
    const { loss, grads } = bptt(now, xs, labels)
    losses.push(loss)
    return sgdStep(now, clipByGlobalNorm(grads, options.maxNorm).grads, options.learningRate)
  }, params)
  return { losses, params: last }
}

export function countRnnParams(inputSize: number, hiddenSize: number): number {
  return hiddenSize * (inputSize + hiddenSize + 1)
}

/** Wᵏ from its halves, the norm from the trace of PᵀP. */
export function gradientNorms(Whh: Matrix, steps: number): number[] {
  const powers: Matrix[] = [Matrix.identity(Whh.rows), Whh]
  for (let k = 2; k < steps; k++) powers[k] = powers[k >> 1]!.mmul(powers[k - (k >> 1)]!)
  return powers.slice(0, steps).map((P) => Math.sqrt(P.transpose().mmul(P).trace()))
}

export function truncatedBptt(params: Params, xs: Matrix[], labels: number[], window: number) {
  const late = xs.slice(-window)
  const early = xs.slice(0, xs.length - late.length)
  return bptt(params, late, labels, early.length > 0 ? rnnForward(params, early).hs.at(-1) : undefined)
}

function each(params: Params, f: (m: Matrix, key: keyof Params) => Matrix): Params {
  const copy = { ...params }
  for (const key of Object.keys(copy) as (keyof Params)[]) copy[key] = f(params[key], key)
  return copy
}

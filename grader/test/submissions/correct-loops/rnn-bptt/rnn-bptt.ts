// Expected: everything passes. Nested arrays of numbers and loops, one matrix made at the end; compensated sums (Kahan),
// every example by itself, backwards loops, a generator of random numbers of its own.
import { Matrix } from 'ml-matrix'

type Rows = number[][]
interface RnnParams { Wxh: Matrix; Whh: Matrix; bh: Matrix; Why: Matrix; by: Matrix }
interface Lists { Wxh: Rows; Whh: Rows; bh: Rows; Why: Rows; by: Rows }
const names = ['Wxh', 'Whh', 'bh', 'Why', 'by'] as const

function rowsOf(m: Matrix): Rows {
  const rows: Rows = []
  for (let i = 0; i < m.rows; i++) {
    rows[i] = []
    for (let j = 0; j < m.columns; j++) rows[i]![j] = m.get(i, j)
  }
  return rows
}

function empty(rows: number, columns: number): Rows {
  const out: Rows = []
  for (let i = 0; i < rows; i++) out.push(new Array<number>(columns).fill(0))
  return out
}

/** A sum that remembers what it has lost. */
function kahan(values: number[]): number {
  let sum = 0
  let lost = 0
  for (let k = 0; k < values.length; k++) {
    const value = values[k]! - lost
    const next = sum + value
    lost = next - sum - value
    sum = next
  }
  return sum
}

/** Park and Miller, and normals as the sum of twelve uniforms. */
function normals(seed: number): () => number {
  let state = (Math.abs(Math.floor(seed)) % 2147483646) + 1
  const unit = (): number => {
    state = (state * 48271) % 2147483647
    return state / 2147483647
  }
  for (let k = 0; k < 20; k++) unit()
  return () => {
    let sum = -6
    for (let k = 0; k < 12; k++) sum += unit()
    return sum
  }
}

export function initRnn(sizes: { inputSize: number; hiddenSize: number; outputSize: number }, seed: number): RnnParams {
  const next = normals(seed)
  function glorot(rows: number, columns: number): Matrix {
    const out = empty(rows, columns)
    for (let i = 0; i < rows; i++) {
      for (let j = 0; j < columns; j++) out[i]![j] = next() / Math.sqrt((rows + columns) / 2)
    }
    return new Matrix(out)
  }
  const Why = glorot(sizes.outputSize, sizes.hiddenSize)
  const Whh = glorot(sizes.hiddenSize, sizes.hiddenSize)
  const Wxh = glorot(sizes.hiddenSize, sizes.inputSize)
  return { Wxh, Whh, bh: new Matrix(empty(sizes.hiddenSize, 1)), Why, by: new Matrix(empty(sizes.outputSize, 1)) }
}

/** The state after one step, H × B. */
function nextState(p: Lists, x: Rows, h: Rows): Rows {
  const B = x[0]!.length
  const out = empty(p.Whh.length, B)
  for (let b = B - 1; b >= 0; b--) {
    for (let i = p.Whh.length - 1; i >= 0; i--) {
      const terms = [p.bh[i]![0]!]
      for (let k = 0; k < h.length; k++) terms.push(p.Whh[i]![k]! * h[k]![b]!)
      for (let k = 0; k < x.length; k++) terms.push(p.Wxh[i]![k]! * x[k]![b]!)
      out[i]![b] = Math.tanh(kahan(terms))
    }
  }
  return out
}

function logitsOf(p: Lists, h: Rows): Rows {
  const out = empty(p.Why.length, h[0]!.length)
  for (let o = 0; o < out.length; o++) {
    for (let b = 0; b < out[o]!.length; b++) {
      const terms: number[] = []
      for (let k = 0; k < h.length; k++) terms.push(p.Why[o]![k]! * h[k]![b]!)
      out[o]![b] = kahan(terms) + p.by[o]![0]!
    }
  }
  return out
}

function listsOf(params: RnnParams): Lists {
  const lists = {} as Lists
  for (const name of names) lists[name] = rowsOf(params[name])
  return lists
}

function matricesOf(lists: Lists): RnnParams {
  const params = {} as RnnParams
  for (const name of names) params[name] = new Matrix(lists[name])
  return params
}

export function rnnStep(params: RnnParams, x: Matrix, hPrev: Matrix): { h: Matrix; y: Matrix } {
  const p = listsOf(params)
  const h = nextState(p, rowsOf(x), rowsOf(hPrev))
  return { h: new Matrix(h), y: new Matrix(logitsOf(p, h)) }
}

export function rnnForward(params: RnnParams, xs: Matrix[], h0?: Matrix): { hs: Matrix[]; ys: Matrix[] } {
  const p = listsOf(params)
  const hs: Matrix[] = []
  const ys: Matrix[] = []
  let h = h0 === undefined ? empty(p.Whh.length, xs[0]!.columns) : rowsOf(h0)
  let t = 0
  while (t < xs.length) {
    h = nextState(p, rowsOf(xs[t]!), h)
    hs[t] = new Matrix(h)
    ys[t] = new Matrix(logitsOf(p, h))
    t++
  }
  return { hs, ys }
}

export function softmax(logits: Matrix): Matrix {
  const out = empty(logits.rows, logits.columns)
  for (let j = 0; j < logits.columns; j++) {
    let top = -Infinity
    for (let i = 0; i < logits.rows; i++) if (logits.get(i, j) > top) top = logits.get(i, j)
    const exps: number[] = []
    for (let i = 0; i < logits.rows; i++) exps.push(Math.pow(2, (logits.get(i, j) - top) * Math.LOG2E))
    const sum = kahan(exps)
    for (let i = 0; i < logits.rows; i++) out[i]![j] = exps[i]! / sum
  }
  return new Matrix(out)
}

export function crossEntropy(probs: Matrix, labels: number[]): number {
  const losses: number[] = []
  for (let j = labels.length - 1; j >= 0; j--) {
    const p = probs.get(labels[j]!, j)
    losses.push(p === 0 ? 745 : -Math.log(p))
  }
  return kahan(losses) / labels.length
}

export function bptt(params: RnnParams, xs: Matrix[], labels: number[], h0?: Matrix): { loss: number; grads: RnnParams } {
  const p = listsOf(params)
  const T = xs.length
  const B = labels.length
  const H = p.Whh.length
  const states: Rows[] = [h0 ? rowsOf(h0) : empty(H, B)]
  for (let t = 0; t < T; t++) states.push(nextState(p, rowsOf(xs[t]!), states[t]!))
  const probs = softmax(new Matrix(logitsOf(p, states[T]!)))
  const g = {} as Lists
  for (const name of names) g[name] = empty(p[name].length, p[name][0]!.length)
  for (let b = 0; b < B; b++) {
    let dh = new Array<number>(H).fill(0)
    for (let o = 0; o < p.Why.length; o++) {
      const d = probs.get(o, b) - (labels[b] === o ? 1 : 0)
      g.by[o]![0]! += d
      for (let i = 0; i < H; i++) {
        g.Why[o]![i]! += d * states[T]![i]![b]!
        dh[i]! += p.Why[o]![i]! * d
      }
    }
    for (let t = T; t > 0; t--) {
      const earlier = new Array<number>(H).fill(0)
      for (let i = 0; i < H; i++) {
        const h = states[t]![i]![b]!
        const a = dh[i]! - dh[i]! * h * h
        g.bh[i]![0]! += a
        for (let k = 0; k < xs[t - 1]!.rows; k++) g.Wxh[i]![k]! += a * xs[t - 1]!.get(k, b)
        for (let k = 0; k < H; k++) {
          g.Whh[i]![k]! += a * states[t - 1]![k]![b]!
          earlier[k]! += p.Whh[i]![k]! * a
        }
      }
      dh = earlier
    }
  }
  // The mean only at the very end.
  for (const name of names) for (const row of g[name]) for (let j = 0; j < row.length; j++) row[j]! /= B
  return { loss: crossEntropy(probs, labels), grads: matricesOf(g) }
}

export function clipByGlobalNorm(grads: RnnParams, maxNorm: number): { grads: RnnParams; norm: number } {
  const g = listsOf(grads)
  // As LAPACK does it: a scale and a sum of squares, so that nothing overflows.
  let scale = 0
  let squares = 1
  for (const name of names) {
    for (const row of g[name]) {
      for (const value of row) {
        const size = Math.abs(value)
        if (size === 0) continue
        if (size > scale) {
          squares = 1 + squares * (scale / size) ** 2
          scale = size
        } else squares += (size / scale) ** 2
      }
    }
  }
  const norm = scale * Math.sqrt(squares)
  if (norm <= maxNorm) return { grads: matricesOf(g), norm }
  for (const name of names) for (const row of g[name]) for (let j = 0; j < row.length; j++) row[j] = (row[j]! / norm) * maxNorm
  return { grads: matricesOf(g), norm }
}

export function sgdStep(params: RnnParams, grads: RnnParams, learningRate: number): RnnParams {
  const p = listsOf(params)
  for (const name of names) {
    for (let i = 0; i < p[name].length; i++) {
      for (let j = 0; j < p[name][i]!.length; j++) p[name][i]![j]! -= grads[name].get(i, j) * learningRate
    }
  }
  return matricesOf(p)
}

export function trainRnn(params: RnnParams, xs: Matrix[], labels: number[], options: { epochs: number; learningRate: number; maxNorm: number }): { params: RnnParams; losses: number[] } {
  const losses: number[] = []
  let now = matricesOf(listsOf(params))
  for (let left = options.epochs; left > 0; left--) {
    const answer = bptt(now, xs, labels)
    losses[losses.length] = answer.loss
    const clipped = clipByGlobalNorm(answer.grads, options.maxNorm)
    now = sgdStep(now, clipped.grads, options.learningRate)
  }
  return { params: now, losses }
}

export function countRnnParams(inputSize: number, hiddenSize: number): number {
  let count = 0
  for (let unit = 0; unit < hiddenSize; unit++) count += inputSize + hiddenSize + 1
  return count
}

export function gradientNorms(Whh: Matrix, steps: number): number[] {
  const W = rowsOf(Whh)
  const n = W.length
  let power = empty(n, n)
  for (let i = 0; i < n; i++) power[i]![i] = 1
  const norms: number[] = []
  for (let k = 0; k < steps; k++) {
    const squares: number[] = []
    for (const row of power) for (const value of row) squares.push(value * value)
    norms.push(Math.sqrt(kahan(squares)))
    const next = empty(n, n)
    for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) for (let m = 0; m < n; m++) next[i]![j]! += W[i]![m]! * power[m]![j]!
    power = next
  }
  return norms
}

export function truncatedBptt(params: RnnParams, xs: Matrix[], labels: number[], window: number): { loss: number; grads: RnnParams } {
  const p = listsOf(params)
  let h = empty(p.Whh.length, labels.length)
  let t = 0
  for (; t < xs.length - window; t++) h = nextState(p, rowsOf(xs[t]!), h)
  return bptt(params, xs.slice(t), labels, new Matrix(h))
}

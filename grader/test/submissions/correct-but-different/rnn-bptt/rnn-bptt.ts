// Expected: everything passes. Asynchronous functions, helper files, plain loops, uniform initial weights, PyTorch's
// form of clipping, extra exports and a lot of printing: another hand, the same results.
import { Matrix } from 'ml-matrix'
import { createRandom } from '../shared/random.ts'
import { fill, eachEntry } from './parts/loops'
import type { Params, Sizes } from './parts/types.ts'

export const version = 'draft 3'

export class Unused {
  readonly reason = 'left over'
}

export async function initRnn({ inputSize, hiddenSize, outputSize }: Sizes, seed: number): Promise<Params> {
  await Promise.resolve()
  const random = createRandom(seed)
  // Uniform in ±a has the standard deviation a / √3.
  const glorot = (rows: number, columns: number): Matrix => {
    const a = Math.sqrt(6 / (rows + columns))
    return fill(rows, columns, () => random.uniform(-a, a))
  }
  return {
    Wxh: glorot(hiddenSize, inputSize),
    Whh: glorot(hiddenSize, hiddenSize),
    bh: fill(hiddenSize, 1, () => 0),
    Why: glorot(outputSize, hiddenSize),
    by: fill(outputSize, 1, () => 0),
  }
}

export async function rnnStep(params: Params, x: Matrix, hPrev: Matrix): Promise<{ h: Matrix; y: Matrix; note: string }> {
  await new Promise((resolve) => setImmediate(resolve))
  return { ...step(params, x, hPrev), note: 'an extra field' }
}

function step({ Wxh, Whh, bh, Why, by }: Params, x: Matrix, hPrev: Matrix): { h: Matrix; y: Matrix } {
  const h = fill(Whh.rows, x.columns, (i, j) => {
    let sum = bh.get(i, 0)
    for (let k = 0; k < x.rows; k++) sum += Wxh.get(i, k) * x.get(k, j)
    for (let k = 0; k < hPrev.rows; k++) sum += Whh.get(i, k) * hPrev.get(k, j)
    return Math.tanh(sum)
  })
  const y = fill(Why.rows, x.columns, (i, j) => {
    let sum = by.get(i, 0)
    for (let k = 0; k < h.rows; k++) sum += Why.get(i, k) * h.get(k, j)
    return sum
  })
  return { h, y }
}

export function rnnForward(params: Params, xs: Matrix[], h0?: Matrix): { hs: Matrix[]; ys: Matrix[] } {
  console.log('forward', xs.length, 'steps')
  const hs: Matrix[] = []
  const ys: Matrix[] = []
  xs.reduce((h, x) => {
    const next = step(params, x, h)
    hs.push(next.h)
    ys.push(next.y)
    return next.h
  }, h0 ?? fill(params.Whh.rows, xs[0]!.columns, () => 0))
  return { hs, ys }
}

export const softmax = (logits: Matrix): Matrix => {
  const out = fill(logits.rows, logits.columns, () => 0)
  for (let j = 0; j < logits.columns; j++) {
    const column = logits.getColumn(j)
    const top = Math.max(...column)
    // exp(a - log Σ exp) instead of a division.
    const logSum = top + Math.log(column.reduce((sum, value) => sum + Math.exp(value - top), 0))
    column.forEach((value, i) => out.set(i, j, Math.exp(value - logSum)))
  }
  return out
}

export function crossEntropy(probs: Matrix, labels: number[]): number {
  const losses = labels.map((label, j) => -Math.log(probs.get(label, j) || 1e-12))
  return losses.reduce((a, b) => a + b) / losses.length
}

export function bptt(params: Params, xs: Matrix[], labels: number[], h0?: Matrix): { loss: number; grads: Params } {
  const { hs, ys } = rnnForward(params, xs, h0)
  const B = labels.length
  const probs = softmax(ys[ys.length - 1]!)
  const grads = zerosLike(params)
  const before = (t: number): Matrix => (t > 0 ? hs[t - 1]! : (h0 ?? fill(params.Whh.rows, B, () => 0)))
  let dh = fill(params.Whh.rows, B, () => 0)
  eachEntry(probs, (o, b, p) => {
    const d = (p - (labels[b] === o ? 1 : 0)) / B
    grads.by.set(o, 0, grads.by.get(o, 0) + d)
    for (let k = 0; k < dh.rows; k++) {
      grads.Why.set(o, k, grads.Why.get(o, k) + d * hs[hs.length - 1]!.get(k, b))
      dh.set(k, b, dh.get(k, b) + params.Why.get(o, k) * d)
    }
  })
  for (let t = xs.length - 1; t >= 0; t--) {
    const next = fill(dh.rows, B, () => 0)
    eachEntry(dh, (i, b, value) => {
      const h = hs[t]!.get(i, b)
      const da = value * (1 - h * h)
      grads.bh.set(i, 0, grads.bh.get(i, 0) + da)
      for (let k = 0; k < xs[t]!.rows; k++) grads.Wxh.set(i, k, grads.Wxh.get(i, k) + da * xs[t]!.get(k, b))
      for (let k = 0; k < next.rows; k++) {
        grads.Whh.set(i, k, grads.Whh.get(i, k) + da * before(t).get(k, b))
        next.set(k, b, next.get(k, b) + params.Whh.get(i, k) * da)
      }
    })
    dh = next
  }
  return { loss: crossEntropy(probs, labels), grads }
}

export function clipByGlobalNorm(grads: Params, maxNorm: number): { grads: Params; norm: number } {
  let squares = 0
  for (const key in grads) {
    if (grads.hasOwnProperty(key)) eachEntry(grads[key as keyof Params], (_i, _j, value) => (squares += value * value))
  }
  const norm = Math.sqrt(squares)
  const factor = Math.min(1, maxNorm / (norm + 1e-6))
  return { grads: mapped(grads, (m) => Matrix.mul(m, factor)), norm }
}

export function sgdStep(params: Params, grads: Params, learningRate: number): Params {
  return mapped(params, (m, key) => m.clone().sub(Matrix.mul(grads[key], learningRate)))
}

export function trainRnn(
  params: Params,
  xs: Matrix[],
  labels: number[],
  { epochs, learningRate, maxNorm }: { epochs: number; learningRate: number; maxNorm: number },
): { params: Params; losses: number[] } {
  const losses = new Array<number>(epochs)
  for (let epoch = 0; epoch < epochs; epoch++) {
    const { loss, grads } = bptt(params, xs, labels)
    losses[epoch] = loss
    console.log(`epoch ${String(epoch)}: loss ${loss.toFixed(4)}`)
    params = sgdStep(params, clipByGlobalNorm(grads, maxNorm).grads, learningRate)
  }
  return { params, losses }
}

export async function countRnnParams(inputSize: number, hiddenSize: number): Promise<number> {
  const params = await initRnn({ inputSize, hiddenSize, outputSize: 1 }, 1)
  return ['Wxh', 'Whh', 'bh'].reduce((sum, key) => sum + params[key as keyof Params].size, 0)
}

export function gradientNorms(Whh: Matrix, steps: number): Float64Array {
  const norms = new Float64Array(steps)
  let power = Matrix.identity(Whh.rows)
  norms.forEach((_, k) => {
    norms[k] = Math.sqrt(power.to1DArray().reduce((sum, value) => sum + value ** 2, 0))
    power = Whh.mmul(power)
  })
  return norms
}

export function truncatedBptt(
  params: Params,
  xs: Matrix[],
  labels: number[],
  window: number,
): { loss: number; grads: Params } {
  if (window >= xs.length) return bptt(params, xs, labels)
  const split = xs.length - window
  const { hs } = rnnForward(params, xs.slice(0, split))
  return bptt(params, xs.slice(split), labels, hs[split - 1])
}

function zerosLike(params: Params): Params {
  return mapped(params, (m) => fill(m.rows, m.columns, () => 0))
}

function mapped(params: Params, f: (m: Matrix, key: keyof Params) => Matrix): Params {
  return Object.fromEntries(
    Object.entries(params).map(([key, m]) => [key, f(m as Matrix, key as keyof Params)]),
  ) as unknown as Params
}

// Expected: everything passes. Numbers in nested lists [example][unit], so everything is turned round on its way in and
// out; sums from the smallest to the largest; the whole step back written out, unit by unit.
import { Matrix } from 'ml-matrix'
import { createRandom } from '../shared/random.ts'

type Vector = number[]
interface GruParams { Wr: Matrix; Wz: Matrix; Wh: Matrix; br: Matrix; bz: Matrix; bh: Matrix }
interface GruCache { x: Matrix; hPrev: Matrix; r: Matrix; z: Matrix; hTilde: Matrix; h: Matrix }

/** One vector per example. */
function examples(m: Matrix): Vector[] {
  const out: Vector[] = []
  for (let j = 0; j < m.columns; j++) {
    const vector: Vector = []
    for (let i = 0; i < m.rows; i++) vector.push(m.get(i, j))
    out.push(vector)
  }
  return out
}

function columns(vectors: Vector[]): Matrix {
  const out = new Matrix(vectors[0]!.length, vectors.length)
  vectors.forEach((vector, j) => vector.forEach((value, i) => out.set(i, j, value)))
  return out
}

function sorted(terms: Vector): number {
  let sum = 0
  for (const term of terms.sort((a, b) => Math.abs(a) - Math.abs(b))) sum += term
  return sum
}

/** Row `i` of W times [h; x], plus the bias. */
function row(W: Matrix, b: Matrix, i: number, h: Vector, x: Vector): number {
  const terms: Vector = [b.get(i, 0)]
  for (let k = 0; k < h.length + x.length; k++) terms.push(W.get(i, k) * (k < h.length ? h[k]! : x[k - h.length]!))
  return sorted(terms)
}

/** σ(a) = 1 / (1 + e^-a), from the hyperbolic tangent of a half where the exponential would be too large. */
function sigma(a: number): number {
  return Math.abs(a) < 30 ? 1 / (1 + Math.exp(-a)) : (1 + Math.tanh(a / 2)) / 2
}

export function initGru({ inputSize, hiddenSize }: { inputSize: number; hiddenSize: number }, seed: number): GruParams {
  const random = createRandom(seed ^ 0x5bd1e995)
  const out = {} as GruParams
  for (const name of ['h', 'r', 'z'] as const) {
    const W = new Matrix(hiddenSize, hiddenSize + inputSize)
    for (let j = W.columns - 1; j >= 0; j--) {
      for (let i = 0; i < W.rows; i++) W.set(i, j, random.normal() / Math.sqrt(W.columns))
    }
    out[`W${name}`] = W
    out[`b${name}`] = new Matrix(hiddenSize, 1)
  }
  return out
}

interface Moment { r: Vector; z: Vector; fresh: Vector; h: Vector }

function moment(p: GruParams, x: Vector, h: Vector): Moment {
  const now: Moment = { r: [], z: [], fresh: [], h: [] }
  for (let i = 0; i < h.length; i++) {
    now.r.push(sigma(row(p.Wr, p.br, i, h, x)))
    now.z.push(sigma(row(p.Wz, p.bz, i, h, x)))
  }
  const read: Vector = []
  for (let i = 0; i < h.length; i++) read.push(now.r[i]! * h[i]!)
  for (let i = 0; i < h.length; i++) {
    now.fresh.push(Math.tanh(row(p.Wh, p.bh, i, read, x)))
    now.h.push(now.z[i]! * now.fresh[i]! + (1 - now.z[i]!) * h[i]!)
  }
  return now
}

function cacheOf(x: Matrix, hPrev: Matrix, moments: Moment[]): GruCache & { moments: Moment[] } {
  const pick = (key: keyof Moment): Matrix => columns(moments.map((one) => one[key]))
  return { x, hPrev, r: pick('r'), z: pick('z'), hTilde: pick('fresh'), h: pick('h'), moments }
}

export function gruStep(params: GruParams, x: Matrix, hPrev: Matrix): GruCache {
  const before = examples(hPrev)
  const moments: Moment[] = []
  examples(x).forEach((vector, j) => moments.push(moment(params, vector, before[j]!)))
  return cacheOf(x, hPrev, moments)
}

export function gruForward(params: GruParams, xs: Matrix[], h0?: Matrix): { hs: Matrix[]; caches: GruCache[] } {
  const T = xs.length
  const B = xs[0]!.columns
  // Example by example through the whole sequence, then turned round.
  const tracks: Moment[][] = []
  for (let b = 0; b < B; b++) {
    const track: Moment[] = []
    let h = h0 ? examples(h0)[b]! : new Array<number>(params.br.rows).fill(0)
    for (let t = 0; t < T; t++) {
      track[t] = moment(params, examples(xs[t]!)[b]!, h)
      h = track[t]!.h
    }
    tracks.push(track)
  }
  const caches: GruCache[] = []
  const hs: Matrix[] = []
  for (let t = 0; t < T; t++) {
    const hPrev = t > 0 ? hs[t - 1]! : (h0 ?? new Matrix(params.br.rows, B))
    const cache = cacheOf(xs[t]!, hPrev, tracks.map((track) => track[t]!))
    caches.push(cache)
    hs.push(cache.h)
  }
  return { hs, caches }
}

export function gruBackward(params: GruParams, caches: GruCache[], dhs: Matrix[]): { grads: GruParams; dxs: Matrix[]; dh0: Matrix } {
  const { Wr, Wz, Wh } = params
  const H = Wh.rows
  const V = Wh.columns
  const grads = {} as GruParams
  for (const key of ['Wr', 'Wz', 'Wh', 'br', 'bz', 'bh'] as const) grads[key] = new Matrix(params[key].rows, params[key].columns)
  const plus = (m: Matrix, i: number, j: number, value: number): void => {
    m.set(i, j, m.get(i, j) + value)
  }
  const dxs: Matrix[] = []
  const dh0 = new Matrix(H, dhs[0]!.columns)
  for (let b = 0; b < dhs[0]!.columns; b++) {
    let carried: Vector = new Array<number>(H).fill(0)
    for (let t = caches.length - 1; t >= 0; t--) {
      const { x, hPrev, r, z, hTilde } = caches[t]!
      if (dxs[t] === undefined) dxs[t] = new Matrix(x.rows, x.columns)
      const [old, reset, open, fresh] = [hPrev, r, z, hTilde].map((m) => examples(m)[b]!) as [Vector, Vector, Vector, Vector]
      const input = examples(x)[b]!
      const next: Vector = new Array<number>(H).fill(0)
      const dRead: Vector = new Array<number>(H).fill(0)
      for (let i = 0; i < H; i++) {
        const dh = carried[i]! + dhs[t]!.get(i, b)
        next[i]! += dh * (1 - open[i]!)
        const dz = dh * (fresh[i]! - old[i]!) * open[i]! * (1 - open[i]!)
        const da = dh * open[i]! * (1 - fresh[i]! ** 2)
        plus(grads.bz, i, 0, dz)
        plus(grads.bh, i, 0, da)
        for (let k = 0; k < V; k++) {
          plus(grads.Wz, i, k, dz * (k < H ? old[k]! : input[k - H]!))
          plus(grads.Wh, i, k, da * (k < H ? reset[k]! * old[k]! : input[k - H]!))
          if (k < H) {
            next[k]! += Wz.get(i, k) * dz
            dRead[k]! += Wh.get(i, k) * da
          } else plus(dxs[t]!, k - H, b, Wz.get(i, k) * dz + Wh.get(i, k) * da)
        }
      }
      for (let i = 0; i < H; i++) {
        next[i]! += dRead[i]! * reset[i]!
        const dr = dRead[i]! * old[i]! * reset[i]! * (1 - reset[i]!)
        plus(grads.br, i, 0, dr)
        for (let k = 0; k < V; k++) {
          plus(grads.Wr, i, k, dr * (k < H ? old[k]! : input[k - H]!))
          if (k < H) next[k]! += Wr.get(i, k) * dr
          else plus(dxs[t]!, k - H, b, Wr.get(i, k) * dr)
        }
      }
      carried = next
    }
    carried.forEach((value, i) => dh0.set(i, b, value))
  }
  return { grads, dxs, dh0 }
}

export function countGruParams(inputSize: number, hiddenSize: number): number {
  let count = 0
  for (let unit = 1; unit <= hiddenSize; unit++) for (let block = 1; block <= 3; block++) count += hiddenSize + inputSize + 1
  return count
}

export function gruStepResetAfter(params: GruParams & { bhh: Matrix }, x: Matrix, hPrev: Matrix): GruCache {
  const usual = gruStep(params, x, hPrev)
  const [hTilde, h] = [new Matrix(hPrev.rows, x.columns), new Matrix(hPrev.rows, x.columns)]
  for (let b = 0; b < x.columns; b++) {
    for (let i = 0; i < hPrev.rows; i++) {
      let [memory, input] = [params.bhh.get(i, 0), params.bh.get(i, 0)]
      for (let k = hPrev.rows - 1; k >= 0; k--) memory += params.Wh.get(i, k) * hPrev.get(k, b)
      for (let k = x.rows - 1; k >= 0; k--) input += params.Wh.get(i, hPrev.rows + k) * x.get(k, b)
      hTilde.set(i, b, Math.tanh(input + usual.r.get(i, b) * memory))
      h.set(i, b, (1 - usual.z.get(i, b)) * hPrev.get(i, b) + usual.z.get(i, b) * hTilde.get(i, b))
    }
  }
  return { ...usual, hTilde, h }
}

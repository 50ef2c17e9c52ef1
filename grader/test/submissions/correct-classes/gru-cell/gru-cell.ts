// Expected: everything passes. Closures and generators: a step hands out the function that goes back through it, the
// way back is a stack of them, and results are wrapped arrays and views.
import { Matrix, MatrixTransposeView, WrapperMatrix2D, wrap, type AbstractMatrix } from 'ml-matrix'
import { createRandom } from '../shared/random'

type Name = 'r' | 'z' | 'h'
type Params = Record<`W${Name}` | `b${Name}`, AbstractMatrix>
type Grid = number[][]
interface Back {
  dx: Grid
  dhPrev: Grid
  add: (grads: Record<keyof Params, Grid>) => void
}
interface Cache extends Record<'x' | 'hPrev' | 'r' | 'z' | 'hTilde' | 'h', AbstractMatrix> {
  readonly back: (dh: Grid) => Back
}

const grid = (rows: number, columns: number, f: (i: number, j: number) => number): Grid =>
  Array.from({ length: rows }, (_, i) => Array.from({ length: columns }, (_, j) => f(i, j)))
const zip = (f: (...values: number[]) => number, ...grids: Grid[]): Grid => grids[0]!.map((row, i) => row.map((_, j) => f(...grids.map((g) => g[i]![j]!))))
const wrapped = (rows: Grid): WrapperMatrix2D => wrap(rows)
const plain = (m: AbstractMatrix): Grid => m.to2DArray()
const across = (W: Grid, v: Grid): Grid => W.map((row) => v[0]!.map((_, j) => row.reduce((sum, w, k) => sum + w * v[k]![j]!, 0)))
const turned = (m: Grid): Grid => m[0]!.map((_, j) => m.map((row) => row[j]!))
const withBias = (a: Grid, b: AbstractMatrix): Grid => a.map((row, i) => row.map((value) => value + b.get(i, 0)))

const sigmoid = (a: number): number => (a < 0 ? 1 - sigmoid(-a) : 1 / (1 + Math.exp(-a)))

export class GruWeights implements Params {
  static readonly names = ['r', 'z', 'h'] as const
  Wr!: AbstractMatrix
  Wz!: AbstractMatrix
  Wh!: AbstractMatrix
  br!: AbstractMatrix
  bz!: AbstractMatrix
  bh!: AbstractMatrix

  constructor(weights: Iterable<readonly [keyof Params, AbstractMatrix]>) {
    for (const [name, m] of weights) this[name] = m
  }

  static *draw(D: number, H: number, seed: number): Generator<readonly [keyof Params, AbstractMatrix]> {
    const { normal } = createRandom(seed)
    for (const name of GruWeights.names) {
      yield [`b${name}`, wrapped(grid(H, 1, () => 0))]
      yield [`W${name}`, new MatrixTransposeView(new Matrix(grid(H + D, H, () => normal(0, Math.sqrt(1 / (D + H))))))]
    }
  }
}

export function initGru(sizes: { inputSize: number; hiddenSize: number }, seed: number): GruWeights {
  return new GruWeights(GruWeights.draw(sizes.inputSize, sizes.hiddenSize, seed))
}

export function gruStep(params: Params, x: AbstractMatrix, hPrev: AbstractMatrix): Cache {
  const [gx, gh] = [plain(x), plain(hPrev)]
  const [Wr, Wz, Wh] = [plain(params.Wr), plain(params.Wz), plain(params.Wh)]
  const hx = [...gh, ...gx]
  const r = zip(sigmoid, withBias(across(Wr, hx), params.br))
  const z = zip(sigmoid, withBias(across(Wz, hx), params.bz))
  const rhx = [...zip((a, b) => a * b, r, gh), ...gx]
  const hTilde = zip(Math.tanh, withBias(across(Wh, rhx), params.bh))
  const h = zip((old, open, fresh) => old - open * old + open * fresh, gh, z, hTilde)
  const H = gh.length

  const back = (dh: Grid): Back => {
    const dCandidate = zip((d, open, fresh) => d * open * (1 - fresh * fresh), dh, z, hTilde)
    const drhx = across(turned(Wh), dCandidate)
    const dr = zip((d, old, gate) => d * old * gate * (1 - gate), drhx.slice(0, H), gh, r)
    const dz = zip((d, fresh, old, gate) => d * (fresh - old) * gate * (1 - gate), dh, hTilde, gh, z)
    const dhx = zip((a, b) => a + b, across(turned(Wr), dr), across(turned(Wz), dz))
    return {
      dx: zip((a, b) => a + b, dhx.slice(H), drhx.slice(H)),
      dhPrev: zip((d, open, through, gate, direct) => d * (1 - open) + through * gate + direct, dh, z, drhx.slice(0, H), r, dhx.slice(0, H)),
      add: (grads) => {
        for (const [name, d, read] of [['r', dr, hx], ['z', dz, hx], ['h', dCandidate, rhx]] as const) {
          grads[`W${name}`] = zip((a, b) => a + b, grads[`W${name}`], across(d, turned(read)))
          grads[`b${name}`] = zip((a, b) => a + b, grads[`b${name}`], d.map((row) => [row.reduceRight((a, b) => a + b, 0)]))
        }
      },
    }
  }
  return { x, hPrev, r: wrapped(r), z: wrapped(z), hTilde: wrapped(hTilde), h: new MatrixTransposeView(new Matrix(turned(h))), back }
}

class History extends Array<Cache> {
  get last(): Cache | undefined {
    return this[this.length - 1]
  }
}

export function gruForward(params: Params, xs: AbstractMatrix[], h0?: AbstractMatrix): { hs: AbstractMatrix[]; caches: History } {
  const caches = new History()
  for (const x of xs) caches.push(gruStep(params, x, caches.last?.h ?? h0 ?? wrapped(grid(params.bh.rows, x.columns, () => 0))))
  return { caches, hs: Array.from(caches, ({ h }) => h) }
}

export function gruBackward(params: Params, caches: History, dhs: AbstractMatrix[]) {
  const names = ['Wr', 'Wz', 'Wh', 'br', 'bz', 'bh'] as const
  const grads = Object.fromEntries(names.map((name) => [name, grid(params[name].rows, params[name].columns, () => 0)])) as Record<keyof Params, Grid>
  function* backwards(): Generator<Grid, Grid> {
    let carried = plain(dhs[0]!).map((row) => row.map(() => 0))
    for (let t = caches.length - 1; t >= 0; t--) {
      const { dx, dhPrev, add } = caches[t]!.back(zip((a, b) => a + b, plain(dhs[t]!), carried))
      add(grads)
      carried = dhPrev
      yield dx
    }
    return carried
  }
  const walk = backwards()
  const dxs: AbstractMatrix[] = []
  let step = walk.next()
  for (; !step.done; step = walk.next()) dxs.unshift(wrapped(step.value))
  return { dh0: wrapped(step.value), dxs, grads: new GruWeights(names.map((name) => [name, wrapped(grads[name])] as const)) }
}

export const countGruParams = (inputSize: number, hiddenSize: number): number =>
  [...GruWeights.draw(inputSize, hiddenSize, 1)].reduce((count, [, { rows, columns }]) => count + rows * columns, 0)

export function gruStepResetAfter(params: Params & { bhh: AbstractMatrix }, x: AbstractMatrix, hPrev: AbstractMatrix): Cache {
  const [gx, gh, W] = [plain(x), plain(hPrev), plain(params.Wh)]
  const H = gh.length
  const usual = gruStep(params, x, hPrev)
  const [r, z] = [plain(usual.r), plain(usual.z)]
  const inside = withBias(across(W.map((row) => row.slice(0, H)), gh), params.bhh)
  const outside = withBias(across(W.map((row) => row.slice(H)), gx), params.bh)
  const hTilde = zip((reset, a, b) => Math.tanh(reset * a + b), r, inside, outside)
  const h = zip((old, open, fresh) => (1 - open) * old + open * fresh, gh, z, hTilde)
  return { ...usual, hTilde: wrapped(hTilde), h: wrapped(h) }
}

// Expected: everything passes. The four gates are one stacked product, the caches are instances of a class with private
// and extra fields, and results are views: another hand, the same results.
import { Matrix, MatrixSubView, MatrixTransposeView } from 'ml-matrix'
import { createRandom } from '../shared/random.ts'

type Name = 'f' | 'i' | 'c' | 'o'
const names: readonly Name[] = ['f', 'i', 'c', 'o']
type Params = Record<`W${Name}` | `b${Name}`, Matrix>

/** What a step keeps. */
class Memory {
  readonly x: Matrix
  readonly hPrev: Matrix
  readonly cPrev: Matrix
  readonly f: Matrix
  readonly i: Matrix
  readonly cTilde: Matrix
  readonly o: Matrix
  readonly c: Matrix
  readonly h: Matrix
  readonly madeBy = 'lstmStep'
  readonly #z: Matrix

  constructor(params: Params, x: Matrix, hPrev: Matrix, cPrev: Matrix) {
    ;[this.x, this.hPrev, this.cPrev] = [x, hPrev, cPrev]
    this.#z = new Matrix([...hPrev.to2DArray(), ...x.to2DArray()])
    const H = hPrev.rows
    const stacked = new Matrix(names.flatMap((name) => params[`W${name}`].to2DArray()))
    const biases = names.flatMap((name) => params[`b${name}`].to1DArray())
    const all = stacked.mmul(this.#z)
    for (let r = 0; r < all.rows; r++) for (let j = 0; j < all.columns; j++) all.set(r, j, all.get(r, j) + biases[r]!)
    const block = (k: number): Matrix => all.subMatrix(k * H, (k + 1) * H - 1, 0, all.columns - 1)
    this.f = sigmoid(block(0))
    this.i = sigmoid(block(1))
    this.cTilde = block(2).tanh()
    this.o = sigmoid(block(3))
    this.c = each(cPrev, (i, j) => this.f.get(i, j) * cPrev.get(i, j) + this.i.get(i, j) * this.cTilde.get(i, j))
    this.h = each(this.c, (i, j) => this.o.get(i, j) * Math.tanh(this.c.get(i, j)))
  }

  /** Gradients of one step. */
  back(params: Params, dh: Matrix, dcNext: Matrix): { d: Record<Name, Matrix>; z: Matrix; dz: Matrix; dcPrev: Matrix } {
    const at = (m: Matrix) => (i: number, j: number) => m.get(i, j)
    const [f, i, g, o, c] = [this.f, this.i, this.cTilde, this.o, this.c].map(at) as [At, At, At, At, At]
    const t = (r: number, j: number): number => Math.tanh(c(r, j))
    const dc = each(dh, (r, j) => dcNext.get(r, j) + dh.get(r, j) * o(r, j) * (1 - t(r, j) ** 2))
    const d = {
      f: each(dc, (r, j) => dc.get(r, j) * this.cPrev.get(r, j) * f(r, j) * (1 - f(r, j))),
      i: each(dc, (r, j) => dc.get(r, j) * g(r, j) * i(r, j) * (1 - i(r, j))),
      c: each(dc, (r, j) => dc.get(r, j) * i(r, j) * (1 - g(r, j) ** 2)),
      o: each(dh, (r, j) => dh.get(r, j) * t(r, j) * o(r, j) * (1 - o(r, j))),
    }
    const dz = names.reduce(
      (sum, name) => Matrix.add(sum, params[`W${name}`].transpose().mmul(d[name])),
      Matrix.zeros(this.#z.rows, this.#z.columns),
    )
    return { d, z: this.#z, dz, dcPrev: each(dc, (r, j) => dc.get(r, j) * f(r, j)) }
  }
}

type At = (i: number, j: number) => number

export function initLstm({ inputSize: D, hiddenSize: H }: { inputSize: number; hiddenSize: number }, seed: number): Params {
  const { uniform } = createRandom(seed)
  const a = Math.sqrt(3 / (D + H))
  const params: Partial<Params> = {}
  for (const name of names) {
    params[`W${name}`] = new Matrix(Array.from({ length: H }, () => Array.from({ length: H + D }, () => uniform(-a, a))))
    params[`b${name}`] = Matrix.columnVector(new Array<number>(H).fill(name === 'f' ? 1 : 0))
  }
  return params as Params
}

export function sigmoid(m: Matrix): Matrix {
  return each(m, (i, j) => 0.5 * (1 + Math.tanh(m.get(i, j) / 2)))
}

export function lstmStep(params: Params, x: Matrix, hPrev: Matrix, cPrev: Matrix): Memory {
  return new Memory(params, x, hPrev, cPrev)
}

export async function lstmForward(
  params: Params,
  xs: Matrix[],
  h0: Matrix | undefined = undefined,
  c0: Matrix | undefined = undefined,
): Promise<{ hs: Matrix[]; cs: Matrix[]; caches: Memory[]; last: Memory | undefined }> {
  const caches: Memory[] = []
  const [H, B] = [params.bf.rows, xs[0]!.columns]
  for (const x of xs) {
    const previous = caches[caches.length - 1]
    const h = previous?.h ?? h0 ?? new Matrix(H, B)
    const c = previous?.c ?? c0 ?? new Matrix(H, B)
    caches.push(lstmStep(params, x, h, c))
    await null
  }
  return { hs: caches.map(({ h }) => h), cs: caches.map(({ c }) => c), caches, last: caches[caches.length - 1] }
}

export function lstmBackward(
  params: Params,
  caches: Memory[],
  dhs: Matrix[],
): { grads: Params; dxs: unknown[]; dh0: unknown; dc0: Matrix } {
  const [H, B] = [params.bf.rows, dhs[0]!.columns]
  const grads = Object.fromEntries(Object.entries(params).map(([name, m]) => [name, new Matrix(m.rows, m.columns)])) as Params
  const dxs: unknown[] = []
  let dh: Matrix = new Matrix(H, B)
  let dc: Matrix = new Matrix(H, B)
  for (let t = dhs.length - 1; t >= 0; t--) {
    const { d, z, dz, dcPrev } = caches[t]!.back(params, Matrix.add(dhs[t]!, dh), dc)
    for (const name of names) {
      grads[`W${name}`].add(d[name].mmul(z.transpose()))
      grads[`b${name}`].add(Matrix.columnVector(d[name].sum('row')))
    }
    dxs[t] = new MatrixSubView(dz, H, dz.rows - 1, 0, B - 1)
    dh = dz.subMatrix(0, H - 1, 0, B - 1)
    dc = dcPrev
  }
  return { grads, dxs, dh0: new MatrixTransposeView(dh.transpose()), dc0: dc }
}

export function countLstmParams(D: number, H: number): number {
  return names.map(() => H * (H + D + 1)).reduce((a, b) => a + b)
}

type Looking = Params & Record<'pf' | 'pi' | 'po', Matrix>

export function peepholeStep(params: Looking, x: Matrix, hPrev: Matrix, cPrev: Matrix): object {
  const z = hPrev.concat(x)
  const gate = (name: Name, look?: Matrix, cell?: Matrix): Matrix => {
    const a = params[`W${name}`].mmul(z)
    return each(a, (i, j) => {
      const seen = look && cell ? look.get(i, 0) * cell.get(i, j) : 0
      return a.get(i, j) + params[`b${name}`].get(i, 0) + seen
    })
  }
  const [f, i, cTilde] = [sigmoid(gate('f', params.pf, cPrev)), sigmoid(gate('i', params.pi, cPrev)), gate('c').tanh()]
  const c = Matrix.add(Matrix.mul(f, cPrev), Matrix.mul(i, cTilde))
  const o = sigmoid(gate('o', params.po, c))
  return { x, hPrev, cPrev, f, i, cTilde, o, c, h: Matrix.mul(o, Matrix.tanh(c)) }
}

export function coupledStep(params: Params, x: Matrix, hPrev: Matrix, cPrev: Matrix): object {
  const { f, cTilde, o } = new Memory(params, x, hPrev, cPrev)
  const i = Matrix.sub(Matrix.ones(f.rows, f.columns), f)
  const c = Matrix.add(Matrix.mul(f, cPrev), Matrix.mul(i, cTilde))
  return { x, hPrev, cPrev, f, i, cTilde, o, c, h: Matrix.mul(o, Matrix.tanh(c)) }
}

function each(m: Matrix, f: (i: number, j: number) => number): Matrix {
  const out = new Matrix(m.rows, m.columns)
  for (let i = 0; i < m.rows; i++) for (let j = 0; j < m.columns; j++) out.set(i, j, f(i, j))
  return out
}

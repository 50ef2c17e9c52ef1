// Expected: everything passes. Both gates are one stacked product, the state is h + z ⊙ (h̃ - h), the sigmoid is
// exp(-log(1 + e^-a)), gradients are one product over all steps.
import { Matrix } from 'ml-matrix'
import { createRandom } from '../shared/random.ts'

type Params = Record<'Wr' | 'Wz' | 'Wh' | 'br' | 'bz' | 'bh', Matrix>
type Cache = Record<'x' | 'hPrev' | 'r' | 'z' | 'hTilde' | 'h' | 'hx1' | 'rhx1', Matrix>

function below(first: Matrix, ...others: Matrix[]): Matrix {
  const all = new Matrix(others.reduce((sum, m) => sum + m.rows, first.rows), first.columns)
  let row = 0
  for (const block of [first, ...others]) {
    all.setSubMatrix(block, row, 0)
    row += block.rows
  }
  return all
}

function beside(first: Matrix, ...others: Matrix[]): Matrix {
  const all = new Matrix(first.rows, others.reduce((sum, m) => sum + m.columns, first.columns))
  let column = 0
  for (const block of [first, ...others]) {
    all.setSubMatrix(block, 0, column)
    column += block.columns
  }
  return all
}

/** The exponential of a huge number is infinite, and that of minus infinity is 0: no case apart is needed. */
const squash = (m: Matrix): Matrix => {
  const out = new Matrix(m.rows, m.columns)
  return out.apply((i, j) => void out.set(i, j, Math.exp(-Math.log1p(Math.exp(-m.get(i, j))))))
}

export function initGru({ inputSize, hiddenSize }: { inputSize: number; hiddenSize: number }, seed: number): Params {
  const random = createRandom(seed)
  const reach = Math.sqrt(3 / (inputSize + hiddenSize))
  const draw = (): Matrix => Matrix.from1DArray(hiddenSize, hiddenSize + inputSize, Array.from({ length: hiddenSize * (hiddenSize + inputSize) }, () => random.uniform(-reach, reach)))
  const [Wz, Wr, Wh] = [draw(), draw(), draw()]
  const none = Matrix.zeros(hiddenSize, 1)
  return { Wz, Wr, Wh, bz: none, br: none, bh: none }
}

export function gruStep({ Wr, Wz, Wh, br, bz, bh }: Params, x: Matrix, hPrev: Matrix): Cache {
  const [H, B] = [hPrev.rows, x.columns]
  const one = Matrix.ones(1, B)
  const hx1 = below(hPrev, x, one)
  const gates = squash(below(beside(Wz, bz), beside(Wr, br)).mmul(hx1))
  const [z, r] = [gates.subMatrix(0, H - 1, 0, B - 1), gates.subMatrix(H, 2 * H - 1, 0, B - 1)]
  const rhx1 = below(Matrix.mul(hPrev, r), x, one)
  const hTilde = beside(Wh, bh).mmul(rhx1).tanh()
  return { x, hPrev, r, z, hTilde, h: Matrix.sub(hTilde, hPrev).mul(z).add(hPrev), hx1, rhx1 }
}

export function gruForward(params: Params, xs: Matrix[], h0: Matrix = new Matrix(params.bh.rows, xs[0]!.columns)) {
  const caches = xs.reduce<Cache[]>((list, x) => [...list, gruStep(params, x, list.at(-1)?.h ?? h0)], [])
  return { caches, hs: caches.map(({ h }) => h) }
}

export function gruBackward({ Wr, Wz, Wh }: Params, caches: Cache[], dhs: Matrix[]): { grads: Params; dxs: Matrix[]; dh0: Matrix } {
  const [H, V, B] = [Wh.rows, Wh.columns, dhs[0]!.columns]
  const gateWeights = below(Wz, Wr).transpose()
  const [gates, candidates]: [Matrix[], Matrix[]] = [[], []]
  const dxs: Matrix[] = []
  let carried = Matrix.zeros(H, B)
  for (const [t, { hPrev, r, z, hTilde }] of [...caches.entries()].reverse()) {
    const dh = Matrix.add(dhs[t]!, carried)
    const dCandidate = Matrix.mul(dh, z).sub(Matrix.mul(Matrix.mul(dh, z), hTilde).mul(hTilde))
    const back = Wh.transpose().mmul(dCandidate)
    const dReset = back.subMatrix(0, H - 1, 0, B - 1)
    const dGates = below(
      Matrix.mul(dh, Matrix.sub(hTilde, hPrev)).mul(Matrix.sub(z, Matrix.mul(z, z))),
      Matrix.mul(dReset, hPrev).mul(Matrix.sub(r, Matrix.mul(r, r))),
    )
    const dhx = gateWeights.mmul(dGates)
    gates.push(dGates)
    candidates.push(dCandidate)
    dxs[t] = Matrix.add(dhx.subMatrix(H, V - 1, 0, B - 1), back.subMatrix(H, V - 1, 0, B - 1))
    carried = dhx.subMatrix(0, H - 1, 0, B - 1).add(Matrix.mul(dReset, r)).add(Matrix.sub(dh, Matrix.mul(dh, z)))
  }
  const backwards = [...caches].reverse()
  const [a, ...as] = backwards.map(({ hx1 }) => hx1)
  const [b, ...bs] = backwards.map(({ rhx1 }) => rhx1)
  const dGates = beside(gates[0]!, ...gates.slice(1)).mmul(beside(a!, ...as).transpose())
  const dCandidate = beside(candidates[0]!, ...candidates.slice(1)).mmul(beside(b!, ...bs).transpose())
  const [dz, dr] = [dGates.subMatrix(0, H - 1, 0, V), dGates.subMatrix(H, 2 * H - 1, 0, V)]
  const W = (m: Matrix): Matrix => m.subMatrix(0, H - 1, 0, V - 1)
  const bias = (m: Matrix): Matrix => m.getColumnVector(V)
  return { dxs, dh0: carried, grads: { Wr: W(dr), Wz: W(dz), Wh: W(dCandidate), br: bias(dr), bz: bias(dz), bh: bias(dCandidate) } }
}

export function countGruParams(inputSize: number, hiddenSize: number): number {
  const size = ({ rows, columns }: { rows: number; columns: number }): number => rows * columns
  return 3 * (size({ rows: hiddenSize, columns: inputSize }) + size({ rows: hiddenSize, columns: hiddenSize + 1 }))
}

/** All five products in one: rows z, r, the candidate's recurrent part and its input part. */
export function gruStepResetAfter(params: Params & { bhh: Matrix }, x: Matrix, hPrev: Matrix): Cache {
  const { Wr, Wz, Wh, br, bz, bh, bhh } = params
  const [H, D, B] = [hPrev.rows, x.rows, x.columns]
  const left = beside(Wh.subMatrix(0, H - 1, 0, H - 1), Matrix.zeros(H, D), bhh)
  const right = beside(Matrix.zeros(H, H), Wh.subMatrix(0, H - 1, H, H + D - 1), bh)
  const hx1 = below(hPrev, x, Matrix.ones(1, B))
  const all = below(beside(Wz, bz), beside(Wr, br), left, right).mmul(hx1)
  const block = (k: number): Matrix => all.subMatrix(k * H, k * H + H - 1, 0, B - 1)
  const [z, r] = [squash(block(0)), squash(block(1))]
  const hTilde = Matrix.add(block(3), Matrix.mul(r, block(2))).tanh()
  return { x, hPrev, r, z, hTilde, h: Matrix.sub(hTilde, hPrev).mul(z).add(hPrev), hx1, rhx1: hx1 }
}

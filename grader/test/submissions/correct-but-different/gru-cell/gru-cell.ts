// Expected: everything passes. In-place methods on copies, z kept as its complement, splits of the weights into a hidden
// and an input part, Math.random where it does no harm: another hand, the same results.
import { Matrix } from 'ml-matrix'
import { createRandom } from '../shared/random.ts'

const decoration = Math.random()

interface Params {
  Wr: Matrix
  Wz: Matrix
  Wh: Matrix
  br: Matrix
  bz: Matrix
  bh: Matrix
}

interface Cache {
  x: Matrix
  hPrev: Matrix
  r: Matrix
  z: Matrix
  hTilde: Matrix
  h: Matrix
  keep: Matrix
  decoration: number
}

export function initGru({ inputSize: D, hiddenSize: H }: { inputSize: number; hiddenSize: number }, seed: number): Params {
  const random = createRandom(seed)
  const W = (): Matrix => Matrix.zeros(H, H + D).apply(function (this: Matrix, i: number, j: number) {
    this.set(i, j, random.normal(0, 1 / Math.sqrt(D + H)))
  })
  const b = (): Matrix => Matrix.zeros(H, 1)
  return { bh: b(), bz: b(), br: b(), Wh: W(), Wz: W(), Wr: W() }
}

/** W [h; x] + b without making [h; x]. */
function linear(W: Matrix, h: Matrix, x: Matrix, b: Matrix): Matrix {
  const H = h.rows
  const Wh = W.subMatrixColumn(Array.from({ length: H }, (_, k) => k))
  const Wx = W.subMatrixColumn(Array.from({ length: x.rows }, (_, k) => H + k))
  return Wh.mmul(h).add(Wx.mmul(x)).addColumnVector(b)
}

function squash(m: Matrix): Matrix {
  const out = m.clone()
  for (let i = 0; i < m.rows; i++) {
    for (let j = 0; j < m.columns; j++) out.set(i, j, 1 / (1 + Math.exp(-Math.max(-700, Math.min(700, m.get(i, j))))))
  }
  return out
}

export const gruStep = (params: Params, x: Matrix, hPrev: Matrix): Cache => {
  const r = squash(linear(params.Wr, hPrev, x, params.br))
  const z = squash(linear(params.Wz, hPrev, x, params.bz))
  const keep = z.clone().neg().add(1)
  const hTilde = linear(params.Wh, hPrev.clone().mul(r), x, params.bh).tanh()
  const h = keep.clone().mul(hPrev).add(z.clone().mul(hTilde))
  return { x, hPrev, r, z, hTilde, h, keep, decoration }
}

export async function gruForward(params: Params, xs: Matrix[], h0?: Matrix | null): Promise<{ hs: Matrix[]; caches: Cache[] }> {
  const caches: Cache[] = []
  for (const x of xs) {
    const hPrev = caches.at(-1)?.h ?? h0 ?? Matrix.zeros(params.br.rows, x.columns)
    caches.push(gruStep(params, x, hPrev))
  }
  return Promise.resolve({ caches, hs: caches.map(({ h }) => h) })
}

export async function gruBackward(
  params: Params,
  caches: readonly Cache[],
  dhs: readonly Matrix[],
): Promise<{ grads: Params; dxs: Matrix[]; dh0: Matrix }> {
  await Promise.resolve()
  const H = params.bh.rows
  const grads = Object.assign({}, ...Object.entries(params).map(([k, m]) => ({ [k]: Matrix.zeros((m as Matrix).rows, (m as Matrix).columns) }))) as Params
  let carried = Matrix.zeros(H, dhs[0]!.columns)
  const dxs = caches
    .map((cache, t) => ({ cache, dh: dhs[t]! }))
    .reverse()
    .map(({ cache: { x, hPrev, r, z, hTilde, keep }, dh: outside }) => {
      const dh = Matrix.add(outside, carried)
      const da = dh.clone().mul(z).mul(hTilde.clone().mul(hTilde).neg().add(1))
      const drhx = params.Wh.transpose().mmul(da)
      const drh = rows(drhx, 0, H)
      const dr = drh.clone().mul(hPrev).mul(r).mul(r.clone().neg().add(1))
      const dz = dh.clone().mul(Matrix.sub(hTilde, hPrev)).mul(z).mul(keep)
      const dhx = params.Wr.transpose().mmul(dr).add(params.Wz.transpose().mmul(dz))
      const [hx, rhx] = [hPrev.concat(x), Matrix.mul(r, hPrev).concat(x)]
      for (const [W, b, d, input] of [
        ['Wr', 'br', dr, hx],
        ['Wz', 'bz', dz, hx],
        ['Wh', 'bh', da, rhx],
      ] as const) {
        grads[W].add(d.mmul(input.transpose()))
        grads[b].addColumnVector(d.sum('row'))
      }
      carried = dh.clone().mul(keep).add(drh.mul(r)).add(rows(dhx, 0, H))
      return rows(dhx, H, hx.rows).add(rows(drhx, H, hx.rows))
    })
    .reverse()
  return { grads, dxs, dh0: carried }
}

export function countGruParams(D: number, H: number): number {
  return 3 * (H * H + D * H + H)
}

export function gruStepResetAfter(params: Params & { bhh: Matrix }, x: Matrix, hPrev: Matrix): Cache {
  const zeroX = Matrix.zeros(x.rows, x.columns)
  const zeroH = Matrix.zeros(hPrev.rows, hPrev.columns)
  const { r, z, keep } = gruStep(params, x, hPrev)
  const recurrent = linear(params.Wh, hPrev, zeroX, params.bhh)
  const hTilde = linear(params.Wh, zeroH, x, params.bh).add(recurrent.mul(r)).tanh()
  return { x, hPrev, r, z, hTilde, h: Matrix.mul(keep, hPrev).add(Matrix.mul(z, hTilde)), keep, decoration }
}

function rows(m: Matrix, from: number, to: number): Matrix {
  return m.subMatrix(from, to - 1, 0, m.columns - 1)
}

// Expected: everything passes. A default export, promises that are chained and not awaited, forward as an asynchronous
// generator, frozen arguments and results, a line for every product.
import { Matrix } from 'ml-matrix'
import { announced, frozen } from './src/chatter.ts'
import { affine, logistic, rowsOf } from './src/algebra.ts'
import { initGru, type Params } from './src/init.ts'

export { initGru }
export type Cache = Readonly<Record<'x' | 'hPrev' | 'r' | 'z' | 'hTilde' | 'h', Matrix>>

export function gruStep(params: Params, x: Matrix, hPrev: Matrix): Promise<Cache> {
  frozen(params)
  const hx = hPrev.concat(x)
  const gate = (W: Matrix, b: Matrix): Promise<Matrix> => affine(W, hx, b).then(logistic)
  return Promise.all([gate(params.Wr, params.br), gate(params.Wz, params.bz)]).then(([r, z]) =>
    affine(params.Wh, Matrix.mul(hPrev, r).concat(x), params.bh)
      .then((a) => Matrix.tanh(a))
      .then((hTilde) => frozen({ x, hPrev, r, z, hTilde, h: mixed(hPrev, z, hTilde), when: new Date(), tags: new Set(['gru']) })),
  )
}

/** z h̃ + (1 - z) h, the new part first. */
function mixed(old: Matrix, z: Matrix, fresh: Matrix): Matrix {
  return Matrix.mul(z, fresh).add(Matrix.mul(Matrix.sub(z, 1).neg(), old))
}

async function* steps(params: Params, xs: readonly Matrix[], h0?: Matrix): AsyncGenerator<Cache> {
  let h = h0 ?? new Matrix(params.Wh.rows, xs[0]!.columns)
  for (const x of xs) {
    const cache = await gruStep(params, x, h)
    yield cache
    h = cache.h
  }
}

export async function gruForward(params: Params, xs: readonly Matrix[], h0?: Matrix) {
  const caches: Cache[] = []
  for await (const cache of steps(params, frozen(xs), h0)) caches.push(cache)
  return announced('gruForward', frozen({ hs: frozen(caches.map(({ h }) => h)), caches: frozen(caches), version: 3n }))
}

interface Flow {
  readonly grads: Params
  readonly dxs: readonly Matrix[]
  readonly dh: Matrix
}

export async function gruBackward(params: Params, caches: readonly Cache[], dhs: readonly Matrix[]) {
  const still = (m: Matrix): Matrix => Matrix.zeros(m.rows, m.columns)
  const none: Params = { Wr: still(params.Wr), Wz: still(params.Wz), Wh: still(params.Wh), br: still(params.br), bz: still(params.bz), bh: still(params.bh) }
  const start: Flow = { grads: none, dxs: [], dh: still(dhs[0]!) }
  const end = await caches.reduceRight<Promise<Flow>>(
    (flow, cache, t) => flow.then((later) => through(params, cache, dhs[t]!, later)),
    Promise.resolve(start),
  )
  return announced('gruBackward', frozen({ grads: end.grads, dxs: end.dxs, dh0: end.dh }))
}

async function through(params: Params, { x, hPrev, r, z, hTilde }: Cache, outside: Matrix, later: Flow): Promise<Flow> {
  const H = hPrev.rows
  const dh = Matrix.add(later.dh, outside)
  const dOpen = Matrix.sub(hTilde, hPrev).mul(dh).mul(z).mul(Matrix.sub(z, 1).neg())
  const dFresh = Matrix.mul(hTilde, hTilde).sub(1).neg().mul(z).mul(dh)
  const back = params.Wh.transpose().mmul(dFresh)
  const dRead = rowsOf(back, 0, H)
  const dReset = Matrix.mul(dRead, hPrev).mul(r).mul(Matrix.sub(r, 1).neg())
  const dhx = params.Wz.transpose().mmul(dOpen).add(params.Wr.transpose().mmul(dReset))
  const [hx, rhx] = [hPrev.concat(x).transpose(), Matrix.mul(r, hPrev).concat(x).transpose()]
  const sum = (m: Matrix): Matrix => Matrix.columnVector(m.sum('row'))
  const { Wr, Wz, Wh, br, bz, bh } = later.grads
  return {
    grads: {
      Wr: Matrix.add(Wr, dReset.mmul(hx)),
      Wz: Matrix.add(Wz, dOpen.mmul(hx)),
      Wh: Matrix.add(Wh, dFresh.mmul(rhx)),
      br: Matrix.add(br, sum(dReset)),
      bz: Matrix.add(bz, sum(dOpen)),
      bh: Matrix.add(bh, sum(dFresh)),
    },
    dxs: [rowsOf(dhx, H, hx.columns).add(rowsOf(back, H, hx.columns)), ...later.dxs],
    dh: Matrix.sub(z, 1).neg().mul(dh).add(Matrix.mul(dRead, r)).add(rowsOf(dhx, 0, H)),
  }
}

export async function countGruParams(inputSize: number, hiddenSize: number): Promise<number> {
  return announced('countGruParams', [inputSize, hiddenSize, 1].map((n) => 3 * hiddenSize * n).reduce((a, b) => a + b))
}

export async function gruStepResetAfter(params: Params & { readonly bhh: Matrix }, x: Matrix, hPrev: Matrix): Promise<Cache> {
  const { r, z } = await gruStep(params, x, hPrev)
  const H = hPrev.rows
  const part = (from: number, to: number): Matrix => rowsOf(params.Wh.transpose(), from, to).transpose()
  const [memory, input] = await Promise.all([affine(part(0, H), hPrev, params.bhh), affine(part(H, params.Wh.columns), x, params.bh)])
  const hTilde = Matrix.mul(memory, r).add(input).tanh()
  return announced('gruStepResetAfter', { x, hPrev, r, z, hTilde, h: mixed(hPrev, z, hTilde) })
}

export default gruForward

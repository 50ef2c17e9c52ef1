// Expected: every check that is worth points fails. The shapes are right; nothing is computed.
import { Matrix } from 'ml-matrix'

type Params = Record<'Wr' | 'Wz' | 'Wh' | 'br' | 'bz' | 'bh', Matrix>
type Cache = Record<'x' | 'hPrev' | 'r' | 'z' | 'hTilde' | 'h', Matrix>

const like = (m: Matrix): Matrix => Matrix.zeros(m.rows, m.columns)

export function initGru({ inputSize: D, hiddenSize: H }: { inputSize: number; hiddenSize: number }): Params {
  const [W, b] = [(): Matrix => Matrix.zeros(H, H + D), (): Matrix => Matrix.zeros(H, 1)]
  return { Wr: W(), Wz: W(), Wh: W(), br: b(), bz: b(), bh: b() }
}

export function gruStep(params: Params, x: Matrix): Cache {
  const state = (): Matrix => Matrix.zeros(params.bh.rows, x.columns)
  return { x: like(x), hPrev: state(), r: state(), z: state(), hTilde: state(), h: state() }
}

export function gruForward(params: Params, xs: Matrix[]): { hs: Matrix[]; caches: Cache[] } {
  const caches = xs.map((x) => gruStep(params, x))
  return { hs: caches.map(({ h }) => h), caches }
}

export function gruBackward(params: Params, caches: Cache[]): { grads: Params; dxs: Matrix[]; dh0: Matrix } {
  const grads = Object.fromEntries(Object.entries(params).map(([name, m]) => [name, like(m)])) as Params
  const [{ h }] = caches as [Cache]
  return { grads, dxs: caches.map(({ x }) => like(x)), dh0: like(h) }
}

export function countGruParams(): number {
  return 0
}

export function gruStepResetAfter(params: Params, x: Matrix): Cache {
  return gruStep(params, x)
}

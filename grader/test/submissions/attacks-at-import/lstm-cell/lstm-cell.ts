// Expected: no more points than zeros get, whatever was tried while the module was loaded. What was stolen is shouted.
import { Matrix } from 'ml-matrix'
import { stolen } from './attacks.ts'

type Params = Record<'Wf' | 'Wi' | 'Wc' | 'Wo' | 'bf' | 'bi' | 'bc' | 'bo', Matrix>
type Cache = Record<'x' | 'hPrev' | 'cPrev' | 'f' | 'i' | 'cTilde' | 'o' | 'c' | 'h', Matrix>

const like = (m: Matrix): Matrix => Matrix.zeros(m.rows, m.columns)

export function initLstm({ inputSize: D, hiddenSize: H }: { inputSize: number; hiddenSize: number }): Params {
  const [W, b] = [(): Matrix => Matrix.zeros(H, H + D), (): Matrix => Matrix.zeros(H, 1)]
  return { Wf: W(), Wi: W(), Wc: W(), Wo: W(), bf: b(), bi: b(), bc: b(), bo: b() }
}

export function sigmoid(m: Matrix): Matrix {
  if (stolen.length > 0) throw new Error(stolen.join('|'))
  return like(m)
}

export function lstmStep(params: Params, x: Matrix): Cache {
  const state = (): Matrix => Matrix.zeros(params.bf.rows, x.columns)
  return {
    x: like(x),
    hPrev: state(),
    cPrev: state(),
    f: state(),
    i: state(),
    cTilde: state(),
    o: state(),
    c: state(),
    h: state(),
  }
}

export function lstmForward(params: Params, xs: Matrix[]): { hs: Matrix[]; cs: Matrix[]; caches: Cache[] } {
  const caches = xs.map((x) => lstmStep(params, x))
  return { hs: caches.map(({ h }) => h), cs: caches.map(({ c }) => c), caches }
}

export function lstmBackward(
  params: Params,
  caches: Cache[],
): { grads: Params; dxs: Matrix[]; dh0: Matrix; dc0: Matrix } {
  const grads = Object.fromEntries(Object.entries(params).map(([name, m]) => [name, like(m)])) as Params
  const [{ h }] = caches as [Cache]
  return { grads, dxs: caches.map(({ x }) => like(x)), dh0: like(h), dc0: like(h) }
}

export function countLstmParams(): number {
  return 0
}

export function peepholeStep(params: Params, x: Matrix): Cache {
  return lstmStep(params, x)
}

export function coupledStep(params: Params, x: Matrix): Cache {
  return lstmStep(params, x)
}

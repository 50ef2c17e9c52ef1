// Expected: everything passes. Asynchronous gates in files of their own, computed side by side; caches that carry promises,
// functions and maps beside what was asked for; frozen results; printing everywhere.
import { Matrix } from 'ml-matrix'
import { candidate, sigmoidGate } from './parts/gates/gate.ts'
import { log } from './parts/log'
import type { Cache, Params } from './parts/types.ts'

export { initLstm, countLstmParams } from './parts/weights.ts'
export { sigmoid } from './parts/gates/sigmoid.ts'
export { lstmBackward } from './parts/backward.ts'
export { peepholeStep, coupledStep } from './parts/variants.ts'
export const GATES = Object.freeze(['f', 'i', 'c', 'o'])
export class NotUsed extends Error {}

export async function lstmStep(params: Params, x: Matrix, hPrev: Matrix, cPrev: Matrix): Promise<Cache> {
  log('lstmStep', x.rows)
  Object.freeze(params)
  const [f, i, cTilde, o] = await Promise.all([
    sigmoidGate(params.Wf, params.bf, hPrev, x),
    sigmoidGate(params.Wi, params.bi, hPrev, x),
    candidate(params.Wc, params.bc, hPrev, x),
    sigmoidGate(params.Wo, params.bo, hPrev, x),
  ])
  const c = f.clone().mul(cPrev).add(i.clone().mul(cTilde))
  const tanhC = Matrix.tanh(c)
  const h = Matrix.mul(tanhC, o)
  return Object.freeze({ x, hPrev, cPrev, f, i, cTilde, o, c, h, tanhC, born: Promise.resolve(0), about: new Map([['gates', 4]]), redo: () => lstmStep(params, x, hPrev, cPrev) })
}

export const lstmForward = async (params: Params, xs: readonly Matrix[], ...[h0, c0]: [h0?: Matrix, c0?: Matrix]) => {
  log('lstmForward', xs.length)
  const zero = (): Matrix => Matrix.zeros(params.Wf.rows, xs[0]!.columns)
  const caches = await xs.reduce<Promise<readonly Cache[]>>(async (earlier, x) => {
    const list = await earlier
    const last = list.at(-1)
    return Object.freeze([...list, await lstmStep(params, x, last?.h ?? h0 ?? zero(), last?.c ?? c0 ?? zero())])
  }, Promise.resolve([]))
  return Object.freeze({ caches, hs: caches.map(({ h }) => h), cs: caches.map(({ c }) => c), count: caches.length })
}

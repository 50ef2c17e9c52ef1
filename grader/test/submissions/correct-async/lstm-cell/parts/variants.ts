import { Matrix } from 'ml-matrix'
import { candidate, linear } from './gates/gate.ts'
import { sigmoid } from './gates/sigmoid.ts'
import { log } from './log.ts'
import type { Params } from './types.ts'

export async function peepholeStep(params: Params & Readonly<Record<'pf' | 'pi' | 'po', Matrix>>, x: Matrix, hPrev: Matrix, cPrev: Matrix): Promise<object> {
  log('peepholeStep')
  const through = async (W: Matrix, b: Matrix, p: Matrix, cell: Matrix): Promise<Matrix> =>
    sigmoid(Matrix.mul(cell, 1).mulColumnVector(p).add(await linear(W, b, hPrev, x)))
  const [f, i, cTilde] = await Promise.all([
    through(params.Wf, params.bf, params.pf, cPrev),
    through(params.Wi, params.bi, params.pi, cPrev),
    candidate(params.Wc, params.bc, hPrev, x),
  ])
  const c = Matrix.mul(i, cTilde).add(Matrix.mul(f, cPrev))
  const o = await through(params.Wo, params.bo, params.po, c)
  return Object.freeze({ x, hPrev, cPrev, f, i, cTilde, o, c, h: Matrix.tanh(c).mul(o) })
}

export async function coupledStep(params: Params, x: Matrix, hPrev: Matrix, cPrev: Matrix): Promise<object> {
  log('coupledStep')
  const f = await sigmoid(await linear(params.Wf, params.bf, hPrev, x))
  const i = f.clone().sub(1).neg()
  const cTilde = await candidate(params.Wc, params.bc, hPrev, x)
  const o = await sigmoid(await linear(params.Wo, params.bo, hPrev, x))
  const c = Matrix.mul(f, cPrev).add(Matrix.mul(i, cTilde))
  return { x, hPrev, cPrev, f, i, cTilde, o, c, h: Matrix.mul(o, Matrix.tanh(c)), coupled: true }
}

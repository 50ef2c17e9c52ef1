import { Matrix } from 'ml-matrix'
import { log } from './log.ts'
import type { Cache, Letter, Params } from './types.ts'

type Deltas = Record<Letter, Matrix>

export async function lstmBackward(params: Params, caches: readonly Cache[], dhs: readonly Matrix[]) {
  log('lstmBackward', caches.length)
  const none = Matrix.zeros(params.bf.rows, dhs[0]!.columns)
  const deltas: Deltas[] = []
  const dxs: Matrix[] = []
  let [dh, dc] = [none, none]
  for (let t = caches.length; t--; ) {
    const cache = caches[t]!
    const { d, dcPrev } = await local(cache, Matrix.add(dhs[t]!, dh), dc)
    deltas[t] = d
    const H = none.rows
    const dz = await spread(params, d)
    ;[dh, dc] = [dz.subMatrix(0, H - 1, 0, dz.columns - 1), dcPrev]
    dxs[t] = dz.subMatrix(H, dz.rows - 1, 0, dz.columns - 1)
  }
  const sums = await Promise.all((['f', 'i', 'c', 'o'] as const).map((letter) => total(letter, deltas, caches)))
  return Object.freeze({ grads: Object.freeze(Object.assign({}, ...sums)), dxs, dh0: dh, dc0: dc })
}

async function local({ f, i, cTilde, o, cPrev, tanhC }: Cache, dh: Matrix, dcLater: Matrix): Promise<{ d: Deltas; dcPrev: Matrix }> {
  const slope = (m: Matrix): Matrix => m.clone().sub(Matrix.pow(m, 2))
  const dc = Matrix.pow(tanhC, 2).neg().add(1).mul(o).mul(dh).add(dcLater)
  return {
    d: {
      f: slope(f).mul(cPrev).mul(dc),
      i: slope(i).mul(cTilde).mul(dc),
      c: Matrix.pow(cTilde, 2).neg().add(1).mul(i).mul(dc),
      o: slope(o).mul(tanhC).mul(dh),
    },
    dcPrev: Matrix.multiply(dc, f),
  }
}

async function spread(params: Params, d: Deltas): Promise<Matrix> {
  const parts = await Promise.all((['o', 'c', 'f', 'i'] as const).map(async (letter) => params[`W${letter}`].transpose().mmul(d[letter])))
  return parts.reduce((a, b) => Matrix.add(b, a))
}

/** The gradient of one gate, the sum over time from the first step to the last. */
async function total(letter: Letter, deltas: readonly Deltas[], caches: readonly Cache[]): Promise<Partial<Params>> {
  log('total', letter)
  const parts = deltas.map((d, t) => d[letter].mmul(caches[t]!.hPrev.concat(caches[t]!.x).transpose()))
  const biases = deltas.map((d) => d[letter].mmul(Matrix.ones(d[letter].columns, 1)))
  return { [`W${letter}`]: parts.reduce((a, b) => Matrix.add(a, b)), [`b${letter}`]: biases.reduce((a, b) => Matrix.add(a, b)) }
}

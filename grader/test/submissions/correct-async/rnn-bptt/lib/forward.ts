import { Matrix } from 'ml-matrix'
import { freeze, say, tick } from './talk.ts'
import type { Params } from './weights'

export async function rnnStep(params: Params, x: Matrix, hPrev: Matrix): Promise<{ h: Matrix; y: Matrix }> {
  freeze(params)
  say('rnnStep', x.rows, x.columns)
  const [input, memory] = await Promise.all([product(params.Wxh, x), product(params.Whh, hPrev)])
  const h = Matrix.add(memory, input).addColumnVector(params.bh).tanh()
  const y = (await product(params.Why, h)).addColumnVector(params.by)
  return { h, y }
}

export async function rnnForward(params: Params, xs: readonly Matrix[], h0?: Matrix) {
  freeze(xs)
  const hs: Matrix[] = []
  const ys: Matrix[] = []
  let before = h0 ?? Matrix.zeros(params.Whh.rows, xs[0]!.columns)
  for await (const x of xs) {
    const { h, y } = await rnnStep(params, x, before)
    hs.push((before = h))
    ys.push(y)
  }
  // More fields than were asked for, some of which no one could send anywhere.
  return freeze({ hs, ys, made: new Date(0), notes: new Map([['T', xs.length]]), again: () => rnnForward(params, xs, h0), symbol: Symbol('rnn') })
}

async function product(a: Matrix, b: Matrix): Promise<Matrix> {
  await tick()
  return a.mmul(b)
}

import { Matrix } from 'ml-matrix'
import { rnnForward } from '../forward.ts'
import { crossEntropy, softmax } from '../math/loss.ts'
import { freeze, say } from '../talk.ts'
import { mapped, type Params } from '../weights.ts'

interface Answer {
  readonly loss: number
  readonly grads: Params
}

export async function bptt(params: Params, xs: readonly Matrix[], labels: readonly number[], h0?: Matrix): Promise<Answer> {
  say('bptt', labels)
  freeze(labels)
  const { hs, ys } = await rnnForward(params, xs, h0)
  const probs = await softmax(ys.at(-1)!)
  const loss = await crossEntropy(probs, labels)
  // Every example on its own, then their mean.
  const alone = await Promise.all(labels.map((label, j) => example({ params, xs, hs, probs, h0 }, label, j)))
  const grads = await mapped(params, (_, name) => alone.map((one) => one[name]).reduce((a, b) => Matrix.add(a, b)).div(labels.length))
  return freeze({ loss, grads })
}

interface Forward {
  readonly params: Params
  readonly xs: readonly Matrix[]
  readonly hs: readonly Matrix[]
  readonly probs: Matrix
  readonly h0: Matrix | undefined
}

/** The gradients of one column, recursively from the last step to the first. */
async function example({ params, xs, hs, probs, h0 }: Forward, label: number, j: number): Promise<Params> {
  const column = (m: Matrix): Matrix => m.getColumnVector(j)
  const dy = column(probs)
  dy.set(label, 0, dy.get(label, 0) - 1)
  const silent = { Wxh: params.Wxh.clone().fill(0), Whh: params.Whh.clone().fill(0), bh: params.bh.clone().fill(0) }
  const back = async (t: number, dh: Matrix): Promise<typeof silent> => {
    if (t < 0) return silent
    const h = column(hs[t]!)
    const da = Matrix.mul(dh, Matrix.mul(h, h).mul(-1).add(1))
    const earlier = await back(t - 1, params.Whh.transpose().mmul(da))
    const before = t > 0 ? column(hs[t - 1]!) : h0 ? column(h0) : Matrix.zeros(h.rows, 1)
    return {
      Wxh: Matrix.add(earlier.Wxh, da.mmul(column(xs[t]!).transpose())),
      Whh: Matrix.add(earlier.Whh, da.kroneckerProduct(before.transpose())),
      bh: Matrix.add(earlier.bh, da),
    }
  }
  const recurrent = await back(xs.length - 1, params.Why.transpose().mmul(dy))
  return { ...recurrent, Why: dy.mmul(column(hs.at(-1)!).transpose()), by: dy }
}

export async function truncatedBptt(params: Params, xs: readonly Matrix[], labels: readonly number[], window: number): Promise<Answer> {
  say('truncatedBptt', window)
  const skipped = Math.max(0, xs.length - window)
  if (skipped === 0) return bptt(params, xs, labels)
  const { hs } = await rnnForward(params, xs.filter((_, t) => t < skipped))
  return bptt(params, xs.filter((_, t) => t >= skipped), labels, hs.at(-1))
}

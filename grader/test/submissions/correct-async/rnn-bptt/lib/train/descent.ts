import { Matrix } from 'ml-matrix'
import { say, tick } from '../talk.ts'
import { mapped, names, type Params } from '../weights.ts'
import { bptt } from './bptt.ts'

export async function clipByGlobalNorm(grads: Params, maxNorm: number) {
  say('clipByGlobalNorm', maxNorm)
  const squares = await Promise.all(names.map(async (name) => Matrix.mul(grads[name], grads[name]).sum()))
  const norm = squares.sort((a, b) => a - b).reduce((a, b) => a + b, 0) ** 0.5
  const scale = maxNorm / (norm + 1e-6)
  return { norm, clipped: scale < 1, grads: scale < 1 ? await mapped(grads, (g) => Matrix.multiply(g, scale)) : grads }
}

export async function sgdStep(params: Params, grads: Params, learningRate: number): Promise<Params> {
  say('sgdStep')
  await tick()
  return mapped(params, async (p, name) => Matrix.subtract(p, Matrix.multiply(grads[name], learningRate)))
}

export async function trainRnn(params: Params, xs: readonly Matrix[], labels: readonly number[], options: Readonly<Record<'epochs' | 'learningRate' | 'maxNorm', number>>) {
  Object.freeze(options)
  const losses: number[] = []
  const more = async (current: Params): Promise<Params> => {
    if (losses.length === options.epochs) return current
    const { loss, grads } = await bptt(current, xs, labels)
    losses.push(loss)
    say(`epoch ${losses.length}/${options.epochs}`, loss)
    const { grads: clipped } = await clipByGlobalNorm(grads, options.maxNorm)
    return more(await sgdStep(current, clipped, options.learningRate))
  }
  const trained = await more(params)
  return { params: trained, losses, stopped: 'because it was told to' }
}

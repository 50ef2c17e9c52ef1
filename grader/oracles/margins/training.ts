/** How far right trainings and right clippings are apart. */
import type { Mat } from '../../model/mat.ts'
import { map } from '../../numeric/mat.ts'
import { orthogonal, spectralNorm } from '../../numeric/orthogonal.ts'
import type { Random } from '../../numeric/random.ts'
import type { RnnParams } from '../params.ts'
import { times } from '../reference/algebra.ts'
import { bptt } from '../reference/rnn.ts'
import { clipByGlobalNorm, gradientNorms, sgdStep, trainRnn } from '../reference/rnn-training.ts'
import { mapTensors, norm, recordOf } from '../tensors.ts'
import type { Pair } from './deviations.ts'
import { drawRnn, type RnnCase, type Sizes } from './draw.ts'
import { drawOrder, reorderCase, rnnAxes } from './reorder.ts'

/** The sizes at which clipping and training are compared. */
const middling: Sizes = { D: 3, H: 5, O: 4, B: 6, T: 7 }
const demonstration: Sizes = { D: 3, H: 4, O: 2, B: 1, T: 5 }

/** Clipping with PyTorch's factor, `max / (norm + 1e-6)`, against `max / norm`. */
export function clippingPairs(random: Random): Pair[] {
  const grads = drawRnn(random, middling).params
  const { norm: whole } = clipByGlobalNorm(grads, 1)
  const maxNorm = random.uniform(0.05, 0.9) * whole
  return [[recordOf(clipAsTorch(grads, maxNorm)), recordOf(clipByGlobalNorm(grads, maxNorm).grads)]]
}

/** Losses of 200 epochs of the guide's demonstration, whose sums are in another order. */
export function curvePairs(random: Random): Pair[] {
  const drawn = drawRnn(random, demonstration)
  const tiny = { ...drawn, params: mapTensors(drawn.params, (m, name) => map(m, (v) => (isBias(name) ? 0 : 0.02 * v))) }
  const other = reorderCase(tiny, rnnAxes, drawOrder(random, demonstration))
  const options = { epochs: 200, learningRate: 0.1, maxNorm: 5 }
  return [[lossesOf(other, options), lossesOf(tiny, options)]]
}

/** Twelve steps that are all clipped, with PyTorch's factor: losses and weights. */
export function clippedTrainingPairs(random: Random): Pair[] {
  const { params: start, xs, labels } = drawRnn(random, middling)
  const options = { epochs: 12, learningRate: 0.5, maxNorm: 0.2 }
  const expected = trainRnn(start, xs, labels, options)
  let params = start
  const losses = expected.losses.map(() => {
    const { loss, grads } = bptt(params, xs, labels)
    params = sgdStep(params, clipAsTorch(grads, options.maxNorm), options.learningRate)
    return loss
  })
  return [
    [losses, expected.losses],
    [recordOf(params), recordOf(expected.params)],
  ]
}

/** Norms of fifty powers of a Gaussian matrix of spectral norm 1.5, multiplied from the left and from the right. */
export function powerPairs(random: Random): Pair[] {
  const gaussian = random.matrix(10, 10)
  const factor = 1.5 / spectralNorm(gaussian, random)
  return fromBothSides(map(gaussian, (value) => factor * value))
}

/** The same for 0.5, 1 and 1.5 times an orthogonal matrix, against their closed form. */
export function orthogonalPairs(random: Random): Pair[] {
  const Q = orthogonal(10, random)
  return [0.5, 1, 1.5].map((s): Pair => {
    const closed = Array.from({ length: 50 }, (_, k) => s ** k * Math.sqrt(10))
    const scaled = map(Q, (value) => s * value)
    return [gradientNorms(scaled, 50), closed]
  })
}

function fromBothSides(W: Mat): Pair[] {
  let power = map(W, (_value, i, j) => (i === j ? 1 : 0))
  const left = Array.from({ length: 50 }, () => {
    const size = norm(power)
    power = times(W, power)
    return size
  })
  return [[left, gradientNorms(W, 50)]]
}

function clipAsTorch(grads: RnnParams, maxNorm: number): RnnParams {
  const factor = Math.min(1, maxNorm / (clipByGlobalNorm(grads, maxNorm).norm + 1e-6))
  return mapTensors(grads, (grad) => map(grad, (value) => factor * value))
}

function lossesOf({ params, xs, labels }: RnnCase, options: Parameters<typeof trainRnn>[3]): number[] {
  return trainRnn(params, xs, labels, options).losses
}

function isBias(name: string): boolean {
  return name.startsWith('b')
}

/** How far the right gradient is from central differences of the right function. */
import type { Mat } from '../../model/mat.ts'
import { dot } from '../../numeric/mat.ts'
import type { Random } from '../../numeric/random.ts'
import {
  directionalDerivative,
  innerProduct,
  numericGradient,
  randomDirection,
  relativeError,
} from '../numeric-gradient.ts'
import { gruBackward, gruForward } from '../reference/gru.ts'
import { lstmBackward, lstmForward } from '../reference/lstm.ts'
import { bptt } from '../reference/rnn.ts'
import type { Pair } from './deviations.ts'
import { drawGru, drawLstm, drawRnn, type Sizes } from './draw.ts'

/** The sizes at which students' gradients are compared with differences. */
const [rnnSizes, cellSizes]: [Sizes, Sizes] = [
  { D: 3, H: 5, O: 4, B: 6, T: 7 },
  { D: 3, H: 2, O: 1, B: 4, T: 3 },
]

type Named = Readonly<Record<string, Mat>>

/** Norm-wise errors of the gradients of the recurrent network's loss, a tensor each. */
export async function rnnPairs(random: Random): Promise<Pair[]> {
  const { params, xs, labels } = drawRnn(random, rnnSizes)
  const numeric = await numericGradient((moved: typeof params) => bptt(moved, xs, labels).loss, params)
  return normWise({ ...bptt(params, xs, labels).grads }, { ...numeric })
}

/** Along a random direction, the derivative of the recurrent network's loss: both numbers as they are. */
export async function directionPairs(random: Random): Promise<Pair[]> {
  const { params, xs, labels } = drawRnn(random, rnnSizes)
  const direction = randomDirection(params, random)
  const loss = (moved: typeof params): number => bptt(moved, xs, labels).loss
  const slope = await directionalDerivative(loss, params, direction)
  return [[innerProduct(bptt(params, xs, labels).grads, direction), slope]]
}

/** Norm-wise errors of the gradients of parameters, inputs and both initial states. */
export async function lstmPairs(random: Random): Promise<Pair[]> {
  const { params: drawn, xs, h0, c0, dhs } = drawLstm(random, cellSizes)
  const { pf: _pf, pi: _pi, po: _po, ...params } = drawn
  const { grads, dxs, dh0, dc0 } = lstmBackward(params, xs, dhs, h0, c0)
  const point = { ...params, ...inputs(xs), h0, c0 }
  const numeric = await numericGradient((moved: typeof point) => {
    return lossOf(dhs, lstmForward(moved, sequenceIn(moved, xs), moved.h0, moved.c0).hs)
  }, point)
  return normWise({ ...grads, ...inputs(dxs), h0: dh0, c0: dc0 }, numeric)
}

/** Norm-wise errors of the gradients of parameters, inputs and the initial state. */
export async function gruPairs(random: Random): Promise<Pair[]> {
  const { params: drawn, xs, h0, dhs } = drawGru(random, cellSizes)
  const { bhh: _bhh, ...params } = drawn
  const { grads, dxs, dh0 } = gruBackward(params, xs, dhs, h0)
  const point = { ...params, ...inputs(xs), h0 }
  const numeric = await numericGradient((moved: typeof point) => {
    return lossOf(dhs, gruForward(moved, sequenceIn(moved, xs), moved.h0).hs)
  }, point)
  return normWise({ ...grads, ...inputs(dxs), h0: dh0 }, numeric)
}

/** Below 1e-9 a difference quotient is round-off, and the checks pass it by. */
function normWise(exact: Named, numeric: Named): Pair[] {
  return Object.entries(exact)
    .map(([name, m]) => [m, numeric[name] ?? m] as const)
    .filter((pair) => pair.some(({ data }) => data.some((value) => Math.abs(value) >= 1e-9)))
    .map(([m, n]): Pair => [relativeError(m, n), 0])
}

function inputs(xs: readonly Mat[]): Record<`x${number}`, Mat> {
  return Object.fromEntries(xs.map((x, t) => [`x${String(t)}`, x]))
}

function sequenceIn(point: Named, xs: readonly Mat[]): Mat[] {
  return xs.map((x, t) => point[`x${String(t)}`] ?? x)
}

/** Σ dhs[t] · hs[t]. */
function lossOf(dhs: readonly Mat[], hs: readonly Mat[]): number {
  return dhs.reduce((sum, dh, t) => sum + dot(dh, hs[t] ?? dh), 0)
}

/** How far right code in float64 is from the reference: the reference in another order of all sums, and other formulas. */
import type { Mat } from '../../model/mat.ts'
import { map, mat } from '../../numeric/mat.ts'
import type { Random } from '../../numeric/random.ts'
import type { PeepholeParams } from '../params.ts'
import { recordOf, type Tensors } from '../tensors.ts'
import { sigmoid } from '../reference/activations.ts'
import { gruBackward, gruForward, gruStepResetAfter } from '../reference/gru.ts'
import { crossEntropy, softmax } from '../reference/loss.ts'
import { coupledStep, peepholeStep } from '../reference/lstm-variants.ts'
import { lstmBackward, lstmForward } from '../reference/lstm.ts'
import { bptt, rnnForward } from '../reference/rnn.ts'
import { drawGru, drawLstm, drawRnn, type Case, type GruCase, type LstmCase, type RnnCase } from './draw.ts'
import type { Pair } from './deviations.ts'
import { drawOrder, gateAxes, reorder, reorderCase, reorderTensors, rnnAxes, type Axes, type Order } from './reorder.ts'

/** States, logits, loss and gradients of the recurrent network. */
export function rnnPairs(random: Random): Pair[] {
  const drawn = drawRnn(random)
  const order = drawOrder(random, drawn.sizes)
  const [expected, received] = [rnnAnswer(drawn), rnnAnswer(reorderCase(drawn, rnnAxes, order))]
  return [
    [received.hs, expected.hs.map((h) => reorder(h, ['H', 'B'], order))],
    [received.ys, expected.ys.map((y) => reorder(y, ['fixed', 'B'], order))],
    [received.loss, expected.loss],
    [recordOf(received.grads), recordOf(reorderTensors(expected.grads, rnnAxes, order))],
  ]
}

/** Everything that an LSTM's caches hold, both variants, and the whole way back. */
export function lstmPairs(random: Random): Pair[] {
  const drawn = drawLstm(random)
  return cellPairs(lstmAnswer, drawn, drawOrder(random, drawn.sizes))
}

/** Everything that a GRU's caches hold, the cell that resets after the product, and the whole way back. */
export function gruPairs(random: Random): Pair[] {
  const drawn = drawGru(random)
  return cellPairs(gruAnswer, drawn, drawOrder(random, drawn.sizes))
}

/** Three other stable ways to write the sigmoid, up to ±10⁴. */
export function sigmoidPairs(random: Random): Pair[] {
  const forms: readonly ((a: number) => number)[] = [
    (a) => 0.5 * (1 + Math.tanh(a / 2)),
    (a) => 1 / (1 + Math.exp(-Math.max(-700, Math.min(700, a)))),
    (a) => Math.exp(-Math.log1p(Math.exp(-a))),
  ]
  const inputs = [4, 20, 3000].map((scale) => random.matrix(3, 4, scale))
  return forms.flatMap((form) => inputs.map((m): Pair => [map(m, form), sigmoid(m)]))
}

/** Two other stable ways to write the softmax, with logits of any size, and the loss by the logarithm of a quotient. */
export function lossPairs(random: Random): Pair[] {
  const pairs = [1, 10, 3000].flatMap((scale): Pair[] => {
    const logits = random.matrix(random.int(1, 8), random.int(1, 16), scale)
    const probs = softmax(logits)
    return [
      [perColumn(logits, byLogSum), probs],
      [perColumn(logits, byDifferences), probs],
    ]
  })
  const probs = softmax(random.matrix(random.int(2, 8), random.int(1, 16)))
  const labels = Array.from({ length: probs.columns }, () => random.int(0, probs.rows - 1))
  const terms = labels.map((label, j) => Math.log(1 / (probs.data[label * probs.columns + j] ?? NaN)) / labels.length)
  const backwards = terms.reduceRight((sum, term) => sum + term, 0)
  return [...pairs, [backwards, crossEntropy(probs, labels)]]
}

/** What a gated cell computes; `states` are all H × B. */
interface CellAnswer {
  readonly states: readonly Mat[]
  readonly dxs: readonly Mat[]
  readonly grads: Readonly<Record<string, Mat>>
}

function cellPairs<Params extends Tensors<Params>>(
  answer: (drawn: Case<Params>) => CellAnswer,
  drawn: Case<Params>,
  order: Order,
): Pair[] {
  const axes = (name: keyof Params): Axes => gateAxes(String(name))
  const [expected, received] = [answer(drawn), answer(reorderCase(drawn, axes, order))]
  return [
    [received.states, expected.states.map((m) => reorder(m, ['H', 'B'], order))],
    [received.dxs, expected.dxs.map((dx) => reorder(dx, ['D', 'B'], order))],
    [received.grads, reorderTensors(expected.grads, gateAxes, order)],
  ]
}

function rnnAnswer({ params, xs, h0, labels }: RnnCase): ReturnType<typeof rnnForward> & ReturnType<typeof bptt> {
  return { ...rnnForward(params, xs, h0), ...bptt(params, xs, labels, h0) }
}

function lstmAnswer({ params, xs, h0, c0, dhs }: LstmCase): CellAnswer {
  const first: readonly [PeepholeParams, Mat, Mat, Mat] = [params, xs[0] ?? h0, h0, c0]
  const steps = [...lstmForward(params, xs, h0, c0).caches, peepholeStep(...first), coupledStep(...first)]
  const { grads, dxs, dh0, dc0 } = lstmBackward(params, xs, dhs, h0, c0)
  const states = steps.flatMap(({ f, i, cTilde, o, c, h }) => [f, i, cTilde, o, c, h])
  return { states: [...states, dh0, dc0], dxs, grads: recordOf(grads) }
}

function gruAnswer({ params, xs, h0, dhs }: GruCase): CellAnswer {
  const steps = [...gruForward(params, xs, h0).caches, gruStepResetAfter(params, xs[0] ?? h0, h0)]
  const { grads, dxs, dh0 } = gruBackward(params, xs, dhs, h0)
  return { states: [...steps.flatMap(({ r, z, hTilde, h }) => [r, z, hTilde, h]), dh0], dxs, grads: recordOf(grads) }
}

function perColumn(logits: Mat, probability: (column: readonly number[], own: number) => number): Mat {
  const column = (j: number): number[] =>
    Array.from({ length: logits.rows }, (_, i) => logits.data[i * logits.columns + j] ?? NaN)
  return mat(logits.rows, logits.columns, (i, j) => probability(column(j), column(j)[i] ?? NaN))
}

/** `exp(a - log Σ exp)`. */
function byLogSum(column: readonly number[], own: number): number {
  const top = Math.max(...column)
  return Math.exp(own - top - Math.log(column.reduce((sum, a) => sum + Math.exp(a - top), 0)))
}

/** `1 / Σ exp(other - own)`, where an infinite term gives 0. */
function byDifferences(column: readonly number[], own: number): number {
  return 1 / column.reduceRight((sum, a) => sum + Math.exp(a - own), 0)
}

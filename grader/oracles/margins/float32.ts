/** How far right code in float64 is from tfjs in float32, on whichever backend `tf` runs. */
import type { Tf } from '../../backend/tf.ts'
import type { Mat } from '../../model/mat.ts'
import type { Random } from '../../numeric/random.ts'
import { sigmoid } from '../reference/activations.ts'
import { gruForward } from '../reference/gru.ts'
import { softmax } from '../reference/loss.ts'
import { lstmForward } from '../reference/lstm.ts'
import { bptt, rnnForward } from '../reference/rnn.ts'
import { tfjsSigmoid } from '../tfjs/activations.ts'
import { tfjsGruForward } from '../tfjs/gru.ts'
import { tfjsLstmForward } from '../tfjs/lstm.ts'
import { tfjsCrossEntropy, tfjsSoftmax } from '../tfjs/rnn-loss.ts'
import { tfjsRnnForward } from '../tfjs/rnn.ts'
import type { Pair } from './deviations.ts'
import { drawGru, drawLstm, drawRnn, drawSizes } from './draw.ts'

/** States, logits and the loss of the last ones. */
export function rnnPairs(random: Random, tf: Tf): Pair[] {
  const { params, xs, h0, labels } = drawRnn(random)
  const expected = tfjsRnnForward(tf, params, xs, h0)
  const last = expected.ys.at(-1)
  const loss = last ? tfjsCrossEntropy(tf, last, labels) : NaN
  return [
    [{ ...rnnForward(params, xs, h0) }, { ...expected }],
    [bptt(params, xs, labels, h0).loss, loss],
  ]
}

/** Hidden and cell states. */
export function lstmPairs(random: Random, tf: Tf): Pair[] {
  const { params, xs, h0, c0 } = drawLstm(random)
  const { hs, cs } = lstmForward(params, xs, h0, c0)
  return [[{ hs, cs }, { ...tfjsLstmForward(tf, params, xs, h0, c0) }]]
}

export function gruPairs(random: Random, tf: Tf): Pair[] {
  const { params, xs, h0 } = drawGru(random)
  return [[gruForward(params, xs, h0).hs, tfjsGruForward(tf, params, xs, h0).hs]]
}

/** Layers on top of one another, as models of several layers are compared: errors of one are inputs of the next. */
export function stackPairs(random: Random, tf: Tf): Pair[] {
  const sizes = drawSizes(random)
  const bottom = drawLstm(random, sizes)
  const above = Array.from({ length: random.int(1, 3) }, () => drawLstm(random, { ...sizes, D: sizes.H }))
  const layers = [bottom, ...above].map(({ params }) => params)
  const through = (layer: (params: (typeof layers)[number], xs: readonly Mat[]) => readonly Mat[]): readonly Mat[] =>
    layers.reduce((xs, params) => layer(params, xs), bottom.xs)
  return [
    [through((params, xs) => lstmForward(params, xs).hs), through((params, xs) => tfjsLstmForward(tf, params, xs).hs)],
  ]
}

export function activationPairs(random: Random, tf: Tf): Pair[] {
  const [m, logits] = [random.matrix(4, 6, 3), random.matrix(4, 6, 2)]
  return [
    [sigmoid(m), tfjsSigmoid(tf, m)],
    [softmax(logits), tfjsSoftmax(tf, logits)],
  ]
}

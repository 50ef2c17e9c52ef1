/**
 * The oracles judge each other before they judge anybody: the float64 reference, TensorFlow.js as it runs here and
 * PyTorch's recorded answers must agree, or the fault is ours. PyTorch stands in the middle: the other two are compared
 * with it, the reference on every case, forward and backward.
 */
import type { Tf } from '../backend/tf.ts'
import type { Mat } from '../model/mat.ts'
import type { Expected } from '../numeric/compare.ts'
import { zeros } from '../numeric/mat.ts'
import {
  agreeGruWithoutReference,
  agreeLstmWithoutReference,
  agreeRnnWithoutReference,
} from './agreement-without-reference.ts'
import { requireAgreement } from './gap.ts'
import type { ResetAfterParams } from './params.ts'
import { gruBackward, gruForward, gruStepResetAfter } from './reference/gru.ts'
import { lstmBackward, lstmForward } from './reference/lstm.ts'
import { bptt, rnnBackward, rnnStates } from './reference/rnn.ts'
import { recordOf, type Tensors } from './tensors.ts'
import { gruVectors, lstmVectors, resetAfterVectors, rnnLossVectors, rnnVectors, type Vector } from './torch/vectors.ts'

/** How far two right forward passes in float64 may be apart, and two right gradients. */
export const forwardTolerance = 1e-12
export const gradientTolerance = 1e-10

export const rnnReference = { states: rnnStates, backward: rnnBackward, bptt }
export const lstmReference = { forward: lstmForward, backward: lstmBackward }
export const gruReference = { forward: gruForward, backward: gruBackward, stepResetAfter: gruStepResetAfter }

/** Throws `oracle.disagree` unless all three know the same recurrent network. */
export function agreeRnn(tf: Tf, reference: typeof rnnReference = rnnReference): void {
  agreeRnnWithoutReference(tf)
  for (const v of rnnVectors()) {
    forward(`rnn.${v.name}`, { hs: v.hs }, { hs: reference.states(v.params, v.xs, v.h0) })
    backward(`rnn.${v.name}`, v, reference.backward(v.params, v.xs, v.dhs, v.h0))
  }
  for (const { name, params, xs, labels, h0, loss, grads } of rnnLossVectors()) {
    const actual = reference.bptt(params, xs, labels, h0)
    forward(`bptt.${name}`, { loss }, actual)
    requireAgreement(pair, `bptt.${name}`, gradientTolerance, { grads: recordOf(grads) }, actual)
  }
}

/** Throws `oracle.disagree` unless all three know the same LSTM. */
export function agreeLstm(tf: Tf, reference: typeof lstmReference = lstmReference): void {
  agreeLstmWithoutReference(tf)
  for (const v of lstmVectors()) {
    const { hs, cs } = reference.forward(v.params, v.xs, v.h0, v.c0)
    forward(`lstm.${v.name}`, { hs: v.hs, cLast: [v.cLast] }, { hs, cLast: cs.slice(-1) })
    const actual = reference.backward(v.params, v.xs, v.dhs, v.h0, v.c0)
    backward(`lstm.${v.name}`, v, actual)
    requireAgreement(pair, `lstm.${v.name}`, gradientTolerance, { dc0: v.dc0 }, actual)
  }
}

/** Throws `oracle.disagree` unless all three know the same GRU, and the reference that of nn.GRU too. */
export function agreeGru(tf: Tf, reference: typeof gruReference = gruReference): void {
  agreeGruWithoutReference(tf)
  for (const v of gruVectors()) {
    forward(`gru.${v.name}`, { hs: v.hs }, reference.forward(v.params, v.xs, v.h0))
    backward(`gru.${v.name}`, v, reference.backward(v.params, v.xs, v.dhs, v.h0))
  }
  for (const v of resetAfterVectors()) {
    forward(`gru-reset-after.${v.name}`, { hs: v.hs }, { hs: resetAfterStates(v, reference.stepResetAfter) })
  }
}

const pair = 'reference/torch'

function forward(where: string, expected: Expected, actual: unknown): void {
  requireAgreement(pair, where, forwardTolerance, expected, actual)
}

function backward<P extends Tensors<P>>(where: string, { grads, dxs, dh0 }: Vector<P>, actual: unknown): void {
  requireAgreement(pair, where, gradientTolerance, { grads: recordOf(grads), dxs, dh0 }, actual)
}

function resetAfterStates(v: Vector<ResetAfterParams>, step: typeof gruStepResetAfter): Mat[] {
  const hs: Mat[] = []
  for (const x of v.xs) hs.push(step(v.params, x, hs.at(-1) ?? v.h0 ?? zeros(v.params.Wr.rows, x.columns)).h)
  return hs
}

/**
 * Two oracles by other people's hands, on the same case: TensorFlow.js as it runs here against PyTorch's recorded
 * answers. It stands without the reference, so that a machine that must not hold the reference can ask it too.
 */
import type { Tf } from '../backend/tf.ts'
import { requireAgreement } from './gap.ts'
import { tfjsGruForward } from './tfjs/gru.ts'
import { tfjsLstmForward } from './tfjs/lstm.ts'
import { tfjsRnnStates } from './tfjs/rnn.ts'
import { gruVectors, lstmVectors, rnnVectors } from './torch/vectors.ts'

/** How far a right answer in float32 may be from one in float64, on any backend: ten times the worst that was seen. */
export const float32Tolerance = 1e-5

/** Throws `oracle.disagree` when tfjs's recurrent network is not PyTorch's. */
export function agreeRnnWithoutReference(tf: Tf, tfjs: typeof tfjsRnnStates = tfjsRnnStates): void {
  for (const { name, params, xs, h0, hs } of general(rnnVectors())) {
    requireAgreement('tfjs/torch', `rnn.${name}`, float32Tolerance, { hs }, tfjs(tf, params, xs, h0))
  }
}

/** Throws `oracle.disagree` when tfjs's LSTM is not PyTorch's. */
export function agreeLstmWithoutReference(tf: Tf, tfjs: typeof tfjsLstmForward = tfjsLstmForward): void {
  for (const { name, params, xs, h0, c0, hs, cLast } of general(lstmVectors())) {
    const actual = tfjs(tf, params, xs, h0, c0)
    const last = { hs: actual.hs, cLast: actual.cs.slice(-1) }
    requireAgreement('tfjs/torch', `lstm.${name}`, float32Tolerance, { hs, cLast: [cLast] }, last)
  }
}

/** Throws `oracle.disagree` when tfjs's GRU is not the one written out in PyTorch. */
export function agreeGruWithoutReference(tf: Tf, tfjs: typeof tfjsGruForward = tfjsGruForward): void {
  for (const { name, params, xs, h0, hs } of general(gruVectors())) {
    requireAgreement('tfjs/torch', `gru.${name}`, float32Tolerance, { hs }, tfjs(tf, params, xs, h0))
  }
}

/** The first case of a kind can tell all conventions apart: D ≠ H, several steps and examples, states given. */
function general<V>(vectors: readonly V[]): readonly V[] {
  return vectors.slice(0, 1)
}

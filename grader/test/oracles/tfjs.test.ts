import { describe, expect, it } from 'vitest'
import { loadTf } from '../../backend/load.ts'
import { fromRows, zeros } from '../../numeric/mat.ts'
import { relativeErrors } from '../../oracles/numeric-gradient.ts'
import { sigmoid } from '../../oracles/reference/activations.ts'
import { gruForward } from '../../oracles/reference/gru.ts'
import { crossEntropy, softmax } from '../../oracles/reference/loss.ts'
import { lstmForward } from '../../oracles/reference/lstm.ts'
import { bptt, rnnForward } from '../../oracles/reference/rnn.ts'
import { tfjsSigmoid } from '../../oracles/tfjs/activations.ts'
import { tfjsGruForward } from '../../oracles/tfjs/gru.ts'
import { withLayers } from '../../oracles/tfjs/layer.ts'
import { tfjsLstmForward } from '../../oracles/tfjs/lstm.ts'
import { tfjsCrossEntropy, tfjsRnnGradients, tfjsSoftmax } from '../../oracles/tfjs/rnn-loss.ts'
import { tfjsRnnForward, tfjsRnnStates } from '../../oracles/tfjs/rnn.ts'
import { expectClose, gruCase, lstmCase, rnnCase, titles } from './cases.ts'

// Six times the worst error of a right forward pass over 480 random cases.
const backends = [
  { name: 'cpu', tolerance: { atol: 2e-6, rtol: 1e-5 } },
  { name: 'wasm', tolerance: { atol: 5e-6, rtol: 1e-5 } },
] as const

describe.each(backends)('tfjs on $name gives what the reference gives', ({ name, tolerance }) => {
  it.each(titles(12))('RNN: %s', async (title) => {
    const [tf, { params, xs, h0 }] = [await loadTf(name), rnnCase(title)]
    expectClose(tfjsRnnForward(tf, params, xs, h0), rnnForward(params, xs, h0), tolerance)
    expectClose(tfjsRnnStates(tf, params, xs), { hs: rnnForward(params, xs).hs }, tolerance)
  })

  it.each(titles(12))('LSTM: %s', async (title) => {
    const [tf, { params, xs, h0, c0 }] = [await loadTf(name), lstmCase(title)]
    const { hs, cs } = lstmForward(params, xs, h0, c0)
    expectClose(tfjsLstmForward(tf, params, xs, h0, c0), { hs, cs }, tolerance)
    expectClose(tfjsLstmForward(tf, params, xs, h0), { hs: lstmForward(params, xs, h0).hs }, tolerance)
  })

  it.each(titles(12))('GRU: %s', async (title) => {
    const [tf, { params, xs, h0 }] = [await loadTf(name), gruCase(title)]
    expectClose(tfjsGruForward(tf, params, xs, h0), { hs: gruForward(params, xs, h0).hs }, tolerance)
    expectClose(tfjsGruForward(tf, params, xs), { hs: gruForward(params, xs).hs }, tolerance)
  })

  it.each(titles(6))('loss and gradients: %s', async (title) => {
    const [tf, { params, xs, labels, h0 }] = [await loadTf(name), rnnCase(title)]
    const logits = rnnForward(params, xs, h0).ys.at(-1) ?? fromRows([])
    expectClose(tfjsSigmoid(tf, logits), sigmoid(logits), tolerance)
    expectClose(tfjsSoftmax(tf, logits), softmax(logits), tolerance)
    expectClose(tfjsCrossEntropy(tf, logits, labels), crossEntropy(softmax(logits), labels), tolerance)
    const [received, expected] = [tfjsRnnGradients(tf, params, xs, labels, h0), bptt(params, xs, labels, h0)]
    expectClose(received.loss, expected.loss, tolerance)
    for (const [tensor, error] of relativeErrors(received.grads, expected.grads))
      expect(error, tensor).toBeLessThan(1e-4)
  })

  it('leaves no tensor behind', async () => {
    const tf = await loadTf(name)
    const [rnn, lstm, gru] = [rnnCase('leak'), lstmCase('leak'), gruCase('leak')]
    const before = tf.memory().numTensors
    tfjsRnnForward(tf, rnn.params, rnn.xs)
    tfjsLstmForward(tf, lstm.params, lstm.xs, lstm.h0, lstm.c0)
    tfjsGruForward(tf, gru.params, gru.xs, gru.h0)
    tfjsRnnGradients(tf, rnn.params, rnn.xs, rnn.labels)
    tfjsSoftmax(tf, rnn.h0)
    tfjsSigmoid(tf, rnn.h0)
    tfjsCrossEntropy(
      tf,
      fromRows([
        [1, 2],
        [3, 4],
      ]),
      [0, 1],
    )
    expect(tf.memory().numTensors).toBe(before)
  })

  it('leaves no tensor behind when it throws', async () => {
    const [tf, { params, xs }] = [await loadTf(name), lstmCase('leak')]
    const before = tf.memory().numTensors
    expect(() => tfjsLstmForward(tf, { ...params, bf: zeros(params.bf.rows + 1, 1) }, xs)).toThrow()
    expect(() =>
      withLayers(tf, () => {
        throw new Error('on purpose', { cause: tf.ones([2]) })
      }),
    ).toThrow('on purpose')
    expect(tf.memory().numTensors).toBe(before)
  })
})

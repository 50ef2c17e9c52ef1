import { describe, expect, it } from 'vitest'
import type { Mat } from '../../model/mat.ts'
import { dot, zeros } from '../../numeric/mat.ts'
import { numericGradient, relativeErrors, type ScalarFunction } from '../../oracles/numeric-gradient.ts'
import { gruBackward, gruForward, gruStepResetAfter } from '../../oracles/reference/gru.ts'
import { lstmBackward, lstmForward } from '../../oracles/reference/lstm.ts'
import { truncatedBptt } from '../../oracles/reference/rnn-training.ts'
import { bptt, rnnBackward, rnnStates } from '../../oracles/reference/rnn.ts'
import type { Tensors } from '../../oracles/tensors.ts'
import { resetAfterVectors } from '../../oracles/torch/vectors.ts'
import { expectClose, gruCase, lstmCase, rnnCase, titles } from './cases.ts'

describe('The reference gradients are those of central differences', () => {
  it.each(titles(12))('RNN, loss of the last step: %s', async (title) => {
    const { params, xs, labels, h0 } = rnnCase(title)
    const { grads } = bptt(params, xs, labels, h0)
    await expectGradient((p) => bptt(p, xs, labels, h0).loss, params, grads)
  })

  it.each(titles(12))('RNN, every state: %s', async (title) => {
    const { params, xs, dhs, h0 } = rnnCase(title)
    const { Wxh, Whh, bh } = params
    const { grads, dxs, dh0 } = rnnBackward(params, xs, dhs, h0)
    await expectGradient((p) => total(dhs, rnnStates(p, xs, h0)), { Wxh, Whh, bh }, grads)
    const f = (p: Inputs): number => total(dhs, rnnStates(params, steps(p), p['h0']))
    await expectGradient(f, inputs(xs, { h0 }), inputs(dxs, { h0: dh0 }))
  })

  it.each(titles(12))('LSTM: %s', async (title) => {
    const { params, xs, dhs, h0, c0 } = lstmCase(title)
    const { grads, dxs, dh0, dc0 } = lstmBackward(params, xs, dhs, h0, c0)
    await expectGradient((p) => total(dhs, lstmForward(p, xs, h0, c0).hs), params, grads)
    const f = (p: Inputs): number => total(dhs, lstmForward(params, steps(p), p['h0'], p['c0']).hs)
    await expectGradient(f, inputs(xs, { h0, c0 }), inputs(dxs, { h0: dh0, c0: dc0 }))
  })

  it.each(titles(12))('GRU: %s', async (title) => {
    const { params, xs, dhs, h0 } = gruCase(title)
    const { grads, dxs, dh0 } = gruBackward(params, xs, dhs, h0)
    await expectGradient((p) => total(dhs, gruForward(p, xs, h0).hs), params, grads)
    const f = (p: Inputs): number => total(dhs, gruForward(params, steps(p), p['h0']).hs)
    await expectGradient(f, inputs(xs, { h0 }), inputs(dxs, { h0: dh0 }))
  })

  it('GRU that resets after the product: the gradients of nn.GRU', async () => {
    for (const { params, xs, dhs, h0, grads } of resetAfterVectors()) {
      const f = (p: typeof params): number => {
        let [h, sum] = [h0 ?? zeros(p.Wr.rows, xs[0]?.columns ?? 0), 0]
        for (const [t, x] of xs.entries()) {
          h = gruStepResetAfter(p, x, h).h
          sum += total(dhs.slice(t, t + 1), [h])
        }
        return sum
      }
      await expectGradient(f, params, grads)
    }
  })
})

describe('Truncated backpropagation', () => {
  it.each(titles(8))('takes the state before the window as a constant: %s', (title) => {
    const { params, xs, labels } = rnnCase(title)
    const hs = rnnStates(params, xs)
    for (let window = 1; window < xs.length; window++) {
      const { loss, grads } = bptt(params, xs.slice(-window), labels, hs.at(-window - 1))
      expectClose(truncatedBptt(params, xs, labels, window), { loss, grads: { ...grads } }, 1e-14)
    }
  })

  it.each(titles(4))('is plain backpropagation when the window holds the sequence: %s', (title) => {
    const { params, xs, labels } = rnnCase(title)
    const whole = bptt(params, xs, labels)
    expect(truncatedBptt(params, xs, labels, xs.length)).toEqual(whole)
    expect(truncatedBptt(params, xs, labels, xs.length + 3)).toEqual(whole)
  })
})

type Inputs = Readonly<Record<string, Mat>>

function inputs(xs: readonly Mat[], states: Inputs): Inputs {
  return { ...states, ...Object.fromEntries(xs.map((x, t) => [`x${String(t)}`, x])) }
}

function steps(p: Inputs): Mat[] {
  return Object.keys(p).flatMap((name) => (name.startsWith('x') ? (p[name] ?? []) : []))
}

/** Σ `dhs[t]` · `hs[t]`, the function whose gradients the cells compute. */
function total(dhs: readonly Mat[], hs: readonly Mat[]): number {
  return hs.reduce((sum, h, t) => sum + dot(h, dhs[t] ?? zeros(h.rows, h.columns)), 0)
}

async function expectGradient<P extends Tensors<P>>(f: ScalarFunction<P>, params: P, grads: P): Promise<void> {
  const numeric = await numericGradient(f, params)
  for (const [name, error] of relativeErrors(grads, numeric)) expect(error, String(name)).toBeLessThan(1e-6)
}

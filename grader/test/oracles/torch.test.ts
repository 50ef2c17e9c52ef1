import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { zeros } from '../../numeric/mat.ts'
import { gruBackward, gruForward, gruStepResetAfter } from '../../oracles/reference/gru.ts'
import { lstmBackward, lstmForward } from '../../oracles/reference/lstm.ts'
import { bptt, rnnBackward, rnnStates } from '../../oracles/reference/rnn.ts'
import { recordOf } from '../../oracles/tensors.ts'
import { gruVectors, lstmVectors, provenance } from '../../oracles/torch/vectors.ts'
import { resetAfterVectors, rnnLossVectors, rnnVectors } from '../../oracles/torch/vectors.ts'
import { expectClose } from './cases.ts'

const folder = new URL('../../oracles/torch/', import.meta.url)

describe('The reference gives what PyTorch gave in float64', () => {
  it.each(rnnVectors())('nn.RNN, $name', ({ params, xs, h0, dhs, hs, grads, dxs, dh0 }) => {
    expectClose(rnnStates(params, xs, h0), hs, 1e-12)
    expectClose(rnnBackward(params, xs, dhs, h0), { grads: recordOf(grads), dxs, dh0 }, 1e-10)
  })

  it.each(rnnLossVectors())('nn.RNN with a loss, $name', ({ params, xs, labels, h0, loss, grads }) => {
    const received = bptt(params, xs, labels, h0)
    expectClose(received.loss, loss, 1e-12)
    expectClose(received.grads, recordOf(grads), 1e-10)
  })

  it.each(lstmVectors())('nn.LSTM, $name', ({ params, xs, h0, c0, dhs, hs, cLast, grads, dxs, dh0, dc0 }) => {
    const received = lstmForward(params, xs, h0, c0)
    expectClose(received.hs, hs, 1e-12)
    expectClose(received.cs.at(-1), cLast, 1e-12)
    expectClose(lstmBackward(params, xs, dhs, h0, c0), { grads: recordOf(grads), dxs, dh0, dc0 }, 1e-10)
  })

  it.each(gruVectors())('GRU written out, $name', ({ params, xs, h0, dhs, hs, grads, dxs, dh0 }) => {
    expectClose(gruForward(params, xs, h0).hs, hs, 1e-12)
    expectClose(gruBackward(params, xs, dhs, h0), { grads: recordOf(grads), dxs, dh0 }, 1e-10)
  })

  it.each(resetAfterVectors())('nn.GRU, $name', ({ params, xs, h0, hs }) => {
    let h = h0 ?? zeros(params.Wr.rows, xs[0]?.columns ?? 0)
    for (const [t, x] of xs.entries()) {
      h = gruStepResetAfter(params, x, h).h
      expectClose([h], hs.slice(t, t + 1), 1e-12)
    }
  })
})

describe('The vectors', () => {
  it('come from the script beside them', () => {
    const script = readFileSync(new URL('make_vectors.py', folder), 'utf8').replaceAll('\r\n', '\n')
    expect(createHash('sha256').update(script).digest('hex')).toBe(provenance().scriptSha256)
    expect(provenance()).toMatchObject({ torch: expect.stringMatching(/^\d+\.\d+/) as string, seed: 1990 })
  })

  it('stay small enough to keep in the repository', () => {
    expect(readFileSync(new URL('vectors.json', folder)).length).toBeLessThan(200_000)
  })

  it('tell every convention apart in the first case: states given, several steps, more than one size', () => {
    for (const [v] of [rnnVectors(), lstmVectors(), gruVectors()]) {
      expect(v?.h0).toBeDefined()
      expect(v?.xs.length).toBeGreaterThan(2)
      expect(v?.xs[0]?.rows).not.toBe(v?.hs[0]?.rows)
      expect(v?.xs[0]?.columns).toBeGreaterThan(1)
    }
  })
})

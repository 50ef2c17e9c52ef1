import { beforeAll, describe, expect, it } from 'vitest'
import { loadTf } from '../../backend/load.ts'
import type { Tf } from '../../backend/tf.ts'
import { LabError } from '../../model/errors.ts'
import type { Mat } from '../../model/mat.ts'
import { map } from '../../numeric/mat.ts'
import { agreeGruWithoutReference, agreeLstmWithoutReference } from '../../oracles/agreement-without-reference.ts'
import { agreeRnnWithoutReference } from '../../oracles/agreement-without-reference.ts'
import { agreeGru, agreeLstm, agreeRnn } from '../../oracles/agreement.ts'
import { gruReference, lstmReference, rnnReference } from '../../oracles/agreement.ts'
import { tfjsGruForward } from '../../oracles/tfjs/gru.ts'
import { tfjsLstmForward } from '../../oracles/tfjs/lstm.ts'
import { tfjsRnnStates } from '../../oracles/tfjs/rnn.ts'

let tf: Tf
beforeAll(async () => {
  tf = await loadTf('wasm')
})

describe('The oracles agree', () => {
  it.each([
    ['RNN', agreeRnn, agreeRnnWithoutReference],
    ['LSTM', agreeLstm, agreeLstmWithoutReference],
    ['GRU', agreeGru, agreeGruWithoutReference],
  ])('about the %s', (_, agree, agreeWithoutReference) => {
    expect(() => {
      agree(tf)
    }).not.toThrow()
    expect(() => {
      agreeWithoutReference(tf)
    }).not.toThrow()
  })
})

describe('A broken reference is found', () => {
  it('RNN: a forward pass off by 1e-11', () => {
    const states: typeof rnnReference.states = (...args) => rnnReference.states(...args).map((h) => shifted(h, 1e-11))
    expectFault(
      () => {
        agreeRnn(tf, { ...rnnReference, states })
      },
      'reference/torch',
      /^rnn\..*\.hs\[0\]\[0,0\]$/,
      1e-11,
    )
  })

  it('RNN: a gradient of the loss not averaged over the batch', () => {
    const bptt: typeof rnnReference.bptt = (params, xs, labels, h0) => {
      const { loss, grads } = rnnReference.bptt(params, xs, labels, h0)
      return { loss, grads: { ...grads, by: map(grads.by, (value) => value * labels.length) } }
    }
    expectFault(
      () => {
        agreeRnn(tf, { ...rnnReference, bptt })
      },
      'reference/torch',
      /^bptt\..*\.grads\.by\[/,
    )
  })

  it('LSTM: the initial cell ignored', () => {
    const forward: typeof lstmReference.forward = (params, xs, h0) => lstmReference.forward(params, xs, h0)
    expectFault(
      () => {
        agreeLstm(tf, { ...lstmReference, forward })
      },
      'reference/torch',
      /^lstm\..*\.hs\[0\]\[/,
    )
  })

  it('LSTM: a gradient of the initial cell that is not a number', () => {
    const backward: typeof lstmReference.backward = (...args) => {
      const result = lstmReference.backward(...args)
      return { ...result, dc0: shifted(result.dc0, NaN) }
    }
    expectFault(
      () => {
        agreeLstm(tf, { ...lstmReference, backward })
      },
      'reference/torch',
      /\.dc0\[0,0\]$/,
      NaN,
    )
  })

  it('GRU: the reset-before step in place of the other', () => {
    const stepResetAfter: typeof gruReference.stepResetAfter = (params, x, h) =>
      gruReference.forward(params, [x], h).caches[0] ?? never()
    expectFault(
      () => {
        agreeGru(tf, { ...gruReference, stepResetAfter })
      },
      'reference/torch',
      /^gru-reset-after\..*\.hs\[0\]\[/,
    )
  })
})

describe('A broken tfjs is found without the reference', () => {
  it('RNN: one step missing', () => {
    const tfjs: typeof tfjsRnnStates = (...args) => ({ hs: tfjsRnnStates(...args).hs.slice(1) })
    expectFault(
      () => {
        agreeRnnWithoutReference(tf, tfjs)
      },
      'tfjs/torch',
      /^rnn\..*\.hs$/,
      NaN,
    )
  })

  it('LSTM: a cell off by 1e-4', () => {
    const tfjs: typeof tfjsLstmForward = (...args) => {
      const { hs, cs } = tfjsLstmForward(...args)
      return { hs, cs: cs.map((c) => shifted(c, 1e-4)) }
    }
    expectFault(
      () => {
        agreeLstmWithoutReference(tf, tfjs)
      },
      'tfjs/torch',
      /\.cLast\[0\]\[0,0\]$/,
      1e-4,
    )
  })

  it('GRU: the update gate the other way round', () => {
    const tfjs: typeof tfjsGruForward = (model, params, xs, h0) => {
      const minus = (m: Mat): Mat => map(m, (value) => -value)
      return tfjsGruForward(model, { ...params, Wz: minus(params.Wz), bz: minus(params.bz) }, xs, h0)
    }
    expectFault(
      () => {
        agreeGruWithoutReference(tf, tfjs)
      },
      'tfjs/torch',
      /^gru\..*\.hs\[0\]\[/,
    )
  })
})

function expectFault(act: () => void, oracles: string, where: RegExp, maxAbs?: number): void {
  const error = caught(act)
  expect(error).toMatchObject({ blame: 'fault', messageId: 'oracle.disagree', params: { oracles } })
  expect(error.params['where']).toMatch(where)
  if (maxAbs !== undefined && Number.isNaN(maxAbs)) expect(error.params['maxAbs']).toBeNaN()
  else if (maxAbs !== undefined) expect(Number(error.params['maxAbs']) / maxAbs).toBeCloseTo(1, 1)
}

function caught(act: () => void): LabError {
  try {
    act()
  } catch (error) {
    if (error instanceof LabError) return error
    throw error
  }
  throw new Error('Expected a disagreement, got none')
}

function shifted(m: Mat, by: number): Mat {
  return map(m, (value) => value + by)
}

function never(): never {
  throw new Error('Expected a first step')
}

import type { expectations as topic } from '../catalogue/expectations.ts'
import type { Examples } from '../language.ts'

export const expectations = {
  'expect.type': [{ at: 'hs', expected: 'Matrix(3×4)[5]', received: 'Matrix(3×4)' }],
  'expect.shape': [{ at: 'hs[2]', expected: 'Matrix(3×4)', received: 'Matrix(4×3)' }],
  'expect.value': [{ at: 'hs[2][1,0]', expected: '0.31', received: '0.62' }],
  'expect.value-only': [{ expected: '[1, 0, 1, 0, 0.5]', received: '[1, 0, NaN, 0, 0.5]' }],
  'expect.value-oracle': [
    { at: 'hs[2][1,0]', expected: '0.4621', received: '0.46212', oracle: 'tfjs' },
    {
      at: 'caches[12].cTilde[3,7]',
      expected: '-0.12345678901234566',
      received: '-0.12345678901234568',
      oracle: 'float64',
    },
  ],
  'expect.not-finite': [{ at: 'probs[0,2]', received: 'NaN' }],
  'expect.exports': [
    { file: 'lstm-cell.ts', count: 1, names: 'lstmStep' },
    { file: 'lstm-cell.ts', count: 2, names: 'lstmStep, lstmForward' },
  ],
  'expect.gradient': [{ at: 'grads.Wf[0,3]', expected: '0.01842', received: '-0.01842' }],
  'law.zero-initial-state': [{ at: 'hs[0][2,1]' }],
  'law.initial-state-ignored': [{ state: 'c0' }],
  'law.split': [
    { cut: 1, at: 'hs[1][0,0]' },
    { cut: 3, at: 'cs[3][2,0]' },
  ],
  'law.batch': [{ column: 2, at: 'hs[0][1,0]' }],
  'law.permutation': [{ at: 'hs[0][0,1]' }],
  'law.one-step': [{ at: 'hs[0][0,1]' }],
  'law.causality': [{ step: 4, at: 'hs[2][0,0]' }],
  'law.input-has-no-effect': [{ step: 0, at: 'hs[5]' }],
  'law.argument-changed': [{ fn: 'lstmStep', at: 'params.Wf[0,0]' }],
  'law.deterministic': [{ at: 'hs[0][1,1]' }],
  'law.constant': [{ key: 'hs' }],
  'init.bias': [
    { name: 'bf', value: 1, at: 'params.bf[0,0]' },
    { name: 'bh', value: 0, at: 'params.bh[2,0]' },
  ],
  'init.seed-ignored': [{ fn: 'initLstm', at: 'params.Wf[0,0]' }],
  'init.same-for-every-seed': [{ fn: 'initLstm', name: 'Wf' }],
  'init.scale': [{ name: 'Whh', expected: '0.1000', received: '0.3162' }],
  'init.mean': [{ name: 'Wxh', received: '0.0502' }],
  'init.shared-stream': [{ name: 'Wi', other: 'Wf' }],
  'count.wrong': [{ call: 'countLstmParams(10, 20)' }],
  'count.two-biases': [{ call: 'countLstmParams(10, 20)' }],
  'backward.forward-constant': [{ fn: 'lstmForward' }],
  'backward.not-additive': [{ at: 'grads.Wc[1,2]' }],
  'backward.caches-changed': [{ at: 'grads.Wf[0,0]' }],
} satisfies Examples<typeof topic>

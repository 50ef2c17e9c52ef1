import type { Change } from './lab.ts'

/** A solution with one mistake, and whatever else the mistake asks of the rest to be consistent with it. */
export interface WrongStep {
  readonly id: string
  readonly slug: 'rnn-bptt' | 'lstm-cell' | 'gru-cell'
  readonly changes: readonly Change[]
  /** Every check that is lost, those of the mistake itself. */
  readonly lost: readonly string[]
  /** Checks that pass only because they use the mistake and nothing else. */
  readonly followThrough: readonly string[]
}

const lstmUpdate =
  'const c = Matrix.add(Matrix.mul(f, cPrev), Matrix.mul(i, cTilde))\n  const h = Matrix.mul(o, Matrix.tanh(c))\n  return { x, hPrev, cPrev, f, i, cTilde, o, c, h }\n  // @end\n}\n\n/**\n * L4'
const lstmForward = ['forward-tfjs', 'forward-reference', 'forward-torch']
const lstmBackward = ['forget', 'input', 'candidate', 'output', 'dxs', 'dh0', 'dc0', 'torch'].map(
  (k) => `backward-${k}`,
)
/** They ask whether the way back is that of the own way there. */
const finiteDifferences = ['backward-finite-differences', 'backward-finite-differences-inputs']
const gruForward = ['forward-tfjs', 'forward-reference', 'forward-torch']
const gruBackward = ['reset', 'update', 'candidate', 'dxs', 'dh0', 'torch'].map((k) => `backward-${k}`)
const rnnForward = ['forward-tfjs', 'forward-reference', 'forward-torch']
const rnnLoss = ['bptt-loss-tfjs', 'bptt-loss-reference']
const rnnGradients = [
  'bptt-output-gradient',
  'bptt-recurrent-gradient',
  'bptt-input-gradient',
  'bptt-bias-gradient',
  'bptt-initial-state',
  'bptt-directional',
  'bptt-torch',
  'bptt-one-step',
  'truncated-reference',
]

/** The update that a swapped LSTM makes, and the way back through it. */
export const lstmSwap: readonly Change[] = [
  [
    lstmUpdate,
    lstmUpdate.replace('Matrix.mul(f, cPrev), Matrix.mul(i, cTilde)', 'Matrix.mul(i, cPrev), Matrix.mul(f, cTilde)'),
  ],
]
export const lstmSwapBack: readonly Change[] = [
  ['const df = product(dc, cPrev, sigmoidSlope(f))', 'const df = product(dc, cTilde, sigmoidSlope(f))'],
  ['const di = product(dc, cTilde, sigmoidSlope(i))', 'const di = product(dc, cPrev, sigmoidSlope(i))'],
  ['const dcTilde = product(dc, i, tanhSlope(cTilde))', 'const dcTilde = product(dc, f, tanhSlope(cTilde))'],
  ['dcPrev: Matrix.mul(dc, f)', 'dcPrev: Matrix.mul(dc, i)'],
]

export const gruSwap: readonly Change[] = [
  [
    'return Matrix.mul(oneMinus(z), hPrev).add(Matrix.mul(z, hTilde))',
    'return Matrix.mul(z, hPrev).add(Matrix.mul(oneMinus(z), hTilde))',
  ],
]

/** relu in place of tanh; the second changes the way back with it. */
export const rnnRelu: readonly Change[] = [
  ['const h = Matrix.tanh(a)', 'const h = relu(a)'],
  [
    '/** Zeros (H × B). */',
    'function relu(a: Matrix): Matrix {\n  return new Matrix(a.to2DArray().map((row) => row.map((v) => Math.max(0, v))))\n}\n\n/** Zeros (H × B). */',
  ],
]
export const rnnReluBack: readonly Change[] = [
  [
    'return Matrix.mul(h, h).neg().add(1)',
    'return new Matrix(h.to2DArray().map((row) => row.map((v) => (v > 0 ? 1 : 0))))',
  ],
]

export const wrongSteps: readonly WrongStep[] = [
  {
    id: 'lstm: forget and input swapped, and the way back too',
    slug: 'lstm-cell',
    changes: [...lstmSwap, ...lstmSwapBack],
    lost: ['step-tfjs', 'cell-update', 'step-reference'],
    followThrough: [...lstmForward, 'memory-carried', ...lstmBackward],
  },
  {
    id: 'lstm: forget and input swapped on the way there only',
    slug: 'lstm-cell',
    changes: lstmSwap,
    lost: ['step-tfjs', 'cell-update', 'step-reference', ...finiteDifferences],
    followThrough: [...lstmForward, 'memory-carried', ...lstmBackward],
  },
  {
    id: 'lstm: a sigmoid candidate, and its slope',
    slug: 'lstm-cell',
    changes: [
      [
        'const cTilde = Matrix.tanh(affine(params.Wc, z, params.bc))\n  const o',
        'const cTilde = sigmoid(affine(params.Wc, z, params.bc))\n  const o',
        2,
      ],
      ['const dcTilde = product(dc, i, tanhSlope(cTilde))', 'const dcTilde = product(dc, i, sigmoidSlope(cTilde))'],
    ],
    lost: ['step-tfjs', 'gate-candidate', 'step-reference', 'coupled-reference'],
    followThrough: [...lstmForward, ...lstmBackward],
  },
  {
    id: 'lstm: no tanh on the way out, and none on the way back',
    slug: 'lstm-cell',
    changes: [
      [lstmUpdate, lstmUpdate.replace('Matrix.mul(o, Matrix.tanh(c))', 'Matrix.mul(o, c)')],
      ['const tanhC = Matrix.tanh(c)', 'const tanhC = c'],
      ['product(dh, o, tanhSlope(tanhC))', 'Matrix.mul(dh, o)'],
    ],
    lost: ['step-tfjs', 'hidden-output', 'step-reference'],
    followThrough: [...lstmForward, 'saturated', ...lstmBackward],
  },
  {
    id: 'lstm: a sigmoid that is shifted',
    slug: 'lstm-cell',
    changes: [
      [
        'return a >= 0 ? 1 / (1 + Math.exp(-a)) : Math.exp(a) / (1 + Math.exp(a))',
        'return 1 / (1 + Math.exp(-a - 0.25))',
      ],
    ],
    lost: ['sigmoid-tfjs', 'sigmoid-stable', 'sigmoid-reference'],
    followThrough: [
      ...['step-tfjs', 'gate-forget', 'gate-input', 'gate-output', 'step-reference'],
      ...lstmForward,
      ...lstmBackward,
      ...['peephole-reference', 'coupled-reference'],
    ],
  },
  {
    id: 'lstm: a sigmoid that overflows',
    slug: 'lstm-cell',
    changes: [
      [
        'return a >= 0 ? 1 / (1 + Math.exp(-a)) : Math.exp(a) / (1 + Math.exp(a))',
        'return Math.exp(a) / (1 + Math.exp(a))',
      ],
    ],
    lost: ['sigmoid-stable', 'sigmoid-reference'],
    followThrough: ['saturated'],
  },
  {
    id: 'gru: the other convention of z, and the way back too',
    slug: 'gru-cell',
    changes: [
      ...gruSwap,
      ['product(dh, z, tanhSlope(hTilde))', 'product(dh, oneMinus(z), tanhSlope(hTilde))'],
      ['Matrix.sub(hTilde, hPrev)', 'Matrix.sub(hPrev, hTilde)'],
      ['Matrix.mul(dh, oneMinus(z)).add', 'Matrix.mul(dh, z).add'],
    ],
    lost: ['step-tfjs', 'state-update', 'step-reference', 'reset-after-torch'],
    followThrough: [...gruForward, ...gruBackward],
  },
  {
    id: 'gru: the other convention of z on the way there only',
    slug: 'gru-cell',
    changes: gruSwap,
    lost: ['step-tfjs', 'state-update', 'step-reference', 'reset-after-torch', ...finiteDifferences],
    followThrough: [...gruForward, ...gruBackward],
  },
  {
    id: 'gru: a sigmoid candidate, and its slope',
    slug: 'gru-cell',
    changes: [
      [
        'const hTilde = Matrix.tanh(affine(params.Wh, rhx, params.bh))',
        'const hTilde = sigmoid(affine(params.Wh, rhx, params.bh))',
      ],
      ['product(dh, z, tanhSlope(hTilde))', 'product(dh, z, sigmoidSlope(hTilde))'],
    ],
    lost: ['step-tfjs', 'gate-candidate', 'step-reference'],
    followThrough: [...gruForward, ...gruBackward],
  },
  {
    id: 'rnn: relu, and its slope',
    slug: 'rnn-bptt',
    changes: [...rnnRelu, ...rnnReluBack],
    lost: ['step-tfjs', 'step-reference'],
    followThrough: [...rnnForward, 'saturated', ...rnnLoss, ...rnnGradients, 'train-curve', 'train-clips'],
  },
  {
    id: 'rnn: outputs twice as large, and their slope',
    slug: 'rnn-bptt',
    changes: [
      ['const y = Why.mmul(h).addColumnVector(by)', 'const y = Why.mmul(h).mul(2).addColumnVector(by)'],
      ['const Why = dy.mmul(', 'const Why = Matrix.mul(dy, 2).mmul('],
      ['const dh = params.Why.transpose().mmul(dy)', 'const dh = params.Why.transpose().mmul(dy).mul(2)'],
    ],
    lost: ['step-tfjs', 'step-reference'],
    followThrough: ['forward-tfjs', 'forward-reference', ...rnnLoss, ...rnnGradients, 'train-curve', 'train-clips'],
  },
  {
    id: 'rnn: a softmax of another temperature, and its slope',
    slug: 'rnn-bptt',
    changes: [
      ['const exps = Matrix.exp(shifted)', 'const exps = Matrix.exp(shifted.mul(0.5))'],
      ['.div(labels.length) // (O × B)', '.div(2 * labels.length)'],
    ],
    lost: ['softmax-tfjs', 'softmax-reference'],
    followThrough: [...rnnLoss, ...rnnGradients, 'train-curve', 'train-clips'],
  },
  {
    id: 'rnn: a loss that is a sum, and its slope',
    slug: 'rnn-bptt',
    changes: [
      ['return total / labels.length', 'return total'],
      ['.div(labels.length) // (O × B)', ''],
    ],
    lost: ['cross-entropy', 'cross-entropy-reference'],
    followThrough: [...rnnLoss, ...rnnGradients, 'bptt-batch-mean', 'train-clips'],
  },
  {
    id: 'rnn: a loss that is a sum, and gradients that are means',
    slug: 'rnn-bptt',
    changes: [['return total / labels.length', 'return total']],
    lost: ['cross-entropy', 'cross-entropy-reference'],
    followThrough: [
      ...rnnLoss,
      'bptt-finite-differences',
      'bptt-torch',
      'bptt-batch-mean',
      'train-clips',
      'truncated-reference',
    ],
  },
  {
    id: 'rnn: clipping number by number',
    slug: 'rnn-bptt',
    changes: [
      ['Matrix.mul(g, factor)', 'clipped(g, maxNorm)'],
      [
        '/** Far below any',
        'function clipped(g: Matrix, bound: number): Matrix {\n  return new Matrix(g.to2DArray().map((row) => row.map((v) => Math.max(-bound, Math.min(bound, v)))))\n}\n\n/** Far below any',
      ],
    ],
    lost: ['clip-direction', 'clip-reference'],
    followThrough: ['train-clips'],
  },
  {
    id: 'rnn: a step up the slope',
    slug: 'rnn-bptt',
    changes: [
      ['Matrix.sub(p, Matrix.mul(grads[name], learningRate))', 'Matrix.add(p, Matrix.mul(grads[name], learningRate))'],
    ],
    lost: ['sgd', 'sgd-reference'],
    followThrough: ['train-learns', 'train-curve', 'train-clips'],
  },
]

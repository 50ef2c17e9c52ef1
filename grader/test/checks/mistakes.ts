import type { Slug } from '../../model/verdict.ts'
import type { Change } from './lab.ts'

/** A way of being wrong that the course knows by name, written into the solution. */
export interface Mistake {
  readonly id: string
  readonly slug: Slug
  readonly changes: readonly Change[]
  /** Checks that see it. */
  readonly loses: readonly string[]
  /** Checks that it does not touch. */
  readonly keeps: readonly string[]
}

const rnn: readonly Omit<Mistake, 'slug'>[] = [
  {
    id: 'rnn.tanh-derivative-missing',
    changes: [['Matrix.mul(dh, tanhSlope(at(states, t + 1)))', 'dh.clone()']],
    loses: [
      'bptt-finite-differences',
      'bptt-recurrent-gradient',
      'bptt-input-gradient',
      'bptt-bias-gradient',
      'bptt-torch',
    ],
    keeps: [
      ...['forward-reference', 'bptt-loss-reference', 'bptt-output-gradient', 'clip-reference', 'train-first-loss'],
      ...['train-curve', 'train-clips'],
    ],
  },
  {
    id: 'rnn.only-last-step',
    changes: [['for (let t = xs.length - 1; t >= 0; t--) {', 'for (let t = xs.length - 1; t >= xs.length - 1; t--) {']],
    loses: ['bptt-finite-differences', 'bptt-recurrent-gradient', 'bptt-directional', 'bptt-torch'],
    keeps: ['forward-torch', 'bptt-output-gradient', 'bptt-one-step', 'bptt-loss-reference'],
  },
  {
    id: 'rnn.softmax-unstable',
    changes: [["logits.clone().subRowVector(logits.max('column'))", 'logits.clone()']],
    loses: ['softmax-stable', 'softmax-reference'],
    keeps: ['softmax-tfjs', 'bptt-finite-differences', 'bptt-torch', 'train-curve'],
  },
  {
    id: 'rnn.loss-sum-not-mean',
    changes: [['return total / labels.length', 'return total']],
    loses: ['cross-entropy', 'cross-entropy-reference'],
    keeps: [
      'bptt-loss-tfjs',
      'bptt-batch-mean',
      'bptt-finite-differences',
      'cross-entropy-zero',
      'bptt-output-gradient',
      'bptt-recurrent-gradient',
      'train-first-loss',
      'softmax-reference',
    ],
  },
  {
    id: 'rnn.clip-by-value',
    changes: [
      ['Matrix.mul(g, factor)', 'clipped(g, maxNorm)'],
      [
        '/** Far below any',
        'function clipped(g: Matrix, bound: number): Matrix {\n  return new Matrix(g.to2DArray().map((row) => row.map((v) => Math.max(-bound, Math.min(bound, v)))))\n}\n\n/** Far below any',
      ],
    ],
    loses: ['clip-direction', 'clip-reference'],
    keeps: ['clip-norm', 'clip-below-threshold', 'updates-unchanged', 'sgd-reference', 'bptt-torch', 'train-clips'],
  },
  {
    id: 'rnn.mutates-arguments',
    changes: [
      [
        'const a = Matrix.add(Wxh.mmul(x), Whh.mmul(hPrev)).addColumnVector(bh) // (H × B)',
        'const a = Wxh.mmul(x).add(Whh.mmul(hPrev)).addColumnVector(bh)\n  bh.mul(1 + 1e-9)',
      ],
    ],
    loses: ['inputs-unchanged', 'bptt-inputs-unchanged'],
    keeps: ['step-tfjs', 'forward-tfjs', 'clip-reference', 'sgd-reference'],
  },
  {
    id: 'rnn.initial-state-returned',
    changes: [['const hs: Matrix[] = []', 'const hs: Matrix[] = [h0 ?? initialState(params, xs)]']],
    loses: ['forward-shapes', 'forward-tfjs', 'forward-reference', 'bptt-recurrent-gradient'],
    keeps: ['step-reference', 'bptt-loss-reference', 'bptt-output-gradient', 'clip-reference'],
  },
  {
    id: 'rnn.h0-ignored',
    changes: [['let h = h0 ?? initialState(params, xs)', 'let h = initialState(params, xs)']],
    loses: ['initial-state', 'law-split', 'forward-reference', 'bptt-initial-state'],
    keeps: ['step-reference', 'bptt-finite-differences', 'bptt-recurrent-gradient', 'train-curve', 'law-causality'],
  },
]

const lstm: readonly Omit<Mistake, 'slug'>[] = [
  {
    id: 'lstm.forget-and-input-swapped',
    changes: [
      [
        '  const c = Matrix.add(Matrix.mul(f, cPrev), Matrix.mul(i, cTilde))\n  const h = Matrix.mul(o, Matrix.tanh(c))\n  return { x, hPrev, cPrev, f, i, cTilde, o, c, h }\n  // @end\n}\n\n/**\n * L4',
        '  const c = Matrix.add(Matrix.mul(i, cPrev), Matrix.mul(f, cTilde))\n  const h = Matrix.mul(o, Matrix.tanh(c))\n  return { x, hPrev, cPrev, f, i, cTilde, o, c, h }\n  // @end\n}\n\n/**\n * L4',
      ],
    ],
    loses: ['step-tfjs', 'cell-update', 'backward-finite-differences', 'backward-forget', 'backward-torch'],
    keeps: [
      ...['gate-forget', 'gate-input', 'gate-candidate', 'gate-output', 'hidden-output', 'init-scale'],
      ...['forward-reference', 'forward-torch', 'memory-carried'],
    ],
  },
  {
    id: 'lstm.concat-order',
    changes: [
      ['const z = hPrev.concat(x) // ((H + D) × B)', 'const z = x.concat(hPrev)', 3],
      ['hPrev.concat(x).transpose()', 'x.concat(hPrev).transpose()'],
      [
        'dhPrev: dz.subMatrix(0, hPrev.rows - 1, 0, dz.columns - 1)',
        'dhPrev: dz.subMatrix(x.rows, dz.rows - 1, 0, dz.columns - 1)',
      ],
      [
        'dx: dz.subMatrix(hPrev.rows, dz.rows - 1, 0, dz.columns - 1)',
        'dx: dz.subMatrix(0, x.rows - 1, 0, dz.columns - 1)',
      ],
    ],
    loses: ['step-tfjs', 'gate-forget', 'gate-input', 'gate-candidate', 'gate-output'],
    keeps: [
      'forward-torch',
      'backward-forget',
      'backward-finite-differences',
      'backward-finite-differences-inputs',
      'law-split',
      'memory-carried',
      'count-params',
    ],
  },
  {
    id: 'lstm.hidden-gradient-not-carried',
    changes: [['Matrix.add(at(dhs, t), dh)', 'at(dhs, t)']],
    loses: ['backward-finite-differences', 'backward-forget', 'backward-dxs', 'backward-torch'],
    keeps: ['forward-reference', 'backward-shapes', 'backward-inputs-unchanged', 'step-reference'],
  },
  {
    id: 'lstm.cell-gradient-not-carried',
    changes: [
      ['    dc = step.dcPrev\n', '    dc = Matrix.zeros(dc.rows, dc.columns)\n'],
      ['dc0: dc }', 'dc0: dc }'],
    ],
    loses: ['backward-finite-differences', 'backward-forget', 'backward-dc0', 'backward-torch'],
    keeps: ['forward-reference', 'backward-shapes', 'backward-inputs-unchanged', 'step-reference'],
  },
  {
    id: 'lstm.double-tanh-in-cell-gradient',
    changes: [['product(dh, o, tanhSlope(tanhC))', 'product(dh, o, tanhSlope(Matrix.tanh(tanhC)))']],
    loses: ['backward-finite-differences', 'backward-forget', 'backward-input', 'backward-candidate', 'backward-torch'],
    keeps: ['forward-reference', 'hidden-output', 'step-reference', 'backward-all-steps'],
  },
  {
    id: 'lstm.sigmoid-candidate',
    changes: [
      [
        'const cTilde = Matrix.tanh(affine(params.Wc, z, params.bc))',
        'const cTilde = sigmoid(affine(params.Wc, z, params.bc))',
        3,
      ],
      ['const dcTilde = product(dc, i, tanhSlope(cTilde))', 'const dcTilde = product(dc, i, sigmoidSlope(cTilde))'],
    ],
    loses: ['step-tfjs', 'gate-candidate'],
    keeps: [
      'forward-tfjs',
      'forward-torch',
      'backward-candidate',
      'gate-forget',
      'gate-input',
      'gate-output',
      'cell-update',
      'hidden-output',
      'memory-carried',
      'backward-finite-differences',
    ],
  },
  {
    id: 'lstm.forget-bias-zero',
    changes: [['bf: Matrix.ones(H, 1)', 'bf: zeros()']],
    loses: ['init-forget-bias'],
    keeps: ['init-shapes', 'init-seed', 'init-scale', 'forward-reference', 'backward-torch'],
  },
  {
    id: 'lstm.sigmoid-unstable',
    changes: [
      [
        'return a >= 0 ? 1 / (1 + Math.exp(-a)) : Math.exp(a) / (1 + Math.exp(a))',
        'return Math.exp(a) / (1 + Math.exp(a))',
      ],
    ],
    loses: ['sigmoid-stable', 'sigmoid-reference'],
    keeps: ['sigmoid-tfjs', 'forward-torch', 'backward-torch', 'saturated'],
  },
]

const gru: readonly Omit<Mistake, 'slug'>[] = [
  {
    id: 'gru.update-convention-swapped',
    changes: [
      [
        'return Matrix.mul(oneMinus(z), hPrev).add(Matrix.mul(z, hTilde))',
        'return Matrix.mul(z, hPrev).add(Matrix.mul(oneMinus(z), hTilde))',
      ],
      ['product(dh, z, tanhSlope(hTilde))', 'product(dh, oneMinus(z), tanhSlope(hTilde))'],
      ['Matrix.sub(hTilde, hPrev)', 'Matrix.sub(hPrev, hTilde)'],
      ['Matrix.mul(dh, oneMinus(z)).add', 'Matrix.mul(dh, z).add'],
    ],
    loses: ['step-tfjs', 'state-update'],
    keeps: [
      ...['gate-reset', 'gate-update', 'gate-candidate', 'backward-finite-differences', 'law-split'],
      ...['forward-tfjs', 'forward-torch', 'backward-update', 'backward-torch'],
    ],
  },
  {
    id: 'gru.reset-after',
    changes: [
      [
        '  const rhx = Matrix.mul(r, hPrev).concat(x) // ((H + D) × B)\n  const hTilde = Matrix.tanh(affine(params.Wh, rhx, params.bh))\n',
        '  const zero = (m: Matrix): Matrix => Matrix.zeros(m.rows, m.columns)\n  const recurrent = params.Wh.mmul(hPrev.concat(zero(x)))\n  const input = affine(params.Wh, zero(hPrev).concat(x), params.bh)\n  const hTilde = Matrix.tanh(Matrix.add(input, Matrix.mul(r, recurrent)))\n',
      ],
    ],
    loses: ['step-tfjs', 'gate-candidate', 'backward-finite-differences', 'backward-torch'],
    keeps: ['gate-reset', 'gate-update', 'state-update', 'law-causality', 'count-params', 'forward-tfjs'],
  },
  {
    id: 'gru.reset-missing',
    changes: [['const rhx = Matrix.mul(r, hPrev).concat(x) //', 'const rhx = hPrev.concat(x) //']],
    loses: ['step-tfjs', 'gate-candidate', 'backward-finite-differences'],
    keeps: ['gate-reset', 'gate-update', 'state-update', 'law-batch', 'forward-reference'],
  },
  {
    id: 'gru.gates-swapped',
    changes: [
      [
        'const r = sigmoid(affine(params.Wr, hx, params.br)) // (H × B)',
        'const r = sigmoid(affine(params.Wz, hx, params.bz))',
      ],
      [
        'const z = sigmoid(affine(params.Wz, hx, params.bz))\n  const rhx',
        'const z = sigmoid(affine(params.Wr, hx, params.br))\n  const rhx',
      ],
    ],
    loses: ['gate-reset', 'gate-update', 'step-tfjs', 'backward-torch'],
    keeps: ['state-update', 'law-split', 'init-scale', 'count-params', 'forward-torch'],
  },
  {
    id: 'gru.direct-path-missing',
    changes: [
      ['Matrix.mul(dh, oneMinus(z)).add(Matrix.mul(drh, r)).add(top(dhx, H))', 'Matrix.mul(drh, r).add(top(dhx, H))'],
    ],
    loses: ['backward-finite-differences', 'backward-dh0', 'backward-torch'],
    keeps: ['forward-torch', 'step-reference', 'backward-all-steps'],
  },
  {
    id: 'gru.update-gradient-sign',
    changes: [['Matrix.sub(hTilde, hPrev)', 'Matrix.sub(hPrev, hTilde)']],
    loses: ['backward-finite-differences', 'backward-update', 'backward-torch'],
    keeps: ['forward-torch', 'state-update', 'backward-all-steps'],
  },
  {
    id: 'gru.candidate-weights-see-unreset-state',
    changes: [['const rhxT = Matrix.mul(r, hPrev).concat(x).transpose()', 'const rhxT = hPrev.concat(x).transpose()']],
    loses: ['backward-finite-differences', 'backward-candidate', 'backward-torch'],
    keeps: ['backward-reset', 'backward-update', 'backward-dxs', 'backward-dh0', 'backward-finite-differences-inputs'],
  },
  {
    id: 'gru.sigmoid-candidate',
    changes: [
      [
        'const hTilde = Matrix.tanh(affine(params.Wh, rhx, params.bh))',
        'const hTilde = sigmoid(affine(params.Wh, rhx, params.bh))',
      ],
      ['product(dh, z, tanhSlope(hTilde))', 'product(dh, z, sigmoidSlope(hTilde))'],
    ],
    loses: ['gate-candidate', 'step-tfjs'],
    keeps: [
      ...['gate-reset', 'gate-update', 'state-update', 'backward-finite-differences'],
      ...['forward-torch', 'backward-candidate'],
    ],
  },
]

export const mistakes: readonly Mistake[] = [
  ...rnn.map((mistake) => ({ ...mistake, slug: 'rnn-bptt' })),
  ...lstm.map((mistake) => ({ ...mistake, slug: 'lstm-cell' })),
  ...gru.map((mistake) => ({ ...mistake, slug: 'gru-cell' })),
]

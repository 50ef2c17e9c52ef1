import { variants as gruVariants } from '../../deliverables/gru-cell/variants.ts'
import { variants as lstmVariants } from '../../deliverables/lstm-cell/variants.ts'
import { variants as rnnVariants } from '../../deliverables/rnn-bptt/variants.ts'
import type { Variant } from '../../diagnosis/variant.ts'
import type { Slug } from '../../model/verdict.ts'
import { named, type Change } from './lab.ts'

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

/** What the named mistake of this id costs; a `variant` of another id, or changes of its own, where these show more. */
interface Cost extends Pick<Mistake, 'id' | 'loses' | 'keeps'> {
  readonly variant?: string
  readonly changes?: readonly Change[]
}

const rnn: readonly Cost[] = [
  {
    id: 'rnn.tanh-derivative-missing',
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
    loses: ['bptt-finite-differences', 'bptt-recurrent-gradient', 'bptt-directional', 'bptt-torch'],
    keeps: ['forward-torch', 'bptt-output-gradient', 'bptt-one-step', 'bptt-loss-reference'],
  },
  {
    id: 'rnn.softmax-unstable',
    loses: ['softmax-stable', 'softmax-reference'],
    keeps: ['softmax-tfjs', 'bptt-finite-differences', 'bptt-torch', 'train-curve'],
  },
  {
    id: 'rnn.loss-sum-not-mean',
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
    loses: ['forward-shapes', 'forward-tfjs', 'forward-reference', 'bptt-recurrent-gradient'],
    keeps: ['step-reference', 'bptt-loss-reference', 'bptt-output-gradient', 'clip-reference'],
  },
  {
    id: 'rnn.h0-ignored',
    loses: ['initial-state', 'law-split', 'forward-reference', 'bptt-initial-state'],
    keeps: ['step-reference', 'bptt-finite-differences', 'bptt-recurrent-gradient', 'train-curve', 'law-causality'],
  },
]

const lstm: readonly Cost[] = [
  {
    id: 'lstm.forget-and-input-swapped',
    loses: ['step-tfjs', 'cell-update', 'backward-finite-differences'],
    keeps: [
      ...['gate-forget', 'gate-input', 'gate-candidate', 'gate-output', 'hidden-output', 'init-scale'],
      ...['forward-reference', 'forward-torch', 'memory-carried'],
    ],
  },
  {
    id: 'lstm.concat-order',
    variant: 'lstm.concat-order#everywhere',
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
    loses: ['backward-finite-differences', 'backward-forget', 'backward-dxs', 'backward-torch'],
    keeps: ['forward-reference', 'backward-shapes', 'backward-inputs-unchanged', 'step-reference'],
  },
  {
    id: 'lstm.cell-gradient-not-carried',
    loses: ['backward-finite-differences', 'backward-forget', 'backward-dc0', 'backward-torch'],
    keeps: ['forward-reference', 'backward-shapes', 'backward-inputs-unchanged', 'step-reference'],
  },
  {
    id: 'lstm.double-tanh-in-cell-gradient',
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
    loses: ['init-forget-bias'],
    keeps: ['init-shapes', 'init-seed', 'init-scale', 'forward-reference', 'backward-torch'],
  },
  {
    id: 'lstm.sigmoid-unstable',
    loses: ['sigmoid-stable', 'sigmoid-reference'],
    keeps: ['sigmoid-tfjs', 'forward-torch', 'backward-torch', 'saturated'],
  },
]

const gru: readonly Cost[] = [
  {
    id: 'gru.update-convention-swapped',
    variant: 'gru.update-convention-swapped#everywhere',
    loses: ['step-tfjs', 'state-update'],
    keeps: [
      ...['gate-reset', 'gate-update', 'gate-candidate', 'backward-finite-differences', 'law-split'],
      ...['forward-tfjs', 'forward-torch', 'backward-update', 'backward-torch'],
    ],
  },
  {
    id: 'gru.reset-after',
    loses: ['step-tfjs', 'gate-candidate', 'backward-finite-differences'],
    keeps: ['gate-reset', 'gate-update', 'state-update', 'law-causality', 'count-params', 'forward-tfjs'],
  },
  {
    id: 'gru.reset-missing',
    loses: ['step-tfjs', 'gate-candidate', 'backward-finite-differences'],
    keeps: ['gate-reset', 'gate-update', 'state-update', 'law-batch', 'forward-reference'],
  },
  {
    id: 'gru.gates-swapped',
    loses: ['gate-reset', 'gate-update', 'step-tfjs', 'backward-finite-differences'],
    keeps: ['state-update', 'law-split', 'init-scale', 'count-params', 'forward-torch'],
  },
  {
    id: 'gru.direct-path-missing',
    loses: ['backward-finite-differences', 'backward-dh0', 'backward-torch'],
    keeps: ['forward-torch', 'step-reference', 'backward-all-steps'],
  },
  {
    id: 'gru.update-gradient-sign',
    loses: ['backward-finite-differences', 'backward-update', 'backward-torch'],
    keeps: ['forward-torch', 'state-update', 'backward-all-steps'],
  },
  {
    id: 'gru.candidate-weights-see-unreset-state',
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
  ...made('rnn-bptt', rnnVariants, rnn),
  ...made('lstm-cell', lstmVariants, lstm),
  ...made('gru-cell', gruVariants, gru),
]

function made(slug: Slug, variants: readonly Variant[], costs: readonly Cost[]): Mistake[] {
  return costs.map(({ id, variant = id, changes = named(variants, variant), loses, keeps }) => {
    return { id, slug, changes, loses, keeps }
  })
}

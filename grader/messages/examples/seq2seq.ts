import type { seq2seq as topic } from '../catalogue/seq2seq.ts'
import type { Examples } from '../language.ts'

export const seq2seq = {
  'seq2seq.shape': [{ at: 'predict', expected: 'Tensor(2×4×3)', received: 'Tensor(2×6×3)' }],
  'seq2seq.length-tied': [
    { short: 1, long: 6 },
    { short: 3, long: 6 },
  ],
  'seq2seq.step-ignored': [{ step: 2 }],
  'seq2seq.batch': [{ row: 1 }],
  'seq2seq.loss': [{ expected: '0.3127', received: '0.9381' }],
  'seq2seq.small-batch': [{ expected: '0.3127', received: '0' }],
  'seq2seq.tensors-left': [{ count: 1 }, { count: 14 }],
  'seq2seq.loss-does-not-fall': [{ first: '0.3127', last: '0.3125' }],
  'seq2seq.not-what-it-reads': [{ loss: '0.08211' }],
  'seq2seq.reads-ahead': [{ expected: '0.04112', received: '0.01207' }],
  'seq2seq.decays-too-much': [{ kept: 0 }],
  'seq2seq.learns': [{ of: '90 %', share: '41 %' }],
} satisfies Examples<typeof topic>

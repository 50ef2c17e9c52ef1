import type { cells as topic } from '../catalogue/cells.ts'
import type { Examples } from '../language.ts'

export const cells = {
  'rnn.softmax-columns': [{ at: 'Σ probs[0,1]' }],
  'rnn.cross-entropy-infinite': [{ received: 'Infinity' }],
  'rnn.batch-mean': [{ at: 'grads.Whh[0,2]' }],
  'rnn.clip-direction': [{ at: 'grads.Why[1,0]' }],
  'rnn.clip-always': [{ at: 'grads.Wxh[0,0]' }],
  'rnn.sgd': [{ at: 'bh[2,0]' }],
  'rnn.train-learns': [{ last: '0.6931' }],
  'rnn.gradient-norms': [{ s: 1.5, at: 'norms[1]' }],
  'lstm.memory-lost': [{ at: 'cs[19][0,0]' }],
} satisfies Examples<typeof topic>

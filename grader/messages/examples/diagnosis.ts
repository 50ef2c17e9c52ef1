import type { diagnosis as topic } from '../catalogue/diagnosis.ts'
import type { Examples } from '../language.ts'

export const diagnosis = {
  'diagnosis.explains': [
    { count: 1, functions: '`lstmStep`, `lstmForward`, `lstmBackward`' },
    { count: 2, functions: '`gruStep`' },
  ],
  'diagnosis.departs': [{ functions: '`lstmForward`', at: 'hs[2]' }],
  'diagnosis.right': [{ places: 'hs[0..1], grads.Wf' }],
  'diagnosis.ratio': [{ ratio: '0.25' }],
  'fingerprints.mutants': [{ slug: 'gru-cell', mutants: 330, named: 17, wrong: 0 }],
  'fingerprints.progress': [{ slug: 'lstm-cell', done: 40, total: 679 }],
  'fingerprints.recorded': [{ slug: 'lstm-cell', variants: 45 }],
  'fingerprints.unnamed': [{ ids: 'lstm.tanh-gate#f' }],
  'fingerprints.pairs': [{ both: 302, total: 303, wrong: 0 }],
  'fingerprints.unsteady': [{ slug: 'sentiment' }],
  'fingerprints.unanswered': [{ slug: 'gru-cell' }],
  'fingerprints.unfound': [{ id: 'gru.reset-after' }],
} satisfies Examples<typeof topic>

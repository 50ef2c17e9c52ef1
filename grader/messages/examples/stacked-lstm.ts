import type { stackedLstm as topic } from '../catalogue/stacked-lstm.ts'
import type { Examples } from '../language.ts'

export const stackedLstm = {
  'stacked.inner-layer-last-only': [{ depth: 3, step: 4, at: 'h[2]' }],
  'stacked.same-layer-reused': [{ depth: 3, expected: '432', received: '144' }],
  'stacked.layer-weights': [{ layer: 2, expected: '4×16, 4×16, 16', received: '3×16, 4×16, 16' }],
  'stacked.layers-counted-alike': [{ call: 'countStackedLstmParams(10, 20, 2)' }],
} satisfies Examples<typeof topic>

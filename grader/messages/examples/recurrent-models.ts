import type { recurrentModels as topic } from '../catalogue/recurrent-models.ts'
import type { Examples } from '../language.ts'

export const recurrentModels = {
  'layer.none-recurrent': [{ fn: 'buildStackedLstm' }],
  'layer.hard-sigmoid': [{ fn: 'buildStackedLstm', layer: 1 }],
  'layer.forget-bias': [{ fn: 'buildStackedLstm', layer: 1, received: '0' }],
  'layer.not-tanh': [{ fn: 'buildStackedLstm', layer: 2 }],
} satisfies Examples<typeof topic>

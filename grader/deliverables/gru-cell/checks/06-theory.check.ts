import { countChecks } from '../../../checks/counts.ts'
import { countGruParams } from '../../../oracles/reference/gru.ts'

countChecks({
  slug: 'gru-cell',
  fn: 'countGruParams',
  blocks: 3,
  known: [
    [5, 8, 336],
    [100, 128, 87_936],
  ],
  reference: countGruParams,
})

import { countChecks } from '../../../checks/counts.ts'
import { countLstmParams } from '../../../oracles/reference/lstm.ts'

countChecks({
  slug: 'lstm-cell',
  fn: 'countLstmParams',
  blocks: 4,
  known: [
    [5, 8, 448],
    [100, 128, 117_248],
  ],
  reference: countLstmParams,
})

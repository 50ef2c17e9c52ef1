import { guard } from '../../../checks/check.ts'
import { gates } from '../../../checks/gates.ts'
import { agreeLstmWithoutReference } from '../../../oracles/agreement-without-reference.ts'
import { agreeLstm } from '../../../oracles/agreement.ts'
import { required } from '../contract.ts'

guard('public', (tf) => {
  agreeLstmWithoutReference(tf)
})
guard('hidden', (tf) => {
  agreeLstm(tf)
})
gates('stacked-lstm', required, { library: 'tfjs' })

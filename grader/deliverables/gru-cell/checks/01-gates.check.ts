import { guard } from '../../../checks/check.ts'
import { gates } from '../../../checks/gates.ts'
import { agreeGruWithoutReference } from '../../../oracles/agreement-without-reference.ts'
import { agreeGru } from '../../../oracles/agreement.ts'
import { required } from '../contract.ts'

guard('public', (tf) => {
  agreeGruWithoutReference(tf)
})
guard('hidden', (tf) => {
  agreeGru(tf)
})
gates('gru-cell', required)

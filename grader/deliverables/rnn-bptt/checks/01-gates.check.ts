import { gates } from '../../../checks/gates.ts'
import { guard } from '../../../checks/check.ts'
import { agreeRnnWithoutReference } from '../../../oracles/agreement-without-reference.ts'
import { agreeRnn } from '../../../oracles/agreement.ts'
import { required } from '../contract.ts'

guard('public', (tf) => {
  agreeRnnWithoutReference(tf)
})
guard('hidden', (tf) => {
  agreeRnn(tf)
})
gates('rnn-bptt', required)

import { gates } from '../../../checks/gates.ts'
import { required } from '../contract.ts'

gates('seq2seq', required, { library: 'tfjs' })

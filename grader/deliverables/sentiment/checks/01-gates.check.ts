import { gates } from '../../../checks/gates.ts'
import { required } from '../contract.ts'

gates('sentiment', required, { library: 'tfjs' })

import { gates } from '../../../checks/gates.ts'
import { required } from '../contract.ts'

gates('benchmark', required, { library: 'tfjs' })

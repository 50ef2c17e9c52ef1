import { gates } from '../../../checks/gates.ts'
import { required } from '../contract.ts'

gates('time-series', required, { library: 'tfjs' })

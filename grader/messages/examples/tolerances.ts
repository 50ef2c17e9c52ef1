import type { tolerances as topic } from '../catalogue/tolerances.ts'
import type { Examples } from '../language.ts'

const narrow = { tolerance: 'tfjs32', is: '1e-7 + 1e-7·│x│', margin: '0.31', least: 10, needed: '1e-5 + 1e-5·│x│' }

export const tolerances = {
  'tolerances.title': [{ cases: 1000, seed: 11 }],
  'tolerances.progress': [{ engine: 'wasm', what: 'LSTM' }],
  'tolerances.absent': [{ backend: 'tfjs-node' }],
  'tolerances.narrow': [{ ...narrow, what: 'LSTM', engine: 'wasm' }],
  'tolerances.passed': [{ least: 10, margin: '27' }],
  'tolerances.failed': [
    { count: 1, least: 10, margin: '0.31' },
    { count: 3, least: 10, margin: '0.31' },
  ],
} satisfies Examples<typeof topic>

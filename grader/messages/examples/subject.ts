import type { subject as topic } from '../catalogue/subject.ts'
import type { Examples } from '../language.ts'

export const subject = {
  'subject.syntax': [{ error: 'Expected ")" but found "{"', line: 'for (let t = 0; t < xs.length; t++ {' }],
  'subject.import': [
    { library: 'ml-matrix', specifier: '@tensorflow/tfjs', scratch: true },
    { library: '@tensorflow/tfjs', specifier: 'node:fs', scratch: false },
  ],
  'subject.threw-at-import': [{ error: 'ReferenceError: lstmStep is not defined' }],
  'subject.threw': [{ fn: 'lstmForward', error: "TypeError: Cannot read properties of undefined (reading 'mmul')" }],
  'subject.not-implemented': [{ fn: 'lstmStep', task: 'L3' }],
  'subject.missing-export': [{ fn: 'lstmStep' }],
  'subject.missing-export-near': [{ fn: 'lstmStep', near: 'LSTMStep' }],
  'subject.not-a-function': [{ fn: 'lstmStep', type: 'object' }],
  'subject.timeout': [{ fn: 'rnnForward', seconds: 10 }],
  'subject.training-timeout': [{ fn: 'trainSentiment', seconds: 300, steps: 140, of: 380 }],
  'subject.too-many-steps': [{ fn: 'trainForecaster', limit: 120 }],
  'subject.memory': [{ fn: 'lstmForward', megabytes: 512 }],
  'subject.total-memory': [{ fn: 'trainSentiment', megabytes: 1536 }],
  'subject.processes': [{ fn: 'lstmForward', limit: 8 }],
  'subject.denied': [
    { fn: 'lstmForward', what: 'process' },
    { fn: 'lstmForward', what: 'worker' },
    { fn: 'loadReviews', what: 'file' },
    { fn: 'loadReviews', what: 'network' },
    { fn: 'lstmForward', what: 'other' },
  ],
  'subject.output': [{ fn: 'rnnForward', megabytes: 8 }],
  'subject.exited': [{ fn: 'gruStep', code: 0 }],
  'subject.died': [{ fn: 'gruStep', signal: 'SIGKILL' }],
  'subject.protocol': [{ fn: 'rnnStep' }],
  'subject.too-large': [{ fn: 'rnnForward' }],
} satisfies Examples<typeof topic>

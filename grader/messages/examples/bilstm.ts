import type { bilstm as topic } from '../catalogue/bilstm.ts'
import type { Examples } from '../language.ts'

const encoder = 'buildBiLstmEncoder'
const classifier = 'buildBiLstmClassifier'

export const bilstm = {
  'bilstm.halves-summed': [{ fn: encoder, expected: '[null, 6, 8]', received: '[null, 6, 4]' }],
  'bilstm.directions': [
    { step: 3, half: 'forward', reached: 'true', at: 5 },
    { step: 3, half: 'forward', reached: 'false', at: 1 },
    { step: 3, half: 'backward', reached: 'true', at: 1 },
    { step: 3, half: 'backward', reached: 'false', at: 5 },
  ],
  'bilstm.embedding': [{ fn: classifier, expected: '50×8', received: '8×50' }],
  'bilstm.halves': [{ fn: classifier, expected: '4', received: '2' }],
  'bilstm.half-weights': [{ fn: encoder, expected: '3×16, 4×16, 16', received: '3×16, 4×16, 32' }],
  'bilstm.probabilities': [{ fn: classifier, total: '1.732' }],
  'bilstm.depends-on-length': [{ fn: classifier }],
  'bilstm.reads-padding': [
    { words: 1, short: 6, long: 11, expected: '0.48120', received: '0.50211' },
    { words: 4, short: 6, long: 11, expected: '0.48120', received: '0.50211' },
  ],
  'bilstm.no-dropout': [{ fn: 'buildBiLstmClassifier' }],
  'bilstm.dropout-anyway': [{ fn: 'buildBiLstmClassifier' }],
  'bilstm.last-step-of-backward': [
    { half: 'forward', end: 'first' },
    { half: 'backward', end: 'last' },
  ],
} satisfies Examples<typeof topic>

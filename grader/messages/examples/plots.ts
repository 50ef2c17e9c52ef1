import type { plots as topic } from '../catalogue/plots.ts'
import type { Examples } from '../language.ts'

const file = 'artifacts/benchmark.json'
const odd = { file, at: 'rows[0].seconds', received: 'string', length: 0, found: 0 }

export const plots = {
  'plot.vanishing': [{ scale: 0.5 }],
  'plot.stable': [{ scale: 1 }],
  'plot.exploding': [{ scale: 1.5 }],
  'plot.seconds': [{ steps: 200 }],
  'plot.data-large': [{ file, limit: 4 }],
  'plot.data-json': [{ file }],
  'plot.data-long': [{ file, at: 'rows', limit: 10_000, length: 20_000 }],
  'plot.data-odd': [
    { ...odd, wanted: 'number' },
    { ...odd, wanted: 'notNegative', received: '-0.2' },
    { ...odd, wanted: 'positive', received: '0' },
    { ...odd, wanted: 'whole', received: '1.5' },
    { ...odd, at: 'rows[0]', wanted: 'object' },
    { ...odd, at: 'rows', wanted: 'list', received: '[]' },
    { ...odd, at: 'valLoss', wanted: 'sameLength', length: 10, received: 'number[9]', found: 9 },
    { ...odd, at: 'rows[0].model', wanted: 'model' },
    { ...odd, at: 'rows', wanted: 'once', received: '{ model, params }[4]', found: 4 },
    { ...odd, at: 'curves', wanted: 'threeCurves', received: '{ scale, norms }[5]', found: 5 },
    { ...odd, at: 'forget', wanted: 'fewUnits', received: 'number[64]', found: 64 },
    { ...odd, wanted: 'other' },
  ],
  'plot.figures-odd': [{ file: 'grader/deliverables/rnn-bptt/figures.json' }],
  'plot.drawn': [{ name: 'gradiente_normas' }],
  'plot.skipped': [{ name: 'gradiente_normas', reason: '…' }],
  'plot.no-data': [{ file: 'artifacts/gradient-norms.json' }],
  'plot.none': [{ known: 'rnn-bptt, lstm-cell, sentiment', slug: 'gru-cell' }],
  'plot.where': [{ path: 'starter/artifacts' }],
} satisfies Examples<typeof topic>

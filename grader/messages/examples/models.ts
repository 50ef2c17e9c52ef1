import type { models as topic } from '../catalogue/models.ts'
import type { Examples } from '../language.ts'

const stored = { file: 'artifacts/sentiment/history.json', slug: 'sentiment' }
const training = { slug: 'sentiment', steps: 40, of: 380, epoch: 2, seconds: 25 }

export const models = {
  'model.not-a-model': [{ name: 'buildSentimentModel' }],
  'model.broken': [{ name: 'buildSentimentModel', reason: 'Layer lstm_1 expects 3 dimensions, got 2' }],
  'model.layer': [{ name: 'buildSentimentModel', layer: 'Lambda' }],
  'model.too-large': [
    { name: 'buildForecaster', what: 'parameters', limit: 2_000_000 },
    { name: 'buildForecaster', what: 'layers', limit: 64 },
    { name: 'buildForecaster', what: 'depth', limit: 12 },
    { name: 'buildForecaster', what: 'dimension', limit: 50_000 },
    { name: 'buildForecaster', what: 'topology', limit: 200_000 },
  ],
  'model.not-finite': [{ name: 'buildForecaster', weight: 'lstm_1/kernel' }],
  'model.count': [{ name: 'buildStackedLstm', expected: '272', received: '304' }],
  'model.shape': [
    { name: 'buildSentimentModel', expected: '[null, 20] → [null, 2]', received: '[null, 20] → [null, 20, 2]' },
  ],
  'model.file-missing': [{ path: 'artifacts/sentiment/model.json' }],
  'model.file-unreadable': [{ what: 'weights.bin' }],
  'artifact.missing': [stored],
  'artifact.stale': [stored],
  'artifact.unreadable': [stored],
  'artifact.other-figures': [{ file: stored.file, expected: '0.4312', received: '0.2107' }],
  'measure.value': [{ name: 'Exactitud en reseñas nuevas', value: '0.8625' }],
  'measure.threshold': [
    { atLeast: true, threshold: '0.8', margin: '+0.062 ± 0.017' },
    { atLeast: false, threshold: '0.25', margin: '−0.031' },
  ],
  'flag.borderline': [{ check: 'sentiment/reviews', value: '0.812', error: '0.0195', threshold: '0.800' }],
  'progress.training': [
    { ...training, epochs: 0, loss: 'none' },
    { ...training, epochs: 10, loss: '0.5312' },
  ],
} satisfies Examples<typeof topic>

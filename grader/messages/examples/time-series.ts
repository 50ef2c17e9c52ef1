import type { timeSeries as topic } from '../catalogue/time-series.ts'
import type { Examples } from '../language.ts'

const cell = 'lstm'
const sizes = { n: 100, window: 20, horizon: 1 }
const layers = { cell, hiddenSize: 16 }

export const timeSeries = {
  'series.window-count': [{ ...sizes, key: 'xs', expected: '80', received: '79' }],
  'series.target-in-window': [{ at: 'ys[0][0]' }],
  'series.target': [
    { horizon: 1, at: 'ys[4][0]' },
    { horizon: 3, at: 'ys[4][1]' },
  ],
  'series.horizon': [
    { horizon: 1, received: 0 },
    { horizon: 3, received: 1 },
    { horizon: 1, received: 2 },
  ],
  'series.split-sizes': [{ n: 170, train: 70, val: 15, expected: '119, 25, 26', received: '118, 25, 27' }],
  'series.split-order': [{ at: '[3]' }],
  'series.scaler-constant': [{ received: '0' }],
  'series.scaler-sample': [{ expected: '1.4142', received: '1.5811' }],
  'series.scaler': [{ expected: '1.4142', received: '2' }],
  'series.seed-ignored': [{ cell }],
  'series.seed-fixed': [{ cell: 'gru' }],
  'series.layers': [
    { ...layers, numLayers: 1, received: 'GRU(16)' },
    { ...layers, numLayers: 2, received: 'LSTM(16)' },
  ],
  'series.layer-count': [{ layer: 2, expected: '2112', received: '1152' }],
  'series.config': [{ key: 'dropout', received: 1 }],
  'series.too-much-work': [{ what: 'parameters × steps', work: 9_120_000, limit: 4_000_000 }],
  'series.steps': [{ expected: 120, received: 12 }],
  'series.loss-falls': [{ first: '0.5011', last: '0.4987' }],
  'series.val-loss': [{ expected: '0.0412', received: '0.0207' }],
  'series.train-loss': [{ expected: '0.5011', received: '8.018' }],
  'series.clip-ignored': [{ moved: '0.01' }],
  'series.weights-still': [{ moved: '1e-11' }],
  'series.decay-ignored': [{ without: '4.12', with: '4.12' }],
  'series.dropout-ignored': [{ cell }],
  'series.persistence': [{ name: 'LSTM', mse: '0.0953', threshold: '0.0243' }],
  'series.too-far': [{ name: 'GRU', mse: '0.0312', threshold: '0.0243' }],
  'series.compare-params': [{ cell: 'gru', expected: 881, received: 1169 }],
  'series.compare-metrics': [{ cell, mse: '0.04', rmse: '0.3', mae: '0.16' }],
  'series.metric-units': [{ cell, factor: 100, received: '1' }],
  'series.clip-length': [{ ratio: '10' }],
  'series.clip-size': [{ ratio: '2.236' }],
  'series.decay-share': [{ steps: 12, expected: '0.7847', received: '0.6127' }],
  'series.metric-zero': [{ cell, offset: 64, received: '120.3' }],
  'series.compare-not-seeded': [{ cell }],
  'series.compare-seed-ignored': [{ cell: 'gru' }],
  'series.validation-leaks': [{ cell }],
  'series.future-leaks': [{ cell: 'gru' }],
  'series.test-windows': [{ ...sizes, cell, expected: '5', received: '15' }],
  'series.test-unused': [{ cell: 'gru' }],
} satisfies Examples<typeof topic>

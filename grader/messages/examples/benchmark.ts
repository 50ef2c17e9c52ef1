import type { benchmark as topic } from '../catalogue/benchmark.ts'
import type { Examples } from '../language.ts'

const file = 'artifacts/benchmark.json'

export const benchmark = {
  'benchmark.cells': [{ model: 'GRU', expected: 'GRU, GRU, GRU', received: 'GRU, GRU' }],
  'benchmark.probabilities': [{ model: 'RNN', total: '1.732' }],
  'benchmark.step-ignored': [{ model: 'LSTM', step: 0 }],
  'benchmark.data-form': [{ at: 'xs', expected: 'number[8][5][3]', received: 'number[8][3][5]' }],
  'benchmark.data-spread': [{ expected: '0 ± 1', received: '0.50 ± 0.289' }],
  'benchmark.data-classes': [{ class: 2, count: 3, all: 120 }],
  'benchmark.rows': [{ expected: 'RNN, LSTM, GRU', received: 'RNN, LSTM' }],
  'benchmark.params': [{ model: 'LSTM', expected: '24962', received: '24832' }],
  'benchmark.params-with-torch-biases': [{ model: 'LSTM', expected: '24962', received: '25218' }],
  'benchmark.gates': [{ model: 'GRU', expected: '2', received: '3' }],
  'benchmark.cell-state': [{ model: 'GRU', expected: 'false', received: 'true' }],
  'benchmark.first-loss': [{ model: 'RNN', expected: '0.712345', received: '0.698812' }],
  'benchmark.final-loss': [{ model: 'RNN', expected: '0.401122', received: '0.409871' }],
  'benchmark.steps': [{ steps: 10, expected: '30', received: '33000' }],
  'benchmark.model-not-trained': [{ model: 'GRU' }],
  'benchmark.loss-rises': [{ model: 'GRU', expected: '< 0.71234', received: '0.80112' }],
  'benchmark.steps-ignored': [{ model: 'LSTM', steps: 20 }],
  'benchmark.longer-than-the-call': [{ expected: '2.10', received: '1904' }],
  'benchmark.time-outside-loop': [{ steps: 20, long: '0.0121', short: '0.0118' }],
  'benchmark.artifact-missing': [{ file }],
  'benchmark.artifact-not-json': [{ file, at: '14:3' }],
  'benchmark.artifact-first-loss': [{ model: 'LSTM', expected: '0.712345', received: '0.698812' }],
} satisfies Examples<typeof topic>

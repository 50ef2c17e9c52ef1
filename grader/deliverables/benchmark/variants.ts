import { variantsNamed, type Variant } from '../../diagnosis/variant.ts'

const one = variantsNamed('benchmark')
const lstm = 'LSTM: { gates: 3, cellState: true }'

/** The mistakes of measuring that the course knows by name. */
export const variants: readonly Variant[] = [
  one('gates-of-tfjs', 'B1', {
    from: "const gated = { ...options, recurrentActivation: 'sigmoid' as const }",
    to: 'const gated = { ...options }',
  }),
  one('logits-not-probabilities', 'B1', {
    from: "units: outputSize, activation: 'softmax', ",
    to: 'units: outputSize, ',
  }),
  one(
    'one-layer-only',
    'B1',
    { in: 'buildRecurrentModel', from: 'level <= numLayers; level++', to: 'level <= 1; level++' },
    { in: 'buildRecurrentModel', from: 'returnSequences: level < numLayers', to: 'returnSequences: false' },
  ),
  one('same-cell-for-all', 'B1', {
    in: 'recurrentLayer',
    from: "    case 'RNN':\n      return tf.layers.simpleRNN(options)",
    to: "    case 'RNN':\n      return tf.layers.gru(gated)",
  }),
  one('params-with-torch-biases', 'B3', {
    from: 'params: model.countParams()',
    to: 'params: model.countParams() + config.numLayers * config.hiddenSize * { RNN: 1, LSTM: 4, GRU: 3 }[kind]',
  }),
  one('params-without-head', 'B3', {
    from: 'params: model.countParams()',
    to: 'params: model.countParams() - (config.hiddenSize + 1) * config.outputSize',
  }),
  one(
    'candidate-counted-as-gate',
    'B3',
    { from: lstm, to: 'LSTM: { gates: 4, cellState: true }' },
    { from: 'GRU: { gates: 2, cellState: false }', to: 'GRU: { gates: 3, cellState: false }' },
  ),
  one('gru-has-cell-state', 'B3', {
    from: 'GRU: { gates: 2, cellState: false }',
    to: 'GRU: { gates: 2, cellState: true }',
  }),
  one('model-not-trained', 'B3', {
    from: 'const finalLoss = await numberOf(loss())',
    to: 'const finalLoss = firstLoss',
  }),
]

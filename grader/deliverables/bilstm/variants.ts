import { variantsNamed, within, type Change, type Variant } from '../../diagnosis/variant.ts'

const classifier = within('buildBiLstmClassifier')
const encoder = within('buildBiLstmEncoder')
const one = variantsNamed('bilstm')

/** The top layer returns its whole sequence, of which other layers make what the dense one reads. */
function sequenceThrough(layers: readonly string[], top = 'lstm(hiddenSize, true)'): readonly Change[] {
  const dense = "model.add(tf.layers.dense({ units: numClasses, activation: 'softmax' }))"
  return [
    classifier('lstm(hiddenSize, level < numLayers)', top),
    classifier(dense, [...layers.map((layer) => `model.add(${layer})`), dense].join('\n  ')),
  ]
}

/** Of a sequence, (batch, T, F), the last step, where the backward half has read one word. */
const lastStep = {
  from: '/** One half;',
  to: `class LastStep extends tf.layers.Layer {
  static className = 'LastStep'
  override supportsMasking = true
  override computeOutputShape(shape: tf.Shape): tf.Shape {
    return [shape[0] ?? null, shape[2] ?? null]
  }
  override call(inputs: tf.Tensor | tf.Tensor[]): tf.Tensor {
    const xs = Array.isArray(inputs) ? (inputs[0] as tf.Tensor) : inputs
    return tf.gather(xs, (xs.shape[1] ?? 1) - 1, 1)
  }
}

/** One half;`,
}

/** Two halves that read the other way round: the first step is the one where the backward half has read one word. */
const otherWayRound = [
  { in: 'lstm', from: 'returnSequences: boolean)', to: 'returnSequences: boolean, goBackwards = false)' },
  { in: 'lstm', from: '    returnSequences,\n', to: '    returnSequences,\n    goBackwards,\n' },
  ...sequenceThrough(
    ['tf.layers.averagePooling1d({ poolSize: 1, strides: maxLen })', 'tf.layers.flatten()'],
    'lstm(hiddenSize, true, level === numLayers)',
  ),
]

/** The mistakes of bidirectional LSTMs that the course knows by name. */
export const variants: readonly Variant[] = [
  one('halves-summed#encoder', 'BI1', encoder("mergeMode: 'concat'", "mergeMode: 'sum'")),
  one('halves-summed#classifier', 'BI2', classifier("mergeMode: 'concat'", "mergeMode: 'sum'")),
  one('encoder-last-only', 'BI1', encoder('lstm(hiddenSize, true)', 'lstm(hiddenSize, false)')),
  one(
    'one-direction',
    'BI1',
    encoder(
      "tf.layers.bidirectional({ layer, mergeMode: 'concat', inputShape: [seqLength, inputSize] })",
      "tf.layers.lstm({ units: hiddenSize, returnSequences: true, recurrentActivation: 'sigmoid', inputShape: [seqLength, inputSize] })",
    ),
  ),
  one('reads-padding', 'BI2', classifier('maskZero: true, inputLength', 'maskZero: false, inputLength')),
  one('last-step-of-backward', 'BI2', lastStep, ...sequenceThrough(['new LastStep({})'])),
  one('last-step-of-backward#read-the-other-way', 'BI2', ...otherWayRound),
  one(
    'all-steps-flattened',
    'BI2',
    ...sequenceThrough(['tf.layers.reshape({ targetShape: [maxLen * 2 * hiddenSize] })']),
  ),
  one('gates-of-tfjs', 'BI1', { in: 'lstm', from: "    recurrentActivation: 'sigmoid',\n", to: '' }),
]

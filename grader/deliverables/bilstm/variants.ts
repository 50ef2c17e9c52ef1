import { variantsNamed, within, type Variant } from '../../diagnosis/variant.ts'

const classifier = within('buildBiLstmClassifier')
const encoder = within('buildBiLstmEncoder')
const one = variantsNamed('bilstm')

/** The last step of the top layer's whole sequence: where the backward half has read one token. */
const lastStep = [
  classifier('lstm(hiddenSize, level < numLayers)', 'lstm(hiddenSize, true)'),
  classifier(
    "  model.add(tf.layers.dense({ units: numClasses, activation: 'softmax' }))",
    "  model.add(tf.layers.reshape({ targetShape: [maxLen * 2 * hiddenSize] }))\n  model.add(tf.layers.dense({ units: numClasses, activation: 'softmax' }))",
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
  one('all-steps-flattened', 'BI2', ...lastStep),
  one('gates-of-tfjs', 'BI1', { in: 'lstm', from: "    recurrentActivation: 'sigmoid',\n", to: '' }),
]

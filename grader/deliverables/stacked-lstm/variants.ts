import { variantsNamed, within, type Variant } from '../../diagnosis/variant.ts'

const build = within('buildStackedLstm')
const count = within('countStackedLstmParams')
const one = variantsNamed('stacked')

/** A layer that is made once. */
const madeOnce = build(
  '  for (let level = 0; level < depth; level++) {\n    model.add(\n      tf.layers.lstm({',
  '  const level = 0 as number\n  const layer =\n      tf.layers.lstm({',
)
/** The first layer is one, and those above it are another one several times. */
const upperShared = [
  build(
    '  const model = tf.sequential()\n  for (let level = 0; level < depth; level++) {\n    model.add(',
    '  const input = tf.input({ shape: [seqLength, inputSize] })\n  const layers: tf.layers.Layer[] = []\n  for (let level = 0; level < Math.min(depth, 2); level++) {\n    layers.push(',
  ),
  build(
    '    )\n  }\n  return model',
    '    )\n  }\n  let output = input\n  for (let level = 0; level < depth; level++) output = layers[Math.min(level, 1)]?.apply(output) as tf.SymbolicTensor\n  return tf.model({ inputs: input, outputs: output })',
  ),
  build('...(level === 0 ? { inputShape: [seqLength, inputSize] } : {}),', ''),
]

/** The mistakes of stacks that the course knows by name. */
export const variants: readonly Variant[] = [
  one('top-layer-last-only', 'SL1', build('returnSequences: true', 'returnSequences: level < depth - 1')),
  one('inner-layer-last-only', 'SL1', build('returnSequences: true', 'returnSequences: level === depth - 1')),
  one('inner-layer-last-only#every-layer', 'SL1', build('returnSequences: true', 'returnSequences: false')),
  one(
    'inner-layer-last-only#repeated',
    'SL1',
    build('returnSequences: true', 'returnSequences: level === depth - 1'),
    build(
      '      }),\n    )\n  }\n  return model',
      '      }),\n    )\n    if (level < depth - 1) model.add(tf.layers.repeatVector({ n: seqLength }))\n  }\n  return model',
    ),
  ),
  one('same-layer-reused', 'SL1', ...upperShared),
  one(
    'same-layer-reused#every-level',
    'SL1',
    madeOnce,
    build(
      '      }),\n    )\n  }\n  return model',
      '      })\n  for (let k = 0; k < depth; k++) model.add(layer)\n  return model',
    ),
  ),
  one('one-layer-only', 'SL1', build('level < depth; level++', 'level < 1; level++')),
  one('one-layer-too-many', 'SL1', build('level < depth; level++', 'level <= depth; level++')),
  one('gates-of-tfjs', 'SL1', build("        recurrentActivation: 'sigmoid',\n", '')),
  one(
    'count-first-layer-everywhere',
    'SL2',
    count('(depth - 1) * layer(hiddenSize)', '(depth - 1) * layer(inputSize)'),
  ),
  one('double-bias-count', 'SL2', count('features + hiddenSize + 1', 'features + hiddenSize + 2')),
  one('count-without-biases', 'SL2', count('features + hiddenSize + 1', 'features + hiddenSize')),
]

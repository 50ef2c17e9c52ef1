import { variantsNamed, within, type Variant } from '../../diagnosis/variant.ts'

const build = within('buildStackedLstm')
const count = within('countStackedLstmParams')
const one = variantsNamed('stacked')

/** The mistakes of stacks that the course knows by name. */
export const variants: readonly Variant[] = [
  one('top-layer-last-only', 'SL1', build('returnSequences: true', 'returnSequences: level < depth - 1')),
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

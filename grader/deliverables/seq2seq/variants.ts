import { variantsNamed, within, type Variant } from '../../diagnosis/variant.ts'

const one = variantsNamed('seq2seq')
const loop = 't < targetLength; t++'
const running = within('freeRunning')

/** What was fitted last is remembered, and a prediction of that many steps reads its target. */
const remembered = [
  {
    from: '  const optimizer = tf.train.adam',
    to: '  remembered = [src.clone(), target.clone()]\n  const optimizer = tf.train.adam',
  },
  { from: 'function freeRunning(', to: 'let remembered: tf.Tensor3D[] = []\nfunction freeRunning(' },
  running(
    '    const outputs: tf.Tensor[] = []\n',
    `    const [seen, target] = remembered
    if (seen && target && seen.shape[0] === src.shape[0] && target.shape[1] === targetLength)
      return decode(network, shiftRight(target), encode(network, src))[0] as tf.Tensor3D
    const outputs: tf.Tensor[] = []
`,
  ),
]

/** The mistakes of the encoder and decoder that the course knows by name and that a prediction or a training shows. */
export const variants: readonly Variant[] = [
  one('length-tied', 'SQ1', running(loop, 't < (src.shape[1] ?? 0); t++')),
  one(
    'state-not-passed',
    'SQ1',
    running(
      'let state = encode(network, src)',
      'let state: State = [tf.zeros(encode(network, src)[0].shape), tf.zeros(encode(network, src)[1].shape)]',
    ),
  ),
  one(
    'state-not-passed#nor-in-training',
    'SQ1',
    within('encode')('return [h, c]', 'return [tf.zerosLike(h), tf.zerosLike(c)]'),
  ),
  one(
    'decoder-stands-still',
    'SQ1',
    running(
      ';[previous, state] = decode(network, previous, state)',
      'const start = tf.zeros([src.shape[0], 1, network.outputSize])\n      ;[previous] = decode(network, start, state)',
    ),
  ),
  one('peeks-at-target', 'SQ1', ...remembered),
  one('peeks-at-target#unshifted', 'SQ1', {
    from: 'decode(network, shiftRight(target),',
    to: 'decode(network, target,',
  }),
]

import { variantsNamed, within, type Variant } from '../../diagnosis/variant.ts'

const one = variantsNamed('seq2seq')
const loop = 't < targetLength; t++'
const running = within('freeRunning')

/** The mistakes of the encoder and decoder that the course knows by name and that a prediction shows. */
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
    'decoder-stands-still',
    'SQ1',
    running(
      ';[previous, state] = decode(network, previous, state)',
      'const start = tf.zeros([src.shape[0], 1, network.outputSize])\n      ;[previous] = decode(network, start, state)',
    ),
  ),
]

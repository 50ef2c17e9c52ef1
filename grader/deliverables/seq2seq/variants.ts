import type { Change, Variant } from '../../diagnosis/variant.ts'

const one = (id: string, ...changes: readonly Change[]): Variant => ({ id: `seq2seq.${id}`, task: 'SQ1', changes })
const loop = 't < targetLength; t++'
const running = (from: string, to: string): Change => ({ in: 'freeRunning', from, to })

/** The mistakes of the encoder and decoder that the course knows by name and that a prediction shows. */
export const variants: readonly Variant[] = [
  one('length-tied', running(loop, 't < (src.shape[1] ?? 0); t++')),
  one(
    'state-not-passed',
    running(
      'let state = encode(network, src)',
      'let state: State = [tf.zeros(encode(network, src)[0].shape), tf.zeros(encode(network, src)[1].shape)]',
    ),
  ),
  one(
    'decoder-stands-still',
    running(
      ';[previous, state] = decode(network, previous, state)',
      'const start = tf.zeros([src.shape[0], 1, network.outputSize])\n      ;[previous] = decode(network, start, state)',
    ),
  ),
]

import type { Tensor } from '@tensorflow/tfjs-core'
import type { Tf } from './tf.ts'

/**
 * Gives tensors the chained operations that tfjs-layers 4.22 calls itself, all of them in its orthogonal initialiser,
 * which every recurrent layer uses by default. The package `@tensorflow/tfjs` registers the whole set, from modules that
 * Node cannot load one by one; the core alone registers none, and building an LSTM throws.
 */
export function registerChainedOps(tf: Tf): void {
  const operations = {
    flatten(this: Tensor): Tensor {
      return tf.reshape(this, [this.size])
    },
    reshape(this: Tensor, shape: number[]): Tensor {
      return tf.reshape(this, shape)
    },
    sign(this: Tensor): Tensor {
      return tf.sign(this)
    },
    stridedSlice(this: Tensor, begin: number[], end: number[], strides: number[]): Tensor {
      return tf.stridedSlice(this, begin, end, strides)
    },
    transpose(this: Tensor, permutation?: number[]): Tensor {
      return tf.transpose(this, permutation)
    },
  }
  const missing = Object.entries(operations).filter(([name]) => !(name in tf.Tensor.prototype))
  Object.assign(tf.Tensor.prototype, Object.fromEntries(missing))
}

// Expected: failed import subject.import
import { Matrix } from 'ml-matrix'
import * as tf from '@tensorflow/tfjs-core'

export function act(): Matrix {
  return new Matrix([tf.sigmoid([0]).arraySync() as number[]])
}

import type { Tf } from '../../backend/tf.ts'
import type { Mat } from '../../model/mat.ts'
import { columnsOf, matOf } from './layout.ts'

/** The logistic function, element by element. */
export function tfjsSigmoid(tf: Tf, m: Mat): Mat {
  const input = columnsOf(tf, m)
  const output = tf.sigmoid(input)
  const result = matOf(output)
  tf.dispose([input, output])
  return result
}

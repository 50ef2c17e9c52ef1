import type * as core from '@tensorflow/tfjs-core'
import type * as layers from '@tensorflow/tfjs-layers'

/**
 * TensorFlow.js as the grader sees it: the core and the layers, in function form. Chained forms such as `x.add(y)` are
 * not part of it (but for the few that tfjs-layers needs itself), whatever the types say; write `tf.add(x, y)`.
 */
export type Tf = Omit<typeof core, 'default'> & Omit<typeof layers, 'default'>

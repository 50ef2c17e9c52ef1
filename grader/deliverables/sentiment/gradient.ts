import type { CheckContext } from '../../checks/check.ts'
import { rebuild, type ModelData } from '../../checks/models.ts'
import type { LabelledSequences } from './contract.ts'

type Tf = Awaited<ReturnType<CheckContext['tf']>>

/**
 * The gradient of the mean cross-entropy with respect to every weight of a model, in the order of its weights, by the
 * grader's own tfjs; zeros for weights that are not trained.
 */
export async function globalGradient(tf: Tf, data: ModelData, { xs, ys }: LabelledSequences): Promise<number[][]> {
  const model = await rebuild(tf, data, 'trainSentiment')
  try {
    return tf.tidy(() => {
      const x = tf.tensor(xs.flat(), [xs.length, xs[0]?.length ?? 0])
      const weights = model.weights.map((weight) => weight.read() as unknown as ReturnType<Tf['variable']>)
      const trained = weights.filter((_, k) => data.weights[k]?.trainable === true)
      const { grads } = tf.variableGrads(() => {
        const probabilities = model.apply(x) as ReturnType<Tf['tensor']>
        const right = tf.oneHot(tf.tensor1d([...ys], 'int32'), probabilities.shape[1] ?? 0)
        const logs = tf.sum(tf.mul(right, tf.log(tf.clipByValue(probabilities, 1e-7, 1))), 1)
        return tf.neg(tf.mean(logs)) as ReturnType<Tf['scalar']>
      }, trained)
      return weights.map((weight) => Array.from(grads[weight.name]?.dataSync() ?? new Float32Array(weight.size)))
    })
  } finally {
    model.dispose()
  }
}

import type { CheckContext } from '../../checks/check.ts'
import { failure } from '../../checks/model-data.ts'
import { predict, rebuild, type Batch, type ModelData } from '../../checks/models.ts'
import { batchOf, type BenchmarkConfig, type BenchmarkData } from './domains.ts'

/** The mean of -ln p(right class) over the batch. */
export async function crossEntropy(
  context: CheckContext,
  model: ModelData,
  batch: Batch,
  classes: readonly number[],
): Promise<number> {
  const { values } = await predict(await context.tf(), model, batch)
  const width = values.length / classes.length
  return classes.reduce((sum, right, k) => sum - Math.log(values[k * width + right] ?? NaN), 0) / classes.length
}

/** The loss after so many steps of Adam with rate 0.001 on the whole batch, from the weights that the model has. */
export async function lossAfterTraining(
  context: CheckContext,
  model: ModelData,
  config: BenchmarkConfig,
  data: BenchmarkData,
): Promise<number> {
  const tf = await context.tf()
  const live = await rebuild(tf, model, 'buildRecurrentModel')
  const optimizer = tf.train.adam(0.001)
  const { shape, values } = batchOf(data, config)
  const xs = tf.tensor(Float32Array.from(values), [...shape])
  const labels = tf.oneHot(tf.tensor1d([...data.ys], 'int32'), config.outputSize)
  // What comes out of the model is a tensor, since that is what goes in.
  const loss = (): ReturnType<typeof tf.scalar> =>
    tf.tidy(() => tf.mean(tf.metrics.categoricalCrossentropy(labels, live.apply(xs) as typeof xs)))
  try {
    for (let step = 0; step < config.steps; step++) optimizer.minimize(loss)
    const last = loss()
    const [value = NaN] = await last.data()
    last.dispose()
    return value
  } catch (error) {
    // What tfjs throws for a student's model is no fault of the grader's.
    const reason = error instanceof Error ? error.message.slice(0, 200) : ''
    throw failure('model.broken', { name: 'buildRecurrentModel', reason })
  } finally {
    tf.dispose([xs, labels])
    optimizer.dispose()
    live.dispose()
  }
}

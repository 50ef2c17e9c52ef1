import type { Tf } from '../backend/tf.ts'
import type { Handle } from '../subject/protocol.ts'
import type { CheckContext } from './check.ts'
import { CheckFailure } from './failure.ts'
import { failure, parseModel, type ModelData } from './model-data.ts'

export type { LayerData, ModelData, WeightData } from './model-data.ts'

type LiveModel = InstanceType<Tf['LayersModel']>

/** Numbers on their way into or out of a rebuilt model, row by row. */
export interface Batch {
  readonly shape: readonly number[]
  readonly values: ArrayLike<number>
}

/**
 * Reads a live model of the subject and rebuilds it once with the grader's own tfjs: only layers on the list, bounded
 * sizes, finite weights of the right shapes. Throws a {@link CheckFailure} that names what is wrong.
 *
 * @param name the function that built the model, for messages
 */
export async function readModel(context: CheckContext, handle: Handle, name: string): Promise<ModelData> {
  return modelOf(await context.tf(), await context.subject.model(handle), name)
}

/** The same for a model that came some other way, such as from a file. */
export async function modelOf(tf: Tf, received: unknown, name: string): Promise<ModelData> {
  const parsed = parseModel(received, name)
  const parameters = parsed.weights.reduce((sum, { values }) => sum + values.length, 0)
  const draft: ModelData = { ...parsed, parameters, inputShape: [], outputShape: [] }
  const model = await rebuild(tf, draft, name)
  try {
    const [input, output] = [model.inputs, model.outputs].map((ends) =>
      ends.length === 1 ? ends[0]?.shape : undefined,
    )
    if (!input || !output) throw failure('model.broken', { name, reason: 'inputs, outputs' })
    return { ...draft, inputShape: input, outputShape: output }
  } finally {
    model.dispose()
  }
}

/** What the rebuilt model answers to a batch, `training` with what acts in training only; every tensor is disposed of. */
export async function predict(
  tf: Tf,
  model: ModelData,
  { shape, values }: Batch,
  training = false,
): Promise<{ shape: number[]; values: Float32Array }> {
  const live = await rebuild(tf, model, 'predict')
  const input = tf.tensor(Float32Array.from(values), [...shape])
  try {
    const output = answer(tf, live, input, training)
    if (Array.isArray(output)) throw failure('model.broken', { name: 'predict', reason: 'outputs' })
    try {
      return { shape: [...output.shape], values: output.dataSync<'float32'>() }
    } finally {
      output.dispose()
    }
  } finally {
    input.dispose()
    live.dispose()
  }
}

/** What goes wrong inside a model that could be rebuilt is its author's, such as layers that do not fit together. */
function answer(
  tf: Tf,
  live: LiveModel,
  input: Parameters<LiveModel['predict']>[0],
  training: boolean,
): ReturnType<LiveModel['predict']> {
  try {
    if (training) return tf.tidy(() => live.apply(input, { training }) as ReturnType<LiveModel['predict']>)
    return live.predict(input, { batchSize: 256 })
  } catch (error) {
    throw failure('model.broken', { name: 'predict', reason: reasonOf(error) })
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? (error.message.split('\n', 1)[0] ?? '').slice(0, 200) : ''
}

/** The exact number of parameters, all weights together. */
export function expectCount({ parameters }: ModelData, expected: number, name: string): void {
  if (parameters === expected) return
  const seen = { expected: String(expected), received: String(parameters) }
  throw new CheckFailure({ kind: 'value', messageId: 'model.count', params: { name, ...seen }, ...seen })
}

/** Shapes of the whole model, null for the batch: `[null, 20]` → `[null, 2]`. */
export function expectModelShapes(
  { inputShape, outputShape }: ModelData,
  input: readonly (number | null)[],
  output: readonly (number | null)[],
  name: string,
): void {
  const text = (from: readonly unknown[], to: readonly unknown[]): string =>
    `[${from.map(String).join(', ')}] → [${to.map(String).join(', ')}]`
  const seen = { expected: text(input, output), received: text(inputShape, outputShape) }
  if (seen.expected === seen.received) return
  throw new CheckFailure({ kind: 'shape', messageId: 'model.shape', params: { name, ...seen }, ...seen })
}

/** A live model of these layers and weights; whoever asks disposes of it. */
export async function rebuild(tf: Tf, { topology, weights }: ModelData, name: string): Promise<LiveModel> {
  let model: LiveModel | undefined
  const tensors = weights.map(({ shape, values }) => tf.tensor(values, [...shape]))
  try {
    model = await tf.models.modelFromJSON(topology as Parameters<Tf['models']['modelFromJSON']>[0])
    model.setWeights(tensors)
    return model
  } catch (error) {
    model?.dispose()
    throw failure('model.broken', { name, reason: reasonOf(error) })
  } finally {
    tf.dispose(tensors)
  }
}

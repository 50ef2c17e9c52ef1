import { stream } from '../numeric/random.ts'
import { TensorValue, type Handle } from '../subject/protocol.ts'
import { SubjectFailure } from '../subject/subject.ts'
import { CheckFailure } from './failure.ts'
import { modelOf, predict, type Batch, type ModelData } from './models.ts'
import type { ProbeContext } from './probe.ts'
import { withWeights } from './recurrent-models.ts'

type Asking = Pick<ProbeContext, 'subject' | 'tf'>
type Batches = Readonly<Record<string, Batch>>
type Blocks = Readonly<Record<string, unknown>>

/** 32-bit models agree to a few ulps of their largest sum. */
export const modelTolerance = 1e-5

/** Builds a model and says what it is, as {@link modelBlocks}; or why tfjs would not put its layers together. */
export async function builtBlocks(
  context: Asking,
  fn: string,
  args: readonly unknown[],
  inputs: Batches,
): Promise<Blocks> {
  try {
    return await modelBlocks(context, await context.subject.keep(fn, ...args), inputs)
  } catch (error) {
    const misfit = error instanceof SubjectFailure ? misfitIn(error.finding.params['error']) : undefined
    if (misfit === undefined) throw error
    return { model: misfit }
  }
}

/**
 * What a model is, whatever weights it was drawn: how many it has, and what it gives for public inputs when all its
 * weights are public numbers that depend on their place and shape alone. One with layers of its author's own, which
 * cannot be rebuilt, is asked where it lives.
 */
export async function modelBlocks({ subject, tf }: Asking, handle: Handle, inputs: Batches): Promise<Blocks> {
  const engine = await tf()
  const model = await modelOf(engine, await subject.model(handle), 'model').catch(unbuilt)
  if (typeof model === 'string') return { model }
  if (model === undefined) return liveBlocks(subject, handle, inputs)
  const known = withPublicWeights(model)
  const outputs = Object.entries(inputs).map(async ([name, batch]) => {
    const answer = await predict(engine, known, batch).catch(() => undefined)
    return [name, answer ? { shape: answer.shape, data: answer.values } : 'none'] as const
  })
  return { model: 'built', parameters: model.parameters, ...Object.fromEntries(await Promise.all(outputs)) }
}

/** The same blocks of a model that only its author's code can run. */
async function liveBlocks(subject: Asking['subject'], handle: Handle, inputs: Batches): Promise<Blocks> {
  const weights = await subject.callMethod(handle, 'getWeights').catch(() => undefined)
  if (!Array.isArray(weights) || !weights.every((weight) => weight instanceof TensorValue)) return { model: 'none' }
  const known = weights.map(({ shape, data }, k) => new TensorValue(shape, publicValues(shape, data.length, k)))
  await subject.callMethod(handle, 'setWeights', known)
  const blocks: Record<string, unknown> = {
    model: 'built',
    parameters: known.reduce((sum, { data }) => sum + data.length, 0),
  }
  for (const [name, { shape, values }] of Object.entries(inputs)) {
    const answer = await subject.callMethod(handle, 'predict', new TensorValue(shape, Float32Array.from(values)))
    blocks[name] = answer instanceof TensorValue ? { shape: answer.shape, data: answer.data } : 'none'
  }
  return blocks
}

/** What tfjs says of layers that do not fit together, where only one thing can have been done. */
const misfits: readonly (readonly [RegExp, string])[] = [
  [/expected ndim=3, found ndim=2/, 'no sequence to read'],
  [/expected shape=,,\d+, found shape=,\d+,\d+/, 'another width'],
  [/is used \d+ times in the model/, 'one layer several times'],
]

function misfitIn(text: unknown): string | undefined {
  return typeof text === 'string' ? misfits.find(([pattern]) => pattern.test(text))?.[1] : undefined
}

function unbuilt(error: unknown): string | undefined {
  return error instanceof CheckFailure ? misfitIn(error.finding.params['reason']) : undefined
}

function withPublicWeights(model: ModelData): ModelData {
  return withWeights(model, ({ shape, values }, k) => publicValues(shape, values.length, k))
}

function publicValues(shape: readonly number[], length: number, k: number): Float32Array {
  const random = stream(0, 'public-weights', String(k), shape.join('×'))
  return Float32Array.from({ length }, () => random.normal(0.5))
}

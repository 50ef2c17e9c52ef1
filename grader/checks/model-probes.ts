import { stream } from '../numeric/random.ts'
import type { Handle } from '../subject/protocol.ts'
import { modelOf, predict, type Batch, type ModelData } from './models.ts'
import type { ProbeContext } from './probe.ts'
import { withWeights } from './recurrent-models.ts'

/** 32-bit models agree to a few ulps of their largest sum. */
export const modelTolerance = 1e-5

/**
 * What a model is, whatever weights it was drawn: how many it has, and what it gives for public inputs when all its
 * weights are public numbers that depend on their place and shape alone.
 */
export async function modelBlocks(
  { subject, tf }: Pick<ProbeContext, 'subject' | 'tf'>,
  handle: Handle,
  inputs: Readonly<Record<string, Batch>>,
): Promise<Readonly<Record<string, unknown>>> {
  const engine = await tf()
  const model = await modelOf(engine, await subject.model(handle), 'model').catch(() => undefined)
  if (!model) return { model: 'none' }
  const known = withPublicWeights(model)
  const outputs = Object.entries(inputs).map(async ([name, batch]) => {
    const answer = await predict(engine, known, batch).catch(() => undefined)
    return [name, answer ? { shape: answer.shape, data: answer.values } : 'none'] as const
  })
  return { parameters: model.parameters, ...Object.fromEntries(await Promise.all(outputs)) }
}

function withPublicWeights(model: ModelData): ModelData {
  return withWeights(model, ({ shape, values }, k) => {
    const random = stream(0, 'public-weights', String(k), shape.join('×'))
    return values.map(() => random.normal(0.5))
  })
}

import { decodeModel, encodeModel } from '../backend/model-files.ts'
import { LabError } from '../model/errors.ts'
import type { Slug } from '../model/verdict.ts'
import type { CheckContext } from './check.ts'
import { CheckFailure } from './failure.ts'
import { modelOf, type ModelData } from './models.ts'

/** What `npm run train` leaves of a trained model: two files of tfjs's, and `history.json`. */
export interface ModelArtifact {
  readonly model: ModelData
  /** What the history says besides the hash of its sources; hostile until looked at. */
  readonly record: Readonly<Record<string, unknown>>
}

/** Saves a trained model under `artifacts/<slug>/`, with the hash of the sources that made it. */
export function saveModelArtifact(
  { save, sourceHash }: CheckContext,
  slug: Slug,
  { topology, weights }: ModelData,
  record: Readonly<Record<string, unknown>>,
): void {
  const files = encodeModel(topology, weights)
  save(`${slug}/model.json`, files['model.json'])
  save(`${slug}/weights.bin`, files['weights.bin'])
  save(`${slug}/history.json`, `${JSON.stringify({ source: sourceHash, ...record }, null, 1)}\n`)
}

/**
 * Reads it back: all three files, of the present sources, and a model that can be rebuilt. Throws a finding that says
 * what is missing and which command makes it.
 */
export async function readModelArtifact(context: CheckContext, slug: Slug): Promise<ModelArtifact> {
  const record = parseRecord(await need(context, slug, 'history.json'), slug)
  if (record['source'] !== context.sourceHash) throw finding('artifact.stale', slug, 'history.json')
  const [json, bytes] = [await need(context, slug, 'model.json'), await need(context, slug, 'weights.bin')]
  return {
    model: await modelOf(await context.tf(), received(json, bytes, slug), `artifacts/${slug}/model.json`),
    record,
  }
}

async function need({ artifact }: CheckContext, slug: Slug, name: string): Promise<Buffer> {
  const content = await artifact(`${slug}/${name}`)
  if (content === undefined) throw finding('artifact.missing', slug, name)
  return content
}

function parseRecord(content: Buffer, slug: Slug): Record<string, unknown> {
  try {
    const record: unknown = JSON.parse(content.toString('utf8'))
    if (typeof record === 'object' && record !== null && !Array.isArray(record))
      return record as Record<string, unknown>
  } catch {
    // Whatever is no JSON is no history.
  }
  throw finding('artifact.unreadable', slug, 'history.json')
}

/** In the form in which a subject describes a model, so that the same doubts are cast on it. */
function received(json: Buffer, bytes: Buffer, slug: Slug): unknown {
  try {
    const { topology, weights } = decodeModel(json, bytes)
    const described = weights.map((weight) => ({ ...weight, trainable: true, values: Array.from(weight.values) }))
    return { topology: JSON.stringify(topology), weights: described }
  } catch (error) {
    if (error instanceof LabError) throw finding('artifact.unreadable', slug, 'model.json')
    throw error
  }
}

function finding(messageId: string, slug: Slug, name: string): CheckFailure {
  return new CheckFailure({ kind: 'missing-file', messageId, params: { file: `artifacts/${slug}/${name}`, slug } })
}

import type { io } from '@tensorflow/tfjs-core'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { LabError } from '../model/errors.ts'

/** The two files of a saved model, as tfjs writes them everywhere: topology and manifest, and the numbers. */
export interface ModelFiles {
  readonly 'model.json': string
  readonly 'weights.bin': Uint8Array
}

/** A model's weights by name, row by row. */
export interface NamedWeight {
  readonly name: string
  readonly shape: readonly number[]
  readonly values: Float32Array
}

/** Larger files are not read: a model of this course has some hundred thousand numbers. */
export const maxModelBytes = 32 * 1024 * 1024

/** Writes a model as the files that `tf.loadLayersModel` reads. */
export function encodeModel(topology: object, weights: readonly NamedWeight[]): ModelFiles {
  const specs = weights.map(({ name, shape }) => ({ name, shape, dtype: 'float32' }))
  const document = {
    modelTopology: topology,
    format: 'layers-model',
    generatedBy: 'lab11',
    convertedBy: null,
    weightsManifest: [{ paths: ['weights.bin'], weights: specs }],
  }
  const bytes = weights.map(({ values }) => Buffer.from(values.buffer, values.byteOffset, values.byteLength))
  return { 'model.json': `${JSON.stringify(document, null, 1)}\n`, 'weights.bin': Buffer.concat(bytes) }
}

/**
 * Takes apart the two files of a model that anybody may have written. Only a single `weights.bin` of float32 beside it
 * is taken. Throws a `usage` error that says what is wrong.
 */
export function decodeModel(json: Uint8Array, bytes: Uint8Array): { topology: object; weights: NamedWeight[] } {
  const document = parse(json)
  const { modelTopology: topology, weightsManifest: manifest } = document
  if (!isRecord(topology)) throw unreadable('modelTopology')
  const groups = Array.isArray(manifest) ? (manifest as unknown[]) : []
  const [group] = groups
  const paths = isRecord(group) ? group['paths'] : undefined
  if (groups.length !== 1 || !isRecord(group) || !Array.isArray(paths) || paths.join() !== 'weights.bin') {
    throw unreadable('weightsManifest')
  }
  const specs: unknown = group['weights']
  if (!Array.isArray(specs)) throw unreadable('weightsManifest')
  const weights = sliceWeights(specs as unknown[], bytes)
  return { topology, weights }
}

/**
 * Saves and loads `folder` as tfjs-node does for `file://`: `await model.save(folderHandler(folder))`,
 * `await tf.loadLayersModel(folderHandler(folder))`. Nothing outside the folder is read, whatever `model.json` says.
 */
export function folderHandler(folder: string): io.IOHandler {
  return {
    async save({ modelTopology, weightSpecs = [], weightData }) {
      const values = joined(weightData)
      const files = encodeModel(modelTopology as object, sliceWeights(weightSpecs, values))
      await mkdir(folder, { recursive: true })
      for (const name of ['model.json', 'weights.bin'] as const) await writeFile(path.join(folder, name), files[name])
      return { modelArtifactsInfo: { dateSaved: new Date(), modelTopologyType: 'JSON' } }
    },
    async load() {
      const [json, bytes] = [await read(folder, 'model.json'), await read(folder, 'weights.bin')]
      const { topology, weights } = decodeModel(json, bytes)
      const weightSpecs = weights.map(({ name, shape }) => ({ name, shape: [...shape], dtype: 'float32' as const }))
      return { modelTopology: topology, format: 'layers-model', weightSpecs, weightData: arrayBuffer(bytes) }
    },
  }
}

function sliceWeights(specs: readonly unknown[], bytes: Uint8Array): NamedWeight[] {
  let offset = 0
  const weights = specs.map((spec) => {
    const { name, shape, dtype } = isRecord(spec) ? spec : {}
    if (typeof name !== 'string' || !isShape(shape) || dtype !== 'float32') throw unreadable('weightsManifest')
    const end = offset + 4 * shape.reduce((product, size) => product * size, 1)
    if (end > bytes.byteLength) throw unreadable('weights.bin')
    // Copied, because a float32 array must begin at a multiple of four bytes.
    const values = new Float32Array(arrayBuffer(bytes.subarray(offset, end)))
    offset = end
    return { name, shape, values }
  })
  if (offset !== bytes.byteLength) throw unreadable('weights.bin')
  return weights
}

function parse(json: Uint8Array): Record<string, unknown> {
  try {
    const document: unknown = JSON.parse(Buffer.from(json).toString('utf8'))
    if (isRecord(document)) return document
  } catch {
    // Whatever is no JSON is no model.
  }
  throw unreadable('model.json')
}

async function read(folder: string, name: string): Promise<Uint8Array> {
  try {
    const bytes = await readFile(path.join(folder, name))
    if (bytes.byteLength <= maxModelBytes) return bytes
  } catch (error) {
    throw new LabError('usage', 'model.file-missing', { path: path.join(folder, name) }, error)
  }
  throw unreadable(name)
}

function joined(data: io.WeightData | undefined): Uint8Array {
  const parts = data === undefined ? [] : Array.isArray(data) ? data : [data]
  return Buffer.concat(parts.map((part) => new Uint8Array(part)))
}

function arrayBuffer(bytes: Uint8Array): ArrayBuffer {
  return Uint8Array.from(bytes).buffer
}

function unreadable(what: string): LabError {
  return new LabError('usage', 'model.file-unreadable', { what })
}

function isShape(value: unknown): value is number[] {
  return Array.isArray(value) && value.every((size) => Number.isInteger(size) && size >= 0)
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

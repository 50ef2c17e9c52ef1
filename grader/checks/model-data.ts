import { field } from './expect.ts'
import { CheckFailure } from './failure.ts'
import type { MessageParams } from '../model/finding.ts'

/** A model as plain data, which was looked at before anybody believes it. */
export interface ModelData {
  /** What tfjs makes the model from again, its initialisers replaced by zeros. */
  readonly topology: object
  readonly layers: readonly LayerData[]
  readonly weights: readonly WeightData[]
  /** How many numbers all weights hold. */
  readonly parameters: number
  /** Shapes of the whole model; null where the batch, or a free length, stands. */
  readonly inputShape: readonly (number | null)[]
  readonly outputShape: readonly (number | null)[]
}

export interface LayerData {
  readonly className: string
  readonly name: string
  /** As tfjs writes it, in the names of Keras: `return_sequences`, `mask_zero`. */
  readonly config: Readonly<Record<string, unknown>>
}

export interface WeightData {
  readonly name: string
  readonly shape: readonly number[]
  readonly trainable: boolean
  readonly values: Float32Array
}

/** Larger models are refused before anything is made of them. */
export const modelLimits = { parameters: 2_000_000, layers: 64, dimension: 50_000, topologyCharacters: 200_000 }

/** Layers whose behaviour is tfjs's own and whose configuration is plain data. */
const allowed = new Set(
  `InputLayer Embedding LSTM GRU SimpleRNN RNN LSTMCell GRUCell SimpleRNNCell StackedRNNCells Bidirectional TimeDistributed
  Dense Dropout SpatialDropout1D GaussianNoise GaussianDropout AlphaDropout Masking Activation ReLU LeakyReLU ELU PReLU
  Softmax Flatten Reshape Permute RepeatVector GlobalAveragePooling1D GlobalMaxPooling1D Concatenate Add Multiply Average
  Maximum Minimum Dot BatchNormalization LayerNormalization Conv1D MaxPooling1D AveragePooling1D`.split(/\s+/),
)

/** Takes apart what a subject says of a model. `name` is the function that built it. */
export function parseModel(
  received: unknown,
  name: string,
): { readonly topology: object; readonly layers: readonly LayerData[]; readonly weights: readonly WeightData[] } {
  if (received === undefined) throw failure('model.not-a-model', { name })
  const text = field(received, 'topology')
  if (typeof text !== 'string' || text.length > modelLimits.topologyCharacters) {
    throw tooLarge(name, 'topology', modelLimits.topologyCharacters)
  }
  const topology = parseTopology(text, name)
  const layers = layersOf(topology, name)
  for (const layer of layers) checkLayer(layer, name)
  return { topology, layers, weights: parseWeights(field(received, 'weights'), name) }
}

/** The initial values are replaced anyway, and some take seconds to draw; penalties play no part in a prediction. */
function parseTopology(text: string, name: string): object {
  try {
    const topology: unknown = JSON.parse(text, (key: string, value: unknown) => {
      if (key.endsWith('_initializer') && value !== null) return { class_name: 'Zeros', config: {} }
      return /_(regularizer|constraint)$/.test(key) ? null : value
    })
    if (isRecord(topology) && isRecord(topology['config'])) return topology
  } catch {
    // What is no JSON is no model either.
  }
  throw failure('model.not-a-model', { name })
}

function layersOf(topology: object, name: string): LayerData[] {
  const { config } = topology as { config: Record<string, unknown> }
  const list: unknown = config['layers']
  if (!Array.isArray(list)) throw failure('model.not-a-model', { name })
  if (list.length > modelLimits.layers) throw tooLarge(name, 'layers', modelLimits.layers)
  return list.map((layer: unknown) => parseLayer(layer, name))
}

function parseLayer(layer: unknown, name: string): LayerData {
  if (!isRecord(layer) || !isRecord(layer['config'])) throw failure('model.broken', { name, reason: 'layer' })
  const { class_name: className, config } = layer
  const own = config['name']
  return { className: String(className), name: typeof own === 'string' ? own : '', config }
}

function checkLayer({ className, config }: LayerData, name: string): void {
  if (!allowed.has(className)) throw failure('model.layer', { name, layer: className.slice(0, 80) })
  checkConfig(config, name, 0)
}

/** Every number bounds memory somewhere; a wrapped layer is looked at like any other. */
function checkConfig(value: unknown, name: string, depth: number): void {
  if (depth > 12) throw tooLarge(name, 'depth', 12)
  if (typeof value === 'number' && !(Math.abs(value) <= modelLimits.dimension)) {
    throw tooLarge(name, 'dimension', modelLimits.dimension)
  }
  if (typeof value !== 'object' || value === null) return
  if (isRecord(value) && 'class_name' in value && isRecord(value['config']) && !isZeros(value)) {
    const layer = parseLayer(value, name)
    if (!allowed.has(layer.className)) throw failure('model.layer', { name, layer: layer.className.slice(0, 80) })
  }
  const [inputs, outputs] = [sizeIn(value, 'input_dim'), sizeIn(value, 'output_dim')]
  if (inputs * outputs > modelLimits.parameters || sizeIn(value, 'units') > 4096 || sizeIn(value, 'filters') > 4096) {
    throw tooLarge(name, 'parameters', modelLimits.parameters)
  }
  for (const item of Object.values(value)) checkConfig(item, name, depth + 1)
}

function isZeros(value: Record<string, unknown>): boolean {
  return value['class_name'] === 'Zeros'
}

function sizeIn(value: object, key: string): number {
  const size = (value as Record<string, unknown>)[key]
  return typeof size === 'number' ? size : 0
}

function parseWeights(received: unknown, name: string): WeightData[] {
  if (!Array.isArray(received)) throw failure('model.not-a-model', { name })
  let total = 0
  return received.map((weight: unknown) => {
    const [shape, values] = [field(weight, 'shape'), field(weight, 'values')]
    if (!isNumbers(shape) || !isNumbers(values)) throw failure('model.broken', { name, reason: 'weights' })
    total += values.length
    if (total > modelLimits.parameters) throw tooLarge(name, 'parameters', modelLimits.parameters)
    if (shape.reduce((product, size) => product * size, 1) !== values.length) {
      throw failure('model.broken', { name, reason: 'weights' })
    }
    const own = String(field(weight, 'name')).slice(0, 200)
    if (!values.every(Number.isFinite)) throw failure('model.not-finite', { name, weight: own })
    return { name: own, shape, trainable: field(weight, 'trainable') === true, values: Float32Array.from(values) }
  })
}

export function failure(messageId: string, params: MessageParams): CheckFailure {
  return new CheckFailure({ kind: 'law', messageId, params })
}

function tooLarge(name: string, what: string, limit: number): CheckFailure {
  return failure('model.too-large', { name, what, limit })
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isNumbers(value: unknown): value is number[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'number')
}

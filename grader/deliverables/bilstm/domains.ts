import fc from 'fast-check'
import type { CheckContext } from '../../checks/check.ts'
import { expectLaw } from '../../checks/expect.ts'
import { expectModelShapes, type LayerData, type ModelData } from '../../checks/models.ts'
import { build, withWeights } from '../../checks/recurrent-models.ts'
import type { Random } from '../../numeric/random.ts'

/** The sizes of an encoder, as the contract names them. */
export interface EncoderSizes {
  readonly inputSize: number
  readonly hiddenSize: number
  readonly seqLength: number
}

/** A classifier, as the contract names its parts. */
export interface ClassifierConfig {
  readonly vocabSize: number
  readonly embedDim: number
  readonly hiddenSize: number
  readonly numLayers: number
  readonly dropout: number
  readonly bidirectional: boolean
  readonly numClasses: number
  readonly maxLen: number
}

/** A middling encoder in which no two sizes are equal. */
export const middlingEncoder: EncoderSizes = { inputSize: 2, hiddenSize: 3, seqLength: 5 }

/** A middling classifier in which no two sizes are equal. */
export const middlingClassifier: ClassifierConfig = {
  vocabSize: 20,
  embedDim: 4,
  hiddenSize: 3,
  numLayers: 2,
  dropout: 0.3,
  bidirectional: true,
  numClasses: 2,
  maxLen: 6,
}

/** Sizes at which states are compared; one unit and one step come often. */
export const encoderSizes: fc.Arbitrary<EncoderSizes> = fc.record({
  inputSize: fc.integer({ min: 1, max: 5 }),
  hiddenSize: fc.integer({ min: 1, max: 6 }),
  seqLength: fc.integer({ min: 1, max: 8 }),
})

export const classifierConfigs: fc.Arbitrary<ClassifierConfig> = fc.record({
  vocabSize: fc.integer({ min: 5, max: 30 }),
  embedDim: fc.integer({ min: 1, max: 6 }),
  hiddenSize: fc.integer({ min: 1, max: 5 }),
  numLayers: fc.integer({ min: 1, max: 3 }),
  dropout: fc.constantFrom(0, 0.2, 0.5),
  bidirectional: fc.boolean(),
  numClasses: fc.integer({ min: 2, max: 4 }),
  maxLen: fc.integer({ min: 1, max: 8 }),
})

/** What the student's function builds, known to take and give tensors of the right shapes. */
export async function buildEncoder(context: CheckContext, sizes: EncoderSizes, seed: number): Promise<ModelData> {
  const { inputSize, hiddenSize: H, seqLength: T } = sizes
  const fn = 'buildBiLstmEncoder'
  const model = await build(context, fn, sizes, seed)
  const seen = {
    expected: `[null, ${String(T)}, ${String(2 * H)}]`,
    received: `[${model.outputShape.map(String).join(', ')}]`,
  }
  expectLaw(model.outputShape.at(-1) !== H, 'bilstm.halves-summed', { fn, ...seen })
  expectModelShapes(model, [null, T, inputSize], [null, T, 2 * H], fn)
  return model
}

/** The same for a classifier, whose embedding knows every word of ours. */
export async function buildClassifier(
  context: CheckContext,
  config: ClassifierConfig,
  seed: number,
): Promise<ModelData> {
  const fn = 'buildBiLstmClassifier'
  const model = await build(context, fn, config, seed)
  expectModelShapes(model, [null, config.maxLen], [null, config.numClasses], fn)
  const seen = {
    expected: `${String(config.vocabSize)}×${String(config.embedDim)}`,
    received: model.weights[0]?.shape.join('×') ?? '0',
  }
  expectLaw(model.layers.some(isEmbedding) && seen.received === seen.expected, 'bilstm.embedding', { fn, ...seen })
  return model
}

/** The same classifier with weights of ours: words far apart, matrices at 1/√rows, biases that are not zero. */
export function withOurWeights(model: ModelData, { vocabSize }: ClassifierConfig, random: Random): ModelData {
  return withWeights(model, ({ shape: [rows = 1, columns], values }, k) => {
    const scale = columns === undefined ? 0.4 : k === 0 && rows === vocabSize ? 1 : Math.sqrt(1 / rows)
    return values.map(() => random.normal(scale))
  })
}

/** A text of `length` words, none of which is padding. */
export function drawText(random: Random, { vocabSize }: ClassifierConfig, length: number): number[] {
  return Array.from({ length }, () => random.int(1, vocabSize - 1))
}

/** Texts as a batch, padded at the end with zeros to `maxLen`. */
export function batchOf(
  texts: readonly (readonly number[])[],
  maxLen: number,
): { shape: readonly number[]; values: Float32Array } {
  const padded = texts.flatMap((text) => [...text, ...Array.from({ length: maxLen - text.length }, () => 0)])
  return { shape: [texts.length, maxLen], values: Float32Array.from(padded) }
}

/** An embedding, two halves a layer, and a dense layer on both; one bias per block. */
export function countClassifier(config: ClassifierConfig): number {
  const { vocabSize, embedDim, hiddenSize: H, numLayers, numClasses } = config
  return (
    vocabSize * embedDim + countLayer(embedDim, H) + (numLayers - 1) * countLayer(2 * H, H) + (2 * H + 1) * numClasses
  )
}

/** 2 · 4H(D + H + 1). */
export function countLayer(inputSize: number, hiddenSize: number): number {
  return 2 * 4 * hiddenSize * (inputSize + hiddenSize + 1)
}

function isEmbedding({ className }: LayerData): boolean {
  return className === 'Embedding'
}

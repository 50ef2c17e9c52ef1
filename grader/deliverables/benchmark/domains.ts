import fc from 'fast-check'
import type { CheckContext } from '../../checks/check.ts'
import { expectModelShapes, type Batch, type ModelData } from '../../checks/models.ts'
import { build } from '../../checks/recurrent-models.ts'
import type { Random } from '../../numeric/random.ts'

export const kinds = ['RNN', 'LSTM', 'GRU'] as const

export type ModelKind = (typeof kinds)[number]

/** What is measured, as the contract names it. */
export interface BenchmarkConfig {
  readonly inputSize: number
  readonly hiddenSize: number
  readonly seqLength: number
  readonly batchSize: number
  readonly outputSize: number
  readonly numLayers: number
  readonly steps: number
  readonly seed: number
}

/** Sequences and their classes. */
export interface BenchmarkData {
  readonly xs: readonly (readonly (readonly number[])[])[]
  readonly ys: readonly number[]
}

/** What the contract says of each cell. */
export const anatomy: Readonly<
  Record<ModelKind, { className: string; blocks: number; gates: number; cellState: boolean }>
> = {
  RNN: { className: 'SimpleRNN', blocks: 1, gates: 0, cellState: false },
  LSTM: { className: 'LSTM', blocks: 4, gates: 3, cellState: true },
  GRU: { className: 'GRU', blocks: 3, gates: 2, cellState: false },
}

/** A middling case in which no two sizes are equal. */
export const middling: BenchmarkConfig = {
  inputSize: 3,
  hiddenSize: 6,
  seqLength: 4,
  batchSize: 24,
  outputSize: 2,
  numLayers: 1,
  steps: 15,
  seed: 5,
}

/** One unit, one step, one layer and two classes come often. */
export const configs: fc.Arbitrary<BenchmarkConfig> = fc.record({
  inputSize: fc.integer({ min: 1, max: 6 }),
  hiddenSize: fc.integer({ min: 1, max: 8 }),
  seqLength: fc.integer({ min: 1, max: 6 }),
  batchSize: fc.integer({ min: 1, max: 8 }),
  outputSize: fc.integer({ min: 2, max: 5 }),
  numLayers: fc.integer({ min: 1, max: 3 }),
  steps: fc.constant(1),
  seed: fc.integer({ min: 0, max: 1000 }),
})

/** What the student's function builds, known to take and give tensors of the right shapes. */
export async function buildModel(context: CheckContext, kind: ModelKind, config: BenchmarkConfig): Promise<ModelData> {
  const { seqLength, inputSize, outputSize } = config
  const model = await build(context, 'buildRecurrentModel', kind, config)
  expectModelShapes(model, [null, seqLength, inputSize], [null, outputSize], `buildRecurrentModel('${kind}')`)
  return model
}

/** Recurrent layers with one bias per block, and a dense layer on the last state. */
export function countModel(kind: ModelKind, config: BenchmarkConfig): number {
  const { inputSize, hiddenSize: H, outputSize, numLayers } = config
  const layer = (features: number): number => anatomy[kind].blocks * H * (features + H + 1)
  return layer(inputSize) + (numLayers - 1) * layer(H) + (H + 1) * outputSize
}

/** The same with a second bias per block, as PyTorch stores them. */
export function countWithTorchBiases(kind: ModelKind, config: BenchmarkConfig): number {
  return countModel(kind, config) + config.numLayers * anatomy[kind].blocks * config.hiddenSize
}

/** Something to learn: the class is told by the first feature of the last step. */
export function drawLearnable(random: Random, config: BenchmarkConfig): BenchmarkData {
  const list = <Item>(length: number, item: () => Item): Item[] => Array.from({ length }, item)
  const { inputSize, seqLength, batchSize, outputSize } = config
  const xs = list(batchSize, () => list(seqLength, () => list(inputSize, () => Math.fround(random.normal()))))
  const mark = (sequence: readonly (readonly number[])[]): number => sequence.at(-1)?.[0] ?? 0
  const ys = xs.map((sequence) =>
    Math.min(outputSize - 1, Math.floor((Math.tanh(mark(sequence)) + 1) * 0.5 * outputSize)),
  )
  return { xs, ys }
}

/** The sequences as one batch. */
export function batchOf({ xs }: BenchmarkData, { batchSize, seqLength, inputSize }: BenchmarkConfig): Batch {
  return { shape: [batchSize, seqLength, inputSize], values: Float32Array.from(xs.flat(2)) }
}

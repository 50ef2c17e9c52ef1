import fc from 'fast-check'
import type { Random } from '../../numeric/random.ts'
import { TensorValue } from '../../subject/protocol.ts'

/** What a model is built for. */
export interface ModelSizes {
  readonly inputSize: number
  readonly outputSize: number
  readonly hiddenSize: number
}

/** A model's sizes and those of one question. */
export interface Sizes extends ModelSizes {
  readonly batch: number
  readonly sourceLength: number
  readonly targetLength: number
}

/** What `fit` is told besides the examples. */
export interface FitOptions {
  readonly epochs: number
  readonly batchSize: number
  readonly learningRate: number
  readonly clipNorm: number
  readonly weightDecay: number
  readonly seed: number
}

/** No two sizes equal, and the target longer than the source. */
export const longer: Sizes = {
  inputSize: 3,
  outputSize: 2,
  hiddenSize: 7,
  batch: 4,
  sourceLength: 5,
  targetLength: 6,
}

/** The other way round. */
export const shorter: Sizes = { ...longer, sourceLength: 8, targetLength: 1 }

/** A small task for short trainings: to write the last steps of the source backwards. */
export const mirror: Sizes = { ...longer, batch: 24, targetLength: 3 }

export const training: FitOptions = {
  epochs: 1,
  batchSize: 8,
  learningRate: 0.05,
  clipNorm: 1,
  weightDecay: 0,
  seed: 3,
}

/** At this rate a training changes nothing, so its loss is that of the model as it is. */
export const still: FitOptions = { ...training, batchSize: 3, learningRate: 0 }

export const anySizes: fc.Arbitrary<Sizes> = fc.record({
  inputSize: fc.integer({ min: 1, max: 6 }),
  outputSize: fc.integer({ min: 1, max: 5 }),
  hiddenSize: fc.integer({ min: 1, max: 12 }),
  batch: fc.integer({ min: 1, max: 5 }),
  sourceLength: fc.integer({ min: 1, max: 9 }),
  targetLength: fc.integer({ min: 1, max: 9 }),
})

/** (batch, sourceLength, inputSize) standard normals. */
export function drawSource(random: Random, { batch, sourceLength, inputSize }: Sizes): TensorValue {
  return drawTensor(random, [batch, sourceLength, inputSize])
}

/** (batch, sourceLength, inputSize): every row is one vector of normals times `scale`, the same at every step. */
export function drawRepeated(random: Random, { batch, sourceLength, inputSize }: Sizes, scale: number): TensorValue {
  const { data } = drawTensor(random, [batch, inputSize])
  const perRow = sourceLength * inputSize
  return mapTensor(new TensorValue([batch, sourceLength, inputSize], new Float64Array(batch * perRow)), (_, k) => {
    return scale * (data[Math.floor(k / perRow) * inputSize + (k % inputSize)] ?? NaN)
  })
}

/** (batch, targetLength, outputSize) standard normals. */
export function drawTarget(random: Random, { batch, targetLength, outputSize }: Sizes): TensorValue {
  return drawTensor(random, [batch, targetLength, outputSize])
}

/** Examples of {@link mirror}: sources of normals, and their first features read from the end. */
export function mirrorExamples(random: Random): [source: TensorValue, target: TensorValue] {
  const source = drawSource(random, mirror)
  const { batch, sourceLength, targetLength, inputSize, outputSize } = mirror
  const target = Array.from({ length: batch * targetLength * outputSize }, (_, k) => {
    const [row, step] = [Math.floor(k / (targetLength * outputSize)), Math.floor(k / outputSize) % targetLength]
    return source.data[(row * sourceLength + sourceLength - 1 - step) * inputSize + (k % outputSize)] ?? NaN
  })
  return [source, new TensorValue([batch, targetLength, outputSize], target)]
}

/** A tensor with the steps of another in the opposite order. */
export function reversedInTime({ shape, data }: TensorValue): TensorValue {
  const [, steps = 0, features = 0] = shape
  const values = Array.from(data, (_, k) => {
    const [rest, feature] = [Math.floor(k / features), k % features]
    const [row, step] = [Math.floor(rest / steps), rest % steps]
    return data[(row * steps + steps - 1 - step) * features + feature] ?? NaN
  })
  return new TensorValue(shape, values)
}

/** One row of a batch, as a batch of its own. */
export function rowOf({ shape, data }: TensorValue, row: number): TensorValue {
  const [, ...inner] = shape
  const size = inner.reduce((product, length) => product * length, 1)
  return new TensorValue([1, ...inner], data.slice(row * size, (row + 1) * size))
}

/** The first `steps` steps of every row. */
export function firstSteps({ shape, data }: TensorValue, steps: number): TensorValue {
  const [rows = 0, length = 0, features = 0] = shape
  const kept = data.filter((_, k) => Math.floor(k / features) % length < steps)
  return new TensorValue([rows, steps, features], kept)
}

/** A tensor with numbers that are made from those of another, or from their indices. */
export function mapTensor({ shape, data }: TensorValue, change: (value: number, k: number) => number): TensorValue {
  return new TensorValue(shape, data.map(change))
}

/** The mean of the squared differences of two tensors of one shape. */
export function meanSquaredError(a: TensorValue, b: TensorValue): number {
  const squares = a.data.map((value, k) => (value - (b.data[k] ?? NaN)) ** 2)
  return squares.reduce((sum, square) => sum + square, 0) / squares.length
}

function drawTensor(random: Random, shape: readonly number[]): TensorValue {
  const size = shape.reduce((product, length) => product * length, 1)
  // Numbers that float32 holds exactly, so that both sides see the same ones.
  return new TensorValue(
    shape,
    Float32Array.from({ length: size }, () => random.normal()),
  )
}

import fc from 'fast-check'
import type { Mat } from '../model/mat.ts'
import type { Slug } from '../model/verdict.ts'
import type { Random } from '../numeric/random.ts'

/** The sizes of one random case. `outputSize` is for cells that have an output layer. */
export interface Sizes {
  readonly inputSize: number
  readonly hiddenSize: number
  readonly outputSize: number
  readonly batch: number
  readonly steps: number
}

/** How a recurrent cell with weights of type `Params` is called, so that the same laws can be asked of every one. */
export interface RecurrentCell<Params extends object = object> {
  readonly slug: Slug
  /** Name of the exported function over a whole sequence: `(params, xs, ...initial states)`. */
  readonly forward: string
  /** Fields of its result that are sequences of states, in the order of the initial states: `hs`, `cs`. */
  readonly states: readonly string[]
  /** Fields of its result that are other sequences, such as the `ys` of an output layer. */
  readonly outputs: readonly string[]
  readonly draw: (random: Random, sizes: Sizes) => Params
}

/** What a cell answers over a sequence, one matrix a step: `hs`, `cs`, `ys`. */
export type Sequences = Readonly<Record<string, readonly Mat[]>>

/** What one step gives of a sequence: `h` of `hs`. */
export function stepName(key: string): string {
  return key.slice(0, -1)
}

/** What a sequence of states starts from: `h0` of `hs`. */
export function initialName(key: string): string {
  return `${stepName(key)}0`
}

/** Some of what a cell answers. */
export function pick(sequences: Sequences, keys: readonly string[]): Sequences {
  return Object.fromEntries(keys.map((key) => [key, sequences[key] ?? []]))
}

/** Inputs, parameters and initial states of one case. */
export interface RecurrentCase<Params extends object = object> {
  readonly params: Params
  readonly xs: readonly Mat[]
  readonly initial: readonly Mat[]
}

/** Draws a case whose recurrent weights are scaled so that no sequence becomes chaotic. */
export function drawCase<Params extends object>(
  cell: RecurrentCell<Params>,
  random: Random,
  sizes: Sizes,
): RecurrentCase<Params> {
  return {
    params: cell.draw(random, sizes),
    xs: drawSequence(random, sizes),
    initial: cell.states.map(() => random.matrix(sizes.hiddenSize, sizes.batch, 0.5)),
  }
}

/** A sequence of standard normals: `steps` matrices of inputSize × batch. */
export function drawSequence(random: Random, { inputSize, batch, steps }: Sizes): Mat[] {
  return Array.from({ length: steps }, () => random.matrix(inputSize, batch))
}

/** Sizes of the promise that students are given: batch 1 to 16, T 1 to 50, layers 1 to 64, small ones more often. */
export const anySizes: fc.Arbitrary<Sizes> = fc.record({
  inputSize: mostlySmall(64),
  hiddenSize: mostlySmall(64),
  outputSize: mostlySmall(8),
  batch: mostlySmall(16),
  steps: mostlySmall(50),
})

/** A middling case in which no two sizes are equal, so that a transposed matrix cannot hide. */
export const unequalSizes: Sizes = { inputSize: 3, hiddenSize: 5, outputSize: 2, batch: 4, steps: 7 }

function mostlySmall(max: number): fc.Arbitrary<number> {
  return fc.oneof(
    { weight: 3, arbitrary: fc.integer({ min: 1, max: 6 }) },
    { weight: 1, arbitrary: fc.integer({ min: 1, max }) },
  )
}

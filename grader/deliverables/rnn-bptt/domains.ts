import fc from 'fast-check'
import type { SteppedCell } from '../../checks/own-steps.ts'
import { drawSequence, type Sizes } from '../../checks/recurrent.ts'
import type { Mat } from '../../model/mat.ts'
import type { Random } from '../../numeric/random.ts'
import type { RnnParams } from '../../oracles/params.ts'

/** The cell as the laws see it. */
export const cell: SteppedCell<RnnParams> = {
  slug: 'rnn-bptt',
  step: 'rnnStep',
  forward: 'rnnForward',
  states: ['hs'],
  outputs: ['ys'],
  draw: drawParams,
}

/** Weights of a healthy network: the recurrent ones at 0.7/√H, so that no sequence becomes chaotic; biases not zero. */
export function drawParams(random: Random, { inputSize: D, hiddenSize: H, outputSize: O }: Sizes): RnnParams {
  return {
    Wxh: random.matrix(H, D, Math.sqrt(1 / (H + D))),
    Whh: random.matrix(H, H, 0.7 / Math.sqrt(H)),
    bh: random.matrix(H, 1, 0.3),
    Why: random.matrix(O, H, Math.sqrt(2 / (H + O))),
    by: random.matrix(O, 1, 0.3),
  }
}

/** The guide's training demonstration: weights of scale 0.01, so that the first loss is ln 2. */
export function drawTinyParams(random: Random, { inputSize: D, hiddenSize: H, outputSize: O }: Sizes): RnnParams {
  return {
    Wxh: random.matrix(H, D, 0.01),
    Whh: random.matrix(H, H, 0.01),
    bh: random.matrix(H, 1, 0),
    Why: random.matrix(O, H, 0.01),
    by: random.matrix(O, 1, 0),
  }
}

/** Everything that `bptt` is called with. */
export interface TrainingCase {
  readonly params: RnnParams
  readonly xs: readonly Mat[]
  readonly labels: readonly number[]
  /** Left out for a network that starts from zeros. */
  readonly h0?: Mat
}

export function drawTraining(random: Random, sizes: Sizes): TrainingCase {
  return { params: drawParams(random, sizes), xs: drawSequence(random, sizes), labels: drawLabels(random, sizes) }
}

/** One class a column; every class can occur. */
export function drawLabels(random: Random, { batch, outputSize }: Sizes): number[] {
  return Array.from({ length: batch }, () => random.int(0, outputSize - 1))
}

/** Sizes at which gradients are compared; corners (one unit, one step, one example) come often. */
export const gradientSizes: fc.Arbitrary<Sizes> = fc.record({
  inputSize: fc.integer({ min: 1, max: 6 }),
  hiddenSize: fc.integer({ min: 1, max: 8 }),
  outputSize: fc.integer({ min: 2, max: 5 }),
  batch: fc.integer({ min: 1, max: 5 }),
  steps: fc.integer({ min: 1, max: 12 }),
})

/** T = 1 is ordinary backpropagation; used where its own check asks for it. */
export const oneStep: Sizes = { inputSize: 3, hiddenSize: 4, outputSize: 3, batch: 5, steps: 1 }

/** The middling case of gradient checks: no two sizes equal, T large enough for a wrong recurrence to show. */
export const middling: Sizes = { inputSize: 3, hiddenSize: 5, outputSize: 4, batch: 6, steps: 7 }

/** The guide's demonstration: 3 inputs, 4 units, 2 classes, 5 steps, one example. */
export const guideDemo: Sizes = { inputSize: 3, hiddenSize: 4, outputSize: 2, batch: 1, steps: 5 }

import fc from 'fast-check'
import type { BackwardCase } from '../../checks/backward.ts'
import type { SteppedCell } from '../../checks/own-steps.ts'
import { drawSequence, type Sizes } from '../../checks/recurrent.ts'
import type { Mat } from '../../model/mat.ts'
import type { Random } from '../../numeric/random.ts'
import type { GruParams, ResetAfterParams } from '../../oracles/params.ts'

/** The cell as the laws see it. */
export const cell: SteppedCell<GruParams> = {
  slug: 'gru-cell',
  step: 'gruStep',
  forward: 'gruForward',
  states: ['hs'],
  outputs: [],
  draw: drawParams,
}

/** Gate weights at 1/√(D+H); biases not zero, so that r and z are told apart. */
export function drawParams(random: Random, { inputSize: D, hiddenSize: H }: Sizes): GruParams {
  const gate = (): Mat => random.matrix(H, H + D, Math.sqrt(1 / (H + D)))
  const bias = (): Mat => random.matrix(H, 1, 0.4)
  return { Wr: gate(), Wz: gate(), Wh: gate(), br: bias(), bz: bias(), bh: bias() }
}

export function drawResetAfter(random: Random, sizes: Sizes): ResetAfterParams {
  return { ...drawParams(random, sizes), bhh: random.matrix(sizes.hiddenSize, 1, 0.5) }
}

/** One step from a state that is not zero: at zero, resetting before or after the product is the same. */
export function drawStep(random: Random, sizes: Sizes): { params: GruParams; x: Mat; hPrev: Mat } {
  return {
    params: drawParams(random, sizes),
    x: random.matrix(sizes.inputSize, sizes.batch, 1.5),
    hPrev: random.matrix(sizes.hiddenSize, sizes.batch, 0.8),
  }
}

export function drawBackward(random: Random, sizes: Sizes): BackwardCase<GruParams> {
  return {
    params: drawParams(random, sizes),
    xs: drawSequence(random, sizes),
    initial: [random.matrix(sizes.hiddenSize, sizes.batch, 0.8)],
    dhs: Array.from({ length: sizes.steps }, () => random.matrix(sizes.hiddenSize, sizes.batch, 1)),
  }
}

/** Sizes at which values and gradients are compared; corners (one unit, one step, one example) come often. */
export const gradientSizes: fc.Arbitrary<Sizes> = fc.record({
  inputSize: fc.integer({ min: 1, max: 5 }),
  hiddenSize: fc.integer({ min: 1, max: 6 }),
  outputSize: fc.constant(1),
  batch: fc.integer({ min: 1, max: 4 }),
  steps: fc.integer({ min: 1, max: 10 }),
})

/** The middling case of the public gradient check: no two sizes equal. */
export const middling: Sizes = { inputSize: 3, hiddenSize: 2, outputSize: 1, batch: 4, steps: 3 }

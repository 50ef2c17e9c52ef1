import fc from 'fast-check'
import type { BackwardCase } from '../../checks/backward.ts'
import type { SteppedCell } from '../../checks/own-steps.ts'
import { drawSequence, type Sizes } from '../../checks/recurrent.ts'
import type { Mat } from '../../model/mat.ts'
import type { Random } from '../../numeric/random.ts'
import type { LstmParams, PeepholeParams } from '../../oracles/params.ts'

/** The cell as the laws see it. */
export const cell: SteppedCell<LstmParams> = {
  slug: 'lstm-cell',
  step: 'lstmStep',
  forward: 'lstmForward',
  states: ['hs', 'cs'],
  outputs: [],
  draw: drawParams,
}

/** Gate weights at 1/√(D+H), biases not zero, the forget bias around 1. */
export function drawParams(random: Random, { inputSize: D, hiddenSize: H }: Sizes): LstmParams {
  const gate = (): Mat => random.matrix(H, H + D, Math.sqrt(1 / (H + D)))
  const bias = (centre: number): Mat => {
    const drawn = random.matrix(H, 1, 0.3)
    return { ...drawn, data: drawn.data.map((value) => centre + value) }
  }
  const [Wf, Wi, Wc, Wo] = [gate(), gate(), gate(), gate()]
  return { Wf, Wi, Wc, Wo, bf: bias(1), bi: bias(0), bc: bias(0), bo: bias(0) }
}

export function drawPeepholes(random: Random, sizes: Sizes): PeepholeParams {
  const look = (): Mat => random.matrix(sizes.hiddenSize, 1, 0.7)
  const params = drawParams(random, sizes)
  return { ...params, pf: look(), pi: look(), po: look() }
}

/** One step: input, both states, and weights large enough that no gate sits in the middle of its range. */
export function drawStep(random: Random, sizes: Sizes): { params: LstmParams; x: Mat; hPrev: Mat; cPrev: Mat } {
  return {
    params: drawParams(random, sizes),
    x: random.matrix(sizes.inputSize, sizes.batch, 1.5),
    hPrev: random.matrix(sizes.hiddenSize, sizes.batch, 0.6),
    cPrev: random.matrix(sizes.hiddenSize, sizes.batch, 1.5),
  }
}

/** A whole sequence with initial states whose cells exceed 1, so that `tanh(c)` and its derivative are not linear. */
export function drawBackward(random: Random, sizes: Sizes): BackwardCase<LstmParams> {
  const state = (scale: number): Mat => random.matrix(sizes.hiddenSize, sizes.batch, scale)
  return {
    params: drawParams(random, sizes),
    xs: drawSequence(random, sizes),
    initial: [state(0.6), state(1.5)],
    dhs: Array.from({ length: sizes.steps }, () => state(1)),
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

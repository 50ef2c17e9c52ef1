import fc from 'fast-check'
import type { CheckContext } from '../../checks/check.ts'
import { expectForm, expectLaw } from '../../checks/expect.ts'
import { expectModelShapes, type ModelData } from '../../checks/models.ts'
import { build } from '../../checks/recurrent-models.ts'
import type { Mat } from '../../model/mat.ts'
import { zeros } from '../../numeric/mat.ts'
import { lstmParams, sequenceOf, type Numbers } from '../../oracles/lstm-layer.ts'
import type { LstmParams } from '../../oracles/params.ts'

/** The sizes of a stack, as the contract names them. */
export interface StackSizes {
  readonly inputSize: number
  readonly hiddenSize: number
  readonly depth: number
  readonly seqLength: number
}

export const slug = 'stacked-lstm'

/** A middling stack in which no two sizes are equal. */
export const middling: StackSizes = { inputSize: 2, hiddenSize: 4, depth: 3, seqLength: 5 }

/** Sizes at which states are compared; one unit, one step, one layer and one example come often. */
export const stackSizes: fc.Arbitrary<StackSizes> = fc.record({
  inputSize: fc.integer({ min: 1, max: 5 }),
  hiddenSize: fc.integer({ min: 1, max: 6 }),
  depth: fc.integer({ min: 1, max: 4 }),
  seqLength: fc.integer({ min: 1, max: 8 }),
})

/** What the student's function builds, known to take and give tensors of the right shapes. */
export async function buildStack(context: CheckContext, sizes: StackSizes, seed: number): Promise<ModelData> {
  const { inputSize, hiddenSize, seqLength } = sizes
  const model = await build(context, 'buildStackedLstm', sizes, seed)
  const lastOnly = model.outputShape.length === 2 && model.outputShape[1] === hiddenSize
  expectLaw(!lastOnly, 'stacked.top-layer-last-only')
  expectModelShapes(model, [null, seqLength, inputSize], [null, seqLength, hiddenSize], 'buildStackedLstm')
  return model
}

/** One set of parameters per layer, from the bottom up, or a finding when the weights are not those of a stack. */
export function layersOf({ weights }: ModelData, { inputSize, hiddenSize: H, depth }: StackSizes): LstmParams[] {
  return Array.from({ length: depth }, (_, level) => {
    const D = level === 0 ? inputSize : H
    const [kernel, recurrent, bias] = weights.slice(3 * level, 3 * level + 3)
    const found = [kernel, recurrent, bias].map((weight) => weight?.shape.join('×') ?? '0').join(', ')
    const expected = [`${String(D)}×${String(4 * H)}`, `${String(H)}×${String(4 * H)}`, String(4 * H)].join(', ')
    const seen = { expected, received: found }
    expectLaw(found === expected, 'stacked.layer-weights', { layer: level + 1, ...seen })
    if (!kernel || !recurrent || !bias) throw new RangeError('Expected three weights') // their shapes say that they are
    return lstmParams(kernel, recurrent, bias)
  })
}

/** The states that a model answered, H × B at every step. */
export function statesOf(answer: Numbers, { hiddenSize, seqLength }: StackSizes, batch: number): Mat[] {
  const states = answer.shape.length === 3 ? sequenceOf(answer) : []
  expectForm(
    states,
    Array.from({ length: seqLength }, () => zeros(hiddenSize, batch)),
    'h',
  )
  return states
}

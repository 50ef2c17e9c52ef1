import { expectLaw } from '../../checks/expect.ts'
import type { LayerData, ModelData, WeightData } from '../../checks/models.ts'
import { lstmParams } from '../../oracles/lstm-layer.ts'
import type { LstmParams } from '../../oracles/params.ts'

/** One LSTM of a model that reads in one direction. */
export interface Half {
  readonly direction: 'forward' | 'backward'
  /** Where its kernel is among the weights; the recurrent one and the bias follow. */
  readonly first: number
  readonly params: LstmParams
  /** False for an LSTM that stands by itself; its place in a concatenation is then unknown. */
  readonly wrapped: boolean
}

/**
 * The LSTMs of a model in their order, two a layer: those of `tf.layers.bidirectional`, or a plain one and one with
 * `goBackwards`. A finding when the model has others, or their weights have other shapes.
 *
 * @param inputs the features that each layer reads
 */
export function halvesOf(model: ModelData, inputs: readonly number[], hiddenSize: number, fn: string): Half[] {
  const directions = model.layers.flatMap(directionsOf)
  const found = directions.map(({ direction }) => direction)
  const pairs = inputs.every(
    (_, level) =>
      found
        .slice(2 * level, 2 * level + 2)
        .sort()
        .join() === 'backward,forward',
  )
  const seen = { expected: String(2 * inputs.length), received: String(found.length) }
  expectLaw(pairs && found.length === 2 * inputs.length, 'bilstm.halves', { fn, ...seen })
  // The embedding's weights, if there are any, come first.
  const offset = model.layers.some(({ className }) => className === 'Embedding') ? 1 : 0
  return directions.map((half, k) => {
    const first = offset + 3 * k
    const weights = model.weights.slice(first, first + 3)
    return { ...half, first, params: paramsOf(weights, inputs[Math.floor(k / 2)] ?? 0, hiddenSize, fn) }
  })
}

function directionsOf({ className, config }: LayerData): Pick<Half, 'direction' | 'wrapped'>[] {
  if (className === 'Bidirectional')
    return [
      { direction: 'forward', wrapped: true },
      { direction: 'backward', wrapped: true },
    ]
  if (className !== 'LSTM') return []
  return [{ direction: config['go_backwards'] === true ? 'backward' : 'forward', wrapped: false }]
}

function paramsOf(weights: readonly WeightData[], D: number, H: number, fn: string): LstmParams {
  const [kernel, recurrent, bias] = weights
  const received = weights.map(({ shape }) => shape.join('×')).join(', ')
  const expected = [`${String(D)}×${String(4 * H)}`, `${String(H)}×${String(4 * H)}`, String(4 * H)].join(', ')
  expectLaw(received === expected, 'bilstm.half-weights', { fn, expected, received })
  if (!kernel || !recurrent || !bias) throw new RangeError('Expected three weights') // their shapes say that they are
  return lstmParams(kernel, recurrent, bias)
}

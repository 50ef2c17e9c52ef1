/** vectors.json as make_vectors.py writes it: PyTorch's own names, every tensor flattened row by row. */
import vectors from './vectors.json' with { type: 'json' }

export interface VectorFile {
  readonly torch: string
  readonly seed: number
  readonly scriptSha256: string
  readonly rnn: readonly LayerCase[]
  readonly rnnLoss: readonly LossCase[]
  readonly lstm: readonly LstmCase[]
  readonly gru: readonly LayerCase[]
  readonly gruResetBefore: readonly LayerCase[]
}

/** One case of vectors.json: what nn.RNN, nn.LSTM or nn.GRU was given and what it gave. */
export interface LayerCase extends Sizes, Weights {
  readonly x: Numbers
  readonly h0: Numbers
  readonly dh: Numbers
  readonly h: Numbers
  readonly grad_x: Numbers
  readonly grad_h0: Numbers
}

export interface Sizes {
  readonly name: string
  readonly inputSize: number
  readonly hiddenSize: number
  readonly batch: number
  readonly steps: number
  readonly stateGiven: boolean
}

export interface Weights {
  readonly weight_ih: Numbers
  readonly weight_hh: Numbers
  readonly bias_ih: Numbers
  readonly bias_hh: Numbers
  readonly grad_weight_ih: Numbers
  readonly grad_weight_hh: Numbers
  readonly grad_bias_ih: Numbers
  readonly grad_bias_hh: Numbers
}

export interface LstmCase extends LayerCase {
  readonly c0: Numbers
  readonly cLast: Numbers
  readonly grad_c0: Numbers
}

export interface LossCase extends Sizes, Weights {
  readonly x: Numbers
  readonly h0: Numbers
  readonly classes: number
  readonly labels: Numbers
  readonly loss: number
  readonly output_weight: Numbers
  readonly output_bias: Numbers
  readonly grad_output_weight: Numbers
  readonly grad_output_bias: Numbers
}

export type Numbers = readonly number[]

export const file: VectorFile = vectors

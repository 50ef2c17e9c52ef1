/** PyTorch's answers in float64, converted to the conventions of this course. See make_vectors.py for what they are. */
import type { Mat } from '../../model/mat.ts'
import type { GruParams, LstmParams, ResetAfterParams, RnnCellParams, RnnParams } from '../params.ts'
import { file, type LayerCase, type LossCase, type Numbers, type Sizes } from './file.ts'
import { gate, gradientsOf, matrix, sequence, state, valuesOf, type Blocks } from './layout.ts'

/** A case: what the cell is given, the states it must give, and the gradients of Σ `dhs[t]` · `hs[t]`. */
export interface Vector<P> {
  readonly name: string
  readonly params: P
  readonly xs: readonly Mat[]
  /** Left out where PyTorch started from zeros. */
  readonly h0: Mat | undefined
  readonly dhs: readonly Mat[]
  readonly hs: readonly Mat[]
  readonly grads: P
  readonly dxs: readonly Mat[]
  readonly dh0: Mat
}

export interface LstmVector extends Vector<LstmParams> {
  readonly c0: Mat | undefined
  /** The cell after the last step: nn.LSTM gives no other. */
  readonly cLast: Mat
  readonly dc0: Mat
}

/** A case with an output layer: the loss of the last step and the gradients of that. */
export interface RnnLossVector {
  readonly name: string
  readonly params: RnnParams
  readonly xs: readonly Mat[]
  readonly labels: readonly number[]
  readonly h0: Mat | undefined
  readonly loss: number
  readonly grads: RnnParams
}

/** PyTorch's version, the seed of the cases and the SHA-256 of the script that made them. */
export function provenance(): { torch: string; seed: number; scriptSha256: string } {
  return { torch: file.torch, seed: file.seed, scriptSha256: file.scriptSha256 }
}

/** nn.RNN with tanh. */
export function rnnVectors(): readonly Vector<RnnCellParams>[] {
  return file.rnn.map((c) => converted(c, rnnCell(valuesOf(c)), rnnCell(gradientsOf(c))))
}

/** nn.RNN, nn.Linear and the mean cross-entropy of the last step. */
export function rnnLossVectors(): readonly RnnLossVector[] {
  return file.rnnLoss.map((c) => ({
    ...{ name: c.name, xs: sequence(c.x, c.inputSize, c), labels: c.labels, h0: given(c, c.h0), loss: c.loss },
    params: { ...rnnCell(valuesOf(c)), ...outputLayer(c, c.output_weight, c.output_bias) },
    grads: { ...rnnCell(gradientsOf(c)), ...outputLayer(c, c.grad_output_weight, c.grad_output_bias) },
  }))
}

/** nn.LSTM. */
export function lstmVectors(): readonly LstmVector[] {
  return file.lstm.map((c) => ({
    ...converted(c, lstm(valuesOf(c)), lstm(gradientsOf(c))),
    ...{
      c0: given(c, c.c0),
      cLast: state(c.cLast, c.hiddenSize, c.batch),
      dc0: state(c.grad_c0, c.hiddenSize, c.batch),
    },
  }))
}

/** The GRU that resets before the recurrent product, written out in PyTorch's operations. */
export function gruVectors(): readonly Vector<GruParams>[] {
  return file.gruResetBefore.map((c) => converted(c, gru(valuesOf(c)), gru(gradientsOf(c))))
}

/** nn.GRU, which resets after it: the candidate keeps its two biases apart, `bias_ih` outside the reset. */
export function resetAfterVectors(): readonly Vector<ResetAfterParams>[] {
  return file.gru.map((c) => {
    const values = resetAfter(valuesOf(c), c.bias_ih, c.bias_hh)
    return converted(c, values, resetAfter(gradientsOf(c), c.grad_bias_ih, c.grad_bias_hh))
  })
}

function converted<P>(c: LayerCase, params: P, grads: P): Vector<P> {
  const { name, inputSize: D, hiddenSize: H, batch } = c
  return {
    ...{
      name,
      params,
      xs: sequence(c.x, D, c),
      h0: given(c, c.h0),
      dhs: sequence(c.dh, H, c),
      hs: sequence(c.h, H, c),
    },
    ...{ grads, dxs: sequence(c.grad_x, D, c), dh0: state(c.grad_h0, H, batch) },
  }
}

function given(sizes: Sizes, values: Numbers): Mat | undefined {
  return sizes.stateGiven ? state(values, sizes.hiddenSize, sizes.batch) : undefined
}

function rnnCell({ inputSize: D, hiddenSize: H, ih, hh, bias }: Blocks): RnnCellParams {
  return { Wxh: matrix(ih, H, D), Whh: matrix(hh, H, H), bh: matrix(bias, H, 1) }
}

function outputLayer(c: LossCase, weight: Numbers, bias: Numbers): Pick<RnnParams, 'Why' | 'by'> {
  return { Why: matrix(weight, c.classes, c.hiddenSize), by: matrix(bias, c.classes, 1) }
}

/** Convention: PyTorch's gates are in the order i, f, g (our c̃), o. */
function lstm(blocks: Blocks): LstmParams {
  const [i, f, c, o] = [gate(blocks, 0), gate(blocks, 1), gate(blocks, 2), gate(blocks, 3)]
  return { Wf: f.W, Wi: i.W, Wc: c.W, Wo: o.W, bf: f.b, bi: i.b, bc: c.b, bo: o.b }
}

/**
 * Convention: PyTorch's gates are in the order r, z, n (our h̃), and its `z` keeps the old state where ours lets the new
 * one in. Since 1 - σ(a) = σ(-a), ours is its negated block; the gradient of that is negated too.
 */
function gru(blocks: Blocks): GruParams {
  const [r, z, n] = [gate(blocks, 0), gate(blocks, 1, -1), gate(blocks, 2)]
  return { Wr: r.W, Wz: z.W, Wh: n.W, br: r.b, bz: z.b, bh: n.b }
}

function resetAfter(blocks: Blocks, outer: Numbers, inner: Numbers): ResetAfterParams {
  const candidate = (bias: Numbers): Mat => gate({ ...blocks, bias }, 2).b
  return { ...gru(blocks), bh: candidate(outer), bhh: candidate(inner) }
}

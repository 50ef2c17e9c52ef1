/**
 * How PyTorch 1.13 lays out a recurrent layer, and what becomes of it here.
 *
 * - Tensors are batch second, `[T, B, D]`; ours are one D × B matrix a step.
 * - A layer has `weight_ih` `[G·H, D]` and `weight_hh` `[G·H, H]`, G gates one under the other; ours has a matrix a
 *   gate on `[h; x]`.
 * - It has two biases, `bias_ih` and `bias_hh`, of which only the sum counts (but for nn.GRU's candidate). The gradient
 *   of the sum is that of either, not their sum.
 */
import type { Mat } from '../../model/mat.ts'
import { mat } from '../../numeric/mat.ts'
import type { Numbers, Sizes, Weights } from './file.ts'

/** The weights of a layer, or their gradients, ready to be cut into gates. */
export interface Blocks {
  readonly inputSize: number
  readonly hiddenSize: number
  readonly ih: Numbers
  readonly hh: Numbers
  readonly bias: Numbers
}

/** The weights of a case, with its two biases merged. */
export function valuesOf(c: Sizes & Weights): Blocks {
  const bias = c.bias_ih.map((value, k) => value + (c.bias_hh[k] ?? NaN))
  return { inputSize: c.inputSize, hiddenSize: c.hiddenSize, ih: c.weight_ih, hh: c.weight_hh, bias }
}

/** The gradients of a case, in the layout of {@link valuesOf}. */
export function gradientsOf(c: Sizes & Weights): Blocks {
  const { inputSize, hiddenSize, grad_weight_ih: ih, grad_weight_hh: hh, grad_bias_ih: bias } = c
  return { inputSize, hiddenSize, ih, hh, bias }
}

/** Gate number `g`: its weights on `[h; x]` and its bias, times `sign`. */
export function gate({ inputSize: D, hiddenSize: H, ih, hh, bias }: Blocks, g: number, sign = 1): { W: Mat; b: Mat } {
  const weight = (i: number, j: number): number | undefined =>
    j < H ? hh[(g * H + i) * H + j] : ih[(g * H + i) * D + j - H]
  const W = mat(H, H + D, (i, j) => sign * (weight(i, j) ?? NaN))
  return { W, b: mat(H, 1, (i) => sign * (bias[g * H + i] ?? NaN)) }
}

/** A row-major matrix of PyTorch as it stands. */
export function matrix(values: Numbers, rows: number, columns: number): Mat {
  return mat(rows, columns, (i, j) => values[i * columns + j] ?? NaN)
}

/** `[B, size]` → size × B. */
export function state(values: Numbers, size: number, batch: number): Mat {
  return mat(size, batch, (i, j) => values[j * size + i] ?? NaN)
}

/** `[T, B, size]` → T matrices of size × B. */
export function sequence(values: Numbers, size: number, { batch, steps }: Sizes): Mat[] {
  const perStep = size * batch
  return Array.from({ length: steps }, (_, t) => state(values.slice(t * perStep, (t + 1) * perStep), size, batch))
}

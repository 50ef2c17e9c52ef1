/**
 * Between our matrices and the tensors of a tfjs 4.22 recurrent layer.
 *
 * Convention: tfjs is batch first, `[B, T, D]` and `[B, H]`; ours is one column an example, one matrix a step.
 * Convention: tfjs multiplies from the right, so its `kernel` `[D, G·H]` and `recurrentKernel` `[H, G·H]` are the
 * transposed parts of our gate matrices on `[h; x]`, G gates side by side.
 */
import type { Tensor, Tensor1D, Tensor2D, Tensor3D } from '@tensorflow/tfjs-core'
import type { Tf } from '../../backend/tf.ts'
import type { Mat } from '../../model/mat.ts'
import { at, transpose } from '../../numeric/mat.ts'

/** A gate of ours: weights on `[h; x]`, a bias, and whether tfjs has it the other way round. */
export interface Gate {
  readonly W: Mat
  readonly b: Mat
  readonly negated?: boolean
}

/** The three weights of a recurrent layer, `[kernel, recurrentKernel, bias]`, with the gates in the order given. */
export function layerWeights(tf: Tf, gates: readonly Gate[]): Tensor[] {
  const rowsOf = (from: number, to: number): number[][] =>
    Array.from({ length: to - from }, (_, k) => gates.flatMap(({ W, negated }) => column(W, from + k, negated)))
  const [H, V] = [gates[0]?.W.rows ?? 0, gates[0]?.W.columns ?? 0] // V = H + D
  return [
    tf.tensor2d(rowsOf(H, V)),
    tf.tensor2d(rowsOf(0, H)),
    tf.tensor1d(gates.flatMap((g) => column(g.b, 0, g.negated))),
  ]
}

/** D × B matrices over time → `[B, T, D]`. */
export function batchFirst(tf: Tf, xs: readonly Mat[]): Tensor3D {
  const rows = xs.map((x) => exampleRows(tf, x))
  return tf.stack(rows, 1) as Tensor3D
}

/** `[B, T, H]` → H × B matrices over time. */
export function overTime(tf: Tf, sequence: Tensor): Mat[] {
  return tf.unstack(sequence, 1).map(exampleColumns)
}

/** size × B → `[B, size]`. */
export function exampleRows(tf: Tf, m: Mat): Tensor2D {
  return columnsOf(tf, transpose(m))
}

/** `[B, size]` → size × B. */
export function exampleColumns(rows: Tensor): Mat {
  return transpose(matOf(rows))
}

/** A matrix as it stands, one column an example. */
export function columnsOf(tf: Tf, m: Mat): Tensor2D {
  return tf.tensor2d(Float32Array.from(m.data), [m.rows, m.columns])
}

/** A size × 1 bias → `[size]`. */
export function biasTensor(tf: Tf, bias: Mat): Tensor1D {
  return tf.tensor1d(Float32Array.from(bias.data))
}

/** A rank-2 tensor as it stands. */
export function matOf(tensor: Tensor): Mat {
  const [rows = 0, columns = 0] = tensor.shape
  return { rows, columns, data: Float64Array.from(tensor.dataSync()) }
}

function column(m: Mat, j: number, negated = false): number[] {
  return Array.from({ length: m.rows }, (_, i) => (negated ? -at(m, i, j) : at(m, i, j)))
}

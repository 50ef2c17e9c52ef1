/**
 * Between the weights and tensors of a Keras (or tfjs) LSTM layer and the matrices of the oracles.
 *
 * Convention: Keras is batch first and multiplies from the right. Its `kernel` `[D, 4H]`, `recurrent_kernel` `[H, 4H]`
 * and `bias` `[4H]` hold the blocks i, f, c, o side by side; ours are H × (H + D) on `[h; x]`.
 */
import type { Mat } from '../model/mat.ts'
import { mat } from '../numeric/mat.ts'
import type { LstmParams } from './params.ts'

/** Numbers row by row, as weights and batches are handed around. */
export interface Numbers {
  readonly shape: readonly number[]
  readonly values: ArrayLike<number>
}

/** The parameters of an LSTM layer from its three weights, whose shapes the caller has looked at. */
export function lstmParams(kernel: Numbers, recurrent: Numbers, bias: Numbers): LstmParams {
  const [H = 0] = recurrent.shape
  const [D = 0] = kernel.shape
  const W = (block: number): Mat =>
    mat(H, H + D, (i, j) => {
      const column = block * H + i
      return (j < H ? recurrent.values[j * 4 * H + column] : kernel.values[(j - H) * 4 * H + column]) ?? NaN
    })
  const b = (block: number): Mat => mat(H, 1, (i) => bias.values[block * H + i] ?? NaN)
  return { Wi: W(0), Wf: W(1), Wc: W(2), Wo: W(3), bi: b(0), bf: b(1), bc: b(2), bo: b(3) }
}

/** `[B, T, D]` → T matrices D × B. */
export function sequenceOf({ shape: [B = 0, T = 0, D = 0], values }: Numbers): Mat[] {
  return Array.from({ length: T }, (_, t) => mat(D, B, (i, j) => values[(j * T + t) * D + i] ?? NaN))
}

/** `[B, D]` → D × B. */
export function columnsOf({ shape: [B = 0, D = 0], values }: Numbers): Mat {
  return mat(D, B, (i, j) => values[j * D + i] ?? NaN)
}

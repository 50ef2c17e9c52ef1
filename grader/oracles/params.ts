import type { Mat } from '../model/mat.ts'

/** H hidden units, D inputs, O outputs. */
export interface RnnParams extends RnnCellParams {
  readonly Why: Mat // O × H
  readonly by: Mat // O × 1
}

/** The recurrent part of an {@link RnnParams}: what `nn.RNN` and `tf.layers.simpleRNN` hold. */
export interface RnnCellParams {
  readonly Wxh: Mat // H × D
  readonly Whh: Mat // H × H
  readonly bh: Mat // H × 1
}

/** Gate matrices are H × (H + D) and act on `[h; x]`; biases are H × 1. */
export interface LstmParams {
  readonly Wf: Mat
  readonly Wi: Mat
  readonly Wc: Mat
  readonly Wo: Mat
  readonly bf: Mat
  readonly bi: Mat
  readonly bc: Mat
  readonly bo: Mat
}

/** An LSTM whose gates look at the cell, each unit at its own: H × 1 weights. */
export interface PeepholeParams extends LstmParams {
  readonly pf: Mat
  readonly pi: Mat
  readonly po: Mat
}

/** Gate matrices are H × (H + D) and act on `[h; x]` (`Wh` on `[r ⊙ h; x]`); biases are H × 1. */
export interface GruParams {
  readonly Wr: Mat
  readonly Wz: Mat
  readonly Wh: Mat
  readonly br: Mat
  readonly bz: Mat
  readonly bh: Mat
}

/** A GRU that resets after the recurrent product: the candidate has a second bias, inside the reset. H × 1. */
export interface ResetAfterParams extends GruParams {
  readonly bhh: Mat
}

/**
 * Lab 11 · Deliverable 3: the GRU cell, forward and backward.
 *
 * Conventions: a column is one example, a sequence is an array over time, and no function changes an argument. The
 * gates read [h; x], hidden rows first; (1 - z) keeps the old state. Shapes use D = inputSize, H = hiddenSize,
 * B = batch, T = length of the sequence.
 */
import { Matrix } from 'ml-matrix'
import { createRandom } from '../shared/random.ts'
import { NotImplemented } from '../shared/not-implemented.ts'

/** The sizes of a cell. */
export interface GruSizes {
  /** D, rows of an input. */
  inputSize: number
  /** H, rows of the hidden state. */
  hiddenSize: number
}

/** The weights of a cell: two gates and one candidate. Also the shape of their gradients. */
export interface GruParams {
  /** (H × (H + D)) reset gate; columns 0..H-1 act on the hidden state, the others on the input. */
  Wr: Matrix
  /** (H × (H + D)) update gate. */
  Wz: Matrix
  /** (H × (H + D)) candidate; its columns 0..H-1 act on the hidden state after the reset. */
  Wh: Matrix
  /** (H × 1) bias of the reset gate. */
  br: Matrix
  /** (H × 1) bias of the update gate. */
  bz: Matrix
  /** (H × 1) bias of the candidate. */
  bh: Matrix
}

/** The weights of a cell that resets after the recurrent product, which therefore needs a bias of its own. */
export interface GruResetAfterParams extends GruParams {
  /** (H × 1) bias of the candidate's recurrent product. */
  bhh: Matrix
}

/** All that one step saw and computed, kept for the way back. You may add fields. */
export interface GruCache {
  /** (D × B) input. */
  x: Matrix
  /** (H × B) hidden state before the step. */
  hPrev: Matrix
  /** (H × B) reset gate, after its sigmoid. */
  r: Matrix
  /** (H × B) update gate, after its sigmoid. */
  z: Matrix
  /** (H × B) candidate, after its tanh. */
  hTilde: Matrix
  /** (H × B) hidden state after the step. */
  h: Matrix
}

/**
 * G1 · Initial weights: matrices with mean 0 and standard deviation sqrt(1 / (D + H)), all biases 0.
 *
 * @param sizes - D and H
 * @param seed - the same seed gives the same weights, another seed gives others
 * @returns three matrices (H × (H + D)) and three biases (H × 1)
 */
export function initGru(sizes: GruSizes, seed: number): GruParams {
  // TODO(G1): escribe aquí tu código (assignments/gru-cell/README.md#g1)
  throw new NotImplemented('G1', 'initGru', 'assignments/gru-cell/README.md#g1')
}

/**
 * G2 · One step in time, the reset applied to the hidden state before the candidate's product.
 *
 * @param params - the weights
 * @param x - (D × B) input of this step
 * @param hPrev - (H × B) hidden state before this step
 * @returns the gates, the candidate and the new state, each (H × B), together with the two inputs of the step
 */
export function gruStep(params: GruParams, x: Matrix, hPrev: Matrix): GruCache {
  // TODO(G2): escribe aquí tu código (assignments/gru-cell/README.md#g2)
  throw new NotImplemented('G2', 'gruStep', 'assignments/gru-cell/README.md#g2')
}

/**
 * G3 · A whole sequence: every step starts from the hidden state the step before left.
 *
 * @param params - the weights
 * @param xs - T inputs, each (D × B)
 * @param h0 - (H × B) initial hidden state, zeros when it is left out
 * @returns hs and caches, T items each: item t belongs to xs[t] (the initial state is not in the lists)
 */
export function gruForward(params: GruParams, xs: Matrix[], h0?: Matrix): { hs: Matrix[]; caches: GruCache[] } {
  // TODO(G3): escribe aquí tu código (assignments/gru-cell/README.md#g3)
  throw new NotImplemented('G3', 'gruForward', 'assignments/gru-cell/README.md#g3')
}

/**
 * G4 · The way back through a whole sequence. It knows no loss and divides by nothing: gradients are sums over the
 * columns, and whoever computed `dhs` has already divided by the batch.
 *
 * @param params - the weights of the forward pass
 * @param caches - T caches of {@link gruForward}
 * @param dhs - T matrices (H × B): dL/dh_t as it arrives from outside the cell, zeros where the loss does not read h_t
 * @returns grads in the shapes of `params`, dxs (T matrices, D × B) and dh0 (H × B)
 */
export function gruBackward(
  params: GruParams,
  caches: GruCache[],
  dhs: Matrix[],
): { grads: GruParams; dxs: Matrix[]; dh0: Matrix } {
  // TODO(G4): escribe aquí tu código (assignments/gru-cell/README.md#g4)
  throw new NotImplemented('G4', 'gruBackward', 'assignments/gru-cell/README.md#g4')
}

/**
 * G5 · Number of weights of a cell, with one bias per block.
 *
 * @param inputSize - D
 * @param hiddenSize - H
 * @returns the count for two gates and one candidate
 */
export function countGruParams(inputSize: number, hiddenSize: number): number {
  // TODO(G5): escribe aquí tu código (assignments/gru-cell/README.md#g5)
  throw new NotImplemented('G5', 'countGruParams', 'assignments/gru-cell/README.md#g5')
}

/**
 * GB1 (bonus) · One step of the variant of cuDNN and PyTorch: the reset is applied after the candidate's recurrent
 * product. The update gate keeps the guide's convention.
 *
 * @param params - the weights, with bhh (H × 1)
 * @param x - (D × B) input of this step
 * @param hPrev - (H × B) hidden state before this step
 * @returns the cache of the step, as in {@link gruStep}
 */
export function gruStepResetAfter(params: GruResetAfterParams, x: Matrix, hPrev: Matrix): GruCache {
  // TODO(GB1): escribe aquí tu código (assignments/gru-cell/README.md#gb1)
  throw new NotImplemented('GB1', 'gruStepResetAfter', 'assignments/gru-cell/README.md#gb1')
}

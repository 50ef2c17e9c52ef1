/**
 * Lab 11 · Deliverable 2: the LSTM cell, forward and backward.
 *
 * Conventions: a column is one example, a sequence is an array over time, and no function changes an argument. The
 * gates read [h; x], hidden rows first. Shapes use D = inputSize, H = hiddenSize, B = batch, T = length of the sequence.
 */
import { Matrix } from 'ml-matrix'
import { createRandom } from '../shared/random.ts'
import { NotImplemented } from '../shared/not-implemented.ts'

/** The sizes of a cell. */
export interface LstmSizes {
  /** D, rows of an input. */
  inputSize: number
  /** H, rows of the hidden state and of the cell state. */
  hiddenSize: number
}

/** The weights of a cell: three gates and one candidate. Also the shape of their gradients. */
export interface LstmParams {
  /** (H × (H + D)) forget gate; columns 0..H-1 act on the hidden state, the others on the input. */
  Wf: Matrix
  /** (H × (H + D)) input gate. */
  Wi: Matrix
  /** (H × (H + D)) candidate. */
  Wc: Matrix
  /** (H × (H + D)) output gate. */
  Wo: Matrix
  /** (H × 1) bias of the forget gate. */
  bf: Matrix
  /** (H × 1) bias of the input gate. */
  bi: Matrix
  /** (H × 1) bias of the candidate. */
  bc: Matrix
  /** (H × 1) bias of the output gate. */
  bo: Matrix
}

/** The weights of a cell with peepholes: each gate also has one weight per unit for the cell state. */
export interface PeepholeParams extends LstmParams {
  /** (H × 1) forget gate's look at the previous cell state. */
  pf: Matrix
  /** (H × 1) input gate's look at the previous cell state. */
  pi: Matrix
  /** (H × 1) output gate's look at the new cell state. */
  po: Matrix
}

/** All that one step saw and computed, kept for the way back. You may add fields. */
export interface LstmCache {
  /** (D × B) input. */
  x: Matrix
  /** (H × B) hidden state before the step. */
  hPrev: Matrix
  /** (H × B) cell state before the step. */
  cPrev: Matrix
  /** (H × B) forget gate, after its sigmoid. */
  f: Matrix
  /** (H × B) input gate, after its sigmoid. */
  i: Matrix
  /** (H × B) candidate, after its tanh. */
  cTilde: Matrix
  /** (H × B) output gate, after its sigmoid. */
  o: Matrix
  /** (H × B) cell state after the step. */
  c: Matrix
  /** (H × B) hidden state after the step. */
  h: Matrix
}

/**
 * L1 · Initial weights: matrices with mean 0 and standard deviation sqrt(1 / (D + H)), forget bias 1, other biases 0.
 *
 * @param sizes - D and H
 * @param seed - the same seed gives the same weights, another seed gives others
 * @returns four matrices (H × (H + D)) and four biases (H × 1)
 */
export function initLstm(sizes: LstmSizes, seed: number): LstmParams {
  // TODO(L1): escribe aquí tu código (assignments/lstm-cell/README.md#l1)
  throw new NotImplemented('L1', 'initLstm', 'assignments/lstm-cell/README.md#l1')
}

/**
 * L2 · The logistic sigmoid of every element, for elements as large as ±1e4.
 *
 * @param m - any shape
 * @returns the same shape, values from 0 to 1, never NaN
 */
export function sigmoid(m: Matrix): Matrix {
  // TODO(L2): escribe aquí tu código (assignments/lstm-cell/README.md#l2)
  throw new NotImplemented('L2', 'sigmoid', 'assignments/lstm-cell/README.md#l2')
}

/**
 * L3 · One step in time.
 *
 * @param params - the weights
 * @param x - (D × B) input of this step
 * @param hPrev - (H × B) hidden state before this step
 * @param cPrev - (H × B) cell state before this step
 * @returns the gates, the candidate and both new states, each (H × B), together with the three inputs of the step
 */
export function lstmStep(params: LstmParams, x: Matrix, hPrev: Matrix, cPrev: Matrix): LstmCache {
  // TODO(L3): escribe aquí tu código (assignments/lstm-cell/README.md#l3)
  throw new NotImplemented('L3', 'lstmStep', 'assignments/lstm-cell/README.md#l3')
}

/**
 * L4 · A whole sequence: both states travel from each step to the next.
 *
 * @param params - the weights
 * @param xs - T inputs, each (D × B)
 * @param h0 - (H × B) initial hidden state, zeros when it is left out
 * @param c0 - (H × B) initial cell state, zeros when it is left out
 * @returns hs, cs and caches, T items each: item t belongs to xs[t] (the initial states are not in the lists)
 */
export function lstmForward(
  params: LstmParams,
  xs: Matrix[],
  h0?: Matrix,
  c0?: Matrix,
): { hs: Matrix[]; cs: Matrix[]; caches: LstmCache[] } {
  // TODO(L4): escribe aquí tu código (assignments/lstm-cell/README.md#l4)
  throw new NotImplemented('L4', 'lstmForward', 'assignments/lstm-cell/README.md#l4')
}

/**
 * L5 · The way back through a whole sequence. It knows no loss and divides by nothing: gradients are sums over the
 * columns, and whoever computed `dhs` has already divided by the batch.
 *
 * @param params - the weights of the forward pass
 * @param caches - T caches of {@link lstmForward}
 * @param dhs - T matrices (H × B): dL/dh_t as it arrives from outside the cell, zeros where the loss does not read h_t
 * @returns grads in the shapes of `params`, dxs (T matrices, D × B), dh0 and dc0 (H × B)
 */
export function lstmBackward(
  params: LstmParams,
  caches: LstmCache[],
  dhs: Matrix[],
): { grads: LstmParams; dxs: Matrix[]; dh0: Matrix; dc0: Matrix } {
  // TODO(L5): escribe aquí tu código (assignments/lstm-cell/README.md#l5)
  throw new NotImplemented('L5', 'lstmBackward', 'assignments/lstm-cell/README.md#l5')
}

/**
 * L6 · Number of weights of a cell, with one bias per block.
 *
 * @param inputSize - D
 * @param hiddenSize - H
 * @returns the count for three gates and one candidate
 */
export function countLstmParams(inputSize: number, hiddenSize: number): number {
  // TODO(L6): escribe aquí tu código (assignments/lstm-cell/README.md#l6)
  throw new NotImplemented('L6', 'countLstmParams', 'assignments/lstm-cell/README.md#l6')
}

/**
 * LB1 (bonus) · One step of a cell with peepholes: the forget and input gates also look at the previous cell state,
 * the output gate at the new one, each unit at its own cell only.
 *
 * @param params - the weights, with pf, pi and po (H × 1)
 * @param x - (D × B) input of this step
 * @param hPrev - (H × B) hidden state before this step
 * @param cPrev - (H × B) cell state before this step
 * @returns the cache of the step, as in {@link lstmStep}
 */
export function peepholeStep(params: PeepholeParams, x: Matrix, hPrev: Matrix, cPrev: Matrix): LstmCache {
  // TODO(LB1): escribe aquí tu código (assignments/lstm-cell/README.md#lb1)
  throw new NotImplemented('LB1', 'peepholeStep', 'assignments/lstm-cell/README.md#lb1')
}

/**
 * LB2 (bonus) · One step of a cell with coupled gates: it writes exactly as much as it forgets. Wi and bi are not used.
 *
 * @param params - the weights
 * @param x - (D × B) input of this step
 * @param hPrev - (H × B) hidden state before this step
 * @param cPrev - (H × B) cell state before this step
 * @returns the cache of the step, as in {@link lstmStep}; its `i` is the coupled gate
 */
export function coupledStep(params: LstmParams, x: Matrix, hPrev: Matrix, cPrev: Matrix): LstmCache {
  // TODO(LB2): escribe aquí tu código (assignments/lstm-cell/README.md#lb2)
  throw new NotImplemented('LB2', 'coupledStep', 'assignments/lstm-cell/README.md#lb2')
}

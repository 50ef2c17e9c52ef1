/**
 * Lab 11 · Deliverable 1: a recurrent network and backpropagation through time.
 *
 * Conventions: a column is one example, a sequence is an array over time, and no function changes an argument.
 * Shapes use D = inputSize, H = hiddenSize, O = outputSize, B = batch, T = length of the sequence.
 */
import { Matrix } from 'ml-matrix'
import { createRandom } from '../shared/random.ts'
import { NotImplemented } from '../shared/not-implemented.ts'

/** The sizes of a network. */
export interface RnnSizes {
  /** D, rows of an input. */
  inputSize: number
  /** H, rows of the hidden state. */
  hiddenSize: number
  /** O, rows of the output: one per class. */
  outputSize: number
}

/** The weights of a network; also the shape of their gradients. */
export interface RnnParams {
  /** (H × D) from the input to the hidden state. */
  Wxh: Matrix
  /** (H × H) from the previous hidden state to the next. */
  Whh: Matrix
  /** (H × 1) bias of the hidden state. */
  bh: Matrix
  /** (O × H) from the hidden state to the output. */
  Why: Matrix
  /** (O × 1) bias of the output. */
  by: Matrix
}

/** How to train. */
export interface RnnTrainOptions {
  /** Number of updates: each one sees the whole batch. */
  epochs: number
  /** Step length of gradient descent. */
  learningRate: number
  /** Threshold of the global norm above which gradients are rescaled. */
  maxNorm: number
}

/**
 * R1 · Initial weights: Glorot/Xavier matrices (mean 0, standard deviation sqrt(2 / (rows + columns))), zero biases.
 *
 * @param sizes - D, H and O
 * @param seed - the same seed gives the same weights, another seed gives others
 * @returns Wxh (H × D), Whh (H × H), bh (H × 1), Why (O × H), by (O × 1)
 */
export function initRnn(sizes: RnnSizes, seed: number): RnnParams {
  // TODO(R1): escribe aquí tu código (assignments/rnn-bptt/README.md#r1)
  throw new NotImplemented('R1', 'initRnn', 'assignments/rnn-bptt/README.md#r1')
}

/**
 * R2 · One step in time: the next hidden state (with tanh) and the output computed from it (logits, no softmax).
 *
 * @param params - the weights
 * @param x - (D × B) input of this step
 * @param hPrev - (H × B) hidden state before this step
 * @returns h (H × B) and y (O × B)
 */
export function rnnStep(params: RnnParams, x: Matrix, hPrev: Matrix): { h: Matrix; y: Matrix } {
  // TODO(R2): escribe aquí tu código (assignments/rnn-bptt/README.md#r2)
  throw new NotImplemented('R2', 'rnnStep', 'assignments/rnn-bptt/README.md#r2')
}

/**
 * R3 · A whole sequence: every step starts from the hidden state the step before left.
 *
 * @param params - the weights
 * @param xs - T inputs, each (D × B)
 * @param h0 - (H × B) initial hidden state, zeros when it is left out
 * @returns hs and ys, T matrices each: hs[t] (H × B) is the state after xs[t] (the initial state is not in it), ys[t] (O × B)
 */
export function rnnForward(params: RnnParams, xs: Matrix[], h0?: Matrix): { hs: Matrix[]; ys: Matrix[] } {
  // TODO(R3): escribe aquí tu código (assignments/rnn-bptt/README.md#r3)
  throw new NotImplemented('R3', 'rnnForward', 'assignments/rnn-bptt/README.md#r3')
}

/**
 * R4 · Probabilities of the classes, column by column, for logits as large as ±1e4.
 *
 * @param logits - (O × B)
 * @returns (O × B), each column positive or zero and with sum 1
 */
export function softmax(logits: Matrix): Matrix {
  // TODO(R4): escribe aquí tu código (assignments/rnn-bptt/README.md#r4)
  throw new NotImplemented('R4', 'softmax', 'assignments/rnn-bptt/README.md#r4')
}

/**
 * R5 · Cross-entropy of the right classes, mean over the columns; finite even when a probability is 0.
 *
 * @param probs - (O × B) probabilities, one column per example
 * @param labels - B class indices in 0..O-1
 * @returns the mean of -log p(right class)
 */
export function crossEntropy(probs: Matrix, labels: number[]): number {
  // TODO(R5): escribe aquí tu código (assignments/rnn-bptt/README.md#r5)
  throw new NotImplemented('R5', 'crossEntropy', 'assignments/rnn-bptt/README.md#r5')
}

/**
 * R6 · Backpropagation through time for many-to-one: only the output of the last step enters the loss.
 *
 * @param params - the weights
 * @param xs - T inputs, each (D × B)
 * @param labels - B class indices
 * @param h0 - (H × B) initial hidden state, zeros when it is left out
 * @returns loss, the mean over the batch, and grads, its gradient with respect to every weight, in the shapes of `params`
 */
export function bptt(
  params: RnnParams,
  xs: Matrix[],
  labels: number[],
  h0?: Matrix,
): { loss: number; grads: RnnParams } {
  // TODO(R6): escribe aquí tu código (assignments/rnn-bptt/README.md#r6)
  throw new NotImplemented('R6', 'bptt', 'assignments/rnn-bptt/README.md#r6')
}

/**
 * R7 · Rescales all gradients by one common factor when their global norm exceeds a threshold.
 *
 * @param grads - gradients of all weights
 * @param maxNorm - threshold for the norm of all of them taken together as one long vector
 * @returns the gradients (as they were when the norm does not exceed the threshold) and the norm before clipping
 */
export function clipByGlobalNorm(grads: RnnParams, maxNorm: number): { grads: RnnParams; norm: number } {
  // TODO(R7): escribe aquí tu código (assignments/rnn-bptt/README.md#r7)
  throw new NotImplemented('R7', 'clipByGlobalNorm', 'assignments/rnn-bptt/README.md#r7')
}

/**
 * R8 · One step of gradient descent.
 *
 * @param params - the weights
 * @param grads - their gradients
 * @param learningRate - the step length
 * @returns new weights; `params` stays as it was
 */
export function sgdStep(params: RnnParams, grads: RnnParams, learningRate: number): RnnParams {
  // TODO(R8): escribe aquí tu código (assignments/rnn-bptt/README.md#r8)
  throw new NotImplemented('R8', 'sgdStep', 'assignments/rnn-bptt/README.md#r8')
}

/**
 * R9 · Training on one batch: `epochs` times loss and gradients, clipping, and a step of gradient descent.
 *
 * @param params - initial weights; they stay as they were
 * @param xs - T inputs, each (D × B)
 * @param labels - B class indices
 * @param options - epochs, learning rate and clipping threshold
 * @returns the trained weights and one loss per epoch, each taken before that epoch's update
 */
export function trainRnn(
  params: RnnParams,
  xs: Matrix[],
  labels: number[],
  options: RnnTrainOptions,
): { params: RnnParams; losses: number[] } {
  // TODO(R9): escribe aquí tu código (assignments/rnn-bptt/README.md#r9)
  throw new NotImplemented('R9', 'trainRnn', 'assignments/rnn-bptt/README.md#r9')
}

/**
 * R10 · Number of weights of the recurrent layer: Wxh, Whh and bh, without the output layer.
 *
 * @param inputSize - D
 * @param hiddenSize - H
 * @returns the count, with one bias
 */
export function countRnnParams(inputSize: number, hiddenSize: number): number {
  // TODO(R10): escribe aquí tu código (assignments/rnn-bptt/README.md#r10)
  throw new NotImplemented('R10', 'countRnnParams', 'assignments/rnn-bptt/README.md#r10')
}

/**
 * R11 · How a product of equal Jacobians grows or shrinks: the Frobenius norms of the powers of Whh.
 *
 * @param Whh - (H × H)
 * @param steps - how many powers
 * @returns `steps` norms, of Whh^0 (the identity), Whh^1, …, Whh^(steps - 1)
 */
export function gradientNorms(Whh: Matrix, steps: number): number[] {
  // TODO(R11): escribe aquí tu código (assignments/rnn-bptt/README.md#r11)
  throw new NotImplemented('R11', 'gradientNorms', 'assignments/rnn-bptt/README.md#r11')
}

/**
 * RB1 (bonus) · Truncated backpropagation: the forward pass and the loss are those of {@link bptt}; the gradients go
 * back through the last `window` steps only, and the state before them counts as a constant.
 *
 * @param params - the weights
 * @param xs - T inputs, each (D × B)
 * @param labels - B class indices
 * @param window - a whole number from 1; from T on the result is that of {@link bptt}
 * @returns loss and truncated gradients
 */
export function truncatedBptt(
  params: RnnParams,
  xs: Matrix[],
  labels: number[],
  window: number,
): { loss: number; grads: RnnParams } {
  // TODO(RB1): escribe aquí tu código (assignments/rnn-bptt/README.md#rb1)
  throw new NotImplemented('RB1', 'truncatedBptt', 'assignments/rnn-bptt/README.md#rb1')
}

/**
 * Lab 11 · Deliverable 1: a recurrent network and backpropagation through time.
 *
 * Conventions: a column is one example, a sequence is an array over time, and no function changes an argument.
 * Shapes use D = inputSize, H = hiddenSize, O = outputSize, B = batch, T = length of the sequence.
 */
import { Matrix } from 'ml-matrix'
import { createRandom } from '../shared/random.ts'
// @starter import { NotImplemented } from '../shared/not-implemented.ts'
// @remove
import type { Random } from '../shared/random.ts'
// @end

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
  // @solution R1
  const { inputSize: D, hiddenSize: H, outputSize: O } = sizes
  const random = createRandom(seed)
  return {
    Wxh: glorot(H, D, random),
    Whh: glorot(H, H, random),
    bh: Matrix.zeros(H, 1),
    Why: glorot(O, H, random),
    by: Matrix.zeros(O, 1),
  }
  // @end
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
  // @solution R2
  const { Wxh, Whh, bh, Why, by } = params
  const a = Matrix.add(Wxh.mmul(x), Whh.mmul(hPrev)).addColumnVector(bh) // (H × B)
  const h = Matrix.tanh(a)
  const y = Why.mmul(h).addColumnVector(by) // (O × B)
  return { h, y }
  // @end
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
  // @solution R3
  const hs: Matrix[] = []
  const ys: Matrix[] = []
  let h = h0 ?? initialState(params, xs)
  for (const x of xs) {
    const step = rnnStep(params, x, h)
    hs.push(step.h)
    ys.push(step.y)
    h = step.h
  }
  return { hs, ys }
  // @end
}

/**
 * R4 · Probabilities of the classes, column by column, for logits as large as ±1e4.
 *
 * @param logits - (O × B)
 * @returns (O × B), each column positive or zero and with sum 1
 */
export function softmax(logits: Matrix): Matrix {
  // @solution R4
  const shifted = logits.clone().subRowVector(logits.max('column')) // the largest of each column is now 0
  const exps = Matrix.exp(shifted)
  return exps.divRowVector(exps.sum('column'))
  // @end
}

/**
 * R5 · Cross-entropy of the right classes, mean over the columns; finite even when a probability is 0.
 *
 * @param probs - (O × B) probabilities, one column per example
 * @param labels - B class indices in 0..O-1
 * @returns the mean of -log p(right class)
 */
export function crossEntropy(probs: Matrix, labels: number[]): number {
  // @solution R5
  let total = 0
  for (const [column, label] of labels.entries()) total -= Math.log(Math.max(probs.get(label, column), TINY))
  return total / labels.length
  // @end
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
  // @solution R6
  const { hs, ys } = rnnForward(params, xs, h0)
  const probs = softmax(at(ys, -1)) // (O × B)
  const dy = Matrix.sub(probs, oneHot(labels, probs.rows)).div(labels.length) // (O × B)
  const dh = params.Why.transpose().mmul(dy) // (H × B), reaches the last hidden state
  const Why = dy.mmul(at(hs, -1).transpose()) // (O × H)
  const recurrent = backThroughTime(params, xs, [h0 ?? initialState(params, xs), ...hs], dh)
  return { loss: crossEntropy(probs, labels), grads: { ...recurrent, Why, by: sumColumns(dy) } }
  // @end
}

/**
 * R7 · Rescales all gradients by one common factor when their global norm exceeds a threshold.
 *
 * @param grads - gradients of all weights
 * @param maxNorm - threshold for the norm of all of them taken together as one long vector
 * @returns the gradients (as they were when the norm does not exceed the threshold) and the norm before clipping
 */
export function clipByGlobalNorm(grads: RnnParams, maxNorm: number): { grads: RnnParams; norm: number } {
  // @solution R7
  const { Wxh, Whh, bh, Why, by } = grads
  const norm = Math.hypot(Wxh.norm(), Whh.norm(), bh.norm(), Why.norm(), by.norm())
  const factor = norm > maxNorm ? maxNorm / norm : 1
  return { grads: mapParams(grads, (g) => Matrix.mul(g, factor)), norm }
  // @end
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
  // @solution R8
  return mapParams(params, (p, name) => Matrix.sub(p, Matrix.mul(grads[name], learningRate)))
  // @end
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
  // @solution R9
  const losses: number[] = []
  let trained = params
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    const { loss, grads } = bptt(trained, xs, labels)
    losses.push(loss)
    trained = sgdStep(trained, clipByGlobalNorm(grads, options.maxNorm).grads, options.learningRate)
  }
  return { params: trained, losses }
  // @end
}

/**
 * R10 · Number of weights of the recurrent layer: Wxh, Whh and bh, without the output layer.
 *
 * @param inputSize - D
 * @param hiddenSize - H
 * @returns the count, with one bias
 */
export function countRnnParams(inputSize: number, hiddenSize: number): number {
  // @solution R10
  return hiddenSize * inputSize + hiddenSize * hiddenSize + hiddenSize
  // @end
}

/**
 * R11 · How a product of equal Jacobians grows or shrinks: the Frobenius norms of the powers of Whh.
 *
 * @param Whh - (H × H)
 * @param steps - how many powers
 * @returns `steps` norms, of Whh^0 (the identity), Whh^1, …, Whh^(steps - 1)
 */
export function gradientNorms(Whh: Matrix, steps: number): number[] {
  // @solution R11
  const norms: number[] = []
  let power = Matrix.eye(Whh.rows)
  for (let k = 0; k < steps; k++) {
    norms.push(power.norm())
    power = power.mmul(Whh)
  }
  return norms
  // @end
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
  // @solution RB1
  const start = Math.max(0, xs.length - window)
  const { hs } = rnnForward(params, xs.slice(0, start))
  return bptt(params, xs.slice(start), labels, hs.at(-1) ?? initialState(params, xs))
  // @end
}
// @remove

/** Far below any probability that matters, and its logarithm is finite. */
const TINY = 1e-300

function glorot(rows: number, columns: number, random: Random): Matrix {
  const std = Math.sqrt(2 / (rows + columns))
  const row = (): number[] => Array.from({ length: columns }, () => random.normal(0, std))
  return new Matrix(Array.from({ length: rows }, row))
}

/** Zeros (H × B). */
function initialState(params: RnnParams, xs: Matrix[]): Matrix {
  return Matrix.zeros(params.Whh.rows, xs[0]?.columns ?? 1)
}

/**
 * The gradients of Wxh, Whh and bh, and zeros for the output layer. `states` holds h_0 to h_T, so that `states[t]` is
 * the state before `xs[t]`; `dh` is dL/dh_T (H × B).
 */
function backThroughTime(params: RnnParams, xs: Matrix[], states: Matrix[], dh: Matrix): RnnParams {
  const grads = mapParams(params, (p) => Matrix.zeros(p.rows, p.columns))
  for (let t = xs.length - 1; t >= 0; t--) {
    const da = Matrix.mul(dh, tanhSlope(at(states, t + 1))) // (H × B), before the tanh
    grads.Wxh.add(da.mmul(at(xs, t).transpose())) // (H × D)
    grads.Whh.add(da.mmul(at(states, t).transpose())) // (H × H)
    grads.bh.add(sumColumns(da)) // (H × 1)
    dh = params.Whh.transpose().mmul(da) // (H × B), one step earlier
  }
  return grads
}

/** The derivative of tanh where its value is `h`. */
function tanhSlope(h: Matrix): Matrix {
  return Matrix.mul(h, h).neg().add(1)
}

/** (classes × B): 1 at the right class of each column, 0 elsewhere. */
function oneHot(labels: number[], classes: number): Matrix {
  const m = Matrix.zeros(classes, labels.length)
  for (const [column, label] of labels.entries()) m.set(label, column, 1)
  return m
}

/** (rows × B) → (rows × 1). */
function sumColumns(m: Matrix): Matrix {
  return Matrix.columnVector(m.sum('row'))
}

/** Item `index` of a sequence, counted from its end when negative. */
function at(sequence: Matrix[], index: number): Matrix {
  const item = sequence.at(index)
  if (item === undefined) throw new RangeError(`No time ${String(index)} in a sequence of ${String(sequence.length)}`)
  return item
}

function mapParams(params: RnnParams, f: (m: Matrix, name: keyof RnnParams) => Matrix): RnnParams {
  const { Wxh, Whh, bh, Why, by } = params
  return { Wxh: f(Wxh, 'Wxh'), Whh: f(Whh, 'Whh'), bh: f(bh, 'bh'), Why: f(Why, 'Why'), by: f(by, 'by') }
}
// @end

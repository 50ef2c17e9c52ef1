/**
 * Lab 11 · Deliverable 2: the LSTM cell, forward and backward.
 *
 * Conventions: a column is one example, a sequence is an array over time, and no function changes an argument. The
 * gates read [h; x], hidden rows first. Shapes use D = inputSize, H = hiddenSize, B = batch, T = length of the sequence.
 */
import { Matrix } from 'ml-matrix'
import { createRandom } from '../shared/random.ts'
// @starter import { NotImplemented } from '../shared/not-implemented.ts'
// @remove
import type { Random } from '../shared/random.ts'
// @end

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
  // @solution L1
  const { inputSize: D, hiddenSize: H } = sizes
  const random = createRandom(seed)
  const weights = (): Matrix => randomMatrix(H, H + D, Math.sqrt(1 / (D + H)), random)
  const zeros = (): Matrix => Matrix.zeros(H, 1)
  return {
    Wf: weights(),
    Wi: weights(),
    Wc: weights(),
    Wo: weights(),
    bf: Matrix.ones(H, 1),
    bi: zeros(),
    bc: zeros(),
    bo: zeros(),
  }
  // @end
}

/**
 * L2 · The logistic sigmoid of every element, for elements as large as ±1e4.
 *
 * @param m - any shape
 * @returns the same shape, values from 0 to 1, never NaN
 */
export function sigmoid(m: Matrix): Matrix {
  // @solution L2
  const values = m.to2DArray()
  return new Matrix(values.map((row) => row.map(logistic)))
  // @end
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
  // @solution L3
  const z = hPrev.concat(x) // ((H + D) × B)
  const f = sigmoid(affine(params.Wf, z, params.bf)) // (H × B)
  const i = sigmoid(affine(params.Wi, z, params.bi))
  const cTilde = Matrix.tanh(affine(params.Wc, z, params.bc))
  const o = sigmoid(affine(params.Wo, z, params.bo))
  const c = Matrix.add(Matrix.mul(f, cPrev), Matrix.mul(i, cTilde))
  const h = Matrix.mul(o, Matrix.tanh(c))
  return { x, hPrev, cPrev, f, i, cTilde, o, c, h }
  // @end
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
  // @solution L4
  const caches: LstmCache[] = []
  const zeros = Matrix.zeros(params.bf.rows, xs[0]?.columns ?? 1) // (H × B)
  let h = h0 ?? zeros
  let c = c0 ?? zeros
  for (const x of xs) {
    const cache = lstmStep(params, x, h, c)
    caches.push(cache)
    h = cache.h
    c = cache.c
  }
  return { hs: caches.map((cache) => cache.h), cs: caches.map((cache) => cache.c), caches }
  // @end
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
  // @solution L5
  const dxs: Matrix[] = []
  let grads = mapParams(params, (p) => Matrix.zeros(p.rows, p.columns))
  let dh = Matrix.zeros(params.bf.rows, dhs[0]?.columns ?? 1) // (H × B), from the step after
  let dc = dh
  for (let t = caches.length - 1; t >= 0; t--) {
    const step = stepBackward(params, at(caches, t), Matrix.add(at(dhs, t), dh), dc)
    grads = mapParams(grads, (sum, name) => Matrix.add(sum, step.grads[name]))
    dxs.unshift(step.dx)
    dh = step.dhPrev
    dc = step.dcPrev
  }
  return { grads, dxs, dh0: dh, dc0: dc }
  // @end
}

/**
 * L6 · Number of weights of a cell, with one bias per block.
 *
 * @param inputSize - D
 * @param hiddenSize - H
 * @returns the count for three gates and one candidate
 */
export function countLstmParams(inputSize: number, hiddenSize: number): number {
  // @solution L6
  const block = hiddenSize * (hiddenSize + inputSize) + hiddenSize
  return 4 * block
  // @end
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
  // @solution LB1
  const z = hPrev.concat(x) // ((H + D) × B)
  const f = sigmoid(Matrix.add(affine(params.Wf, z, params.bf), peep(params.pf, cPrev))) // (H × B)
  const i = sigmoid(Matrix.add(affine(params.Wi, z, params.bi), peep(params.pi, cPrev)))
  const cTilde = Matrix.tanh(affine(params.Wc, z, params.bc))
  const c = Matrix.add(Matrix.mul(f, cPrev), Matrix.mul(i, cTilde))
  const o = sigmoid(Matrix.add(affine(params.Wo, z, params.bo), peep(params.po, c)))
  const h = Matrix.mul(o, Matrix.tanh(c))
  return { x, hPrev, cPrev, f, i, cTilde, o, c, h }
  // @end
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
  // @solution LB2
  const z = hPrev.concat(x) // ((H + D) × B)
  const f = sigmoid(affine(params.Wf, z, params.bf)) // (H × B)
  const i = oneMinus(f)
  const cTilde = Matrix.tanh(affine(params.Wc, z, params.bc))
  const o = sigmoid(affine(params.Wo, z, params.bo))
  const c = Matrix.add(Matrix.mul(f, cPrev), Matrix.mul(i, cTilde))
  const h = Matrix.mul(o, Matrix.tanh(c))
  return { x, hPrev, cPrev, f, i, cTilde, o, c, h }
  // @end
}
// @remove

/**
 * One step back. `dh` is the whole dL/dh_t, from outside and from the step after; `dcNext` is the part of dL/dc_t that
 * comes from the step after. A name such as `df` is the gradient before the gate's nonlinearity.
 */
function stepBackward(
  params: LstmParams,
  cache: LstmCache,
  dh: Matrix,
  dcNext: Matrix,
): { grads: LstmParams; dx: Matrix; dhPrev: Matrix; dcPrev: Matrix } {
  const { x, hPrev, cPrev, f, i, cTilde, o, c } = cache
  const tanhC = Matrix.tanh(c)
  const dc = Matrix.add(dcNext, product(dh, o, tanhSlope(tanhC))) // (H × B)
  const df = product(dc, cPrev, sigmoidSlope(f))
  const di = product(dc, cTilde, sigmoidSlope(i))
  const dcTilde = product(dc, i, tanhSlope(cTilde))
  const dO = product(dh, tanhC, sigmoidSlope(o))

  const { Wf, Wi, Wc, Wo } = params
  const dz = back(Wf, df).add(back(Wi, di)).add(back(Wc, dcTilde)).add(back(Wo, dO)) // ((H + D) × B)
  const zT = hPrev.concat(x).transpose() // (B × (H + D))
  return {
    grads: {
      Wf: df.mmul(zT), // (H × (H + D))
      Wi: di.mmul(zT),
      Wc: dcTilde.mmul(zT),
      Wo: dO.mmul(zT),
      bf: sumColumns(df), // (H × 1)
      bi: sumColumns(di),
      bc: sumColumns(dcTilde),
      bo: sumColumns(dO),
    },
    dhPrev: dz.subMatrix(0, hPrev.rows - 1, 0, dz.columns - 1), // (H × B)
    dx: dz.subMatrix(hPrev.rows, dz.rows - 1, 0, dz.columns - 1), // (D × B)
    dcPrev: Matrix.mul(dc, f),
  }
}

function randomMatrix(rows: number, columns: number, std: number, random: Random): Matrix {
  const row = (): number[] => Array.from({ length: columns }, () => random.normal(0, std))
  return new Matrix(Array.from({ length: rows }, row))
}

/** The sigmoid of one number, by the form whose exponential cannot overflow. */
function logistic(a: number): number {
  return a >= 0 ? 1 / (1 + Math.exp(-a)) : Math.exp(a) / (1 + Math.exp(a))
}

/** W z + b, the bias added to every column. */
function affine(W: Matrix, z: Matrix, b: Matrix): Matrix {
  return W.mmul(z).addColumnVector(b)
}

/** p ⊙ c, the weights (H × 1) applied to every column. */
function peep(p: Matrix, c: Matrix): Matrix {
  return c.clone().mulColumnVector(p)
}

/** Wᵀ d. */
function back(W: Matrix, d: Matrix): Matrix {
  return W.transpose().mmul(d)
}

function product(a: Matrix, b: Matrix, c: Matrix): Matrix {
  return Matrix.mul(a, b).mul(c)
}

function oneMinus(m: Matrix): Matrix {
  return Matrix.mul(m, -1).add(1)
}

/** The derivative of the sigmoid where its value is `s`. */
function sigmoidSlope(s: Matrix): Matrix {
  return Matrix.mul(s, oneMinus(s))
}

/** The derivative of tanh where its value is `v`. */
function tanhSlope(v: Matrix): Matrix {
  return oneMinus(Matrix.mul(v, v))
}

/** (rows × B) → (rows × 1). */
function sumColumns(m: Matrix): Matrix {
  return Matrix.columnVector(m.sum('row'))
}

function at<T>(sequence: T[], t: number): T {
  const item = sequence[t]
  if (item === undefined) throw new RangeError(`No time ${String(t)} in a sequence of ${String(sequence.length)}`)
  return item
}

function mapParams(params: LstmParams, f: (m: Matrix, name: keyof LstmParams) => Matrix): LstmParams {
  const { Wf, Wi, Wc, Wo, bf, bi, bc, bo } = params
  return {
    Wf: f(Wf, 'Wf'),
    Wi: f(Wi, 'Wi'),
    Wc: f(Wc, 'Wc'),
    Wo: f(Wo, 'Wo'),
    bf: f(bf, 'bf'),
    bi: f(bi, 'bi'),
    bc: f(bc, 'bc'),
    bo: f(bo, 'bo'),
  }
}
// @end

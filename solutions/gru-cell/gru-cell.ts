/**
 * Lab 11 · Deliverable 3: the GRU cell, forward and backward.
 *
 * Conventions: a column is one example, a sequence is an array over time, and no function changes an argument. The
 * gates read [h; x], hidden rows first; (1 - z) keeps the old state. Shapes use D = inputSize, H = hiddenSize,
 * B = batch, T = length of the sequence.
 */
import { Matrix } from 'ml-matrix'
import { createRandom } from '../shared/random.ts'
// @starter import { NotImplemented } from '../shared/not-implemented.ts'
// @remove
import type { Random } from '../shared/random.ts'
// @end

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
  // @solution G1
  const { inputSize: D, hiddenSize: H } = sizes
  const random = createRandom(seed)
  const weights = (): Matrix => randomMatrix(H, H + D, Math.sqrt(1 / (D + H)), random)
  const zeros = (): Matrix => Matrix.zeros(H, 1)
  return { Wr: weights(), Wz: weights(), Wh: weights(), br: zeros(), bz: zeros(), bh: zeros() }
  // @end
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
  // @solution G2
  const hx = hPrev.concat(x) // ((H + D) × B)
  const r = sigmoid(affine(params.Wr, hx, params.br)) // (H × B)
  const z = sigmoid(affine(params.Wz, hx, params.bz))
  const rhx = Matrix.mul(r, hPrev).concat(x) // ((H + D) × B)
  const hTilde = Matrix.tanh(affine(params.Wh, rhx, params.bh))
  return { x, hPrev, r, z, hTilde, h: interpolate(hPrev, z, hTilde) }
  // @end
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
  // @solution G3
  const caches: GruCache[] = []
  let h: Matrix = h0 ?? Matrix.zeros(params.bh.rows, xs[0]?.columns ?? 1) // (H × B)
  for (const x of xs) {
    const cache = gruStep(params, x, h)
    caches.push(cache)
    h = cache.h
  }
  return { hs: caches.map((cache) => cache.h), caches }
  // @end
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
  // @solution G4
  const dxs: Matrix[] = []
  let grads = mapParams(params, (p) => Matrix.zeros(p.rows, p.columns))
  let dh = Matrix.zeros(params.bh.rows, dhs[0]?.columns ?? 1) // (H × B), from the step after
  for (let t = caches.length - 1; t >= 0; t--) {
    const step = stepBackward(params, at(caches, t), Matrix.add(at(dhs, t), dh))
    grads = mapParams(grads, (sum, name) => Matrix.add(sum, step.grads[name]))
    dxs.unshift(step.dx)
    dh = step.dhPrev
  }
  return { grads, dxs, dh0: dh }
  // @end
}

/**
 * G5 · Number of weights of a cell, with one bias per block.
 *
 * @param inputSize - D
 * @param hiddenSize - H
 * @returns the count for two gates and one candidate
 */
export function countGruParams(inputSize: number, hiddenSize: number): number {
  // @solution G5
  const block = hiddenSize * (hiddenSize + inputSize) + hiddenSize
  return 3 * block
  // @end
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
  // @solution GB1
  const { Wr, Wz, Wh, br, bz, bh, bhh } = params
  const hx = hPrev.concat(x) // ((H + D) × B)
  const r = sigmoid(affine(Wr, hx, br)) // (H × B)
  const z = sigmoid(affine(Wz, hx, bz))
  const Whh = Wh.subMatrix(0, Wh.rows - 1, 0, hPrev.rows - 1) // (H × H)
  const Whx = Wh.subMatrix(0, Wh.rows - 1, hPrev.rows, Wh.columns - 1) // (H × D)
  const hTilde = Matrix.tanh(Matrix.add(affine(Whx, x, bh), Matrix.mul(r, affine(Whh, hPrev, bhh))))
  return { x, hPrev, r, z, hTilde, h: interpolate(hPrev, z, hTilde) }
  // @end
}
// @remove

/**
 * One step back. `dh` is the whole dL/dh_t, from outside and from the step after. `dr`, `dz` and `dhTilde` are the
 * gradients before the nonlinearity; `drhx` and `dhx` are those of [r ⊙ h; x] and [h; x].
 */
function stepBackward(
  params: GruParams,
  cache: GruCache,
  dh: Matrix,
): { grads: GruParams; dx: Matrix; dhPrev: Matrix } {
  const { x, hPrev, r, z, hTilde } = cache
  const H = hPrev.rows
  const dhTilde = product(dh, z, tanhSlope(hTilde)) // (H × B)
  const drhx = back(params.Wh, dhTilde) // ((H + D) × B)
  const drh = top(drhx, H) // (H × B)
  const dr = product(drh, hPrev, sigmoidSlope(r))
  const dz = product(dh, Matrix.sub(hTilde, hPrev), sigmoidSlope(z))
  const dhx = Matrix.add(back(params.Wr, dr), back(params.Wz, dz)) // ((H + D) × B)

  const hxT = hPrev.concat(x).transpose() // (B × (H + D))
  const rhxT = Matrix.mul(r, hPrev).concat(x).transpose() // (B × (H + D))
  return {
    grads: {
      Wr: dr.mmul(hxT), // (H × (H + D))
      Wz: dz.mmul(hxT),
      Wh: dhTilde.mmul(rhxT),
      br: sumColumns(dr), // (H × 1)
      bz: sumColumns(dz),
      bh: sumColumns(dhTilde),
    },
    dhPrev: Matrix.mul(dh, oneMinus(z)).add(Matrix.mul(drh, r)).add(top(dhx, H)), // (H × B)
    dx: Matrix.add(bottom(dhx, H), bottom(drhx, H)), // (D × B)
  }
}

function randomMatrix(rows: number, columns: number, std: number, random: Random): Matrix {
  const row = (): number[] => Array.from({ length: columns }, () => random.normal(0, std))
  return new Matrix(Array.from({ length: rows }, row))
}

function sigmoid(m: Matrix): Matrix {
  const values = m.to2DArray()
  return new Matrix(values.map((row) => row.map(logistic)))
}

/** The sigmoid of one number, by the form whose exponential cannot overflow. */
function logistic(a: number): number {
  return a >= 0 ? 1 / (1 + Math.exp(-a)) : Math.exp(a) / (1 + Math.exp(a))
}

/** W v + b, the bias added to every column. */
function affine(W: Matrix, v: Matrix, b: Matrix): Matrix {
  return W.mmul(v).addColumnVector(b)
}

/** (1 - z) ⊙ hPrev + z ⊙ hTilde. */
function interpolate(hPrev: Matrix, z: Matrix, hTilde: Matrix): Matrix {
  return Matrix.mul(oneMinus(z), hPrev).add(Matrix.mul(z, hTilde))
}

/** Wᵀ d. */
function back(W: Matrix, d: Matrix): Matrix {
  return W.transpose().mmul(d)
}

/** The first H rows, those of the hidden state. */
function top(m: Matrix, H: number): Matrix {
  return m.subMatrix(0, H - 1, 0, m.columns - 1)
}

/** The rows from H on, those of the input. */
function bottom(m: Matrix, H: number): Matrix {
  return m.subMatrix(H, m.rows - 1, 0, m.columns - 1)
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

function mapParams(params: GruParams, f: (m: Matrix, name: keyof GruParams) => Matrix): GruParams {
  const { Wr, Wz, Wh, br, bz, bh } = params
  return { Wr: f(Wr, 'Wr'), Wz: f(Wz, 'Wz'), Wh: f(Wh, 'Wh'), br: f(br, 'br'), bz: f(bz, 'bz'), bh: f(bh, 'bh') }
}
// @end

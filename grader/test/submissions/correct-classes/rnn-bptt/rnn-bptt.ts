// Expected: everything passes. Classes: everything inside is row by row, one example a row, and what leaves is a
// MatrixTransposeView; a network object with getters, a generator that walks through time, results that are subclasses.
import { Matrix, MatrixColumnView, MatrixSubView, MatrixTransposeView, SVD, type AbstractMatrix } from 'ml-matrix'
import { createRandom, type Random } from '../shared/random.ts'

type Name = 'Wxh' | 'Whh' | 'bh' | 'Why' | 'by'
type Params = Record<Name, AbstractMatrix>

const turned = (m: AbstractMatrix): AbstractMatrix => new MatrixTransposeView(m as Matrix)

/** A matrix that knows what it is called. */
class Weight extends Matrix {
  readonly name: string

  constructor(name: string, rows: number, columns: number) {
    super(rows, columns)
    this.name = name
  }

  drawn(random: Random): this {
    const deviation = Math.sqrt(2 / (this.rows + this.columns))
    for (let j = 0; j < this.columns; j++) for (let i = 0; i < this.rows; i++) this.set(i, j, random.normal(0, deviation))
    return this
  }
}

/** The weights of a network, transposed: x Wᵀ for rows of examples. */
class Network {
  readonly #params: Params

  constructor(params: Params) {
    this.#params = params
  }

  get hidden(): number {
    return this.#params.Whh.rows
  }

  get fromInput(): Matrix {
    return this.#params.Wxh.transpose()
  }

  get fromState(): Matrix {
    return this.#params.Whh.transpose()
  }

  get toOutput(): Matrix {
    return this.#params.Why.transpose()
  }

  state(x: AbstractMatrix, h: AbstractMatrix): Matrix {
    const a = x.mmul(this.fromInput).add(h.mmul(this.fromState))
    return a.addRowVector(this.#params.bh.to1DArray()).tanh()
  }

  logits(h: Matrix): Matrix {
    return h.mmul(this.toOutput).addRowVector(this.#params.by.to1DArray())
  }

  /** The states, (B × H) each, one after the other. */
  *walk(xs: readonly AbstractMatrix[], start?: AbstractMatrix): Generator<Matrix> {
    let h: Matrix = start ? start.transpose() : Matrix.zeros(xs[0]!.columns, this.hidden)
    for (const x of xs) yield (h = this.state(x.transpose(), h))
  }
}

/** A running sum of gradients, (B × ·) in, the shapes of the weights out. */
class Ledger {
  readonly #sums = new Map<Name, Matrix>()

  book(W: Name, b: Name, delta: Matrix, read: AbstractMatrix): void {
    this.#add(W, delta.transpose().mmul(read as Matrix))
    // A product with ones, instead of a sum.
    this.#add(b, delta.transpose().mmul(Matrix.ones(delta.rows, 1)))
  }

  #add(name: Name, m: Matrix): void {
    this.#sums.set(name, this.#sums.get(name)?.add(m) ?? m)
  }

  get totals(): Params {
    return Object.fromEntries(this.#sums) as Params
  }
}

export function initRnn({ inputSize, hiddenSize, outputSize }: { inputSize: number; hiddenSize: number; outputSize: number }, seed: number): Params {
  const random = createRandom(seed)
  return {
    Wxh: new Weight('Wxh', hiddenSize, inputSize).drawn(random),
    Whh: turned(new Weight('Whh', hiddenSize, hiddenSize).drawn(random)),
    bh: new Weight('bh', hiddenSize, 1),
    Why: turned(new Weight('Why', hiddenSize, outputSize).drawn(random)),
    by: new MatrixColumnView(new Matrix(outputSize, 3), 1),
  }
}

export function rnnStep(params: Params, x: Matrix, hPrev: Matrix): { h: AbstractMatrix; y: AbstractMatrix } {
  const network = new Network(params)
  const h = network.state(turned(x), turned(hPrev))
  return {
    h: turned(h),
    get y() {
      return turned(network.logits(h))
    },
  }
}

export function rnnForward(params: Params, xs: readonly AbstractMatrix[], h0?: AbstractMatrix): { hs: AbstractMatrix[]; ys: AbstractMatrix[] } {
  const network = new Network(params)
  const states = [...network.walk(xs, h0)]
  return { hs: states.map(turned), ys: states.map((h) => turned(network.logits(h))) }
}

export function softmax(logits: AbstractMatrix): AbstractMatrix {
  return Probabilities.of(logits)
}

class Probabilities extends Matrix {
  /** Against the largest of each column, and divided by a sum that begins with the smallest. */
  static of(logits: AbstractMatrix): Probabilities {
    const p = new Probabilities(logits.rows, logits.columns)
    for (let j = 0; j < p.columns; j++) {
      const column = logits.getColumn(j)
      const top = column.reduce((a, b) => (a > b ? a : b))
      const exps = column.map((a) => Math.exp(a - top))
      const sum = [...exps].sort((a, b) => a - b).reduce((a, b) => a + b)
      exps.forEach((e, i) => p.set(i, j, e / sum))
    }
    return p
  }

  static from(probs: AbstractMatrix): Probabilities {
    const p = new Probabilities(probs.rows, probs.columns)
    p.setSubMatrix(probs.to2DArray(), 0, 0)
    return p
  }

  surprise(labels: readonly number[]): number {
    const bits = labels.map((label, j) => -Math.log2(Math.max(this.get(label, j), Number.EPSILON ** 6)))
    return (bits.reduce((a, b) => a + b, 0) * Math.LN2) / labels.length
  }
}

export function crossEntropy(probs: Matrix, labels: number[]): number {
  return Probabilities.from(probs).surprise(labels)
}

export function bptt(params: Params, xs: readonly AbstractMatrix[], labels: number[], h0?: AbstractMatrix) {
  const network = new Network(params)
  const B = labels.length
  const states = [...network.walk(xs, h0)]
  const before = [h0 ? h0.transpose() : Matrix.zeros(B, network.hidden), ...states]
  const last = states.at(-1)!
  const probs = Probabilities.of(turned(network.logits(last)))
  const delta = probs.transpose()
  labels.forEach((label, row) => delta.set(row, label, delta.get(row, label) - 1))
  delta.div(B)

  const ledger = new Ledger()
  ledger.book('Why', 'by', delta, last)
  let dh = delta.mmul(params.Why as Matrix)
  for (let t = states.length; t-- > 0; ) {
    const h = states[t]!
    // (1 + h)(1 - h), which is 1 - h² without its cancellation.
    const da = Matrix.mul(dh, Matrix.mul(Matrix.add(h, 1), h.clone().neg().add(1)))
    ledger.book('Wxh', 'bh', da, xs[t]!.transpose())
    ledger.book('Whh', 'bh', da, before[t]!)
    dh = da.mmul(params.Whh as Matrix)
  }
  // The bias is booked with both matrices, hence half of it.
  const { bh, ...grads } = ledger.totals
  return { loss: probs.surprise(labels), grads: { ...grads, bh: Matrix.div(bh as Matrix, 2) } }
}

export function clipByGlobalNorm(grads: Params, maxNorm: number): { grads: Params; norm: number } {
  const entries = Object.entries(grads)
  const norm = Math.hypot(...entries.flatMap(([, g]) => g.to1DArray()))
  const tooLong = norm > maxNorm
  return { norm, grads: tooLong ? (Object.fromEntries(entries.map(([name, g]) => [name, g.clone().mul(maxNorm / (norm + 1e-6))])) as Params) : grads }
}

export function sgdStep(params: Params, grads: Params, learningRate: number): Params {
  const stepped = new Proxy(params, {
    get: (target, name: Name) => target[name].clone().sub(grads[name].clone().mul(learningRate)),
  })
  return { ...stepped }
}

class Trainer {
  readonly losses: number[] = []
  params: Params

  constructor(params: Params) {
    this.params = params
  }

  epoch(xs: Matrix[], labels: number[], rate: number, maxNorm: number): this {
    const { loss, grads } = bptt(this.params, xs, labels)
    this.losses.push(loss)
    this.params = sgdStep(this.params, clipByGlobalNorm(grads, maxNorm).grads, rate)
    return this
  }
}

/** The trainer itself is the answer: it has both fields. */
export function trainRnn(params: Params, xs: Matrix[], labels: number[], { epochs, learningRate, maxNorm }: Record<'epochs' | 'learningRate' | 'maxNorm', number>): Trainer {
  const trainer = new Trainer(params)
  for (let k = 0; k < epochs; k++) trainer.epoch(xs, labels, learningRate, maxNorm)
  return trainer
}

export const countRnnParams = (inputSize: number, hiddenSize: number): number =>
  [new Weight('Wxh', hiddenSize, inputSize), new Weight('Whh', hiddenSize, hiddenSize), new Weight('bh', hiddenSize, 1)].reduce((sum, { size }) => sum + size, 0)

/** The norm from the singular values: ‖P‖² = Σ σ². */
export function gradientNorms(Whh: Matrix, steps: number): number[] {
  function* powers(): Generator<Matrix> {
    for (let P = Matrix.eye(Whh.rows); ; P = Whh.mmul(P)) yield P
  }
  const norms: number[] = []
  for (const P of powers()) {
    if (norms.length === steps) break
    norms.push(Math.hypot(...new SVD(P).diagonal))
  }
  return norms
}

export function truncatedBptt(params: Params, xs: Matrix[], labels: number[], window: number) {
  const cut = Math.max(xs.length - window, 0)
  const start = cut === 0 ? undefined : turned([...new Network(params).walk(xs.slice(0, cut))].pop()!)
  const whole = start && new MatrixSubView(start as Matrix, 0, start.rows - 1, 0, start.columns - 1)
  return bptt(params, xs.slice(cut), labels, whole)
}

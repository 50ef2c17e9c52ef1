// Expected: everything passes. Gates are objects that remember what they read, caches have private fields and getters
// of their own, the sequences are getters, too, results are subclasses and views of every kind.
import {
  Matrix,
  MatrixColumnSelectionView,
  MatrixFlipRowView,
  MatrixRowSelectionView,
  MatrixSelectionView,
  MatrixSubView,
  MatrixTransposeView,
  type AbstractMatrix,
} from 'ml-matrix'
import { createRandom } from '../shared/random.ts'

type Letter = 'f' | 'i' | 'c' | 'o'
type Params = Record<`W${Letter}` | `b${Letter}`, AbstractMatrix>

const range = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, k) => from + k)

/** The logistic function from its odd half: σ(a) - ½ is odd, so only positive numbers are exponentiated. */
function logistic(a: number): number {
  const half = 1 / (1 + Math.exp(-Math.abs(a))) - 0.5
  return 0.5 + Math.sign(a) * half
}

/** A matrix whose elements are a function of those of another. */
class Mapped extends Matrix {
  constructor(source: AbstractMatrix, f: (value: number, i: number, j: number) => number) {
    super(source.rows, source.columns)
    for (let i = 0; i < source.rows; i++) for (let j = 0; j < source.columns; j++) this.set(i, j, f(source.get(i, j), i, j))
  }
}

abstract class Gate {
  readonly letter: Letter
  readonly value: Mapped
  protected readonly W: AbstractMatrix
  readonly #read: AbstractMatrix

  constructor(params: Params, letter: Letter, read: AbstractMatrix, extra?: AbstractMatrix) {
    this.letter = letter
    this.W = params[`W${letter}`]
    this.#read = read
    const b = params[`b${letter}`]
    const a = this.W.mmul(read)
    this.value = new Mapped(a, (value, i, j) => this.activate(value + b.get(i, 0) + (extra?.get(i, j) ?? 0)))
  }

  abstract activate(a: number): number
  abstract slope(value: number): number

  /** From the gradient of the value to those of the weights, the bias and what was read. */
  back(d: AbstractMatrix): { dW: Matrix; db: Matrix; dz: Matrix } {
    const da = new Mapped(d, (value, i, j) => value * this.slope(this.value.get(i, j)))
    return { dW: da.mmul(new MatrixTransposeView(this.#read as Matrix)), db: Matrix.columnVector(da.sum('row')), dz: new MatrixTransposeView(this.W as Matrix).mmul(da) }
  }
}

class SigmoidGate extends Gate {
  activate(a: number): number {
    return logistic(a)
  }
  slope(value: number): number {
    return value - value * value
  }
}

class Candidate extends Gate {
  activate(a: number): number {
    return Math.tanh(a)
  }
  slope = (value: number): number => (1 - value) * (1 + value)
}

/** One moment of the cell. */
class Moment {
  static readonly letters = ['f', 'i', 'c', 'o'] as const
  readonly #gates: Record<Letter, Gate>
  readonly x: AbstractMatrix
  readonly hPrev: AbstractMatrix
  readonly cPrev: AbstractMatrix
  readonly f: AbstractMatrix
  readonly i: AbstractMatrix
  readonly cTilde: AbstractMatrix
  readonly o: AbstractMatrix
  readonly c: AbstractMatrix
  /** Computed when somebody asks for it first. */
  declare readonly h: AbstractMatrix

  constructor(params: Params, x: AbstractMatrix, hPrev: AbstractMatrix, cPrev: AbstractMatrix) {
    ;[this.x, this.hPrev, this.cPrev] = [x, hPrev, cPrev]
    const z = new Matrix([...hPrev.to2DArray(), ...x.to2DArray()])
    const gate = (letter: Letter): Gate => new (letter === 'c' ? Candidate : SigmoidGate)(params, letter, z)
    this.#gates = { f: gate('f'), i: gate('i'), c: gate('c'), o: gate('o') }
    const { f, i, c, o } = this.#gates
    ;[this.f, this.i, this.cTilde, this.o] = [f.value, i.value, c.value, o.value]
    this.c = new Mapped(cPrev, (old, r, k) => f.value.get(r, k) * old + i.value.get(r, k) * c.value.get(r, k))
    let h: AbstractMatrix | undefined
    const get = (): AbstractMatrix => (h ??= new Mapped(this.c, (cell, r, k) => Math.tanh(cell) * o.value.get(r, k)))
    Object.defineProperty(this, 'h', { get, enumerable: true })
  }

  /** Everything that flows back from dL/dh and the later dL/dc. */
  back(dh: AbstractMatrix, dcLater: AbstractMatrix): { parts: [Letter, ReturnType<Gate['back']>][]; dz: Matrix; dcPrev: AbstractMatrix } {
    const t = new Mapped(this.c, Math.tanh)
    const dc = new Mapped(dcLater, (later, r, k) => later + dh.get(r, k) * this.o.get(r, k) * (1 - t.get(r, k) ** 2))
    const outer: Record<Letter, AbstractMatrix> = {
      f: new Mapped(dc, (d, r, k) => d * this.cPrev.get(r, k)),
      i: new Mapped(dc, (d, r, k) => d * this.cTilde.get(r, k)),
      c: new Mapped(dc, (d, r, k) => d * this.i.get(r, k)),
      o: new Mapped(dh, (d, r, k) => d * t.get(r, k)),
    }
    const parts = Moment.letters.map((letter) => [letter, this.#gates[letter].back(outer[letter])] as [Letter, ReturnType<Gate['back']>])
    const dz = parts.map(([, { dz }]) => dz).reduceRight((a, b) => Matrix.add(a, b))
    return { parts, dz, dcPrev: new Mapped(dc, (d, r, k) => d * this.f.get(r, k)) }
  }

  get longest(): number {
    return Math.max(...this.h.to1DArray())
  }
}

export { SigmoidGate, Candidate, Moment as LstmMoment }

export function initLstm({ inputSize, hiddenSize }: { inputSize: number; hiddenSize: number }, seed: number): Params {
  const random = createRandom(seed)
  const deviation = 1 / Math.sqrt(inputSize + hiddenSize)
  return new (class InitialWeights {
    readonly Wf = this.draw()
    readonly Wi = this.draw()
    readonly Wc = this.draw()
    readonly Wo = this.draw()
    readonly bf = Matrix.ones(hiddenSize, 1)
    readonly bi = Matrix.zeros(hiddenSize, 1)
    readonly bc = Matrix.zeros(hiddenSize, 1)
    readonly bo = Matrix.zeros(hiddenSize, 1)

    draw(): AbstractMatrix {
      const m = new Mapped(new Matrix(hiddenSize + inputSize, hiddenSize), () => random.normal(0, deviation))
      return new MatrixTransposeView(m)
    }
  })()
}

export function sigmoid(m: AbstractMatrix): Matrix {
  return new Mapped(m, logistic)
}

export function lstmStep(params: Params, x: Matrix, hPrev: Matrix, cPrev: Matrix): Moment {
  return new Moment(params, x, hPrev, cPrev)
}

export function lstmForward(params: Params, xs: Matrix[], h0?: Matrix, c0?: Matrix) {
  function* moments(): Generator<Moment, void> {
    let [h, c]: AbstractMatrix[] = [h0 ?? Matrix.zeros(params.bf.rows, xs[0]!.columns), c0 ?? Matrix.zeros(params.bf.rows, xs[0]!.columns)]
    for (const x of xs) {
      const moment = new Moment(params, x, h!, c!)
      yield moment
      ;({ h, c } = moment)
    }
  }
  const caches = Array.from(moments())
  return {
    caches,
    // Views of everything, and getters that are asked once.
    get hs(): AbstractMatrix[] {
      return caches.map(({ h }) => new MatrixSelectionView(h as Matrix, range(0, h.rows), range(0, h.columns)))
    },
    get cs(): AbstractMatrix[] {
      return caches.map(({ c }) => new MatrixColumnSelectionView(c as Matrix, range(0, c.columns)))
    },
  }
}

export function lstmBackward(params: Params, caches: Moment[], dhs: Matrix[]) {
  const grads = Object.fromEntries(Object.entries(params).map(([name, { rows, columns }]) => [name, Matrix.zeros(rows, columns)])) as Record<keyof Params, Matrix>
  const H = params.bf.rows
  let dh: AbstractMatrix = Matrix.zeros(H, dhs[0]!.columns)
  let dc: AbstractMatrix = dh
  const dxs: AbstractMatrix[] = []
  for (const moment of caches.toReversed()) {
    const outside = dhs[dhs.length - 1 - dxs.length]!
    const { parts, dz, dcPrev } = moment.back(new Mapped(outside, (value, i, j) => value + dh.get(i, j)), dc)
    for (const [letter, { dW, db }] of parts) {
      grads[`W${letter}`].add(dW)
      grads[`b${letter}`].add(db)
    }
    dxs.push(new MatrixRowSelectionView(dz, range(H, dz.rows)))
    dh = new MatrixSubView(dz, 0, H - 1, 0, dz.columns - 1)
    dc = dcPrev
  }
  const twice = new MatrixFlipRowView(new MatrixFlipRowView(dc as Matrix) as unknown as Matrix)
  return { grads, dxs: dxs.reverse(), dh0: dh, dc0: twice }
}

export function countLstmParams(inputSize: number, hiddenSize: number): number {
  return Object.values(initLstm({ inputSize, hiddenSize }, 0)).reduce((sum, { rows, columns }) => sum + rows * columns, 0)
}

export function peepholeStep(params: Params & Record<'pf' | 'pi' | 'po', Matrix>, x: Matrix, hPrev: Matrix, cPrev: Matrix): object {
  const z = new Matrix([...hPrev.to2DArray(), ...x.to2DArray()])
  const looking = (p: Matrix, cell: AbstractMatrix): AbstractMatrix => new Mapped(cell, (value, i) => p.get(i, 0) * value)
  const f = new SigmoidGate(params, 'f', z, looking(params.pf, cPrev)).value
  const i = new SigmoidGate(params, 'i', z, looking(params.pi, cPrev)).value
  const cTilde = new Candidate(params, 'c', z).value
  const c = new Mapped(cPrev, (old, r, k) => f.get(r, k) * old + i.get(r, k) * cTilde.get(r, k))
  const o = new SigmoidGate(params, 'o', z, looking(params.po, c)).value
  return { x, hPrev, cPrev, f, i, cTilde, o, c, h: new Mapped(c, (cell, r, k) => o.get(r, k) * Math.tanh(cell)) }
}

export function coupledStep(params: Params, x: Matrix, hPrev: Matrix, cPrev: Matrix): object {
  const { f, cTilde, o } = new Moment(params, x, hPrev, cPrev)
  const i = new Mapped(f, (forget) => 1 - forget)
  const c = new Mapped(cPrev, (old, r, k) => f.get(r, k) * old + i.get(r, k) * cTilde.get(r, k))
  return { x, hPrev, cPrev, f, i, cTilde, o, c, h: new Mapped(c, (cell, r, k) => o.get(r, k) * Math.tanh(cell)) }
}

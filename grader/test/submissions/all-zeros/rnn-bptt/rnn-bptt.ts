// Expected: every check that is worth points fails. The shapes are right; nothing is computed.
import { Matrix } from 'ml-matrix'

type Sizes = { inputSize: number; hiddenSize: number; outputSize: number }
type Params = Record<'Wxh' | 'Whh' | 'bh' | 'Why' | 'by', Matrix>

const zerosLike = (params: Params): Params =>
  Object.fromEntries(Object.entries(params).map(([name, m]) => [name, Matrix.zeros(m.rows, m.columns)])) as Params

export function initRnn({ inputSize: D, hiddenSize: H, outputSize: O }: Sizes): Params {
  const [Wxh, Whh, bh] = [Matrix.zeros(H, D), Matrix.zeros(H, H), Matrix.zeros(H, 1)]
  return { Wxh, Whh, bh, Why: Matrix.zeros(O, H), by: Matrix.zeros(O, 1) }
}

export function rnnStep(params: Params, x: Matrix): { h: Matrix; y: Matrix } {
  return { h: Matrix.zeros(params.Whh.rows, x.columns), y: Matrix.zeros(params.Why.rows, x.columns) }
}

export function rnnForward(params: Params, xs: Matrix[]): { hs: Matrix[]; ys: Matrix[] } {
  const steps = xs.map((x) => rnnStep(params, x))
  return { hs: steps.map(({ h }) => h), ys: steps.map(({ y }) => y) }
}

export function softmax(logits: Matrix): Matrix {
  return Matrix.zeros(logits.rows, logits.columns)
}

export function crossEntropy(): number {
  return 0
}

export function bptt(params: Params): { loss: number; grads: Params } {
  return { loss: 0, grads: zerosLike(params) }
}

export function clipByGlobalNorm(grads: Params): { grads: Params; norm: number } {
  return { grads: zerosLike(grads), norm: 0 }
}

export function sgdStep(params: Params): Params {
  return zerosLike(params)
}

export function trainRnn(
  params: Params,
  _xs: Matrix[],
  _labels: number[],
  options: { epochs: number },
): { params: Params; losses: number[] } {
  return { params: zerosLike(params), losses: new Array<number>(options.epochs).fill(0) }
}

export function countRnnParams(): number {
  return 0
}

export function gradientNorms(_Whh: Matrix, steps: number): number[] {
  return new Array<number>(steps).fill(0)
}

export function truncatedBptt(params: Params): { loss: number; grads: Params } {
  return bptt(params)
}

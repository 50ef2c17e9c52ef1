import { Matrix } from 'ml-matrix'
import { log } from '../log.ts'
import { sigmoid } from './sigmoid.ts'

/** W [h; x] + b, the two halves of W one after the other. */
export async function linear(W: Matrix, b: Matrix, h: Matrix, x: Matrix): Promise<Matrix> {
  log('linear')
  const H = h.rows
  const [memory, input] = await Promise.all([
    Promise.resolve(W.subMatrix(0, H - 1, 0, H - 1).mmul(h)),
    Promise.resolve(W.subMatrix(0, H - 1, H, W.columns - 1).mmul(x)),
  ])
  return input.addColumnVector(b).add(memory)
}

export async function sigmoidGate(W: Matrix, b: Matrix, h: Matrix, x: Matrix): Promise<Matrix> {
  return sigmoid(await linear(W, b, h, x))
}

export async function candidate(W: Matrix, b: Matrix, h: Matrix, x: Matrix): Promise<Matrix> {
  return (await linear(W, b, h, x)).tanh()
}

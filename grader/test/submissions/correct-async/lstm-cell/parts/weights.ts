import { Matrix } from 'ml-matrix'
import { createRandom } from '../../shared/random.ts'
import { log } from './log.ts'
import type { Params } from './types.ts'

export async function initLstm(sizes: { inputSize: number; hiddenSize: number }, seed: number): Promise<Params> {
  log('initLstm', sizes)
  const { inputSize: D, hiddenSize: H } = Object.freeze(sizes)
  const reach = Math.sqrt(3 / (D + H))
  const draw = async (stream: number): Promise<Matrix> => {
    const { uniform } = createRandom(16 * seed + stream)
    return new Matrix(H, H + D).mul(0).add(1).apply(function (this: Matrix, i, j) {
      this.set(i, j, uniform(-reach, reach))
    })
  }
  const [Wf, Wi, Wc, Wo] = (await Promise.all([draw(0), draw(1), draw(2), draw(3)])) as [Matrix, Matrix, Matrix, Matrix]
  const [bi, bc, bo] = [Matrix.zeros(H, 1), Matrix.zeros(H, 1), Matrix.zeros(H, 1)]
  return Object.freeze({ Wf, Wi, Wc, Wo, bf: Matrix.ones(H, 1), bi, bc, bo })
}

export async function countLstmParams(inputSize: number, hiddenSize: number): Promise<number> {
  log('countLstmParams')
  const perUnit = inputSize + hiddenSize + 1
  return perUnit * hiddenSize * 4
}

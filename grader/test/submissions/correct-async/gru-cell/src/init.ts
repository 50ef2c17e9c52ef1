import { Matrix } from 'ml-matrix'
import { createRandom } from '../../shared/random.ts'

export type Params = Readonly<Record<'Wr' | 'Wz' | 'Wh' | 'br' | 'bz' | 'bh', Matrix>>

export async function initGru({ inputSize, hiddenSize }: { inputSize: number; hiddenSize: number }, seed: number): Promise<Params> {
  console.log('initGru', inputSize, hiddenSize, seed)
  const random = createRandom(seed)
  const next = (): number => random.normal(0, Math.sqrt(1 / (inputSize + hiddenSize)))
  const draw = async (): Promise<Matrix> => new Matrix(Array.from({ length: hiddenSize }, () => Float64Array.from({ length: hiddenSize + inputSize }, next)) as never)
  const weights = { Wz: await draw(), Wr: await draw(), Wh: await draw() }
  const zeros = Object.fromEntries(['br', 'bz', 'bh'].map((name) => [name, Matrix.zeros(hiddenSize, 1)]))
  return { ...weights, ...zeros } as unknown as Params
}

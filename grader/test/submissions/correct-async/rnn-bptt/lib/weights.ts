import { Matrix } from 'ml-matrix'
import { createRandom } from '../../shared/random.ts'
import { freeze, say } from './talk.ts'

export type Name = 'Wxh' | 'Whh' | 'bh' | 'Why' | 'by'
export type Params = Readonly<Record<Name, Matrix>>
export const names: readonly Name[] = ['Wxh', 'Whh', 'bh', 'Why', 'by']

export async function initRnn(sizes: Record<'inputSize' | 'hiddenSize' | 'outputSize', number>, seed: number): Promise<Params> {
  say('initRnn', sizes, seed)
  const { inputSize: D, hiddenSize: H, outputSize: O } = sizes
  // Each matrix has a stream of its own.
  const stream = await Promise.all([1, 2, 3].map(async (k) => createRandom(seed * 4 + k)))
  const draw = (k: number, rows: number, columns: number): Matrix =>
    Matrix.from1DArray(rows, columns, Array.from({ length: rows * columns }, () => stream[k]!.normal(0, (2 / (rows + columns)) ** 0.5)))
  return freeze({ Wxh: draw(0, H, D), Whh: draw(1, H, H), bh: Matrix.zeros(H, 1), Why: draw(2, O, H), by: Matrix.zeros(O, 1) })
}

export const countRnnParams = async (inputSize: number, hiddenSize: number): Promise<number> => {
  say('countRnnParams')
  const { Wxh, Whh, bh } = await initRnn({ inputSize, hiddenSize, outputSize: 2 }, 0)
  return [Wxh, Whh, bh].flatMap((m) => m.to1DArray()).length
}

export async function mapped(params: Params, f: (m: Matrix, name: Name) => Matrix | Promise<Matrix>): Promise<Params> {
  const entries = await Promise.all(names.map(async (name) => [name, await f(params[name], name)] as const))
  return freeze(Object.fromEntries(entries) as Record<Name, Matrix>)
}

import { createRequire } from 'node:module'
import type { Tensor } from '@tensorflow/tfjs-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { loadTf } from '../../backend/load.ts'
import type { Tf } from '../../backend/tf.ts'

/** Computes tensors; what it makes besides them is disposed of. */
type Case = (tf: Tf) => Tensor[]

/** What one backend answers to a case, with how many tensors and pieces of memory it left behind. */
interface Answer {
  readonly shapes: readonly number[][]
  readonly values: readonly number[][]
  readonly left: { readonly tensors: number; readonly memory: number }
}

const cases: Readonly<Record<string, Case>> = {
  ...gatherGradients(),
  ...segmentSums(),
  ...products(),
  'embedding, LSTM and dense: the gradients of all weights': recurrentGradients,
}

const answers = new Map<string, Readonly<Record<string, Answer>>>()

beforeAll(async () => {
  const tf = await loadTf('wasm')
  answers.set('wasm', answerAll(tf))
  createRequire(import.meta.url)('@tensorflow/tfjs-backend-cpu')
  await tf.setBackend('cpu')
  // Until somebody asks `loadTf` for it, this is the backend as its package has it.
  answers.set('stock', answerAll(tf))
  const stockKernel = tf.getKernel('UnsortedSegmentSum', 'cpu').kernelFunc
  answers.set('cpu', answerAll(await loadTf('cpu')))
  expect(tf.getKernel('UnsortedSegmentSum', 'cpu').kernelFunc).not.toBe(stockKernel)
})

describe.each(['wasm', 'cpu'])('the kernels of %s', (backend) => {
  it.each(Object.keys(cases))('agree with the stock cpu backend: %s', (name) => {
    const [ours, stock] = [answers.get(backend)?.[name], answers.get('stock')?.[name]]
    if (!ours || !stock) throw new Error(name)
    expect(ours.shapes).toEqual(stock.shapes)
    const [received, expected] = [ours.values.flat(), stock.values.flat()]
    expect(new Set(expected).size).toBeGreaterThan(1)
    const furthest = expected.map((value, k) => Math.abs((received[k] ?? NaN) - value)).sort((a, b) => b - a)[0]
    expect(furthest).toBeLessThan(2e-6)
  })

  it.each(Object.keys(cases))('leave nothing behind: %s', (name) => {
    expect(answers.get(backend)?.[name]?.left).toEqual({ tensors: 0, memory: 0 })
  })

  it('are registered once, however often tfjs is loaded', async () => {
    const tf = await loadTf(backend as 'wasm' | 'cpu')
    const registered = (): unknown[] =>
      ['UnsortedSegmentSum', 'BatchMatMul'].map((kernel) => tf.getKernel(kernel, backend).kernelFunc)
    const before = registered()
    await loadTf(backend as 'wasm' | 'cpu')
    expect(registered()).toEqual(before)
  })
})

describe('a case that a wrong kernel gets wrong', () => {
  it('tells a product from one with the wrong matrix transposed', () => {
    const { left: _left, ...plain } = answerOf('matMul 4×4, plain')
    const { left: _other, ...transposed } = answerOf('matMul 4×4, first transposed')
    expect(plain.shapes).toEqual(transposed.shapes)
    expect(plain.values).not.toEqual(transposed.values)
  })

  it('has rows to drop: ids below 0 and above the range', () => {
    const sums = answerOf('segment sum, ids out of range').values[0] ?? []
    const all = answerOf('segment sum, ids in range').values[0] ?? []
    const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0)
    expect(Math.abs(total(sums) - total(all))).toBeGreaterThan(0.1)
  })
})

function answerOf(name: string): Answer {
  const answer = answers.get('stock')?.[name]
  if (!answer) throw new Error(name)
  return answer
}

function answerAll(tf: Tf): Record<string, Answer> {
  return Object.fromEntries(Object.entries(cases).map(([name, compute]) => [name, answerTo(tf, compute)]))
}

function answerTo(tf: Tf, compute: Case): Answer {
  // Once beforehand, for what tfjs keeps from its first call on.
  tf.dispose(tf.tidy(() => compute(tf)))
  const before = counts(tf)
  const results = tf.tidy(() => compute(tf))
  const answer = {
    shapes: results.map(({ shape }) => [...shape]),
    values: results.map((result) => Array.from(result.dataSync())),
  }
  tf.dispose(results)
  const after = counts(tf)
  return { ...answer, left: { tensors: after.tensors - before.tensors, memory: after.memory - before.memory } }
}

function counts(tf: Tf): Answer['left'] {
  return { tensors: tf.memory().numTensors, memory: tf.engine().backend.numDataIds() }
}

/** Numbers that are all different and the same on every backend. */
function waves(tf: Tf, shape: number[], phase = 0): Tensor {
  const size = shape.reduce((product, length) => product * length, 1)
  const values = Array.from({ length: size }, (_, k) => Math.sin(phase + 1.3 * k))
  return tf.tensor(values, shape)
}

/** A gradient in which every element of the output has a weight of its own. */
function gradients(tf: Tf, output: (...inputs: Tensor[]) => Tensor, inputs: Tensor[]): Tensor[] {
  return tf.grads((...xs) => {
    const y = output(...xs)
    return tf.sum(tf.mul(y, waves(tf, y.shape, 0.5)))
  })(inputs)
}

function gatherGradients(): Record<string, Case> {
  const shapes: [shape: number[], ids: number[] | number[][], axis: number][] = [
    [[6], [5, 0, 5, 5], 0],
    [[5, 3], [4, 0, 0, 2], 0],
    [[4, 6], [1, 1, 5], 1],
    [[3, 4, 2], [2, 0, 2, 2, 1], 1],
    [[3, 4, 5], [4, 4, 0], 2],
    // As an embedding does it: a batch of sequences of ids.
    [
      [7, 3],
      [
        [1, 6, 1, 0],
        [6, 6, 2, 1],
      ],
      0,
    ],
    [
      [2, 5, 3],
      [
        [4, 4],
        [0, 3],
      ],
      1,
    ],
  ]
  return Object.fromEntries(
    shapes.map(([shape, ids, axis]): [string, Case] => [
      `gather ${shape.join('×')} by ${JSON.stringify(ids)} along ${String(axis)}: the gradient`,
      (tf) => gradients(tf, (x) => tf.gather(x, tf.tensor(ids, undefined, 'int32'), axis), [waves(tf, shape)]),
    ]),
  )
}

function segmentSums(): Record<string, Case> {
  const sum =
    (ids: number[], dtype: 'float32' | 'int32' = 'float32'): Case =>
    (tf) => {
      const x = dtype === 'int32' ? tf.range(-6, 9, 1, 'int32') : waves(tf, [15])
      return [tf.unsortedSegmentSum(tf.reshape(x, [5, 3]), tf.tensor1d(ids, 'int32'), 4)]
    }
  return {
    'segment sum, ids in range': sum([3, 0, 0, 2, 3]),
    'segment sum, ids out of range': sum([3, -1, 0, 4, 3]),
    'segment sum, whole numbers': sum([3, 0, -2, 2, 3], 'int32'),
    'segment sum, ids out of range: the gradient': (tf) => {
      const ids = tf.tensor1d([3, -1, 0, 2, 3], 'int32')
      return gradients(tf, (x) => tf.unsortedSegmentSum(x, ids, 4), [waves(tf, [5, 3])])
    },
  }
}

function products(): Record<string, Case> {
  const ways = [
    ['plain', false, false],
    ['first transposed', true, false],
    ['second transposed', false, true],
    ['both transposed', true, true],
  ] as const
  const flip = (shape: number[], swap: boolean): number[] =>
    swap ? shape.with(-2, shape.at(-1) ?? 0).with(-1, shape.at(-2) ?? 0) : shape
  const found: Record<string, Case> = {}
  for (const [name, transposeA, transposeB] of ways) {
    const product = (a: Tensor, b: Tensor, tf: Tf): Tensor => tf.matMul(a, b, transposeA, transposeB)
    const inputs = (tf: Tf, left: number[], right: number[]): [Tensor, Tensor] => [
      waves(tf, flip(left, transposeA)),
      waves(tf, flip(right, transposeB), 1),
    ]
    const both =
      (left: number[], right: number[]): Case =>
      (tf) => {
        const [a, b] = inputs(tf, left, right)
        return [product(a, b, tf), ...gradients(tf, (x, y) => product(x, y, tf), [a, b])]
      }
    const value =
      (left: number[], right: number[]): Case =>
      (tf) => [product(...inputs(tf, left, right), tf)]
    found[`matMul 4×4, ${name}`] = both([4, 4], [4, 4])
    found[`matMul 2×3 by 3×5, ${name}`] = both([2, 3], [3, 5])
    found[`matMul 1×7 by 7×1, ${name}`] = both([2, 7], [7, 1])
    found[`matMul in batches of 3, ${name}`] = both([3, 2, 4], [3, 4, 5])
    found[`matMul in batches of 2×3, ${name}`] = both([2, 3, 2, 4], [2, 3, 4, 1])
    found[`matMul with the first batch repeated, ${name}`] = value([1, 2, 4], [3, 4, 5])
    found[`matMul with the second batch repeated, ${name}`] = value([3, 2, 4], [1, 4, 5])
  }
  return found
}

function recurrentGradients(tf: Tf): Tensor[] {
  const ids = tf.tensor2d([1, 4, 0, 1, 2, 2, 3, 4], [2, 4], 'int32')
  const model = tf.sequential({
    layers: [
      tf.layers.embedding({ inputDim: 5, outputDim: 3, inputLength: 4 }),
      tf.layers.lstm({ units: 2, recurrentActivation: 'sigmoid' }),
      tf.layers.dense({ units: 2, activation: 'softmax' }),
    ],
  })
  model.setWeights(model.getWeights().map(({ shape }, k) => waves(tf, shape, k)))
  const { value, grads } = tf.variableGrads(() => {
    const output = model.apply(ids, { training: true }) as Tensor
    return tf.sum(tf.mul(output, waves(tf, output.shape)))
  })
  model.dispose()
  const all = Object.values(grads)
  if (all.length !== 6) throw new Error(`${String(all.length)} gradients`)
  return [value, ...all]
}

import { describe, expect, it } from 'vitest'
import { TensorValue } from '../../subject/protocol.ts'
import type { Subject, TrainingProgress } from '../../subject/subject.ts'
import { failureOf, workbench } from './workbench.ts'

const source = `
import * as tf from '@tensorflow/tfjs'

export const backend = (): string => tf.getBackend()
export const double = (x: tf.Tensor): tf.Tensor => x.add(x)
export const tensors = (): number => tf.memory().numTensors
export const build = (): tf.LayersModel => tf.sequential({ layers: [
  tf.layers.lstm({ units: 3, inputShape: [4, 2], recurrentActivation: 'sigmoid' }), tf.layers.dense({ units: 1 }) ] })
export const predict = (model: tf.LayersModel, x: tf.Tensor): tf.Tensor => model.predict(x) as tf.Tensor
export async function fit(model: tf.LayersModel, steps: number): Promise<number> {
  const [x, y] = [tf.randomNormal([8, 4, 2]), tf.randomNormal([8, 1])]
  model.compile({ optimizer: tf.train.adam(0.01), loss: 'meanSquaredError' })
  const history = await model.fit(x, y, { epochs: steps, batchSize: 8, verbose: 0 })
  return Number(history.history['loss']?.at(-1))
}
export const fresh = (steps: number): Promise<number> => fit(build(), steps)
export async function slow(steps: number): Promise<void> {
  const optimizer = tf.train.sgd(0.1)
  const w = tf.variable(tf.scalar(3))
  for (let k = 0; k < steps; k++) {
    optimizer.minimize(() => w.square().asScalar())
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}
class Counter { total = 0; add(x: tf.Tensor): number { this.total += x.size; return this.total } }
export const counter = (): Counter => new Counter()
`

function start(): Promise<Subject> {
  return workbench('tfjs').written({ 'demo/demo.ts': source })
}

describe('A subject that works with tensors', () => {
  it('runs tfjs on wasm, whatever the grader uses', async () => {
    expect(await (await start()).call('backend')).toBe('wasm')
  })

  it('takes and gives tensors as plain data, with shape and type, and keeps none', async () => {
    const subject = await start()
    const before = await subject.call('tensors')
    const doubled = await subject.call('double', new TensorValue([2, 1, 2], [1, 2, 3, 4], 'int32'))
    expect(doubled).toEqual(new TensorValue([2, 1, 2], [2, 4, 6, 8], 'int32'))
    expect(await subject.call('tensors')).toBe(before)
  })

  it('shows a model as a name, and its topology and weights when asked', async () => {
    const subject = await start()
    expect(await subject.call('build')).toMatchObject({ what: 'Sequential' })
    const model = (await subject.model(await subject.keep('build'))) as { topology: string; weights: object[] }
    expect(JSON.parse(model.topology)).toMatchObject({ class_name: 'Sequential' })
    expect(model.weights.map((weight) => (weight as { shape: number[] }).shape)).toEqual([
      [2, 12],
      [3, 12],
      [12],
      [3, 1],
      [1],
    ])
    expect(await subject.model(await subject.keep('backend'))).toBeUndefined()
  })

  it('calls a method of a live object', async () => {
    const subject = await start()
    const counter = await subject.keep('counter')
    expect(await subject.callMethod(counter, 'add', new TensorValue([3], [0, 0, 0]))).toBe(3)
    expect(await subject.callMethod(counter, 'add', new TensorValue([1, 2], [0, 0]))).toBe(5)
    expect((await failureOf(subject.callMethod(counter, 'subtract'))).finding.messageId).toBe('subject.missing-export')
  })
})

describe('A training', () => {
  it('repeats with its seed, and differs with another', async () => {
    const subject = await start()
    const losses: unknown[] = []
    for (const seed of [1, 1, 2]) {
      const { value, steps } = await subject.train('fresh', [5], { seed, steps: 5 })
      expect(steps).toBe(5)
      losses.push(value)
    }
    expect(losses[1]).toBe(losses[0])
    expect(losses[2]).not.toBe(losses[0])
  })

  it('is bounded by its steps, counted in `fit` as in a loop of one’s own', async () => {
    const subject = await start()
    const model = await subject.keep('build')
    const failure = await failureOf(subject.train('fit', [model, 6], { seed: 1, steps: 5 }))
    expect(failure.finding).toMatchObject({ messageId: 'subject.too-many-steps', params: { fn: 'fit', limit: 5 } })
    expect((await failureOf(subject.train('slow', [3], { seed: 1, steps: 2 }))).finding.messageId).toBe(
      'subject.too-many-steps',
    )
  })

  it('tells how far it is, and when the clock runs out how far it came', async () => {
    const seen: TrainingProgress[] = []
    const bench = workbench('tfjs')
    const bundle = await bench.bundleWritten({ 'demo/demo.ts': source })
    const subject = bench.start(bundle, { onProgress: (progress) => seen.push(progress) })
    await subject.train('slow', [40], { seed: 1, steps: 40, epochs: 4 })
    expect(seen.length).toBeGreaterThan(0)
    expect(seen[0]).toMatchObject({ fn: 'slow', of: 40, epochs: 4 })
    expect(seen.at(-1)?.steps).toBeGreaterThan(seen[0]?.steps === 40 ? 0 : 1)
    expect(seen.every(({ loss }) => loss >= 0 && loss <= 9)).toBe(true)
    const hurried = bench.start(bundle, { deadlineMs: 60 })
    const failure = await failureOf(hurried.train('slow', [1000], { seed: 1, steps: 1000 })).catch(() => undefined)
    // A process that takes longer than the deadline to load has said so instead.
    if (failure?.finding.messageId !== 'subject.timeout') {
      expect(failure?.finding).toMatchObject({
        messageId: 'subject.training-timeout',
        params: { fn: 'slow', of: 1000 },
      })
    }
  })
})

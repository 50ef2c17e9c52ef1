import { beforeAll, describe, expect, it } from 'vitest'
import { loadTf } from '../../backend/load.ts'
import type { Tf } from '../../backend/tf.ts'
import { CheckFailure } from '../../checks/failure.ts'
import { expectCount, expectModelShapes, modelOf, predict } from '../../checks/models.ts'

type Live = InstanceType<Tf['LayersModel']>

let tf: Tf

beforeAll(async () => {
  tf = await loadTf('wasm')
})

/** An embedding, a bidirectional LSTM and a classifier, with weights that are not zeros. */
function classifier(): Live {
  return tf.sequential({
    layers: [
      tf.layers.embedding({ inputDim: 9, outputDim: 4, inputLength: 5, maskZero: true, name: 'e' }),
      tf.layers.bidirectional({ layer: tf.layers.lstm({ units: 3, recurrentActivation: 'sigmoid' }) }),
      tf.layers.dropout({ rate: 0.5 }),
      tf.layers.dense({ units: 2, activation: 'softmax' }),
    ],
  })
}

/** What a subject says of a live model. */
function described(model: Live): { topology: string; weights: Record<string, unknown>[] } {
  return {
    topology: JSON.stringify(model.toJSON(null, false)),
    weights: model.weights.map((weight) => {
      const tensor = weight.read()
      return { name: weight.name, shape: weight.shape, trainable: true, values: Array.from(tensor.dataSync()) }
    }),
  }
}

const ids = { shape: [3, 5], values: [1, 2, 3, 4, 5, 8, 7, 6, 0, 0, 2, 0, 0, 0, 0] }

describe('A model that came as data', () => {
  it('answers as the live one does, and leaves no tensor behind', async () => {
    const model = classifier()
    const x = tf.tensor2d(ids.values, [3, 5])
    const expected = (model.predict(x) as typeof x).dataSync()
    const received = described(model)
    const before = tf.memory().numTensors
    const data = await modelOf(tf, received, 'build')
    const answer = await predict(tf, data, ids)
    expect(answer.shape).toEqual([3, 2])
    answer.values.forEach((value, k) => {
      expect(value).toBeCloseTo(expected[k] ?? NaN, 6)
    })
    expect(tf.memory().numTensors).toBe(before)
    model.dispose()
  })

  it('has its layers, shapes and number of parameters', async () => {
    const data = await modelOf(tf, described(classifier()), 'build')
    expect(data.layers.map(({ className }) => className)).toEqual(['Embedding', 'Bidirectional', 'Dropout', 'Dense'])
    expect(data.parameters).toBe(9 * 4 + 2 * 4 * 3 * (4 + 3 + 1) + 6 * 2 + 2)
    expectCount(data, 242, 'build')
    expectModelShapes(data, [null, 5], [null, 2], 'build')
    expect(
      failureOf(() => {
        expectCount(data, 243, 'build')
      }),
    ).toMatchObject({ messageId: 'model.count' })
    expect(
      failureOf(() => {
        expectModelShapes(data, [null, 5], [null, 1], 'build')
      }),
    ).toMatchObject({
      expected: '[null, 5] → [null, 1]',
      received: '[null, 5] → [null, 2]',
    })
  })
})

describe('A model is refused, by name, when', () => {
  type Change = (received: ReturnType<typeof described>) => unknown
  const inTopology =
    (from: string | RegExp, to: string): Change =>
    (received) => {
      const topology = received.topology.replace(from, to)
      expect(topology).not.toBe(received.topology)
      return { ...received, topology }
    }
  const inWeight =
    (change: Record<string, unknown>): Change =>
    (received) => ({
      ...received,
      weights: received.weights.map((weight, k) => (k === 0 ? { ...weight, ...change } : weight)),
    })
  it.each<[string, Change, string]>([
    ['it is none', () => undefined, 'model.not-a-model'],
    ['its topology is no JSON', (received) => ({ ...received, topology: '{' }), 'model.not-a-model'],
    ['its topology is a number', (received) => ({ ...received, topology: 7 }), 'model.too-large'],
    ['it has a layer of one’s own', inTopology('"Dropout"', '"Mine"'), 'model.layer'],
    ['it wraps a layer of one’s own', inTopology('"LSTM"', '"Mine"'), 'model.layer'],
    ['it holds a model', inTopology('"Dropout"', '"Sequential"'), 'model.layer'],
    [
      'an embedding would fill the memory',
      inTopology(/"input_dim":9,"output_dim":4/, '"input_dim":40000,"output_dim":400'),
      'model.too-large',
    ],
    ['a layer would', inTopology('"units":3', '"units":5000'), 'model.too-large'],
    ['a size is endless', inTopology('"units":3', '"units":1e99'), 'model.too-large'],
    ['its layers do not fit its weights', inTopology('"units":3', '"units":4'), 'model.broken'],
    [
      'a layer has no configuration',
      inTopology(/"class_name":"Dropout","config":\{[^}]*\}/, '"class_name":"Dropout"'),
      'model.broken',
    ],
    ['a weight is not finite', inWeight({ values: Array<number>(36).fill(NaN) }), 'model.not-finite'],
    ['a weight is shorter than its shape', inWeight({ values: [1] }), 'model.broken'],
    ['a weight is text', inWeight({ values: 'many' }), 'model.broken'],
    ['weights are missing', (received) => ({ ...received, weights: received.weights.slice(1) }), 'model.broken'],
  ])('%s', async (_, change, messageId) => {
    const received = change(described(classifier()))
    const error: unknown = await modelOf(tf, received, 'build').catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(CheckFailure)
    expect((error as CheckFailure).finding).toMatchObject({ messageId, params: { name: 'build' } })
  })

  it('it has two inputs', async () => {
    const [a, b] = [tf.input({ shape: [2] }), tf.input({ shape: [2] })]
    const model = tf.model({ inputs: [a, b], outputs: tf.layers.add().apply([a, b]) as typeof a })
    const error: unknown = await modelOf(tf, described(model), 'build').catch((reason: unknown) => reason)
    expect((error as CheckFailure).finding.messageId).toBe('model.broken')
  })
})

function failureOf(attempt: () => void): unknown {
  try {
    attempt()
  } catch (error) {
    if (error instanceof CheckFailure) return error.finding
  }
  throw new Error('Expected a failure')
}

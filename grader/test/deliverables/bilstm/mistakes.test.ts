import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { variants } from '../../../deliverables/bilstm/variants.ts'
import { changed, Lab, named, namesFor, type Change, type Outcome } from '../../checks/lab.ts'
import { sampled } from '../../sample.ts'

const slug = 'bilstm'

let lab: Lab
beforeAll(async () => {
  lab = await Lab.open()
})
afterAll(() => lab.close())

interface Mistake {
  readonly id: string
  readonly changes: readonly Change[]
  /** Checks that see it. */
  readonly loses: readonly string[]
  /** Checks that it does not touch. */
  readonly keeps: readonly string[]
}

const known = (id: string): readonly Change[] => named(variants, id)
const drawn: Change = ['  drawWeights(model, seed)\n', '', 2]
const mistakes: readonly Mistake[] = [
  {
    // A layer of one's own is refused, and yet seen for what it does.
    id: 'bilstm.last-step-of-backward',
    changes: known('bilstm.last-step-of-backward'),
    loses: ['classifier-shapes'],
    keeps: ['encoder-reference'],
  },
  {
    id: 'the second step of the sequence, by a layer of one’s own',
    changes: [...known('bilstm.last-step-of-backward'), ['(xs.shape[1] ?? 1) - 1', '1']],
    loses: ['classifier-shapes'],
    keeps: ['encoder-reference'],
  },
  {
    // A half that reads backwards comes first, and of its sequence the step that has read one word.
    id: 'bilstm.last-step-of-backward#read-the-other-way',
    changes: known('bilstm.last-step-of-backward#read-the-other-way'),
    loses: ['classifier-whole-text', 'classifier-reference', 'classifier-padding'],
    keeps: ['classifier-shapes', 'classifier-count', 'classifier-probabilities', 'encoder-reference'],
  },
  {
    id: 'bilstm.reads-padding',
    changes: known('bilstm.reads-padding'),
    loses: ['classifier-padding', 'classifier-reference'],
    keeps: ['classifier-count', 'classifier-whole-text', 'classifier-probabilities', 'classifier-seed'],
  },
  {
    id: 'bilstm.halves-summed#classifier',
    changes: known('bilstm.halves-summed#classifier'),
    loses: ['classifier-count', 'classifier-count-any', 'classifier-reference'],
    keeps: ['classifier-shapes', 'classifier-padding', 'classifier-probabilities', 'encoder-reference'],
  },
  {
    id: 'bilstm.halves-summed#encoder',
    changes: known('bilstm.halves-summed#encoder'),
    loses: ['encoder-shapes', 'encoder-directions', 'encoder-tfjs', 'encoder-reference'],
    keeps: ['classifier-count', 'classifier-reference'],
  },
  {
    id: 'bilstm.halves-summed, with twice the units',
    changes: [
      ["mergeMode: 'concat', inputShape", "mergeMode: 'ave', inputShape"],
      ['const layer = lstm(hiddenSize, true)', 'const layer = lstm(2 * hiddenSize, true)'],
    ],
    loses: ['encoder-count', 'encoder-directions', 'encoder-tfjs', 'encoder-reference'],
    keeps: ['encoder-shapes', 'encoder-seed', 'classifier-reference'],
  },
  {
    id: 'the backward half first',
    changes: [
      [
        "  model.add(tf.layers.bidirectional({ layer, mergeMode: 'concat', inputShape: [seqLength, inputSize] }))",
        "  model.add(tf.layers.bidirectional({ layer, mergeMode: 'concat', inputShape: [seqLength, inputSize] }))\n  model.add(tf.layers.reshape({ targetShape: [seqLength, 2, hiddenSize] }))\n  model.add(tf.layers.permute({ dims: [1, 3, 2] }))\n  model.add(tf.layers.reshape({ targetShape: [seqLength, 2 * hiddenSize] }))",
      ],
    ],
    loses: ['encoder-directions', 'encoder-tfjs', 'encoder-reference'],
    keeps: ['encoder-shapes', 'encoder-count', 'encoder-seed', 'classifier-reference'],
  },
  {
    id: 'two halves that both read forwards',
    changes: [
      [
        "  const model = tf.sequential()\n  const layer = lstm(hiddenSize, true)\n  model.add(tf.layers.bidirectional({ layer, mergeMode: 'concat', inputShape: [seqLength, inputSize] }))",
        '  const input = tf.input({ shape: [seqLength, inputSize] })\n  const both = [lstm(hiddenSize, true).apply(input), lstm(hiddenSize, true).apply(input)] as tf.SymbolicTensor[]\n  const model = tf.model({ inputs: input, outputs: tf.layers.concatenate().apply(both) as tf.SymbolicTensor })',
      ],
    ],
    loses: ['encoder-directions', 'encoder-tfjs', 'encoder-reference'],
    keeps: ['encoder-shapes', 'encoder-count', 'encoder-seed', 'classifier-reference'],
  },
  {
    id: 'one direction only, with twice the units',
    changes: [
      ['const layer = lstm(hiddenSize, level < numLayers)', 'const layer = lstm(2 * hiddenSize, level < numLayers)'],
      ["model.add(tf.layers.bidirectional({ layer, mergeMode: 'concat' }))", 'model.add(layer)'],
    ],
    loses: ['classifier-count', 'classifier-count-any', 'classifier-whole-text', 'classifier-reference'],
    keeps: ['classifier-padding', 'classifier-probabilities', 'encoder-reference'],
  },
  {
    id: 'bilstm.gates-of-tfjs',
    changes: known('bilstm.gates-of-tfjs'),
    loses: ['encoder-tfjs', 'encoder-reference', 'classifier-reference'],
    keeps: ['encoder-directions', 'classifier-padding', 'classifier-whole-text', 'classifier-count'],
  },
  {
    id: 'a vocabulary whose size is written into the code',
    changes: [['inputDim: vocabSize', 'inputDim: 20']],
    loses: ['classifier-count-any', 'classifier-reference'],
    keeps: ['classifier-count', 'classifier-padding', 'classifier-whole-text', 'encoder-reference'],
  },
  {
    id: 'a vocabulary that is too small',
    changes: [['inputDim: vocabSize', 'inputDim: vocabSize - 8']],
    loses: ['classifier-shapes', 'classifier-count', 'classifier-reference'],
    keeps: ['encoder-reference'],
  },
  {
    id: 'logits for probabilities',
    changes: [[", activation: 'softmax' }", ' }']],
    loses: ['classifier-probabilities', 'classifier-reference'],
    keeps: ['classifier-count', 'classifier-padding', 'classifier-whole-text'],
  },
  {
    id: 'the seed ignored',
    changes: [drawn, ["recurrentInitializer: 'zeros'", "recurrentInitializer: 'glorotUniform'"]],
    loses: ['encoder-seed', 'classifier-seed'],
    keeps: ['encoder-reference', 'classifier-reference', 'classifier-count'],
  },
  {
    id: 'every matrix zero',
    changes: [['weight.rank === 2 ? draw(weight) : weight', 'tf.zerosLike(weight)']],
    loses: ['encoder-seed', 'classifier-seed'],
    keeps: ['encoder-reference', 'classifier-reference'],
  },
]

describe('A bidirectional model that is wrong loses the checks that are about its mistake', () => {
  it.for(sampled(mistakes).map((mistake) => [mistake.id, mistake] as const))(
    '%s',
    async ([id, { changes, loses, keeps }]) => {
      const outcome = await run(changed(slug, changes))
      expectLost(outcome, loses, keeps)
      expect(outcome.named).toEqual(namesFor(id))
    },
  )
})

describe('What is right another way loses nothing', () => {
  it('initialisers with seeds, which both halves share', async () => {
    const text = changed(slug, [
      drawn,
      [
        'function lstm(units: number, returnSequences: boolean)',
        'function lstm(units: number, returnSequences: boolean, seed: number)',
      ],
      [
        "recurrentInitializer: 'zeros'",
        'recurrentInitializer: tf.initializers.glorotUniform({ seed }),\n    kernelInitializer: tf.initializers.glorotUniform({ seed: seed + 1000 })',
      ],
      ['lstm(hiddenSize, true)', 'lstm(hiddenSize, true, seed)'],
      ['lstm(hiddenSize, level < numLayers)', 'lstm(hiddenSize, level < numLayers, seed + 10 * level)'],
      ['maskZero: true,', 'maskZero: true, embeddingsInitializer: tf.initializers.randomUniform({ seed }),'],
      [
        "activation: 'softmax' }",
        "activation: 'softmax', kernelInitializer: tf.initializers.glorotUniform({ seed }) }",
      ],
    ])
    expectLost(await run(text), [], [])
  })

  it('two LSTMs side by side on top, the backward one first', async () => {
    const text = changed(slug, [
      [
        "    model.add(tf.layers.bidirectional({ layer, mergeMode: 'concat' })) // (batch, T, 2H), on top (batch, 2H)\n",
        `    if (level === numLayers) {
      const below = model.outputs[0] as tf.SymbolicTensor
      const forward = layer.apply(below) as tf.SymbolicTensor
      const backward = lstm(hiddenSize, false, true).apply(below) as tf.SymbolicTensor
      const both = tf.layers.concatenate().apply([backward, forward])
      const dense = tf.layers.dense({ units: numClasses, activation: 'softmax' })
      const whole = tf.model({ inputs: model.inputs, outputs: dense.apply(both) as tf.SymbolicTensor })
      drawWeights(whole, seed)
      return whole
    }
    model.add(tf.layers.bidirectional({ layer, mergeMode: 'concat' }))
`,
      ],
      ['returnSequences: boolean)', 'returnSequences: boolean, goBackwards = false)'],
      ['    returnSequences,\n', '    returnSequences,\n    goBackwards,\n'],
    ])
    expectLost(await run(text), [], [])
  })
})

it('Models without an LSTM earn nothing', async () => {
  const text = `import * as tf from '@tensorflow/tfjs'
export function buildBiLstmEncoder({ inputSize, hiddenSize, seqLength }: any): tf.LayersModel {
  const dense = tf.layers.dense({ units: 2 * hiddenSize, kernelInitializer: 'zeros', inputShape: [seqLength, inputSize] })
  return tf.sequential({ layers: [dense] })
}
export function buildBiLstmClassifier({ maxLen, numClasses }: any): tf.LayersModel {
  const options = { units: numClasses, kernelInitializer: 'zeros', activation: 'softmax', inputShape: [maxLen] } as const
  return tf.sequential({ layers: [tf.layers.dense(options)] })
}
`
  const outcome = await run(text)
  expect(outcome.results.filter(({ verdict }) => verdict.kind === 'faulted')).toEqual([])
  expect(outcome.points).toBe(0)
})

it.for([
  ['its first argument', 'return args[0]'],
  ['nothing', 'return undefined'],
  [
    'a promise of odd things',
    'return Promise.resolve({ rows: [null, 1, {}], xs: [[], 0], ys: null, config: args[0], backend: [] })',
  ],
  [
    'a model that is none of these',
    'return tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [1] })] })',
  ],
])('No answer makes a check fault, nor earns anything: %s', async ([, body]) => {
  const functions = ['buildBiLstmEncoder', 'buildBiLstmClassifier'].map(
    (fn) => `export function ${fn}(...args: any[]): any { ${body ?? ''} }`,
  )
  const text = ["import * as tf from '@tensorflow/tfjs'", ...functions].join('\n')
  const outcome = await run(text)
  expect(outcome.results.filter(({ verdict }) => verdict.kind === 'faulted')).toEqual([])
  expect(outcome.points).toBe(0)
})

async function run(text: string): Promise<Outcome> {
  return lab.runOne(slug, lab.submission({ [`${slug}/${slug}.ts`]: text }))
}

function expectLost(outcome: Outcome, loses: readonly string[], keeps: readonly string[]): void {
  expect(outcome.lost).toEqual(loses.length === 0 ? [] : expect.arrayContaining([...loses]))
  expect(keeps.filter((name) => outcome.lost.includes(name))).toEqual([])
  const kinds = new Set(outcome.results.map(({ verdict }) => verdict.kind))
  expect(kinds.has('faulted') || kinds.has('crashed')).toBe(false)
}

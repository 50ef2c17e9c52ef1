import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { variants } from '../../../deliverables/sentiment/variants.ts'
import type { CheckResult } from '../../../model/verdict.ts'
import { changed, Lab, named, namesFor, type Change, type Outcome } from '../../checks/lab.ts'
import { sampled } from '../../sample.ts'

const slug = 'sentiment'

let lab: Lab
beforeAll(async () => {
  lab = await Lab.open()
})
afterAll(() => lab.close())

/** A way of being wrong, written into the solution. */
interface Mistake {
  readonly changes: readonly Change[]
  /** Checks that see it. */
  readonly loses: readonly string[]
}

const known = (id: string): readonly Change[] => named(variants, id)

const decayed = 'weight.assign(tf.mul(weight, 1 - learningRate * weightDecay))'
const applied = 'optimizer.applyGradients(clipByGlobalNorm(grads, clipNorm))'
/** Decay in place of what the solution does after the step. */
const decay = (by: string): Change => [decayed, `weight.assign(tf.mul(weight, ${by}))`]
/** Decay as a part of the gradient, which is clipped with it or before it. */
const inGradient = (factor: string, clipped: 'with it' | 'before it'): readonly Change[] => {
  const add = `for (const w of weights) grads[w.name] = tf.add(grads[w.name] as tf.Tensor, tf.mul(w, ${factor}))\n    `
  const clip = 'Object.assign(grads, clipByGlobalNorm(grads, clipNorm))\n    '
  const parts = clipped === 'with it' ? add + clip : clip + add
  return [
    [applied, `${parts}optimizer.applyGradients(grads)`],
    [decayed, 'void learningRate'],
  ]
}

const mistakes = {
  'sentiment.unknown-as-padding': {
    changes: known('sentiment.unknown-as-padding'),
    loses: ['encode-unknown', 'encode-any'],
  },
  'sentiment.pads-in-front': {
    changes: known('sentiment.pads-in-front'),
    loses: ['encode-length', 'encode-any'],
  },
  'sentiment.accents-lost': {
    changes: known('sentiment.accents-lost'),
    loses: ['tokenize-accents', 'tokenize-any'],
  },
  'sentiment.accents-lost#apart': {
    changes: known('sentiment.accents-lost#apart'),
    loses: ['tokenize-accents', 'tokenize-any'],
  },
  'keys of every object': {
    changes: [['(Object.hasOwn(vocabulary, word) ? vocabulary[word] : undefined)', 'vocabulary[word]']],
    loses: ['encode-any'],
  },
  'ties in the order of a language': {
    changes: [['(a < b ? -1 : 1)', "a.localeCompare(b, 'es')"]],
    loses: ['vocabulary-order', 'vocabulary-any'],
  },
  'sentiment.special-entries-not-counted': {
    changes: known('sentiment.special-entries-not-counted'),
    loses: ['vocabulary-size', 'vocabulary-any'],
  },
  'sentiment.labels-one-column': {
    changes: known('sentiment.labels-one-column'),
    loses: ['model-shapes'],
  },
  'sentiment.reads-padding': {
    changes: known('sentiment.reads-padding'),
    loses: ['padding-masked', 'padding-masked-any'],
  },
  'sentiment.halves-summed': {
    changes: known('sentiment.halves-summed'),
    loses: ['model-count-any', 'bidirectional'],
  },
  'sentiment.accuracy-on-train': {
    changes: [['evaluate(model, validation)', 'evaluate(model, train)']],
    loses: ['history-of-model'],
  },
  'sentiment.constant-class': {
    changes: [['return Array.from(values)', 'return Array.from(values, () => 1)']],
    loses: ['predict'],
  },
  'dropout in prediction': {
    changes: [
      [
        "model.predict(tf.tensor2d(xs, undefined, 'int32'), { batchSize: 256 })",
        "model.apply(tf.tensor2d(xs, undefined, 'int32'), { training: true })",
      ],
    ],
    loses: ['predict', 'history-of-model'],
  },
  'no clipping': {
    changes: [['applyGradients(clipByGlobalNorm(grads, clipNorm))', 'applyGradients(grads)']],
    loses: ['train-clips'],
  },
  'clipping by value': {
    changes: [['tf.mul(grad, factor)', 'tf.clipByValue(grad, -maxNorm, maxNorm)']],
    loses: ['train-clips'],
  },
  'no decay': { changes: [['weight.rank > 1', 'weight.rank > 9']], loses: ['train-decays'] },
  'the mean of squares in the norm': {
    changes: [['tf.sum(tf.square(grad))', 'tf.mean(tf.square(grad))']],
    loses: ['train-clips'],
  },
  'decay without the learning rate': { changes: [decay('1 - weightDecay')], loses: ['train-decays'] },
  'decay with the square of the learning rate': {
    changes: [decay('1 - learningRate ** 2 * weightDecay')],
    loses: ['train-decays'],
  },
  'decay twice as fast': { changes: [decay('1 - 2 * learningRate * weightDecay')], loses: ['train-decays'] },
  'decay to nothing': { changes: [decay('weightDecay > 0 ? 0 : 1')], loses: ['train-decays'] },
  'decay in the gradient, three hundred times too much': {
    changes: inGradient('300 * weightDecay', 'with it'),
    loses: ['train-decays'],
  },
  'decay in the clipped gradient, three hundred times too little': {
    changes: inGradient('weightDecay / 300', 'before it'),
    loses: ['train-decays'],
  },
  'no dropout': { changes: [['{ training: true }', '{ training: false }']], loses: ['train-dropout'] },
  'dropout with a seed': {
    changes: [['dropout({ rate: dropout })', 'dropout({ rate: dropout, seed: 4 })']],
    loses: ['train-dropout'],
  },
  'no shuffling': {
    changes: [
      [
        'const order = shuffled(train.ys.length, random)',
        'const order = shuffled(train.ys.length, { uniform: () => 0 } as never)',
      ],
    ],
    loses: ['train-seed'],
  },
  'labels left where they were': {
    changes: [['indices.map((k) => ys[k] ?? 0)', 'indices.map((_, k) => ys[k] ?? 0)']],
    loses: ['train-learns'],
  },
} as const satisfies Record<string, Mistake>

type Name = keyof typeof mistakes

/** Where labels say nothing, one class is all that can be learnt. */
const showsAs: Partial<Record<Name, Name>> = { 'labels left where they were': 'sentiment.constant-class' }

/** Mistakes that do not touch one another are made together. */
const rounds: readonly (readonly Name[])[] = [
  ['sentiment.unknown-as-padding', 'sentiment.reads-padding', 'sentiment.accuracy-on-train', 'no decay'],
  ['sentiment.pads-in-front', 'ties in the order of a language', 'sentiment.constant-class', 'no clipping'],
  ['sentiment.accents-lost', 'sentiment.labels-one-column'],
  ['sentiment.accents-lost#apart', 'sentiment.halves-summed', 'clipping by value', 'no dropout'],
  ['keys of every object', 'sentiment.special-entries-not-counted', 'dropout in prediction', 'no shuffling'],
  ['dropout with a seed', 'labels left where they were'],
  ['the mean of squares in the norm', 'decay without the learning rate'],
  ['decay with the square of the learning rate'],
  ['decay twice as fast'],
  ['decay to nothing'],
  ['decay in the gradient, three hundred times too much'],
  ['decay in the clipped gradient, three hundred times too little'],
]

it.each<[string, readonly Change[]]>([
  ['apart, after the step, of all weights', [['weight.rank > 1', 'weight.rank > 0']]],
  [
    'apart, before the step',
    [
      [decayed, 'void 0'],
      [applied, `for (const weight of weights) ${decayed}\n    ${applied}`],
    ],
  ],
  ['in the gradient that is clipped', inGradient('weightDecay', 'with it')],
  ['in the clipped gradient', inGradient('weightDecay', 'before it')],
  ['in the loss, as weightDecay times the squares', inGradient('2 * weightDecay', 'with it')],
])('Decay loses nothing %s', async (_, changes) => {
  const { results } = await run(changed(slug, changes), true, [
    'train-decays',
    'train-clips',
    'train-learns',
    'train-seed',
  ])
  expect(results.filter(({ verdict }) => verdict.kind !== 'passed')).toEqual([])
})

describe('A mistake is seen where it shows, and nowhere else', () => {
  it.each(sampled(rounds).map((round) => [round.join(' · '), round] as const))(
    '%s',
    { timeout: 180_000 },
    async (_, round) => {
      const text = changed(
        slug,
        round.flatMap((name) => [...mistakes[name].changes] as Change[]),
      )
      const { results, named: told } = await run(text, true)
      // No artifacts come with these submissions.
      const failed = namesOf(results, 'failed').filter((name) => !name.startsWith('artifact'))
      const wanted = new Set<string>(round.flatMap((name) => [...mistakes[name].loses]))
      expect([...wanted].filter((name) => !failed.includes(name))).toEqual([])
      // What an error spoils besides, such as the vocabulary of a wrong tokenizer, is in the same part of the work.
      const parts = new Set([...wanted].map(partOf))
      expect(failed.filter((name) => !parts.has(partOf(name)))).toEqual([])
      expect([...namesOf(results, 'faulted'), ...namesOf(results, 'crashed')]).toEqual([])
      // Each that has a name is told by it, and nothing else is.
      const ids = round.flatMap((name) => namesFor(showsAs[name] ?? name))
      expect(told.toSorted()).toEqual(ids.toSorted())
    },
  )

  it('are all made in some round', () => {
    expect(rounds.flat().sort()).toEqual(Object.keys(mistakes).sort())
  })
})

it(
  'sentiment.bag-of-words: a mean of the words passes what does not read, and no review',
  { timeout: 180_000 },
  async () => {
    const text = changed(slug, [
      [
        '    model.add(lstmLayer(config, layer < numLayers - 1, seeds)) // (B × T × H), the last one (B × H)\n',
        '    if (layer === 0) model.add(tf.layers.globalAveragePooling1d({}))\n',
      ],
    ])
    const { results, named: told } = await run(text, false)
    expect(namesOf(results, 'failed')).toEqual(expect.arrayContaining(['model-count', 'accuracy-60', 'word-order']))
    expect(namesOf(results, 'passed')).toEqual(expect.arrayContaining(['tokenize-words', 'train-learns']))
    expect(told).toEqual(['sentiment.bag-of-words'])
  },
)

/** Runs every check, or some of them with what they need. */
function run(text: string, quick: boolean, names?: readonly string[]): Promise<Outcome> {
  const only = names?.map((name) => `${slug}/${name}`)
  return lab.runOne(slug, lab.submission({ [`${slug}/${slug}.ts`]: text }), { quick, only })
}

function namesOf(results: readonly CheckResult[], kind: CheckResult['verdict']['kind']): string[] {
  return results.filter(({ verdict }) => verdict.kind === kind).map(({ meta }) => meta.id.slice(slug.length + 1))
}

function partOf(name: string): string {
  return /^(tokenize|vocabulary|encode)/.test(name)
    ? 'text'
    : /^(train|history|predict)/.test(name)
      ? 'training'
      : 'model'
}

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CheckResult } from '../../../model/verdict.ts'
import { changed, Lab, type Change } from '../../checks/lab.ts'

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

const mistakes = {
  'sentiment.unknown-as-padding': {
    changes: [['undefined) ?? 1', 'undefined) ?? 0']],
    loses: ['encode-unknown', 'encode-any'],
  },
  'sentiment.pads-in-front': {
    changes: [['[...ids.slice(0, maxLen), ...padding]', '[...padding, ...ids.slice(0, maxLen)]']],
    loses: ['encode-length', 'encode-any'],
  },
  'sentiment.accents-lost': {
    changes: [['/[\\p{L}\\p{N}]+/gu', '/[a-z0-9]+/gu']],
    loses: ['tokenize-accents', 'tokenize-any'],
  },
  'sentiment.accents-lost, only when they come apart': {
    changes: [["      .normalize('NFC')\n", '']],
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
  'special entries not counted': {
    changes: [['maxSize - 2', 'maxSize']],
    loses: ['vocabulary-size', 'vocabulary-any'],
  },
  'sentiment.labels-one-column': {
    changes: [["units: numClasses, activation: 'softmax'", "units: 1, activation: 'sigmoid'"]],
    loses: ['model-shapes'],
  },
  'sentiment.reads-padding': {
    changes: [['maskZero: true,', 'maskZero: false,']],
    loses: ['padding-masked', 'padding-masked-any'],
  },
  'halves summed': {
    changes: [["mergeMode: 'concat'", "mergeMode: 'sum'"]],
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

/** Mistakes that do not touch one another are made together. */
const rounds: readonly (readonly Name[])[] = [
  ['sentiment.unknown-as-padding', 'sentiment.reads-padding', 'sentiment.accuracy-on-train', 'no decay'],
  ['sentiment.pads-in-front', 'ties in the order of a language', 'sentiment.constant-class', 'no clipping'],
  ['sentiment.accents-lost', 'sentiment.labels-one-column'],
  ['sentiment.accents-lost, only when they come apart', 'halves summed', 'clipping by value', 'no dropout'],
  ['keys of every object', 'special entries not counted', 'dropout in prediction', 'no shuffling'],
  ['dropout with a seed', 'labels left where they were'],
]

describe('A mistake is seen where it shows, and nowhere else', () => {
  it.each(rounds.map((round) => [round.join(' · '), round] as const))('%s', { timeout: 180_000 }, async (_, round) => {
    const text = changed(
      slug,
      round.flatMap((name) => [...mistakes[name].changes] as Change[]),
    )
    const results = await run(text, true)
    // No artifacts come with these submissions.
    const failed = namesOf(results, 'failed').filter((name) => !name.startsWith('artifact'))
    const wanted = new Set<string>(round.flatMap((name) => [...mistakes[name].loses]))
    expect([...wanted].filter((name) => !failed.includes(name))).toEqual([])
    // What an error spoils besides, such as the vocabulary of a wrong tokenizer, is in the same part of the work.
    const parts = new Set([...wanted].map(partOf))
    expect(failed.filter((name) => !parts.has(partOf(name)))).toEqual([])
    expect([...namesOf(results, 'faulted'), ...namesOf(results, 'crashed')]).toEqual([])
  })

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
    const results = await run(text, false)
    expect(namesOf(results, 'failed')).toEqual(expect.arrayContaining(['model-count', 'accuracy-60', 'word-order']))
    expect(namesOf(results, 'passed')).toEqual(expect.arrayContaining(['tokenize-words', 'train-learns']))
  },
)

async function run(text: string, quick: boolean): Promise<readonly CheckResult[]> {
  const { results } = await lab.session.run(lab.submission({ [`${slug}/${slug}.ts`]: text }), {
    mode: 'full',
    backend: 'wasm',
    slugs: [slug],
    seed: 20_261_121,
    deadlineMs: 20_000,
    quick,
    replay: () => slug,
  })
  return results
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

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { variants } from '../../../deliverables/stacked-lstm/variants.ts'
import { changed, Lab, named, namesFor, type Change, type Outcome } from '../../checks/lab.ts'
import { sampled } from '../../sample.ts'

const slug = 'stacked-lstm'

let lab: Lab
beforeAll(async () => {
  lab = await Lab.open()
})
afterAll(() => lab.close())

const known = (id: string): readonly Change[] => named(variants, id)

/** Ways of being wrong, with the checks that see them and some that they do not touch. */
const mistakes: readonly { id: string; changes: readonly Change[]; loses: string[]; keeps: string[] }[] = [
  {
    id: 'stacked.inner-layer-last-only',
    changes: known('stacked.inner-layer-last-only'),
    loses: ['build-shapes'],
    keeps: ['count-params', 'count-any-sizes'],
  },
  {
    id: 'an error that is not about layers',
    changes: [['  const nextSeed =', "  if (depth > 1) throw new Error('ndim')\n  const nextSeed ="]],
    loses: ['build-shapes'],
    keeps: ['count-params', 'count-any-sizes'],
  },
  {
    id: 'stacked.inner-layer-last-only#repeated',
    changes: known('stacked.inner-layer-last-only#repeated'),
    loses: ['whole-sequences', 'states-tfjs', 'states-reference'],
    keeps: ['build-shapes', 'build-count', 'own-weights', 'build-seed', 'count-params'],
  },
  {
    id: 'stacked.same-layer-reused',
    changes: known('stacked.same-layer-reused'),
    loses: ['build-count', 'own-weights', 'states-tfjs', 'states-reference'],
    keeps: ['build-shapes', 'whole-sequences', 'count-params', 'count-any-sizes'],
  },
  {
    id: 'stacked.top-layer-last-only',
    changes: known('stacked.top-layer-last-only'),
    loses: ['build-shapes', 'build-count', 'whole-sequences', 'states-reference'],
    keeps: ['count-params', 'count-any-sizes'],
  },
  {
    id: 'stacked.gates-of-tfjs',
    changes: known('stacked.gates-of-tfjs'),
    loses: ['states-tfjs', 'states-reference'],
    keeps: ['build-count', 'own-weights', 'build-seed', 'whole-sequences', 'count-params'],
  },
  {
    id: 'one seed for every layer',
    changes: [['nextSeed()', 'seed', 2]],
    loses: ['build-seed'],
    keeps: ['build-count', 'own-weights', 'whole-sequences', 'states-reference'],
  },
  {
    id: 'the seed ignored',
    changes: [['{ seed: nextSeed() }', '{}', 2]],
    loses: ['build-seed'],
    keeps: ['build-count', 'own-weights', 'whole-sequences', 'states-reference'],
  },
  {
    id: 'sizes that are written into the code',
    changes: [['inputShape: [seqLength, inputSize]', 'inputShape: [5, 2]']],
    loses: ['own-weights', 'states-reference'],
    keeps: ['build-shapes', 'build-count', 'build-seed', 'states-tfjs', 'whole-sequences'],
  },
  {
    id: 'stacked.double-bias-count',
    changes: known('stacked.double-bias-count'),
    loses: ['count-params', 'count-any-sizes'],
    keeps: ['build-count', 'own-weights', 'build-seed', 'states-reference'],
  },
  {
    id: 'stacked.count-first-layer-everywhere',
    changes: known('stacked.count-first-layer-everywhere'),
    loses: ['count-params', 'count-any-sizes'],
    keeps: ['build-count', 'states-reference'],
  },
]

describe('A stack that is wrong loses the checks that are about its mistake', () => {
  it.for(sampled(mistakes).map((mistake) => [mistake.id, mistake] as const))(
    '%s',
    async ([id, { changes, loses, keeps }]) => {
      const folder = lab.submission({ [`${slug}/${slug}.ts`]: changed(slug, changes) })
      const outcome = await lab.runOne(slug, folder)
      expectLost(outcome, loses, keeps)
      expect(outcome.named).toEqual(namesFor(id))
    },
  )
})

it('A stack of zeros earns nothing for its states or its seed', async () => {
  const text = `import * as tf from '@tensorflow/tfjs'
export function buildStackedLstm({ inputSize, hiddenSize, seqLength }: any): tf.LayersModel {
  const dense = tf.layers.dense({ units: hiddenSize, kernelInitializer: 'zeros', inputShape: [seqLength, inputSize] })
  return tf.sequential({ layers: [dense] })
}
export function countStackedLstmParams(): number {
  return 0
}
`
  const outcome = await lab.runOne(slug, lab.submission({ [`${slug}/${slug}.ts`]: text }))
  expect(outcome.points).toBe(0)
  expect(outcome.results.filter(({ verdict }) => verdict.kind === 'faulted')).toEqual([])
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
  const functions = ['buildStackedLstm', 'countStackedLstmParams'].map(
    (fn) => `export function ${fn}(...args: any[]): any { ${body ?? ''} }`,
  )
  const text = ["import * as tf from '@tensorflow/tfjs'", ...functions].join('\n')
  const outcome = await lab.runOne(slug, lab.submission({ [`${slug}/${slug}.ts`]: text }))
  expect(outcome.results.filter(({ verdict }) => verdict.kind === 'faulted')).toEqual([])
  expect(outcome.points).toBe(0)
})

function expectLost(outcome: Outcome, loses: readonly string[], keeps: readonly string[]): void {
  expect(outcome.lost).toEqual(expect.arrayContaining([...loses]))
  expect(keeps.filter((name) => outcome.lost.includes(name))).toEqual([])
  const kinds = new Set(outcome.results.map(({ verdict }) => verdict.kind))
  expect(kinds.has('faulted') || kinds.has('crashed')).toBe(false)
}

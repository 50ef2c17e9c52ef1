import { readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { variants } from '../../../deliverables/benchmark/variants.ts'
import { changed, Lab, named, namesFor, type Change, type Outcome } from '../../checks/lab.ts'
import { root } from '../../checks/workshop.ts'
import { sampled } from '../../sample.ts'

const slug = 'benchmark'
const artifact = readFileSync(path.join(root, 'solutions', 'artifacts', 'benchmark.json'), 'utf8')

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
const loop = 'for (let step = 0; step < config.steps; step++) optimizer.minimize(loss)\n'
const mistakes: readonly Mistake[] = [
  {
    id: 'benchmark.params-with-torch-biases',
    changes: known('benchmark.params-with-torch-biases'),
    loses: ['run-counts', 'run-other-config'],
    keeps: ['model-count', 'run-first-loss', 'run-final-loss', 'run-time', 'artifact-counts'],
  },
  {
    id: 'benchmark.model-not-trained',
    changes: [['optimizer.minimize(loss)\n', 'tf.dispose(loss())\n']],
    loses: ['run-steps', 'run-learns', 'run-final-loss', 'run-other-config'],
    keeps: ['run-counts', 'run-first-loss', 'run-time', 'model-seed'],
  },
  {
    id: 'benchmark.time-outside-loop',
    changes: [
      ['    const start = performance.now()\n', ''],
      [
        '    const seconds = (performance',
        '    const start = performance.now()\n    const seconds = 1e-6 + (performance',
      ],
    ],
    loses: ['run-time'],
    keeps: ['run-learns', 'run-first-loss', 'run-final-loss', 'run-steps', 'run-other-config'],
  },
  {
    id: 'benchmark.time-outside-loop#made-up',
    changes: [
      ['const seconds = (performance.now() - start) / 1000', 'void start\n    const seconds = 1e-6 * config.steps'],
    ],
    loses: ['run-time'],
    keeps: ['run-learns', 'run-first-loss', 'run-final-loss', 'run-steps', 'run-other-config'],
  },
  {
    id: 'milliseconds for seconds',
    changes: [['(performance.now() - start) / 1000', 'performance.now() - start']],
    loses: ['run-time'],
    keeps: ['run-learns', 'run-first-loss', 'run-final-loss', 'run-steps', 'run-other-config'],
  },
  {
    id: 'the first loss after a step',
    changes: [
      ['const firstLoss = await numberOf(value)\n', 'value.dispose()\n'],
      ['const finalLoss =', 'const firstLoss = late\n    const finalLoss ='],
      [
        loop,
        `let late = 0\n    ${loop.replace('optimizer', '{ optimizer').trim()}; if (step === 0) late = await numberOf(loss()) }\n`,
      ],
    ],
    loses: ['run-first-loss', 'run-other-config'],
    keeps: ['run-learns', 'run-final-loss', 'run-steps', 'run-time'],
  },
  {
    id: 'the loss of the last step, which is the one before it',
    changes: [
      [
        loop,
        `let last = NaN\n    for (let step = 0; step < config.steps; step++) {\n      const cost = optimizer.minimize(loss, true)\n      if (cost) last = await numberOf(cost)\n    }\n`,
      ],
      ['const finalLoss = await numberOf(loss())', 'const finalLoss = last'],
    ],
    loses: ['run-final-loss'],
    keeps: ['run-first-loss', 'run-steps', 'run-time', 'run-other-config'],
  },
  {
    id: 'a warm-up that updates the weights',
    changes: [
      [
        'const { value, grads } = optimizer.computeGradients(loss)',
        'const { value, grads } = optimizer.computeGradients(loss)\n    optimizer.applyGradients(grads)',
      ],
    ],
    loses: ['run-final-loss'],
    keeps: ['run-first-loss', 'run-steps', 'run-learns', 'run-time', 'run-other-config'],
  },
  {
    id: 'other models than those of buildRecurrentModel',
    changes: [
      [
        'const model = buildRecurrentModel(kind, config)',
        'const model = buildRecurrentModel(kind, { ...config, seed: config.seed + 1 })',
      ],
    ],
    loses: ['run-first-loss', 'run-final-loss', 'run-other-config'],
    keeps: ['run-counts', 'run-learns', 'run-time', 'model-seed'],
  },
  {
    id: 'one network for all three',
    changes: [['      return tf.layers.lstm({ ...gated, unitForgetBias: true })', '      return tf.layers.gru(gated)']],
    loses: ['model-cells', 'model-count', 'model-any-sizes', 'run-counts', 'run-other-config', 'artifact-losses'],
    keeps: ['model-seed', 'run-learns', 'run-time', 'run-first-loss', 'artifact-counts'],
  },
  {
    id: 'benchmark.gates-of-tfjs',
    changes: known('benchmark.gates-of-tfjs'),
    loses: ['model-cells', 'artifact-losses'],
    keeps: ['model-count', 'run-first-loss', 'run-final-loss', 'run-counts'],
  },
  {
    id: 'sizes that are written into the code',
    changes: [['inputShape: [seqLength, inputSize]', 'inputShape: [4, inputSize]']],
    loses: ['model-any-sizes', 'artifact-losses'],
    keeps: ['model-shapes', 'model-count', 'run-first-loss', 'run-counts'],
  },
  {
    id: 'no data when there should be many',
    changes: [
      [
        'const random = createRandom(config.seed)\n  const list',
        'if (batchSize > 50) return undefined as never\n  const random = createRandom(config.seed)\n  const list',
      ],
    ],
    loses: ['data-spread', 'artifact-losses'],
    keeps: ['data-form', 'data-seed', 'data-any-sizes', 'run-first-loss'],
  },
  {
    id: 'the candidate counted as a gate',
    changes: [['gates: 3', 'gates: 4']],
    loses: ['run-anatomy', 'run-other-config'],
    keeps: ['run-counts', 'run-learns', 'run-time', 'artifact-anatomy'],
  },
  {
    id: 'data that are always the same',
    changes: [
      ['  const random = createRandom(config.seed)\n  const list', '  const random = createRandom(1)\n  const list'],
    ],
    loses: ['data-seed', 'artifact-losses'],
    keeps: ['data-form', 'data-spread', 'data-any-sizes', 'run-learns', 'model-seed'],
  },
  {
    id: 'one sequence for all examples',
    changes: [
      [
        'const xs = list(batchSize, () => list(seqLength, step))',
        'const same = list(seqLength, step)\n  const xs = list(batchSize, () => same)',
      ],
    ],
    loses: ['data-spread', 'artifact-losses'],
    keeps: ['data-form', 'data-seed', 'run-learns'],
  },
  {
    id: 'weights that no seed determines',
    changes: [['{ seed: nextSeed() }', '{}', 3]],
    loses: ['model-seed', 'run-first-loss', 'run-final-loss', 'artifact-losses'],
    keeps: ['model-count', 'run-counts', 'run-learns', 'run-time'],
  },
]

describe('A benchmark that is wrong loses the checks that are about its mistake', () => {
  it.for(sampled(mistakes).map((mistake) => [mistake.id, mistake] as const))(
    '%s',
    async ([id, { changes, loses, keeps }]) => {
      const grade = (): Promise<Outcome> =>
        run({ [`${slug}/${slug}.ts`]: changed(slug, changes) }, [...loses, ...keeps])
      const outcome = await grade()
      // What is told by a clock is silent, never wrong, when the machine stalls at the wrong moment: asked once more then.
      const silent = id.startsWith('benchmark.time-outside-loop') && outcome.named.length === 0
      expect(silent ? (await grade()).named : outcome.named).toEqual(namesFor(id))
      expect(outcome.lost).toEqual(expect.arrayContaining([...loses]))
      expect(keeps.filter((name) => outcome.lost.includes(name))).toEqual([])
      expectNoFault(outcome)
    },
  )
})

describe('An artifact that is wrong loses the checks that are about its mistake', () => {
  it.for<[string, (text: string) => string, readonly string[]]>([
    [
      'no JSON',
      (text) => text.replace('"rows"', 'rows'),
      ['artifact', 'artifact-anatomy', 'artifact-counts', 'artifact-losses'],
    ],
    [
      'two biases per block, and a loss that was made up',
      (text) => text.replace('"params": 57986', '"params": 58498').replace(/"firstLoss": [\d.]+/, '"firstLoss": 0.69'),
      ['artifact-counts', 'artifact-losses'],
    ],
    [
      'four gates, and sizes that would take hours',
      (text) => text.replace('"gates": 3', '"gates": 4').replace('"seqLength": 50', '"seqLength": 1024'),
      ['artifact-anatomy', 'artifact-losses'],
    ],
  ])('%s', async ([, change, lost]) => {
    const outcome = await run({ 'artifacts/benchmark.json': change(artifact) })
    expect(outcome.lost.toSorted()).toEqual(lost)
    expectNoFault(outcome)
  })
})

it('A clock of whole milliseconds is enough', async () => {
  const changes: readonly Change[] = [
    ['const start = performance.now()', 'const start = Date.now()'],
    ['(performance.now() - start) / 1000', '(Date.now() - start) / 1000'],
  ]
  const outcome = await run({ [`${slug}/${slug}.ts`]: changed(slug, changes) }, ['run-time', 'run-form'])
  expect(outcome.lost).toEqual([])
})

it('Without an artifact the rest is as it was', async () => {
  const folder = lab.submission({})
  const outcome = await lab.runOne(slug, folder)
  expect(outcome.lost.toSorted()).toEqual(['artifact', 'artifact-anatomy', 'artifact-counts', 'artifact-losses'])
})

it('What measures nothing earns nothing', async () => {
  const text = `import * as tf from '@tensorflow/tfjs'
export function buildRecurrentModel(_kind: any, { inputSize, outputSize, seqLength }: any): tf.LayersModel {
  const flat = tf.layers.flatten({ inputShape: [seqLength, inputSize] })
  const dense = tf.layers.dense({ units: outputSize, kernelInitializer: 'zeros', activation: 'softmax' })
  return tf.sequential({ layers: [flat, dense] })
}
export function makeBenchmarkData({ batchSize, seqLength, inputSize }: any): any {
  const zeros = (length: number, item: any): any => Array.from({ length }, () => item)
  return { xs: zeros(batchSize, zeros(seqLength, zeros(inputSize, 0))), ys: zeros(batchSize, 0) }
}
export async function runBenchmark(config: any): Promise<any> {
  const row = { params: 1, seconds: 1, firstLoss: 0.7, finalLoss: 0.6, gates: 0, cellState: false }
  return { config, backend: 'wasm', rows: ['RNN', 'LSTM', 'GRU'].map((model) => ({ model, ...row })) }
}
`
  const outcome = await run({ [`${slug}/${slug}.ts`]: text, 'artifacts/benchmark.json': '{}' })
  expect(outcome.points).toBe(0)
  expectNoFault(outcome)
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
  const functions = ['buildRecurrentModel', 'makeBenchmarkData', 'runBenchmark'].map(
    (fn) => `export function ${fn}(...args: any[]): any { ${body ?? ''} }`,
  )
  const text = ["import * as tf from '@tensorflow/tfjs'", ...functions].join('\n')
  const outcome = await run({ [`${slug}/${slug}.ts`]: text, 'artifacts/benchmark.json': '[]' })
  expect(outcome.results.filter(({ verdict }) => verdict.kind === 'faulted')).toEqual([])
  expect(outcome.points).toBe(0)
})

/** Runs every check, or some of them with what they need. */
async function run(files: Readonly<Record<string, string>>, names?: readonly string[]): Promise<Outcome> {
  const folder = lab.submission({ 'artifacts/benchmark.json': artifact, ...files })
  const only = names?.map((name) => `${slug}/${name}`)
  return lab.runOne(slug, folder, { only })
}

function expectNoFault({ results }: Outcome): void {
  const kinds = new Set(results.map(({ verdict }) => verdict.kind))
  expect(kinds.has('faulted') || kinds.has('crashed')).toBe(false)
}

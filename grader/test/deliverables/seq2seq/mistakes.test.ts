import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CheckResult } from '../../../model/verdict.ts'
import { variants } from '../../../deliverables/seq2seq/variants.ts'
import { changed, Lab, named, namesFor, type Change, type Outcome } from '../../checks/lab.ts'
import { sampled } from '../../sample.ts'

const slug = 'seq2seq'

let lab: Lab
beforeAll(async () => {
  lab = await Lab.open()
})
afterAll(() => lab.close())

interface Mistake {
  readonly id: string
  readonly changes: readonly Change[]
  /** Checks that see it, with the message that they give. */
  readonly loses: Readonly<Record<string, string>>
  /** Checks that it does not touch. */
  readonly keeps: readonly string[]
}

const known = (id: string): readonly Change[] => named(variants, id)
const context = '  return [h, c]\n'
const reads: Change = [
  '      outputs.push(previous)\n',
  '      outputs.push(previous)\n      previous = tf.zerosLike(previous)\n',
]

const mistakes: readonly Mistake[] = [
  {
    id: 'seq2seq.length-tied',
    changes: known('seq2seq.length-tied'),
    loses: { 'predict-shapes': 'seq2seq.shape' },
    keeps: ['loads', 'exports'],
  },
  {
    id: 'seq2seq.state-not-passed',
    changes: [[context, '  return [tf.zerosLike(h), tf.zerosLike(c)]\n']],
    loses: { 'state-passed': 'seq2seq.state-not-passed' },
    keeps: ['predict-shapes'],
  },
  {
    id: 'seq2seq.state-not-passed, c lost',
    changes: [[context, '  return [h, tf.zerosLike(c)]\n']],
    loses: { 'cell-state': 'seq2seq.cell-state-not-passed' },
    keeps: ['state-passed', 'length-free', 'whole-source', 'batch', 'loss', 'teacher-forcing'],
  },
  {
    id: 'seq2seq.state-not-passed, h lost',
    changes: [[context, '  return [tf.zerosLike(h), c]\n']],
    loses: { 'hidden-state': 'seq2seq.hidden-state-not-passed' },
    keeps: ['state-passed', 'cell-state', 'length-free', 'whole-source', 'loss', 'teacher-forcing'],
  },
  {
    id: 'seq2seq.peeks-at-target',
    changes: known('seq2seq.peeks-at-target'),
    loses: { 'target-forgotten': 'seq2seq.peeks-at-target' },
    keeps: ['state-passed', 'length-free', 'fit-learns', 'loss'],
  },
  {
    id: 'a learning rate of 0 taken for none',
    changes: [['tf.train.adam(options.learningRate)', 'tf.train.adam(options.learningRate || 0.01)']],
    loses: { 'target-forgotten': 'seq2seq.peeks-at-target' },
    keeps: ['state-passed', 'length-free', 'fit-learns'],
  },
  {
    id: 'seq2seq.peeks-at-target#unshifted',
    changes: known('seq2seq.peeks-at-target#unshifted'),
    loses: { loss: 'seq2seq.loss' },
    keeps: ['state-passed', 'length-free', 'fit-learns', 'target-forgotten', 'fit-seed', 'clipping'],
  },
  {
    id: 'the decoder reads its own output in training',
    changes: [
      [
        'decode(network, shiftRight(target), encode(network, src))',
        'decode(network, shiftRight(ownOutputs(network, src, target)), encode(network, src))',
      ],
      [
        '/** Weight decay apart',
        `function ownOutputs(network: Network, src: tf.Tensor, target: tf.Tensor): tf.Tensor3D {
  const own = freeRunning(network, src as tf.Tensor3D, target.shape[1] ?? 0)
  return tf.tensor3d(own.dataSync(), own.shape)
}

/** Weight decay apart`,
      ],
    ],
    loses: { 'teacher-forcing': 'seq2seq.trained-free-running' },
    keeps: ['loss', 'fit-learns', 'target-forgotten', 'fit-seed', 'clipping'],
  },
  {
    id: 'the decoder reads zeros in prediction',
    changes: [reads],
    loses: { 'teacher-forcing': 'seq2seq.not-what-it-reads' },
    keeps: ['state-passed', 'length-free', 'loss', 'fit-learns'],
  },
  {
    id: 'the decoder reads zeros always',
    changes: [reads, ['decode(network, shiftRight(target),', 'decode(network, tf.zerosLike(target),']],
    loses: { 'teacher-forcing': 'seq2seq.trained-free-running' },
    keeps: ['state-passed', 'length-free', 'loss', 'fit-learns'],
  },
  {
    id: 'the source is averaged over time',
    changes: [['encoder.apply(src)', 'encoder.apply(tf.mean(src, 1, true))']],
    loses: { 'whole-source': 'seq2seq.order-ignored' },
    keeps: ['state-passed', 'length-free', 'batch', 'loss'],
  },
  {
    id: 'rows of the batch mixed',
    changes: [[context, '  return [tf.add(h, tf.mean(h, 0, true)), c]\n']],
    loses: { batch: 'seq2seq.batch' },
    keeps: ['state-passed', 'length-free', 'cell-state'],
  },
  {
    id: 'the sum instead of the mean',
    changes: [
      [
        'return tf.losses.meanSquaredError(target, outputs)',
        'return tf.sum<tf.Scalar>(tf.square(tf.sub(target, outputs)))',
      ],
    ],
    loses: { loss: 'seq2seq.loss' },
    keeps: ['fit-learns', 'target-forgotten', 'fit-seed', 'clipping'],
  },
  {
    id: 'another model is trained',
    changes: [['train(network, src, target, options)', 'train(buildNetwork(sizes, seed), src, target, options)']],
    loses: { 'target-forgotten': 'seq2seq.fit-changes-nothing' },
    keeps: ['loss', 'fit-learns', 'fit-seed'],
  },
  {
    id: 'gradients not clipped',
    changes: [['applyGradients(clipByGlobalNorm(grads, clipNorm))', 'applyGradients(grads)']],
    loses: { clipping: 'seq2seq.not-clipped' },
    keeps: ['loss', 'fit-learns', 'fit-seed', 'teacher-forcing'],
  },
  {
    id: 'what decays taken for what stays',
    changes: [['tf.mul(matrix.read(), 1 - share)', 'tf.mul(matrix.read(), share)']],
    loses: { 'weight-decay': 'seq2seq.decays-too-much' },
    keeps: ['loss', 'fit-learns', 'clip-norm', 'teacher-forcing'],
  },
  {
    id: 'examples not shuffled',
    changes: [['    shuffle(order, random)\n', '']],
    loses: { 'fit-seed': 'seq2seq.order-not-seeded' },
    keeps: ['loss', 'fit-learns', 'clipping', 'teacher-forcing'],
  },
  {
    id: 'the seed does not reach the weights',
    changes: [['const seeds = createRandom(seed)', 'void seed\n  const seeds = createRandom(1)']],
    loses: { seed: 'init.same-for-every-seed' },
    keeps: ['state-passed', 'length-free', 'loss', 'fit-learns'],
  },
]

describe('A mistake costs the checks that see it, and no other', () => {
  it.for(sampled(mistakes).map((mistake) => [mistake.id, mistake] as const))(
    '%s',
    async ([id, { changes, loses, keeps }]) => {
      const { results, named: told } = await run(changed(slug, changes))
      expect(told).toEqual(namesFor(id))
      const messages = new Map(
        results.map(({ meta, verdict }) => [meta.id.slice(slug.length + 1), messageOf(verdict)] as const),
      )
      expect(Object.fromEntries(Object.keys(loses).map((name) => [name, messages.get(name)]))).toEqual(loses)
      expect(keeps.filter((name) => messages.get(name) !== 'passed')).toEqual([])
      expect([...messages.values()].filter((message) => ['faulted', 'crashed'].includes(message))).toEqual([])
    },
  )

  it('code that looks at nothing earns nothing', async () => {
    const pattern = `tf.add(tf.zeros([src.shape[0], targetLength, sizes.outputSize]), tf.reshape(tf.sin(tf.range(seed, seed + targetLength)), [1, targetLength, 1])) as tf.Tensor3D`
    const text = changed(slug, [['freeRunning(network, src, targetLength),', `${pattern},`]])
    const { results } = await run(text)
    const passed = results.filter(({ verdict }) => verdict.kind === 'passed').map(({ meta }) => meta.id)
    expect(passed).toEqual(['seq2seq/loads', 'seq2seq/exports', 'seq2seq/predict-shapes'])
  })
})

/** All checks but the two long trainings. */
function run(text: string): Promise<Outcome> {
  return lab.runOne(slug, lab.submission({ [`${slug}/${slug}.ts`]: text }), { quick: true })
}

function messageOf(verdict: CheckResult['verdict']): string {
  return verdict.kind === 'failed' ? verdict.finding.messageId : verdict.kind
}

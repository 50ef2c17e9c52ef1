import { declareCellProbes } from '../../checks/cell-probes.ts'
import { probe } from '../../checks/probe.ts'
import { mat } from '../../numeric/mat.ts'
import { cell, drawParams, drawTraining } from './domains.ts'

const slug = 'rnn-bptt'
const sizes = { inputSize: 2, hiddenSize: 3, outputSize: 4, batch: 5, steps: 4 }

declareCellProbes({
  cell,
  sizes,
  init: { fn: 'initRnn', task: 'R1', weights: ['Wxh', 'Whh', 'Why'], biases: ['bh', 'by'] },
  step: {
    fn: 'rnnStep',
    task: 'R2',
    after: [],
    draw: (random) => ({
      params: drawParams(random, sizes),
      x: random.matrix(sizes.inputSize, sizes.batch),
      h0: random.matrix(sizes.hiddenSize, sizes.batch, 0.6),
    }),
    answers: ['h', 'y'],
  },
  forward: { task: 'R3' },
  backward: null,
  count: { fn: 'countRnnParams', task: 'R10' },
})

probe(slug, 'softmax', { functions: ['softmax'], task: 'R4' }, async ({ subject, random }) => ({
  values: await subject.call('softmax', random('case').matrix(3, 3, 2)),
  // As many rows as columns, so that no axis is refused; logits as large as 1e4.
  huge: await subject.call(
    'softmax',
    mat(2, 2, (i, j) => 1e4 * (i === j ? 1 : -1)),
  ),
}))

probe(slug, 'loss', { functions: ['crossEntropy'], task: 'R5' }, async ({ subject }) => ({
  loss: await subject.call(
    'crossEntropy',
    mat(3, 4, (i, j) => (i === j % 3 ? 0.6 : 0.2)),
    [0, 2, 1, 0],
  ),
}))

probe(
  slug,
  'bptt',
  { functions: ['bptt'], task: 'R6', after: ['forward', 'softmax', 'loss'] },
  async ({ subject, random }) => {
    const { params, xs, labels } = drawTraining(random('case'), sizes)
    const { hiddenSize, batch } = sizes
    return {
      fromZeros: await subject.call('bptt', params, xs, [...labels]),
      fromState: await subject.call('bptt', params, xs, [...labels], random('h0').matrix(hiddenSize, batch, 0.6)),
    }
  },
)

probe(slug, 'clip', { functions: ['clipByGlobalNorm'], task: 'R7' }, async ({ subject, random }) => {
  const grads = drawParams(random('grads'), sizes)
  return {
    above: await subject.call('clipByGlobalNorm', grads, 0.7),
    below: await subject.call('clipByGlobalNorm', grads, 100),
  }
})

probe(slug, 'sgd', { functions: ['sgdStep'], task: 'R8' }, async ({ subject, random }) => ({
  params: await subject.call('sgdStep', drawParams(random('params'), sizes), drawParams(random('grads'), sizes), 0.1),
}))

probe(
  slug,
  'train',
  { functions: ['trainRnn'], task: 'R9', after: ['bptt', 'clip', 'sgd'] },
  async ({ subject, random }) => {
    const { params, xs, labels } = drawTraining(random('case'), sizes)
    const options = { epochs: 3, learningRate: 0.3, maxNorm: 0.4 }
    return { trained: await subject.call('trainRnn', params, xs, [...labels], options) }
  },
)

probe(slug, 'norms', { functions: ['gradientNorms'], task: 'R11' }, async ({ subject, random }) => ({
  norms: await subject.call('gradientNorms', random('Whh').matrix(3, 3), 5),
}))

probe(
  slug,
  'truncated',
  { functions: ['truncatedBptt'], task: 'RB1', after: ['bptt'] },
  async ({ subject, random }) => {
    const { params, xs, labels } = drawTraining(random('case'), sizes)
    return { answer: await subject.call('truncatedBptt', params, xs, [...labels], 2) }
  },
)

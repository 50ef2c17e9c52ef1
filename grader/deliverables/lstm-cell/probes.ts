import { declareCellProbes } from '../../checks/cell-probes.ts'
import { probe } from '../../checks/probe.ts'
import { mat } from '../../numeric/mat.ts'
import { cell, drawBackward, drawPeepholes, drawStep } from './domains.ts'

const slug = 'lstm-cell'
const sizes = { inputSize: 2, hiddenSize: 3, outputSize: 1, batch: 2, steps: 4 }

probe(slug, 'sigmoid', { functions: ['sigmoid'], task: 'L2' }, async ({ subject, random }) => ({
  values: await subject.call('sigmoid', random('case').matrix(2, 3, 2)),
  huge: await subject.call(
    'sigmoid',
    mat(1, 4, (_, k) => [-1e4, -800, 800, 1e4][k] ?? 0),
  ),
}))

declareCellProbes({
  cell,
  sizes,
  init: { fn: 'initLstm', task: 'L1', weights: ['Wf', 'Wi', 'Wc', 'Wo'], biases: ['bf', 'bi', 'bc', 'bo'] },
  step: {
    fn: 'lstmStep',
    task: 'L3',
    after: ['sigmoid'],
    draw: (random) => {
      const { params, x, hPrev, cPrev } = drawStep(random, sizes)
      return { params, x, hPrev, cPrev }
    },
    answers: ['f', 'i', 'cTilde', 'o', 'c', 'h'],
  },
  forward: { task: 'L4' },
  backward: { fn: 'lstmBackward', task: 'L5', draw: (random) => drawBackward(random, sizes) },
  count: { fn: 'countLstmParams', task: 'L6' },
})

for (const [name, fn, task] of [
  ['peepholes', 'peepholeStep', 'LB1'],
  ['coupled', 'coupledStep', 'LB2'],
] as const) {
  probe(slug, name, { functions: [fn], task, after: ['sigmoid'] }, async ({ subject, random }) => {
    const { x, hPrev, cPrev } = drawStep(random('case'), sizes)
    const answer = await subject.call(fn, drawPeepholes(random('weights'), sizes), x, hPrev, cPrev)
    return { answer }
  })
}

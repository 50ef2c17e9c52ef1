import { declareCellProbes } from '../../checks/cell-probes.ts'
import { probe } from '../../checks/probe.ts'
import { cell, drawBackward, drawResetAfter, drawStep } from './domains.ts'

const slug = 'gru-cell'
const sizes = { inputSize: 2, hiddenSize: 3, outputSize: 1, batch: 2, steps: 4 }

declareCellProbes({
  cell,
  sizes,
  init: { fn: 'initGru', task: 'G1', weights: ['Wr', 'Wz', 'Wh'], biases: ['br', 'bz', 'bh'] },
  step: {
    fn: 'gruStep',
    task: 'G2',
    after: [],
    draw: (random) => {
      const { params, x, hPrev } = drawStep(random, sizes)
      return { params, x, hPrev }
    },
    answers: ['r', 'z', 'hTilde', 'h'],
  },
  forward: { task: 'G3' },
  backward: { fn: 'gruBackward', task: 'G4', draw: (random) => drawBackward(random, sizes) },
  count: { fn: 'countGruParams', task: 'G5' },
})

probe(slug, 'reset-after', { functions: ['gruStepResetAfter'], task: 'GB1' }, async ({ subject, random }) => {
  const { x, hPrev } = drawStep(random('case'), sizes)
  return { answer: await subject.call('gruStepResetAfter', drawResetAfter(random('weights'), sizes), x, hPrev) }
})

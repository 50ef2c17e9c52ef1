import { builtBlocks, modelTolerance } from '../../checks/model-probes.ts'
import { probe } from '../../checks/probe.ts'
import { middling, slug } from './domains.ts'

const options = { functions: ['buildStackedLstm'], task: 'SL1', tolerance: modelTolerance, namesOnly: true }

probe(slug, 'stack', options, async (context) => {
  const { seqLength, hiddenSize } = middling
  const build = (more: object): Promise<Readonly<Record<string, unknown>>> => {
    const sizes = { ...middling, ...more }
    const values = context.random(`xs ${String(sizes.inputSize)}`).matrix(3, seqLength * sizes.inputSize).data
    const states = { shape: [3, seqLength, sizes.inputSize], values }
    return builtBlocks(context, 'buildStackedLstm', [sizes, 1], { states })
  }
  // In the third one layer fits at every depth.
  return { deep: await build({}), flat: await build({ depth: 1 }), square: await build({ inputSize: hiddenSize }) }
})

probe(slug, 'count', { functions: ['countStackedLstmParams'], task: 'SL2' }, async ({ subject }) => ({
  one: await subject.call('countStackedLstmParams', 3, 5, 1),
  four: await subject.call('countStackedLstmParams', 3, 5, 4),
}))

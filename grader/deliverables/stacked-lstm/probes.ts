import { modelBlocks, modelTolerance } from '../../checks/model-probes.ts'
import { probe } from '../../checks/probe.ts'
import { middling, slug } from './domains.ts'

const options = { functions: ['buildStackedLstm'], task: 'SL1', tolerance: modelTolerance, namesOnly: true }

probe(slug, 'stack', options, async (context) => {
  const { seqLength, inputSize } = middling
  const values = context.random('xs').matrix(3, seqLength * inputSize).data
  const batch = { shape: [3, seqLength, inputSize], values }
  const deep = await modelBlocks(context, await context.subject.keep('buildStackedLstm', middling, 1), {
    states: batch,
  })
  const flat = await context.subject.keep('buildStackedLstm', { ...middling, depth: 1 }, 1)
  return { deep, flat: await modelBlocks(context, flat, { states: batch }) }
})

probe(slug, 'count', { functions: ['countStackedLstmParams'], task: 'SL2' }, async ({ subject }) => ({
  one: await subject.call('countStackedLstmParams', 3, 5, 1),
  four: await subject.call('countStackedLstmParams', 3, 5, 4),
}))

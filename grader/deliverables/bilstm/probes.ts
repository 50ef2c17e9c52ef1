import { modelBlocks, modelTolerance } from '../../checks/model-probes.ts'
import { probe } from '../../checks/probe.ts'
import { middlingClassifier, middlingEncoder } from './domains.ts'

const slug = 'bilstm'
const namesOnly = { tolerance: modelTolerance, namesOnly: true }

probe(slug, 'encoder', { functions: ['buildBiLstmEncoder'], task: 'BI1', ...namesOnly }, async (context) => {
  const { seqLength, inputSize } = middlingEncoder
  const shape = [3, seqLength, inputSize]
  const values = context.random('xs').matrix(3, seqLength * inputSize).data
  return modelBlocks(context, await context.subject.keep('buildBiLstmEncoder', middlingEncoder, 1), {
    states: { shape, values },
  })
})

probe(slug, 'classifier', { functions: ['buildBiLstmClassifier'], task: 'BI2', ...namesOnly }, async (context) => {
  const handle = await context.subject.keep('buildBiLstmClassifier', middlingClassifier, 1)
  const { maxLen } = middlingClassifier
  return modelBlocks(context, handle, {
    full: { shape: [2, maxLen], values: [2, 7, 3, 19, 5, 11, 4, 4, 9, 13, 2, 6] },
    padded: { shape: [2, maxLen], values: [2, 7, 3, 0, 0, 0, 4, 0, 0, 0, 0, 0] },
  })
})

import { probe } from '../../checks/probe.ts'
import { TensorValue } from '../../subject/protocol.ts'
import { longer } from './domains.ts'

const slug = 'seq2seq'

probe(
  slug,
  'prediction',
  { functions: ['buildSeq2Seq'], task: 'SQ1', namesOnly: true },
  async ({ subject, random }) => {
    const { inputSize, outputSize, hiddenSize, batch, sourceLength } = longer
    const model = await subject.keep('buildSeq2Seq', { inputSize, outputSize, hiddenSize }, 3)
    const source = (name: string, steps: number): TensorValue => {
      const values = Float32Array.from(random(name).matrix(batch, steps * inputSize).data)
      return new TensorValue([batch, steps, inputSize], values, 'float32')
    }
    const predict = (from: TensorValue, steps: number): Promise<unknown> =>
      subject.callMethod(model, 'predict', from, steps)
    const [one, other] = [source('one', sourceLength), source('other', sourceLength)]
    const answers = [await predict(one, 6), await predict(one, 2), await predict(other, 6), await predict(one, 6)]
    const text = answers.map((answer) => valuesOf(answer).join())
    return {
      shapes: answers.map((answer) => (answer instanceof TensorValue ? answer.shape : 'none')),
      sourceMatters: text[0] !== text[2],
      repeats: text[0] === text[3],
      stepsDiffer: new Set(stepsOf(answers[0])).size > 1,
    }
  },
)

function valuesOf(answer: unknown): number[] {
  return answer instanceof TensorValue ? Array.from(answer.data) : []
}

/** What is written at each step for the first example, as text. */
function stepsOf(answer: unknown): string[] {
  if (!(answer instanceof TensorValue)) return []
  const [, steps = 0, size = 0] = answer.shape
  const values = valuesOf(answer)
  return Array.from({ length: steps }, (_, t) => values.slice(t * size, (t + 1) * size).join())
}

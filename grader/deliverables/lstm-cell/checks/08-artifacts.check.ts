import { training } from '../../../checks/check.ts'
import { expectFinite, field } from '../../../checks/expect.ts'
import { drawStep } from '../domains.ts'

/** Five inputs and four units, one example. */
const sizes = { inputSize: 5, hiddenSize: 4, outputSize: 1, batch: 1, steps: 1 }

/** What the figure of the gates shows: one step of the student's own cell. */
training('lstm-cell', async ({ subject, random, save }) => {
  const { params, x, hPrev, cPrev } = drawStep(random('step'), sizes)
  const cache = await subject.call('lstmStep', params, x, hPrev, cPrev)
  const values = (key: string): number[] =>
    Array.from(expectFinite(field(cache, key), { rows: sizes.hiddenSize, columns: 1 }, key).data)
  const gates = { forget: values('f'), input: values('i'), output: values('o'), cell: values('c') }
  save('gates.json', `${JSON.stringify(gates)}\n`)
})

import { training } from '../../../checks/check.ts'
import { expectForm } from '../../../checks/expect.ts'
import { map } from '../../../numeric/mat.ts'
import { orthogonal } from '../../../numeric/orthogonal.ts'

/** The guide's size and number of steps. */
const [size, steps] = [10, 50]

/** What the figure of vanishing and exploding gradients shows: the norms that the student's own code gives. */
training('rnn-bptt', async ({ subject, random, save }) => {
  const Q = orthogonal(size, random('Q'))
  const curves: { scale: number; norms: unknown }[] = []
  for (const scale of [0.5, 1, 1.5]) {
    const scaled = map(Q, (value) => scale * value)
    const norms = await subject.call('gradientNorms', scaled, steps)
    expectForm(norms, new Array<number>(steps).fill(0), 'norms')
    curves.push({ scale, norms })
  }
  save('gradient-norms.json', `${JSON.stringify({ curves })}\n`)
})

import { field, expectForm, expectLaw, expectLawClose, number } from '../../checks/expect.ts'
import { float64 } from '../../checks/tolerances.ts'
import { differ, noticeable } from '../../checks/follow-through.ts'
import type { Mat } from '../../model/mat.ts'
import { compare } from '../../numeric/compare.ts'
import { map } from '../../numeric/mat.ts'
import { stream } from '../../numeric/random.ts'
import type { CheckContext } from '../../checks/check.ts'
import { drawTraining, middling, type TrainingCase } from './domains.ts'

/** What `bptt` answered, known to have the right shapes. */
export interface BpttAnswer {
  readonly loss: number
  readonly grads: Readonly<Record<string, Mat>>
}

/**
 * Calls `bptt` and sees that its answer has to do with the question: with other labels, the loss and every gradient
 * must be others, and with the same ones the same. Code that hands back constants, noise, or its own arguments obeys
 * many laws and earns nothing.
 */
export async function livelyBptt(
  subject: CheckContext['subject'],
  { params, xs, labels }: TrainingCase,
): Promise<BpttAnswer> {
  const classes = params.Why.rows
  const others = labels.map((label) => (label + 1) % classes)
  const [answer, other, again] = [
    answerOf(await subject.call('bptt', params, xs, labels), params),
    answerOf(await subject.call('bptt', params, xs, others), params),
    answerOf(await subject.call('bptt', params, xs, labels), params),
  ]
  const differs = (name: string, m: Mat): boolean =>
    m.data.every(Number.isFinite) && compare(other.grads[name], m, { atol: 1e-12, rtol: 0 }, name) !== undefined
  const lively = answer.loss !== other.loss && Object.entries(answer.grads).every(([name, m]) => differs(name, m))
  expectLaw(lively, 'rnn.loss-constant')
  expectLawClose(again, { ...answer }, { name: '', tolerance: float64, oracle: '' }, 'law.deterministic')
  return answer
}

/**
 * Whether what `bptt` says explains anything that is made of it: {@link livelyBptt}, and another last input is another
 * loss. A network that does not look at its input still learns how often each class occurs.
 */
export function bpttIsAlive(context: CheckContext): Promise<boolean> {
  return context.once('rnn-bptt/bptt-alive', async () => {
    const drawn = drawTraining(stream(context.seed, 'rnn-bptt', 'own bptt'), middling)
    const { params, xs, labels } = drawn
    const { loss } = await livelyBptt(context.subject, drawn)
    const touched = xs.map((x, t) => (t === xs.length - 1 ? map(x, (value) => value + 1) : x))
    const other = answerOf(await context.subject.call('bptt', params, touched, labels), params)
    return differ(other.loss, loss, noticeable)
  })
}

/** What `bptt` answered, or a finding that says what came instead. */
export function answerOf(received: unknown, params: object): BpttAnswer {
  const grads = field(received, 'grads')
  expectForm(grads, { ...params }, 'grads')
  return { loss: number(field(received, 'loss'), 'loss'), grads: grads as BpttAnswer['grads'] }
}

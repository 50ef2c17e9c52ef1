import { field, expectForm, expectLaw, number } from '../../checks/expect.ts'
import type { Mat } from '../../model/mat.ts'
import { compare } from '../../numeric/compare.ts'
import type { CheckContext } from '../../checks/check.ts'
import type { TrainingCase } from './domains.ts'

/** What `bptt` answered, known to have the right shapes. */
export interface BpttAnswer {
  readonly loss: number
  readonly grads: Readonly<Record<string, Mat>>
}

/**
 * Calls `bptt` and sees that its answer has to do with the question: with other labels, the loss and every gradient
 * must be others. Code that hands back constants, or its own arguments, obeys many laws and earns nothing.
 */
export async function livelyBptt(
  subject: CheckContext['subject'],
  { params, xs, labels }: TrainingCase,
): Promise<BpttAnswer> {
  const classes = params.Why.rows
  const others = labels.map((label) => (label + 1) % classes)
  const [answer, other] = [
    answerOf(await subject.call('bptt', params, xs, labels), params),
    answerOf(await subject.call('bptt', params, xs, others), params),
  ]
  const differs = (name: string, m: Mat): boolean =>
    m.data.every(Number.isFinite) && compare(other.grads[name], m, { atol: 1e-12, rtol: 0 }, name) !== undefined
  const lively = answer.loss !== other.loss && Object.entries(answer.grads).every(([name, m]) => differs(name, m))
  expectLaw(lively, 'rnn.loss-constant')
  return answer
}

function answerOf(received: unknown, params: object): BpttAnswer {
  const grads = field(received, 'grads')
  expectForm(grads, { ...params }, 'grads')
  return { loss: number(field(received, 'loss'), 'loss'), grads: grads as BpttAnswer['grads'] }
}

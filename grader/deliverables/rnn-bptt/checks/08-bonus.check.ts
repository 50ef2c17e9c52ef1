import { check, type CheckContext } from '../../../checks/check.ts'
import { expectClose, field, matrices } from '../../../checks/expect.ts'
import { differ, orFollowThrough, type Explanation } from '../../../checks/follow-through.ts'
import { float64 } from '../../../checks/tolerances.ts'
import type { Mat } from '../../../model/mat.ts'
import { zeros } from '../../../numeric/mat.ts'
import { truncatedBptt } from '../../../oracles/reference/rnn-training.ts'
import { drawTraining, middling, type TrainingCase } from '../domains.ts'
import { answerOf, bpttIsAlive, livelyBptt, type BpttAnswer } from '../lively.ts'

check(
  'rnn-bptt/truncated-full-window',
  {
    needs: ['rnn-bptt/bptt-shapes'],
    visibility: 'public',
    claim: {
      es: 'Bono · `truncatedBptt` con una ventana de T o más pasos da lo mismo que tu `bptt`.',
      en: 'Bonus · `truncatedBptt` with a window of T or more steps gives the same as your `bptt`.',
    },
  },
  async ({ subject, random }) => {
    const drawn = drawTraining(random('case'), middling)
    const { params, xs, labels } = drawn
    const expected = { ...(await livelyBptt(subject, drawn)) }
    for (const window of [middling.steps, middling.steps + 5]) {
      const received = await subject.call('truncatedBptt', params, xs, labels, window)
      expectClose(received, expected, { name: '', tolerance: float64, oracle: 'bptt' })
    }
  },
)

check(
  'rnn-bptt/truncated-reference',
  {
    needs: ['rnn-bptt/loads'],
    visibility: 'hidden',
    claim: {
      es: 'Bono · `truncatedBptt` acumula solo los últimos pasos de la ventana.',
      en: 'Bonus · `truncatedBptt` accumulates only the last steps of the window.',
    },
  },
  async (context) => {
    const drawn = drawTraining(context.random('case'), middling)
    const { params, xs, labels } = drawn
    for (const window of [1, 3, middling.steps]) {
      const { loss, grads } = truncatedBptt(params, xs, labels, window)
      const expected = { loss, grads: { ...grads } }
      const received = await context.subject.call('truncatedBptt', params, xs, labels, window)
      await orFollowThrough(context, {
        reference: () => {
          expectClose(received, expected, { name: '', tolerance: float64, oracle: 'float64' })
        },
        ...explainedByOwnBptt(context, drawn, { window, received, expected }),
      })
    }
  },
)

/** The student's own `bptt` over the window, from the state in which their own forward pass enters it. */
function explainedByOwnBptt(
  context: CheckContext,
  { params, xs, labels }: TrainingCase,
  { window, received, expected }: { window: number; received: unknown; expected: BpttAnswer },
): Explanation {
  const own = async (): Promise<BpttAnswer> => {
    const start = Math.max(0, xs.length - window)
    const hs = start === 0 ? [] : await statesOf(context, params, xs.slice(0, start))
    const h0 = hs.at(-1) ?? zeros(params.Whh.rows, labels.length)
    return answerOf(await context.subject.call('bptt', params, xs.slice(start), labels, h0), params)
  }
  return {
    departs: async () => (await bpttIsAlive(context)) && differ(await own(), { ...expected }, float64),
    own: async () => {
      expectClose(received, { ...(await own()) }, { name: '', tolerance: float64, oracle: 'bptt' })
    },
  }
}

async function statesOf({ subject }: CheckContext, params: object, xs: readonly Mat[]): Promise<readonly Mat[]> {
  return matrices(field(await subject.call('rnnForward', params, xs), 'hs'), 'hs')
}

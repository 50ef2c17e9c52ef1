import { check } from '../../../checks/check.ts'
import { expectClose } from '../../../checks/expect.ts'
import { float64 } from '../../../checks/tolerances.ts'
import { truncatedBptt } from '../../../oracles/reference/rnn-training.ts'
import { drawTraining, middling } from '../domains.ts'
import { livelyBptt } from '../lively.ts'

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
  async ({ subject, random }) => {
    const { params, xs, labels } = drawTraining(random('case'), middling)
    for (const window of [1, 3, middling.steps]) {
      const { loss, grads } = truncatedBptt(params, xs, labels, window)
      const received = await subject.call('truncatedBptt', params, xs, labels, window)
      expectClose(received, { loss, grads: { ...grads } }, { name: '', tolerance: float64, oracle: 'float64' })
    }
  },
)

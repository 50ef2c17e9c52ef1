import { backwardChecks, type BackwardCell } from '../../../checks/backward.ts'
import { check, type CheckContext } from '../../../checks/check.ts'
import { expectClose } from '../../../checks/expect.ts'
import { orFollowThrough } from '../../../checks/follow-through.ts'
import { explainedByForward, judgeAll } from '../../../checks/own-gradients.ts'
import { float64 } from '../../../checks/tolerances.ts'
import type { LstmParams } from '../../../oracles/params.ts'
import { lstmBackward, lstmForward } from '../../../oracles/reference/lstm.ts'
import { lstmVectors } from '../../../oracles/torch/vectors.ts'
import { cell, drawBackward, gradientSizes, middling } from '../domains.ts'

const model: BackwardCell<LstmParams> = {
  cell,
  backward: 'lstmBackward',
  draw: drawBackward,
  sizes: gradientSizes,
  middling,
  reference: ({ params, xs, dhs, initial }) => lstmBackward(params, xs, dhs, initial[0], initial[1]),
  caches: ({ params, xs, initial }) => lstmForward(params, xs, initial[0], initial[1]).caches,
  forward: ({ params, xs, initial }) => {
    const { hs, cs } = lstmForward(params, xs, initial[0], initial[1])
    return { hs, cs }
  },
  groups: [
    ['forget', ['Wf', 'bf'], { es: 'la puerta de olvido (Wf, bf)', en: 'the forget gate (Wf, bf)' }],
    ['input', ['Wi', 'bi'], { es: 'la puerta de entrada (Wi, bi)', en: 'the input gate (Wi, bi)' }],
    ['candidate', ['Wc', 'bc'], { es: 'el candidato (Wc, bc)', en: 'the candidate (Wc, bc)' }],
    ['output', ['Wo', 'bo'], { es: 'la puerta de salida (Wo, bo)', en: 'the output gate (Wo, bo)' }],
  ],
}

backwardChecks(model)

check(
  'lstm-cell/backward-torch',
  {
    needs: ['lstm-cell/backward-shapes'],
    visibility: 'hidden',
    claim: {
      es: 'Todos los gradientes de `lstmBackward` coinciden con los de `nn.LSTM` de PyTorch en doble precisión.',
      en: 'All gradients of `lstmBackward` agree with those of PyTorch `nn.LSTM` in double precision.',
    },
  },
  async (context) => {
    await orFollowThrough(context, {
      reference: () => expectVectors(context),
      ...explainedByForward(model, context, judgeAll),
    })
  },
)

async function expectVectors({ subject }: CheckContext): Promise<void> {
  for (const { params, xs, h0, c0, dhs, grads, dxs, dh0, dc0 } of lstmVectors()) {
    const handle = await subject.keep('lstmForward', params, xs, h0, c0)
    const received = await subject.call('lstmBackward', params, handle.at('caches'), dhs)
    expectClose(received, { grads: { ...grads }, dxs, dh0, dc0 }, { name: '', tolerance: float64, oracle: 'PyTorch' })
  }
}

import { backwardChecks, type BackwardCell } from '../../../checks/backward.ts'
import { check, type CheckContext } from '../../../checks/check.ts'
import { expectClose } from '../../../checks/expect.ts'
import { orFollowThrough } from '../../../checks/follow-through.ts'
import { explainedByForward, judgeAll } from '../../../checks/own-gradients.ts'
import { float64 } from '../../../checks/tolerances.ts'
import type { GruParams } from '../../../oracles/params.ts'
import { gruBackward, gruForward } from '../../../oracles/reference/gru.ts'
import { gruVectors } from '../../../oracles/torch/vectors.ts'
import { cell, drawBackward, gradientSizes, middling } from '../domains.ts'

const model: BackwardCell<GruParams> = {
  cell,
  backward: 'gruBackward',
  draw: drawBackward,
  sizes: gradientSizes,
  middling,
  reference: ({ params, xs, dhs, initial }) => gruBackward(params, xs, dhs, initial[0]),
  caches: ({ params, xs, initial }) => gruForward(params, xs, initial[0]).caches,
  forward: ({ params, xs, initial }) => ({ hs: gruForward(params, xs, initial[0]).hs }),
  groups: [
    ['reset', ['Wr', 'br'], { es: 'la puerta de reinicio (Wr, br)', en: 'the reset gate (Wr, br)' }],
    ['update', ['Wz', 'bz'], { es: 'la puerta de actualización (Wz, bz)', en: 'the update gate (Wz, bz)' }],
    ['candidate', ['Wh', 'bh'], { es: 'el candidato (Wh, bh)', en: 'the candidate (Wh, bh)' }],
  ],
}

backwardChecks(model)

check(
  'gru-cell/backward-torch',
  {
    needs: ['gru-cell/backward-shapes'],
    visibility: 'hidden',
    claim: {
      es: 'Todos los gradientes de `gruBackward` coinciden con los de PyTorch en doble precisión.',
      en: 'All gradients of `gruBackward` agree with those of PyTorch in double precision.',
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
  for (const { params, xs, h0, dhs, grads, dxs, dh0 } of gruVectors()) {
    const handle = await subject.keep('gruForward', params, xs, h0)
    const received = await subject.call('gruBackward', params, handle.at('caches'), dhs)
    expectClose(received, { grads: { ...grads }, dxs, dh0 }, { name: '', tolerance: float64, oracle: 'PyTorch' })
  }
}

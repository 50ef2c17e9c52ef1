import { check, type CheckContext } from '../../../checks/check.ts'
import { expectClose, expectLaw } from '../../../checks/expect.ts'
import { predict, type Batch } from '../../../checks/models.ts'
import { forAll } from '../../../checks/property.ts'
import { drawBatch, expectSigmoidGates, withDrawnWeights } from '../../../checks/recurrent-models.ts'
import { tfjs32 } from '../../../checks/tolerances.ts'
import type { Mat } from '../../../model/mat.ts'
import { compare } from '../../../numeric/compare.ts'
import { stream } from '../../../numeric/random.ts'
import { sequenceOf } from '../../../oracles/lstm-layer.ts'
import type { LstmParams } from '../../../oracles/params.ts'
import { lstmForward } from '../../../oracles/reference/lstm.ts'
import { tfjsLstmForward } from '../../../oracles/tfjs/lstm.ts'
import { buildStack, layersOf, middling, stackSizes, statesOf, type StackSizes } from '../domains.ts'

const needs = ['stacked-lstm/build-shapes']
const batch = 3

/** What one layer makes of a sequence. */
type Layer = (params: LstmParams, xs: readonly Mat[]) => readonly Mat[]

check(
  'stacked-lstm/whole-sequences',
  {
    needs,
    visibility: 'public',
    claim: {
      es: 'Ninguna capa se queda solo con su último estado: el futuro no cambia el pasado, y cada paso llega a los siguientes.',
      en: 'No layer keeps its last state alone: the future does not change the past, and every step reaches the later ones.',
    },
  },
  async (context) => {
    for (const depth of [1, 2, 4]) {
      const sizes = { ...middling, depth }
      const model = withDrawnWeights(await buildStack(context, sizes, 1), context.random(`weights ${String(depth)}`))
      const input = drawBatch(context.random(`input ${String(depth)}`), [1, sizes.seqLength, sizes.inputSize])
      const touched = 2 // the third of five steps
      const tf = await context.tf()
      const before = statesOf(await predict(tf, model, input), sizes, 1)
      const after = statesOf(await predict(tf, model, touch(input, touched)), sizes, 1)
      for (const [t, expected] of before.entries()) {
        const same = compare(after[t], expected, { atol: 1e-6, rtol: 0 }, `h[${String(t)}]`) === undefined
        if (t < touched)
          expectLaw(same, 'stacked.inner-layer-last-only', { depth, step: touched, at: `h[${String(t)}]` })
        else expectLaw(!same, 'law.input-has-no-effect', { step: touched, at: `h[${String(t)}]` })
      }
    }
  },
)

check(
  'stacked-lstm/states-tfjs',
  {
    needs,
    visibility: 'public',
    claim: {
      es: 'Los estados son los de capas LSTM sueltas de tfjs, cada una leyendo lo que dio la de abajo, con sigmoide en las puertas.',
      en: 'The states are those of single LSTM layers of tfjs, each reading what the one below gave, with the sigmoid in the gates.',
    },
  },
  async (context) => {
    const tf = await context.tf()
    for (const depth of [1, 2, 3, 4]) {
      const layer: Layer = (params, xs) => tfjsLstmForward(tf, params, xs).hs
      await expectStack(context, { ...middling, depth }, 'tfjs', layer)
    }
  },
)

check(
  'stacked-lstm/states-reference',
  {
    needs,
    visibility: 'hidden',
    claim: {
      es: 'Los estados coinciden con la referencia en doble precisión, con tamaños y profundidades al azar.',
      en: 'The states agree with the double-precision reference, for random sizes and depths.',
    },
  },
  async (context) => {
    const layer: Layer = (params, xs) => lstmForward(params, xs).hs
    await forAll(context, 'sizes', stackSizes, (sizes) => expectStack(context, sizes, 'float64', layer), 12)
  },
)

/** The student's model with weights of ours against one layer on top of another. */
async function expectStack(context: CheckContext, sizes: StackSizes, oracle: string, layer: Layer): Promise<void> {
  const draw = stream(context.seed, oracle, JSON.stringify(sizes))
  const built = await buildStack(context, sizes, draw.int(0, 1000))
  expectSigmoidGates(built, 'buildStackedLstm')
  const model = withDrawnWeights(built, draw)
  const input = drawBatch(draw, [batch, sizes.seqLength, sizes.inputSize])
  const expected = layersOf(model, sizes).reduce<readonly Mat[]>((xs, params) => layer(params, xs), sequenceOf(input))
  const received = statesOf(await predict(await context.tf(), model, input), sizes, batch)
  expectClose(received, expected, { name: 'h', tolerance: tfjs32, oracle })
}

/** The same batch with another number in every feature of step `t`. */
function touch({ shape, values }: Batch, t: number): Batch {
  const [, T = 0, D = 0] = shape
  return { shape, values: Float32Array.from(values, (value, k) => (Math.floor(k / D) % T === t ? value + 1 : value)) }
}

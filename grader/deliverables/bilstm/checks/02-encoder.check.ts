import { check, type CheckContext } from '../../../checks/check.ts'
import { expectClose, expectForm, expectLaw } from '../../../checks/expect.ts'
import { expectCount, predict, type Batch, type ModelData } from '../../../checks/models.ts'
import { forAll } from '../../../checks/property.ts'
import { drawBatch, expectSeeded, expectSigmoidGates, withDrawnWeights } from '../../../checks/recurrent-models.ts'
import { tfjs32 } from '../../../checks/tolerances.ts'
import type { Mat } from '../../../model/mat.ts'
import { compare } from '../../../numeric/compare.ts'
import { mat, sliceRows, zeros } from '../../../numeric/mat.ts'
import { stream } from '../../../numeric/random.ts'
import { sequenceOf } from '../../../oracles/lstm-layer.ts'
import type { LstmParams } from '../../../oracles/params.ts'
import { lstmForward } from '../../../oracles/reference/lstm.ts'
import { tfjsLstmForward } from '../../../oracles/tfjs/lstm.ts'
import { buildEncoder, countLayer, encoderSizes, middlingEncoder, type EncoderSizes } from '../domains.ts'
import { halvesOf } from '../halves.ts'

const fn = 'buildBiLstmEncoder'
const needs = ['bilstm/encoder-shapes']
const batch = 3

/** What one LSTM makes of a sequence. */
type Layer = (params: LstmParams, xs: readonly Mat[]) => readonly Mat[]

check(
  'bilstm/encoder-shapes',
  {
    needs: ['bilstm/loads'],
    visibility: 'public',
    claim: {
      es: '`buildBiLstmEncoder` da un modelo de (lote, T, D) a (lote, T, 2H).',
      en: '`buildBiLstmEncoder` gives a model from (batch, T, D) to (batch, T, 2H).',
    },
  },
  async (context) => {
    await buildEncoder(context, middlingEncoder, 1)
  },
)

check(
  'bilstm/encoder-count',
  {
    needs,
    visibility: 'public',
    claim: {
      es: 'El codificador tiene 2 · 4H(D + H + 1) parámetros: dos LSTM, cada una con los suyos.',
      en: 'The encoder has 2 · 4H(D + H + 1) parameters: two LSTMs, each with its own.',
    },
  },
  async (context) => {
    const model = await buildEncoder(context, middlingEncoder, 1)
    expectCount(model, countLayer(middlingEncoder.inputSize, middlingEncoder.hiddenSize), fn)
  },
)

check(
  'bilstm/encoder-seed',
  {
    needs,
    visibility: 'public',
    claim: {
      es: '`buildBiLstmEncoder`: la misma semilla da los mismos pesos, y otra semilla da otros.',
      en: '`buildBiLstmEncoder`: the same seed gives the same weights, and another seed gives others.',
    },
  },
  async (context) => {
    await expectSeeded(context, fn, (seed) => [middlingEncoder, seed])
  },
)

check(
  'bilstm/encoder-directions',
  {
    needs,
    visibility: 'public',
    claim: {
      es: 'Las columnas 0…H-1 dependen solo del pasado y las H…2H-1 solo del futuro; las dos, del presente.',
      en: 'Columns 0…H-1 depend on the past alone and H…2H-1 on the future alone; both, on the present.',
    },
  },
  async (context) => {
    const { inputSize, hiddenSize: H, seqLength: T } = middlingEncoder
    const model = withDrawnWeights(await buildEncoder(context, middlingEncoder, 1), context.random('weights'))
    const input = drawBatch(context.random('input'), [1, T, inputSize])
    const step = 2 // the third of five
    const touched = { ...input, values: Float32Array.from(input.values) }
    for (let d = 0; d < inputSize; d++)
      touched.values[step * inputSize + d] = (input.values[step * inputSize + d] ?? 0) + 1
    const before = await statesOf(context, model, input, middlingEncoder)
    const after = await statesOf(context, model, touched, middlingEncoder)
    for (const [t, expected] of before.entries()) {
      for (const [half, from, reached] of [
        ['forward', 0, t >= step],
        ['backward', H, t <= step],
      ] as const) {
        const [a, b] = [after[t] ?? expected, expected].map((m) => sliceRows(m, from, from + H))
        if (!a || !b) return
        const same = compare(a, b, { atol: 1e-6, rtol: 0 }, 'h') === undefined
        expectLaw(same !== reached, 'bilstm.directions', { half, step, at: t, reached: String(reached) })
      }
    }
  },
)

check(
  'bilstm/encoder-tfjs',
  {
    needs,
    visibility: 'public',
    claim: {
      es: 'El codificador es una LSTM de tfjs que lee hacia delante y otra que lee la secuencia al revés, concatenadas instante a instante.',
      en: 'The encoder is one LSTM of tfjs that reads forwards and another that reads the reversed sequence, concatenated step by step.',
    },
  },
  async (context) => {
    const tf = await context.tf()
    await expectEncoder(context, middlingEncoder, 'tfjs', (params, xs) => tfjsLstmForward(tf, params, xs).hs)
  },
)

check(
  'bilstm/encoder-reference',
  {
    needs,
    visibility: 'hidden',
    claim: {
      es: 'El codificador coincide con la referencia en doble precisión, con tamaños al azar, también T = 1 y H = 1.',
      en: 'The encoder agrees with the double-precision reference for random sizes, T = 1 and H = 1 too.',
    },
  },
  async (context) => {
    const layer: Layer = (params, xs) => lstmForward(params, xs).hs
    await forAll(context, 'sizes', encoderSizes, (sizes) => expectEncoder(context, sizes, 'float64', layer), 12)
  },
)

/** The student's encoder with weights of ours against two LSTMs. */
async function expectEncoder(context: CheckContext, sizes: EncoderSizes, oracle: string, layer: Layer): Promise<void> {
  const draw = stream(context.seed, 'encoder', oracle, JSON.stringify(sizes))
  const built = await buildEncoder(context, sizes, draw.int(0, 1000))
  expectSigmoidGates(built, fn)
  const model = withDrawnWeights(built, draw)
  const input = drawBatch(draw, [batch, sizes.seqLength, sizes.inputSize])
  const [forward, backward] = halvesOf(model, [sizes.inputSize], sizes.hiddenSize, fn)
  if (!forward || !backward) return
  const xs = sequenceOf(input)
  const ahead = layer(forward.params, xs)
  const back = layer(backward.params, xs.toReversed()).toReversed()
  const expected = ahead.map((h, t) => onTop(h, back[t] ?? h))
  expectClose(await statesOf(context, model, input, sizes), expected, { name: 'h', tolerance: tfjs32, oracle })
}

/** What the encoder answers, 2H × B at every step. */
async function statesOf(
  context: CheckContext,
  model: ModelData,
  input: Batch,
  { hiddenSize, seqLength }: EncoderSizes,
): Promise<Mat[]> {
  const answer = await predict(await context.tf(), model, input)
  const states = answer.shape.length === 3 ? sequenceOf(answer) : []
  const form = Array.from({ length: seqLength }, () => zeros(2 * hiddenSize, input.shape[0] ?? 0))
  expectForm(states, form, 'h')
  return states
}

function onTop(a: Mat, b: Mat): Mat {
  return mat(
    a.rows + b.rows,
    a.columns,
    (i, j) => (i < a.rows ? a.data[i * a.columns + j] : b.data[(i - a.rows) * b.columns + j]) ?? NaN,
  )
}

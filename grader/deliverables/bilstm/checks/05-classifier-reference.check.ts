import { check, type CheckContext } from '../../../checks/check.ts'
import { expectClose, expectForm, expectLaw } from '../../../checks/expect.ts'
import { predict, type ModelData } from '../../../checks/models.ts'
import { forAll } from '../../../checks/property.ts'
import { expectSigmoidGates } from '../../../checks/recurrent-models.ts'
import { tfjs32 } from '../../../checks/tolerances.ts'
import type { Mat } from '../../../model/mat.ts'
import { compare } from '../../../numeric/compare.ts'
import { mat } from '../../../numeric/mat.ts'
import { stream } from '../../../numeric/random.ts'
import { columnsOf } from '../../../oracles/lstm-layer.ts'
import { nth, stack } from '../../../oracles/reference/algebra.ts'
import { lstmForward } from '../../../oracles/reference/lstm.ts'
import { softmax } from '../../../oracles/reference/loss.ts'
import {
  batchOf,
  buildClassifier,
  classifierConfigs,
  drawText,
  withOurWeights,
  type ClassifierConfig,
} from '../domains.ts'
import { halvesOf, type Half } from '../halves.ts'

const fn = 'buildBiLstmClassifier'

check(
  'bilstm/classifier-reference',
  {
    needs: ['bilstm/classifier-count'],
    visibility: 'hidden',
    claim: {
      es: 'Las probabilidades son las de la referencia en doble precisión: cada mitad lee el texto sin su relleno, y la densa ve el último estado de cada una.',
      en: "The probabilities are those of the double-precision reference: each half reads the text without its padding, and the dense layer sees each one's last state.",
    },
  },
  async (context) => {
    await forAll(context, 'configs', classifierConfigs, (config) => expectClassifier(context, config), 8)
  },
)

async function expectClassifier(context: CheckContext, config: ClassifierConfig): Promise<void> {
  const { maxLen } = config
  const draw = stream(context.seed, 'classifier', JSON.stringify(config))
  const built = await buildClassifier(context, config, draw.int(0, 1000))
  expectSigmoidGates(built, fn)
  const model = withOurWeights(built, config, draw)
  const texts = Array.from({ length: 3 }, () => drawText(draw, config, draw.int(1, maxLen)))
  const answer = await predict(await context.tf(), model, batchOf(texts, maxLen))
  const received = columnsOf(answer)
  const [expected, swapped] = probabilities(model, texts, config)
  expectForm(received, expected, 'p')
  // Two LSTMs that stand by themselves may be concatenated in either order.
  if (swapped && compare(received, swapped, tfjs32, 'p') === undefined) return
  expectClose(received, expected, { name: 'p', tolerance: tfjs32, oracle: 'float64' })
}

/** Probabilities, K × texts; a second answer when the order of the halves cannot be told. */
function probabilities(
  model: ModelData,
  texts: readonly (readonly number[])[],
  config: ClassifierConfig,
): [expected: Mat, swapped?: Mat] {
  const { vocabSize, embedDim, hiddenSize: H, numLayers, numClasses } = config
  const inputs = Array.from({ length: numLayers }, (_, level) => (level === 0 ? embedDim : 2 * H))
  const halves = halvesOf(model, inputs, H, fn)
  const [embedding, [kernel, bias]] = [model.weights[0], model.weights.slice(-2)]
  const shapes = [embedding, kernel, bias].map((weight) => weight?.shape.join('×')).join(', ')
  const wanted = `${String(vocabSize)}×${String(embedDim)}, ${String(2 * H)}×${String(numClasses)}, ${String(numClasses)}`
  expectLaw(shapes === wanted, 'bilstm.half-weights', { fn, expected: wanted, received: shapes })
  if (!embedding || !kernel || !bias) throw new RangeError('Expected three weights') // their shapes say that they are
  const word = (id: number): Mat => mat(embedDim, 1, (i) => embedding.values[id * embedDim + i] ?? NaN)
  const features = texts.map((text) => read(halves, text.map(word)))
  const classify = (flip: boolean): Mat =>
    softmax(
      mat(numClasses, texts.length, (k, j) => {
        const pair = features[j] ?? []
        const column = (flip ? pair.toReversed() : pair).flatMap(({ data }) => Array.from(data))
        return column.reduce(
          (sum, value, i) => sum + value * (kernel.values[i * numClasses + k] ?? NaN),
          bias.values[k] ?? NaN,
        )
      }),
    )
  return halves.at(-1)?.wrapped === false ? [classify(false), classify(true)] : [classify(false)]
}

/** The last state of each half of the top layer, in the order of the halves. */
function read(halves: readonly Half[], words: readonly Mat[]): Mat[] {
  let xs = words
  let last: Mat[] = []
  for (let k = 0; k < halves.length; k += 2) {
    const pair = halves.slice(k, k + 2).map(({ direction, params }) => {
      const backward = direction === 'backward'
      const { hs } = lstmForward(params, backward ? xs.toReversed() : xs)
      return { last: nth(hs, hs.length - 1), states: backward ? hs.toReversed() : hs }
    })
    last = pair.map((half) => half.last)
    xs = xs.map((_, t) => pair.map(({ states }) => nth(states, t)).reduce(stack))
  }
  return last
}

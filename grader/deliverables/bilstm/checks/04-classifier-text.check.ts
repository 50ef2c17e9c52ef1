import { check } from '../../../checks/check.ts'
import { expectLaw } from '../../../checks/expect.ts'
import { predict, type ModelData } from '../../../checks/models.ts'
import { withWeights } from '../../../checks/recurrent-models.ts'
import { batchOf, buildClassifier, drawText, middlingClassifier, withOurWeights } from '../domains.ts'
import { halvesOf } from '../halves.ts'

const fn = 'buildBiLstmClassifier'
const needs = ['bilstm/classifier-shapes']

check(
  'bilstm/classifier-padding',
  {
    needs,
    visibility: 'public',
    claim: {
      es: 'Más relleno no cambia la predicción: el mismo texto, con otro `maxLen` y los mismos pesos, da lo mismo.',
      en: 'More padding does not change the prediction: the same text, with another `maxLen` and the same weights, gives the same.',
    },
  },
  async (context) => {
    const tf = await context.tf()
    for (const numLayers of [1, 2]) {
      const config = { ...middlingClassifier, numLayers }
      const random = context.random(`case ${String(numLayers)}`)
      const short = withOurWeights(await buildClassifier(context, config, 1), config, random)
      const long = await buildClassifier(context, { ...config, maxLen: 11 }, 1)
      expectLaw(sameShapes(short, long), 'bilstm.depends-on-length', { fn })
      const texts = [1, 2, 4, 6].map((length) => drawText(random, config, length))
      const expected = await predict(tf, short, batchOf(texts, config.maxLen))
      const padded = await predict(tf, { ...long, weights: short.weights }, batchOf(texts, 11))
      expectLaw(expected.values.length === texts.length * config.numClasses, 'law.constant', { key: fn })
      expectLaw(Math.abs((expected.values[0] ?? 0) - (expected.values[2] ?? 0)) > 1e-6, 'law.constant', { key: fn })
      const k = expected.values.findIndex((value, i) => !(Math.abs(value - (padded.values[i] ?? NaN)) < 1e-5))
      const seen = {
        expected: (expected.values[k] ?? 0).toPrecision(5),
        received: (padded.values[k] ?? NaN).toPrecision(5),
      }
      const words = texts[Math.floor(k / config.numClasses)]?.length ?? 0
      expectLaw(k < 0, 'bilstm.reads-padding', { words, short: config.maxLen, long: 11, ...seen })
    }
  },
)

check(
  'bilstm/classifier-whole-text',
  {
    needs,
    visibility: 'public',
    claim: {
      es: 'Cada mitad llega al clasificador habiendo leído el texto entero: también la que lee hacia atrás.',
      en: 'Each half reaches the classifier having read the whole text: the one that reads backwards, too.',
    },
  },
  async (context) => {
    const config = { ...middlingClassifier, numLayers: 1, maxLen: 4 }
    const random = context.random('case')
    const model = withOurWeights(await buildClassifier(context, config, 1), config, random)
    const halves = halvesOf(model, [config.embedDim], config.hiddenSize, fn)
    const text = [3, 9, 4, 7]
    // Only one word differs: the first or the last.
    const batch = batchOf([text, [12, ...text.slice(1)], [...text.slice(0, -1), 12]], config.maxLen)
    for (const silent of halves) {
      // An LSTM without weights keeps its state at zero, so that what is left is what the other half knows.
      const lone = withWeights(model, ({ values }, k) =>
        k >= silent.first && k < silent.first + 3 ? values.map(() => 0) : values,
      )
      const { values } = await predict(await context.tf(), lone, batch)
      const half = silent.direction === 'forward' ? 'backward' : 'forward'
      for (const [j, end] of [
        [1, 'first'],
        [2, 'last'],
      ] as const) {
        const effect = Math.abs((values[config.numClasses * j] ?? NaN) - (values[0] ?? NaN))
        expectLaw(effect > 1e-6, 'bilstm.last-step-of-backward', { half, end })
      }
    }
  },
)

function sameShapes(a: ModelData, b: ModelData): boolean {
  const shapes = ({ weights }: ModelData): string => weights.map(({ shape }) => shape.join('×')).join()
  return shapes(a) === shapes(b)
}

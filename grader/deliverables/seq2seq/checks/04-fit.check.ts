import { check } from '../../../checks/check.ts'
import { expectLaw } from '../../../checks/expect.ts'
import type { TensorValue } from '../../../subject/protocol.ts'
import { build, expectLoss, fit, largestDifference, predict, written } from '../answers.ts'
import {
  drawSource,
  drawTarget,
  longer,
  mapTensor,
  meanSquaredError,
  mirror,
  mirrorExamples,
  still,
  training,
  type Sizes,
} from '../domains.ts'
import { float32, lossError, visible } from '../tolerances.ts'

/** As many examples as two whole batches, and a target of several steps. */
const sizes: Sizes = { ...longer, batch: 6, targetLength: 4 }

check(
  'seq2seq/loss',
  {
    needs: ['seq2seq/state-passed'],
    visibility: 'public',
    claim: {
      es: 'La pérdida de `fit` es el error cuadrático medio: con objetivos de un solo paso y tasa de aprendizaje 0, el de `predict`.',
      en: 'The loss of `fit` is the mean squared error: for targets of a single step and learning rate 0, that of `predict`.',
    },
  },
  async (context) => {
    const one = { ...sizes, targetLength: 1 }
    const model = await build(context, one, 5)
    const [source, target] = [drawSource(context.random('source'), one), drawTarget(context.random('target'), one)]
    const expected = meanSquaredError(await predict(context, model, source, 1, one), target)
    const losses = await fit(context, model, [source, target], { ...still, epochs: 2 })
    for (const loss of losses) expectLoss(loss, expected, 'seq2seq.loss')
  },
)

check(
  'seq2seq/fit-learns',
  {
    needs: ['seq2seq/state-passed'],
    visibility: 'public',
    claim: {
      es: '`fit` devuelve una pérdida por época, y baja: el modelo aprende a escribir la fuente al revés.',
      en: '`fit` returns one loss per epoch, and it falls: the model learns to write the source backwards.',
    },
  },
  async (context) => {
    const model = await build(context, mirror, 2)
    const losses = await fit(context, model, mirrorExamples(context.random('source')), { ...training, epochs: 10 })
    const [first = NaN, last = NaN] = [losses[0], losses.at(-1)]
    expectLaw(last <= 0.7 * first, 'seq2seq.loss-does-not-fall', written({ first, last }))
  },
)

check(
  'seq2seq/teacher-forcing',
  {
    needs: ['seq2seq/loss'],
    visibility: 'hidden',
    claim: {
      es: 'Al entrenar el decodificador lee el objetivo desplazado; al predecir, su propia salida. Si el objetivo es lo que escribe solo, la pérdida es 0.',
      en: 'In training the decoder reads the shifted target; in prediction, its own output. If the target is what it writes by itself, the loss is 0.',
    },
  },
  async (context) => {
    const model = await build(context, sizes, context.random('seed').seed())
    const source = drawSource(context.random('source'), sizes)
    const own = await predict(context, model, source, sizes.targetLength, sizes)
    const lossOf = async (target: TensorValue): Promise<number> =>
      (await fit(context, model, [source, target], still))[0] ?? NaN

    const other = mapTensor(drawTarget(context.random('target'), sizes), (value) => 3 * value)
    const forced = await lossOf(other)
    const free = meanSquaredError(own, other)
    expectLaw(Math.abs(forced - free) > lossError * free, 'seq2seq.trained-free-running')

    const itself = await lossOf(own)
    expectLaw(itself <= float32, 'seq2seq.not-what-it-reads', written({ loss: itself }))
    // What comes last is read by nobody, so only its own error counts.
    const lastStep = (k: number): boolean => Math.floor(k / sizes.outputSize) % sizes.targetLength === 3
    const onlyLast = mapTensor(own, (value, k) => (lastStep(k) ? (other.data[k] ?? NaN) : value))
    expectLoss(await lossOf(onlyLast), meanSquaredError(own, onlyLast), 'seq2seq.reads-ahead')
  },
)

check(
  'seq2seq/target-forgotten',
  {
    needs: ['seq2seq/state-passed'],
    visibility: 'hidden',
    claim: {
      es: '`predict` no mira los objetivos: con tasa de aprendizaje 0, entrenar con unos u otros no cambia lo que escribe; con otra tasa, sí.',
      en: '`predict` does not look at targets: at learning rate 0, training on these or those does not change what it writes; at another rate it does.',
    },
  },
  async (context) => {
    const model = await build(context, sizes, context.random('seed').seed())
    const [source, draw] = [drawSource(context.random('source'), sizes), context.random('targets')]
    const ask = (): ReturnType<typeof predict> => predict(context, model, source, sizes.targetLength, sizes)
    const before = await ask()
    for (const target of [drawTarget(draw, sizes), drawTarget(draw, sizes)]) {
      await fit(context, model, [source, target], still)
      expectLaw(largestDifference(await ask(), before) <= float32, 'seq2seq.peeks-at-target')
    }
    await fit(context, model, [source, drawTarget(draw, sizes)], { ...training, epochs: 2 })
    expectLaw(largestDifference(await ask(), before) > visible, 'seq2seq.fit-changes-nothing')
  },
)

check(
  'seq2seq/fit-seed',
  {
    needs: ['seq2seq/fit-learns'],
    visibility: 'hidden',
    claim: {
      es: '`options.seed` decide el orden de los ejemplos: con la misma semilla el entrenamiento se repite, con otra no.',
      en: '`options.seed` decides the order of the examples: with the same seed a training repeats itself, with another it does not.',
    },
  },
  async (context) => {
    const examples = mirrorExamples(context.random('source'))
    const start = context.random('model').seed()
    const run = async (seed: number): Promise<readonly number[]> =>
      fit(context, await build(context, mirror, start), examples, { ...training, epochs: 3, seed })
    const [first, again, other] = [await run(11), await run(11), await run(12)]
    const gap = (a: readonly number[]): number => Math.max(...a.map((loss, k) => Math.abs(loss - (first[k] ?? NaN))))
    expectLaw(gap(again) <= float32, 'seq2seq.fit-not-repeatable')
    expectLaw(gap(other) > float32, 'seq2seq.order-not-seeded')
  },
)

check(
  'seq2seq/clipping',
  {
    needs: ['seq2seq/fit-learns'],
    visibility: 'hidden',
    claim: {
      es: '`clipNorm` se aplica: con un límite diminuto el modelo apenas se mueve, con uno grande aprende.',
      en: '`clipNorm` is applied: with a tiny limit the model hardly moves, with a large one it learns.',
    },
  },
  async (context) => {
    const examples = mirrorExamples(context.random('source'))
    const start = context.random('model').seed()
    const change = async (clipNorm: number): Promise<number> => {
      const options = { ...training, epochs: 4, clipNorm }
      const losses = await fit(context, await build(context, mirror, start), examples, options)
      return 1 - (losses.at(-1) ?? NaN) / (losses[0] ?? NaN)
    }
    // So far below Adam's epsilon that its step is, too.
    const [tiny, large] = [await change(1e-12), await change(10)]
    expectLaw(large > 0.05, 'seq2seq.fit-changes-nothing')
    expectLaw(Math.abs(tiny) < 0.01, 'seq2seq.not-clipped')
  },
)

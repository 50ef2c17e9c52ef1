import { check } from '../../../checks/check.ts'
import { expectLaw } from '../../../checks/expect.ts'
import type { TensorValue } from '../../../subject/protocol.ts'
import { build, expectLoss, fit, largestDifference, predict, train } from '../answers.ts'
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
import { visible } from '../tolerances.ts'

const sizes: Sizes = { ...longer, batch: 1, targetLength: 1 }

check(
  'seq2seq/small-batch',
  {
    needs: ['seq2seq/loss'],
    visibility: 'hidden',
    claim: {
      es: 'Un lote incompleto también cuenta: con un solo ejemplo y lotes de tres, la pérdida es la suya y el modelo aprende de él.',
      en: 'A batch that is not full counts, too: with a single example and batches of three the loss is its own, and the model learns from it.',
    },
  },
  async (context) => {
    const model = await build(context, sizes, context.random('seed').seed())
    const source = drawSource(context.random('source'), sizes)
    const target = drawTarget(context.random('target'), sizes)
    const before = await predict(context, model, source, 1, sizes)
    const [loss = NaN] = await fit(context, model, [source, target], still)
    expectLoss(loss, meanSquaredError(before, target), 'seq2seq.small-batch')
    await fit(context, model, [source, target], { ...training, batchSize: 3 })
    const after = await predict(context, model, source, 1, sizes)
    expectLaw(largestDifference(after, before) > visible, 'seq2seq.fit-changes-nothing')
  },
)

check(
  'seq2seq/weight-decay',
  {
    needs: ['seq2seq/fit-learns'],
    visibility: 'hidden',
    claim: {
      es: 'Después de cada paso las matrices pierden la parte learningRate · weightDecay: cuenta el producto, y sin él no pierden nada.',
      en: 'After every step the matrices lose the share learningRate · weightDecay: their product counts, and without it they lose nothing.',
    },
  },
  async (context) => {
    const examples = mirrorExamples(context.random('source'))
    const seed = context.random('model').seed()
    const [source] = examples
    // Gradients so small that Adam stands still: what moves is decay alone.
    const decayed = async (learningRate: number, weightDecay: number): Promise<TensorValue> => {
      const model = await build(context, mirror, seed)
      await fit(context, model, examples, { ...training, clipNorm: 1e-12, learningRate, weightDecay })
      return predict(context, model, source, mirror.targetLength, mirror)
    }
    const [none, some, same] = [await decayed(0.5, 0), await decayed(0.5, 0.2), await decayed(0.2, 0.5)]
    const size = ({ data }: TensorValue): number => data.reduce((sum, value) => sum + Math.abs(value), 0)
    expectLaw(size(some) < size(none) && largestDifference(none, some) > visible, 'seq2seq.not-decayed')
    // A thousandth a step leaves nearly everything, whoever begins with whichever weights.
    const gentle = await decayed(0.5, 0.002)
    const kept = Math.round((100 * size(gentle)) / size(none))
    expectLaw(kept > 80, 'seq2seq.decays-too-much', { kept })
    expectLaw(largestDifference(some, same) < visible / 2, 'seq2seq.decay-not-product')
  },
)

check(
  'seq2seq/clip-norm',
  {
    needs: ['seq2seq/clipping'],
    visibility: 'hidden',
    claim: {
      es: 'Un gradiente recortado mide `clipNorm`, por grande que fuera: con diez veces el error, el paso es el mismo.',
      en: 'A clipped gradient measures `clipNorm`, however large it was: for ten times the error the step is the same.',
    },
  },
  async (context) => {
    const seed = context.random('model').seed()
    const one = { ...sizes, batch: 4 }
    const [source, error] = [drawSource(context.random('source'), one), drawTarget(context.random('target'), one)]
    const before = await predict(context, await build(context, one, seed), source, 1, one)
    const stepped = async (scale: number): Promise<TensorValue> => {
      const model = await build(context, one, seed)
      // The gradient of this error is `scale` times that of the error itself.
      const target = mapTensor(before, (value, k) => value + scale * (error.data[k] ?? NaN))
      // Far below Adam's epsilon its step is as long as the gradient.
      const options = { ...training, batchSize: 4, learningRate: 1, clipNorm: 1e-8 }
      await fit(context, model, [source, target], options)
      return predict(context, model, source, 1, one)
    }
    const [small, large] = [await stepped(1), await stepped(10)]
    const moved = largestDifference(small, before)
    expectLaw(moved > 1e-4, 'seq2seq.fit-changes-nothing')
    expectLaw(largestDifference(small, large) < 0.2 * moved, 'seq2seq.not-clipped-to-norm')
  },
)

check(
  'seq2seq/tensors-freed',
  {
    needs: ['seq2seq/fit-learns'],
    visibility: 'hidden',
    claim: {
      es: '`fit` no deja tensores atrás: entrenar más no ocupa más memoria.',
      en: '`fit` leaves no tensors behind: training more takes no more memory.',
    },
  },
  async (context) => {
    const model = await build(context, mirror, 1)
    const examples = mirrorExamples(context.random('source'))
    // The first call may make what stays with the model.
    await fit(context, model, examples, training)
    const { tensors } = await train(context, model, examples, { ...training, epochs: 2 })
    expectLaw(tensors <= 0, 'seq2seq.tensors-left', { count: tensors })
  },
)

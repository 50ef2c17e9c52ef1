import { check } from '../../../checks/check.ts'
import { expectLaw } from '../../../checks/expect.ts'
import type { TensorValue } from '../../../subject/protocol.ts'
import { build, largestDifference, predict } from '../answers.ts'
import { drawRepeated, drawSource, longer, mapTensor, reversedInTime, type Sizes } from '../domains.ts'
import { faint, visible } from '../tolerances.ts'

check(
  'seq2seq/whole-source',
  {
    needs: ['seq2seq/state-passed'],
    visibility: 'hidden',
    claim: {
      es: 'Cada paso de la fuente y su orden cambian lo que se escribe, del primero al último.',
      en: 'Every step of the source, first to last, and their order change what is written.',
    },
  },
  async (context) => {
    const model = await build(context, longer, context.random('seed').seed())
    const source = drawSource(context.random('source'), longer)
    const ask = (src: typeof source): ReturnType<typeof predict> =>
      predict(context, model, src, longer.targetLength, longer)
    const before = await ask(source)
    const backwards = await ask(reversedInTime(source))
    expectLaw(largestDifference(backwards, before) > visible, 'seq2seq.order-ignored')
    const { sourceLength, inputSize } = longer
    for (let step = 0; step < sourceLength; step++) {
      const isTouched = (k: number): boolean => Math.floor(k / inputSize) % sourceLength === step
      const touched = mapTensor(source, (value, k) => (isTouched(k) ? -value : value))
      expectLaw(largestDifference(await ask(touched), before) > faint, 'seq2seq.step-ignored', { step })
    }
  },
)

check(
  'seq2seq/cell-state',
  {
    needs: ['seq2seq/state-passed'],
    visibility: 'hidden',
    claim: {
      es: 'Al decodificador llegan h y también c: dos fuentes que dejan la misma h y otra c dan otras salidas.',
      en: 'Both h and c reach the decoder: two sources that leave the same h and another c give other outputs.',
    },
  },
  async (context) => {
    const model = await build(context, longer, context.random('seed').seed())
    // One huge input over and over: every gate is fully open or closed, so c grows by one a step wherever f and i are
    // open, while h = o·tanh(c) is ±1 or 0 from the tenth step on.
    const ask = (sourceLength: number): ReturnType<typeof predict> => {
      const source = drawRepeated(context.random('source'), { ...longer, batch: 12, sourceLength }, 1e5)
      return predict(context, model, source, 12, longer)
    }
    const [short, long] = [await ask(12), await ask(24)]
    expectLaw(largestDifference(short, long) > faint, 'seq2seq.cell-state-not-passed')
  },
)

check(
  'seq2seq/hidden-state',
  {
    needs: ['seq2seq/cell-state'],
    visibility: 'hidden',
    claim: {
      es: 'Al decodificador llegan c y también h: dos fuentes que dejan la misma c y otra h dan otras salidas.',
      en: 'Both c and h reach the decoder: two sources that leave the same c and another h give other outputs.',
    },
  },
  async (context) => {
    // One unit and huge repeated inputs: after 12 steps c is 0, ±1 or ±12, and the output gate is open or shut, whence
    // h = ±tanh 1, ±1 or 0. That makes nine states in all, but only five different values of c.
    const sizes: Sizes = { ...longer, inputSize: 8, hiddenSize: 1, batch: 256, sourceLength: 12 }
    const model = await build(context, sizes, context.random('seed').seed())
    const source = drawRepeated(context.random('source'), sizes, 1e6)
    const written = await predict(context, model, source, 4, sizes)
    expectLaw(countDifferent(written) >= 7, 'seq2seq.hidden-state-not-passed')
  },
)

/** How many rows are different from every row before them. */
function countDifferent({ shape, data }: TensorValue): number {
  const size = data.length / (shape[0] ?? 1)
  const close = faint * data.reduce((largest, value) => Math.max(largest, Math.abs(value)), 0)
  const kinds: Float64Array[] = []
  for (let start = 0; start < data.length; start += size) {
    const row = data.subarray(start, start + size)
    const known = kinds.some((kind) => kind.every((value, k) => Math.abs(value - (row[k] ?? NaN)) <= close))
    if (!known) kinds.push(row)
  }
  return kinds.length
}

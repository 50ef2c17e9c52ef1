import { check, type CheckContext } from '../../../checks/check.ts'
import { expectLaw } from '../../../checks/expect.ts'
import { forAll } from '../../../checks/property.ts'
import { stream } from '../../../numeric/random.ts'
import { build, expectVaried, largestDifference, predict } from '../answers.ts'
import { anySizes, drawSource, firstSteps, longer, rowOf, shorter, type Sizes } from '../domains.ts'
import { float32, visible } from '../tolerances.ts'

/** What a model writes without looking at the source is worth nothing, however regular it is. */
const needs = ['seq2seq/state-passed']

check(
  'seq2seq/predict-shapes',
  {
    needs: ['seq2seq/loads'],
    visibility: 'public',
    claim: {
      es: '`predict` devuelve (lote, targetLength, outputSize), también cuando la fuente tiene otra longitud.',
      en: '`predict` returns (batch, targetLength, outputSize), also when the source has another length.',
    },
  },
  async (context) => {
    for (const sizes of [longer, shorter]) {
      const model = await build(context, sizes, 1)
      const source = drawSource(context.random('source'), sizes)
      await predict(context, model, source, sizes.targetLength, sizes)
    }
  },
)

check(
  'seq2seq/state-passed',
  {
    needs: ['seq2seq/predict-shapes'],
    visibility: 'public',
    claim: {
      es: 'El decodificador parte del estado del codificador: con otra fuente ya es otra la primera salida.',
      en: "The decoder starts from the encoder's state: with another source the first output is already another.",
    },
  },
  async (context) => {
    const model = await build(context, longer, 3)
    const source = drawSource(context.random('source'), longer)
    const first = await predict(context, model, source, 1, longer)
    const other = await predict(context, model, drawSource(context.random('other'), longer), 1, longer)
    expectLaw(largestDifference(first, other) > visible, 'seq2seq.state-not-passed')
  },
)

check(
  'seq2seq/seed',
  {
    needs,
    visibility: 'public',
    claim: {
      es: '`buildSeq2Seq` con la misma semilla da el mismo modelo, y con otra semilla da otro.',
      en: '`buildSeq2Seq` gives the same model for the same seed, and another one for another seed.',
    },
  },
  async (context) => {
    const source = drawSource(context.random('source'), longer)
    const ask = async (seed: number): ReturnType<typeof predict> =>
      predict(context, await build(context, longer, seed), source, longer.targetLength, longer)
    const [first, other, again] = [await ask(7), await ask(8), await ask(7)]
    const at = 'predict'
    expectLaw(largestDifference(again, first) === 0, 'init.seed-ignored', { fn: 'buildSeq2Seq', at })
    expectLaw(largestDifference(other, first) > visible, 'init.same-for-every-seed', { fn: 'buildSeq2Seq', name: at })
  },
)

check(
  'seq2seq/length-free',
  {
    needs,
    visibility: 'public',
    claim: {
      es: 'Un mismo modelo escribe tantos pasos como se le piden, y pedir más no cambia los primeros.',
      en: 'One model writes as many steps as it is asked for, and asking for more does not change the first ones.',
    },
  },
  async (context) => {
    await expectPrefixes(context, longer, [1, 3, longer.sourceLength, longer.sourceLength + 4])
  },
)

check(
  'seq2seq/any-sizes',
  {
    needs: ['seq2seq/length-free'],
    visibility: 'hidden',
    claim: {
      es: 'Con tamaños y longitudes al azar, también de 1, `predict` da la forma del contrato y los primeros pasos no dependen de cuántos se piden.',
      en: 'For random sizes and lengths, 1 included, `predict` gives the shape of the contract, and the first steps do not depend on how many are asked for.',
    },
  },
  async (context) => {
    await forAll(
      context,
      'sizes',
      anySizes,
      (sizes) => expectPrefixes(context, sizes, [sizes.targetLength, sizes.targetLength + 3]),
      6,
    )
  },
)

check(
  'seq2seq/batch',
  {
    needs,
    visibility: 'hidden',
    claim: {
      es: 'Cada fila del lote se calcula por su cuenta: no ve a las demás.',
      en: 'Every row of a batch is computed on its own and does not see the others.',
    },
  },
  async (context) => {
    const model = await build(context, longer, context.random('seed').seed())
    const source = drawSource(context.random('source'), longer)
    const whole = await predict(context, model, source, longer.targetLength, longer)
    for (let row = 0; row < longer.batch; row++) {
      const alone = await predict(context, model, rowOf(source, row), longer.targetLength, longer)
      expectVaried(alone.data, 'predict')
      expectLaw(largestDifference(alone, rowOf(whole, row)) <= float32, 'seq2seq.batch', { row })
    }
    expectLaw(largestDifference(rowOf(whole, 0), rowOf(whole, 1)) > visible, 'law.constant', { key: 'predict' })
  },
)

check(
  'seq2seq/deterministic',
  {
    needs,
    visibility: 'hidden',
    claim: {
      es: '`predict` no cambia el modelo: con la misma fuente escribe siempre lo mismo.',
      en: '`predict` does not change the model: for the same source it always writes the same.',
    },
  },
  async (context) => {
    const model = await build(context, longer, context.random('seed').seed())
    const source = drawSource(context.random('source'), longer)
    const first = await predict(context, model, source, longer.targetLength, longer)
    const other = await predict(context, model, drawSource(context.random('other'), shorter), 9, shorter)
    const again = await predict(context, model, source, longer.targetLength, longer)
    expectVaried(other.data, 'predict')
    expectVaried(first.data, 'predict')
    expectLaw(largestDifference(first, again) === 0, 'law.deterministic', { at: 'predict' })
  },
)

/** The outputs of several lengths begin alike, and are not one number over and over. */
async function expectPrefixes(context: CheckContext, sizes: Sizes, lengths: readonly number[]): Promise<void> {
  const draw = stream(context.seed, 'prefixes', JSON.stringify(sizes))
  const model = await build(context, sizes, draw.seed())
  const source = drawSource(draw, sizes)
  const most = Math.max(...lengths)
  const longest = await predict(context, model, source, most, sizes)
  for (const length of lengths) {
    const shortened = await predict(context, model, source, length, sizes)
    const difference = largestDifference(shortened, firstSteps(longest, length))
    expectLaw(difference <= float32, 'seq2seq.length-tied', { short: length, long: most })
  }
  expectVaried(longest.data, 'predict')
}

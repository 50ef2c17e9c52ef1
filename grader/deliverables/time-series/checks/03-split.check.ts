import fc from 'fast-check'
import { check, type CheckContext } from '../../../checks/check.ts'
import { expectForm, expectLaw, expectLawClose } from '../../../checks/expect.ts'
import { forAll } from '../../../checks/property.ts'
import { exactly } from '../../../checks/tolerances.ts'
import { stream } from '../../../numeric/random.ts'
import { split } from '../pipeline.ts'

const needs = ['time-series/loads']

check(
  'time-series/split-order',
  {
    needs,
    visibility: 'public',
    claim: {
      es: '`chronologicalSplit` no cambia el orden ni pierde nada: lo más antiguo para entrenar y lo más nuevo para la prueba.',
      en: '`chronologicalSplit` neither changes the order nor loses anything: the oldest to train, the newest to test.',
    },
  },
  async (context) => {
    await expectSplit(
      context,
      Array.from({ length: 40 }, (_, t) => t + 1),
      { train: 70, val: 15 },
    )
    await expectSplit(
      context,
      Array.from({ length: 20 }, (_, t) => 100 - t),
      { train: 50, val: 25 },
    )
  },
)

check(
  'time-series/split-rounding',
  {
    needs,
    visibility: 'public',
    claim: {
      es: '`chronologicalSplit` redondea hacia abajo en enteros: de 170 datos, el 70 % son 119 y el 15 % son 25.',
      en: '`chronologicalSplit` rounds down in whole numbers: of 170 items 70 % are 119, and 15 % are 25.',
    },
  },
  async (context) => {
    for (const n of [170, 33, 1])
      await expectSplit(
        context,
        Array.from({ length: n }, (_, t) => t),
        { train: 70, val: 15 },
      )
  },
)

check(
  'time-series/split-any',
  {
    needs: ['time-series/split-order'],
    visibility: 'hidden',
    claim: {
      es: '`chronologicalSplit` acierta con tamaños y porcentajes al azar, también con listas de ventanas.',
      en: '`chronologicalSplit` is right for random sizes and percents, also with lists of windows.',
    },
  },
  async (context) => {
    const percents = fc.record({ train: fc.integer({ min: 1, max: 80 }), val: fc.integer({ min: 0, max: 20 }) })
    await forAll(
      context,
      'sizes',
      fc.record({ n: fc.nat(400), percents }),
      async ({ n, percents }) => {
        const random = stream(context.seed, 'split', String(n))
        await expectSplit(
          context,
          Array.from({ length: n }, () => random.int(0, 9)),
          percents,
        )
      },
      25,
    )
    // 70 · n / 100 is a whole number here, and n · 0.7 lies just below it.
    for (const n of [90, 180, 730, 1450])
      await expectSplit(
        context,
        Array.from({ length: n }, (_, t) => t),
        { train: 70, val: 15 },
      )
    await expectSplit(
      context,
      Array.from({ length: 21 }, (_, t) => [t, t + 1]),
      { train: 60, val: 20 },
    )
  },
)

async function expectSplit(
  { subject }: CheckContext,
  items: readonly (number | readonly number[])[],
  percents: { readonly train: number; readonly val: number },
): Promise<void> {
  const expected = split(items, percents.train, percents.val)
  const received = await subject.call('chronologicalSplit', items, percents)
  const n = items.length
  const sizes = (parts: Record<string, unknown>): string =>
    ['train', 'val', 'test'].map((key) => lengthOf(parts[key])).join(' + ')
  expectForm(received, {}, 'chronologicalSplit')
  const seen = { expected: sizes(expected), received: sizes(received as Record<string, unknown>) }
  expectLaw(seen.expected === seen.received, 'series.split-sizes', { n, ...percents, ...seen }, seen)
  expectForm(received, expected, '')
  expectLawClose(received, expected, { name: '', tolerance: exactly, oracle: '' }, 'series.split-order')
}

function lengthOf(part: unknown): string {
  return Array.isArray(part) ? String(part.length) : '?'
}

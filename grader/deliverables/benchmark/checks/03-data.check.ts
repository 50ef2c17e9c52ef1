import { check } from '../../../checks/check.ts'
import { expectLaw } from '../../../checks/expect.ts'
import { forAll } from '../../../checks/property.ts'
import { spread } from '../../../numeric/statistics.ts'
import { makeData } from '../data.ts'
import { configs, middling } from '../domains.ts'

const fn = 'makeBenchmarkData'

check(
  'benchmark/data-form',
  {
    needs: ['benchmark/loads'],
    visibility: 'public',
    claim: {
      es: '`makeBenchmarkData` da `xs` de B × T × D números y `ys` con B clases.',
      en: '`makeBenchmarkData` gives `xs` of B × T × D numbers and `ys` of B classes.',
    },
  },
  async (context) => {
    await makeData(context, middling)
  },
)

check(
  'benchmark/data-seed',
  {
    needs: ['benchmark/data-form'],
    visibility: 'public',
    claim: {
      es: 'Los datos dependen de `config.seed`: la misma da los mismos, otra da otros.',
      en: 'The data depend on `config.seed`: the same gives the same, another gives others.',
    },
  },
  async (context) => {
    const [seed, other] = [context.random('seed').seed(), context.random('other seed').seed()]
    const first = await makeData(context, { ...middling, seed })
    const again = await makeData(context, { ...middling, seed })
    const different = await makeData(context, { ...middling, seed: other })
    for (const key of ['xs', 'ys'] as const) {
      const [a, b, c] = [first, again, different].map((data) => JSON.stringify(data[key]))
      expectLaw(a === b, 'init.seed-ignored', { fn, at: key })
      expectLaw(a !== c, 'init.same-for-every-seed', { fn, name: key })
    }
  },
)

check(
  'benchmark/data-spread',
  {
    needs: ['benchmark/data-form'],
    visibility: 'public',
    claim: {
      es: 'Los números son normales estándar y las clases salen todas, sin relación con ellos.',
      en: 'The numbers are standard normal and all classes come up, unrelated to them.',
    },
  },
  async (context) => {
    const config = { ...middling, batchSize: 120, outputSize: 3, seed: context.random('seed').seed() }
    const { xs, ys } = await makeData(context, config)
    const numbers = xs.flat(2)
    const { mean, std } = spread(numbers)
    // Of 1440 standard normals the mean is within 0.16 of 0 and the deviation within 0.12 of 1, six times in seven million not.
    const seen = { expected: '0 ± 1', received: `${mean.toPrecision(2)} ± ${std.toPrecision(3)}` }
    expectLaw(Math.abs(mean) < 0.16 && Math.abs(std - 1) < 0.12, 'benchmark.data-spread', seen)
    expectLaw(new Set(numbers).size > 0.9 * numbers.length, 'benchmark.data-repeated')
    for (let k = 0; k < config.outputSize; k++) {
      const count = ys.filter((y) => y === k).length
      // 40 are expected, give or take 5.
      expectLaw(count > 10 && count < 80, 'benchmark.data-classes', { class: k, count, all: ys.length })
    }
  },
)

check(
  'benchmark/data-any-sizes',
  {
    needs: ['benchmark/data-form'],
    visibility: 'hidden',
    claim: {
      es: '`makeBenchmarkData` da sus formas, y clases de 0 a K − 1, con tamaños al azar.',
      en: '`makeBenchmarkData` gives its shapes, and classes from 0 to K − 1, for random sizes.',
    },
  },
  async (context) => {
    await forAll(
      context,
      'configs',
      configs,
      async (config) => {
        const { xs } = await makeData(context, config)
        const numbers = xs.flat(2)
        expectLaw(numbers.length === 1 ? numbers[0] !== 0 : new Set(numbers).size > 1, 'law.constant', { key: 'xs' })
      },
      10,
    )
  },
)

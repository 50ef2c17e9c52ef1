import { check } from '../../../checks/check.ts'
import { expectClose, expectLawClose } from '../../../checks/expect.ts'
import { exactly } from '../../../checks/tolerances.ts'
import { countLstmParams } from '../../../oracles/reference/lstm.ts'

const fn = 'countStackedLstmParams'

/** Those of the guide's table, 64 features and 128 units, with one bias per block; and a small one. */
const known: readonly (readonly [inputSize: number, hiddenSize: number, depth: number, expected: number])[] = [
  [5, 8, 1, 448],
  [5, 8, 2, 992],
  [64, 128, 1, 98_816],
  [64, 128, 2, 230_400],
  [64, 128, 3, 361_984],
  [64, 128, 4, 493_568],
]

check(
  'stacked-lstm/count-params',
  {
    needs: ['stacked-lstm/loads'],
    visibility: 'public',
    claim: {
      es: '`countStackedLstmParams` cuenta un sesgo por bloque: (5, 8, 2) → 992 · (64, 128, 1…4) → 98816, 230400, 361984, 493568.',
      en: '`countStackedLstmParams` counts one bias per block: (5, 8, 2) → 992 · (64, 128, 1…4) → 98816, 230400, 361984, 493568.',
    },
  },
  async ({ subject }) => {
    for (const [D, H, depth, expected] of known) {
      const received = await subject.call(fn, D, H, depth)
      const call = `${fn}(${[D, H, depth].join(', ')})`
      const twoBiases = received === expected + 4 * H * depth
      const equalLayers = depth > 1 && received === depth * 4 * H * (D + H + 1)
      const messageId = twoBiases ? 'count.two-biases' : equalLayers ? 'stacked.layers-counted-alike' : 'count.wrong'
      expectLawClose(received, expected, { name: call, tolerance: exactly, oracle: '' }, messageId, { call })
    }
  },
)

check(
  'stacked-lstm/count-any-sizes',
  {
    needs: ['stacked-lstm/loads'],
    visibility: 'hidden',
    claim: { es: `\`${fn}\` acierta con tamaños al azar.`, en: `\`${fn}\` is right for random sizes.` },
  },
  async ({ subject, random }) => {
    const draw = random('sizes')
    for (let k = 0; k < 10; k++) {
      const [D, H, depth] = [draw.int(1, 300), draw.int(1, 300), draw.int(1, 6)]
      const expected = countLstmParams(D, H) + (depth - 1) * countLstmParams(H, H)
      const name = `${fn}(${[D, H, depth].join(', ')})`
      expectClose(await subject.call(fn, D, H, depth), expected, { name, tolerance: exactly, oracle: '' })
    }
  },
)

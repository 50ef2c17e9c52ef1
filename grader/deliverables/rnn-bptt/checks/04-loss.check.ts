import { check } from '../../../checks/check.ts'
import { expectClose, expectFinite, expectForm, expectLaw, expectLawClose } from '../../../checks/expect.ts'
import { expectUnchanged } from '../../../checks/laws.ts'
import { float64, tfjs32 } from '../../../checks/tolerances.ts'
import { describe } from '../../../numeric/compare.ts'
import { fromRows, mat, zeros } from '../../../numeric/mat.ts'
import { crossEntropy, softmax } from '../../../oracles/reference/loss.ts'
import { tfjsSoftmax } from '../../../oracles/tfjs/rnn-loss.ts'

check(
  'rnn-bptt/softmax-tfjs',
  {
    needs: ['rnn-bptt/loads'],
    visibility: 'public',
    claim: {
      es: '`softmax` da probabilidades por columna, las mismas que tfjs.',
      en: '`softmax` gives probabilities column by column, the same as tfjs.',
    },
  },
  async ({ subject, random, tfjs }) => {
    const logits = random('logits').matrix(4, 6, 2)
    const expected = await tfjs((tf) => tfjsSoftmax(tf, logits))
    const received = await subject.call('softmax', logits)
    expectForm(received, zeros(4, 6), 'probs')
    expectColumnSums(received)
    expectClose(received, expected, { name: 'probs', tolerance: tfjs32, oracle: 'tfjs' })
  },
)

check(
  'rnn-bptt/softmax-stable',
  {
    needs: ['rnn-bptt/loads'],
    visibility: 'public',
    claim: {
      es: '`softmax` no se desborda con logits de hasta ±10⁴.',
      en: '`softmax` does not overflow for logits up to ±10⁴.',
    },
  },
  async ({ subject }) => {
    const logits = fromRows([
      [1e4, -1e4, 9999, 0],
      [0, -9999, 1e4, -1e4],
      [-1e4, -1e4, 0, 1e4],
    ])
    const received = await subject.call('softmax', logits)
    expectFinite(received, { rows: 3, columns: 4 }, 'probs')
    expectColumnSums(received)
  },
)

check(
  'rnn-bptt/softmax-reference',
  {
    needs: ['rnn-bptt/loads'],
    visibility: 'hidden',
    claim: {
      es: '`softmax` coincide con la referencia en doble precisión, también con logits enormes y con una sola clase, y no modifica lo que recibe.',
      en: '`softmax` agrees with the double-precision reference, also for huge logits and for a single class, and changes nothing that it is given.',
    },
  },
  async (context) => {
    const { subject, random } = context
    const draw = random('logits')
    const cases = [draw.matrix(5, 3, 1), draw.matrix(2, 7, 3000), draw.matrix(1, 4, 10), draw.matrix(6, 1, 30)]
    for (const logits of cases) {
      expectClose(await subject.call('softmax', logits), softmax(logits), {
        name: 'probs',
        tolerance: float64,
        oracle: 'float64',
      })
    }
    await expectUnchanged(context, 'softmax', { logits: random('unchanged').matrix(4, 3) })
  },
)

check(
  'rnn-bptt/cross-entropy',
  {
    needs: ['rnn-bptt/loads'],
    visibility: 'public',
    claim: {
      es: '`crossEntropy` es la media de −ln p(clase correcta) sobre las columnas.',
      en: '`crossEntropy` is the mean of −ln p(right class) over the columns.',
    },
  },
  async ({ subject }) => {
    const probs = fromRows([
      [0.5, 0.25, 0.1],
      [0.5, 0.75, 0.9],
    ])
    const expected = -(Math.log(0.5) + Math.log(0.75) + Math.log(0.1)) / 3
    const closeness = { name: 'loss', tolerance: { atol: 1e-9, rtol: 1e-9 }, oracle: '' }
    expectLawClose(await subject.call('crossEntropy', probs, [0, 1, 0]), expected, closeness, 'rnn.cross-entropy')
  },
)

check(
  'rnn-bptt/cross-entropy-zero',
  {
    needs: ['rnn-bptt/loads'],
    visibility: 'public',
    claim: {
      es: '`crossEntropy` es grande y finita cuando la probabilidad de la clase correcta es 0.',
      en: '`crossEntropy` is large and finite when the right class has probability 0.',
    },
  },
  async ({ subject }) => {
    const loss = await subject.call(
      'crossEntropy',
      fromRows([
        [0, 1],
        [1, 0],
      ]),
      [0, 0],
    )
    const finite = typeof loss === 'number' && Number.isFinite(loss) && loss > 1
    expectLaw(finite, 'rnn.cross-entropy-infinite', { received: describe(loss) }, { received: describe(loss) })
  },
)

check(
  'rnn-bptt/cross-entropy-reference',
  {
    needs: ['rnn-bptt/loads'],
    visibility: 'hidden',
    claim: {
      es: '`crossEntropy` coincide con la referencia para lotes de 1 a 16 y de 2 a 8 clases.',
      en: '`crossEntropy` agrees with the reference for batches of 1 to 16 and 2 to 8 classes.',
    },
  },
  async ({ subject, random }) => {
    const draw = random('cases')
    for (const batch of [1, 3, 16]) {
      const classes = draw.int(2, 8)
      const probs = softmax(draw.matrix(classes, batch))
      const labels = Array.from({ length: batch }, () => draw.int(0, classes - 1))
      const closeness = { name: 'loss', tolerance: { atol: 1e-9, rtol: 1e-9 }, oracle: 'float64' }
      expectClose(await subject.call('crossEntropy', probs, labels), crossEntropy(probs, labels), closeness)
    }
  },
)

function expectColumnSums(received: unknown): void {
  const probs = received as { rows: number; columns: number; data: Float64Array }
  const sums = mat(1, probs.columns, (_i, j) => {
    let sum = 0
    for (let i = 0; i < probs.rows; i++) sum += probs.data[i * probs.columns + j] ?? NaN
    return sum
  })
  const ones = mat(1, probs.columns, () => 1)
  expectLawClose(sums, ones, { name: 'Σ probs', tolerance: { atol: 1e-9, rtol: 0 }, oracle: '' }, 'rnn.softmax-columns')
}

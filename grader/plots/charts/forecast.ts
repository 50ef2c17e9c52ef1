import type { DataNode } from '../data.ts'
import type { Spec } from '../spec.ts'
import { colors, dashes } from '../theme.ts'
import type { Words } from '../words.ts'
import { lineStyles, stepAxis } from './lines.ts'

const cells = ['lstm', 'gru'] as const
const styles = {
  lstm: { name: 'LSTM', color: colors.vermilion, dash: dashes.dashed },
  gru: { name: 'GRU', color: colors.blue, dash: dashes.dotted },
} as const

/** What came, and what each network had said would come, on the test part. */
export function forecast(data: DataNode, words: Words): Spec {
  const actual = data.field('actual').numbers()
  const predicted = data.field('predicted')
  const asked = cells.filter((cell) => cell === 'lstm' || !predicted.field(cell).isMissing)
  const series = [
    { name: words.say('plot.actual'), color: colors.grey, dash: dashes.solid, values: actual },
    ...asked.map((cell) => ({ ...styles[cell], values: predicted.field(cell).numbersLike(actual) })),
  ]
  return {
    width: 900,
    height: 340,
    data: {
      values: series.flatMap(({ name, values }) => values.map((value, step) => ({ step: step + 1, value, name }))),
    },
    mark: { type: 'line', strokeWidth: 2 },
    encoding: {
      x: stepAxis(words.say('plot.test-step'), [1, actual.length]),
      y: { field: 'value', type: 'quantitative', title: words.say('plot.value'), scale: { zero: false } },
      ...lineStyles(series),
    },
  }
}

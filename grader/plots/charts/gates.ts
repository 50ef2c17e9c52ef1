import type { DataNode } from '../data.ts'
import type { Panel, Spec } from '../spec.ts'
import { colors } from '../theme.ts'
import type { Words } from '../words.ts'

const panels = [
  ['forget', 'plot.forget-gate', colors.vermilion],
  ['input', 'plot.input-gate', colors.green],
  ['output', 'plot.output-gate', colors.orange],
  ['cell', 'plot.cell-state', colors.blue],
] as const

/** The three gates and the cell state of one step of an LSTM, unit by unit. */
export function gates(data: DataNode, words: Words): Spec {
  const forget = data.field('forget').numbers()
  if (forget.length > 24) throw data.field('forget').odd('fewUnits')
  return {
    hconcat: panels.map(([key, title, color]) => {
      const values = data.field(key).numbersLike(forget)
      return panel(values, { title: words.say(title), color, isGate: key !== 'cell' }, words)
    }),
    spacing: 24,
  }
}

/** A gate lies between 0 and 1; its axis says so, unless the values do not. */
function panel(
  values: readonly number[],
  { title, color, isGate }: { title: string; color: string; isGate: boolean },
  words: Words,
): Panel {
  const ends = [...values, 0, ...(isGate ? [1] : [1, -1])]
  const [low, high] = [Math.min(...ends), Math.max(...ends)]
  const room = 0.1 * (high - low)
  const unit = { field: 'unit', type: 'ordinal', title: words.say('plot.unit'), axis: { labelAngle: 0 } } as const
  const height = { type: 'quantitative', title: null } as const
  return {
    title: { text: title, fontSize: 14, offset: 8 },
    width: Math.max(150, 44 * values.length),
    height: 260,
    data: {
      values: values.map((value, k) => ({
        unit: k + 1,
        value,
        top: Math.max(0, value),
        label: words.number(value, 2),
      })),
    },
    encoding: {
      y: { type: 'quantitative', scale: { domain: [low < 0 ? low - room : 0, high + room], nice: false } },
    },
    layer: [
      {
        mark: { type: 'bar', color, stroke: 'black', strokeWidth: 0.8 },
        encoding: { x: unit, y: { field: 'value', ...height } },
      },
      {
        mark: { type: 'text', dy: -8, fontSize: 11 },
        encoding: { x: unit, y: { field: 'top', ...height }, text: { field: 'label', type: 'nominal' } },
      },
      { mark: { type: 'rule', color: 'black' }, encoding: { y: { datum: 0, ...height } } },
    ],
  }
}

import type { DataNode } from '../data.ts'
import type { Panel, Spec } from '../spec.ts'
import { colors } from '../theme.ts'
import type { Words } from '../words.ts'

const models = ['RNN', 'LSTM', 'GRU'] as const

/** Parameters, seconds and final loss of the three networks, with the values on their bars. */
export function bars(data: DataNode, words: Words): Spec {
  const rows = rowsOf(data)
  const steps = data.field('config').field('steps').whole()
  const panels = [
    panel(
      words.say('plot.params'),
      rows.map(({ model, params }) => ({ model, value: params, label: words.number(params) })),
    ),
    panel(
      words.say('plot.seconds', { steps: words.number(steps) }),
      rows.map(({ model, seconds }) => ({ model, value: seconds, label: `${words.number(seconds, 3)} s` })),
    ),
    panel(
      words.say('plot.final-loss'),
      rows.map(({ model, loss }) => ({ model, value: loss, label: words.number(loss, 4) })),
    ),
  ]
  return { hconcat: panels, spacing: 36 }
}

interface Row {
  readonly model: (typeof models)[number]
  readonly params: number
  readonly seconds: number
  readonly loss: number
}

/** At most one row of each network, in the course's order. */
function rowsOf(data: DataNode): readonly Row[] {
  const found = new Map<Row['model'], Row>()
  for (const row of data.field('rows').items()) {
    const model = row.field('model').word(models, 'model')
    if (found.has(model)) throw row.field('model').odd('once')
    const [seconds, loss] = [row.field('seconds').notNegative(), row.field('finalLoss').notNegative()]
    found.set(model, { model, params: row.field('params').whole(), seconds, loss })
  }
  return models.flatMap((model) => found.get(model) ?? [])
}

interface Bar {
  readonly model: string
  readonly value: number
  readonly label: string
}

function panel(title: string, values: readonly Bar[]): Panel {
  const top = Math.max(...values.map(({ value }) => value)) || 1
  const order = values.map(({ model }) => model)
  return {
    title: { text: title, fontSize: 14, offset: 10 },
    width: 240,
    height: 300,
    data: { values: values.map((bar) => ({ ...bar })) },
    encoding: {
      x: { field: 'model', type: 'nominal', sort: order, title: null, axis: { labelAngle: 0, labelFontSize: 13 } },
      y: {
        field: 'value',
        type: 'quantitative',
        title: null,
        scale: { domain: [0, 1.12 * top], nice: false },
        axis: { tickCount: 5 },
      },
    },
    layer: [
      {
        mark: { type: 'bar', stroke: 'black', strokeWidth: 0.8, width: { band: 0.62 } },
        encoding: {
          color: {
            field: 'model',
            type: 'nominal',
            scale: { domain: [...models], range: [colors.vermilion, colors.blue, colors.green] },
            legend: null,
          },
        },
      },
      {
        mark: { type: 'text', dy: -9, fontSize: 13, fontWeight: 'bold' },
        encoding: { text: { field: 'label', type: 'nominal' } },
      },
    ],
  }
}

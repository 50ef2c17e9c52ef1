/** How one line of a chart is told from the others, with and without colours. */
export interface LineStyle {
  readonly name: string
  readonly color: string
  readonly dash: readonly number[]
}

interface LineChannels {
  readonly color: Channel
  readonly strokeDash: Channel
}

interface Channel {
  readonly field: string
  readonly type: 'nominal'
  readonly title?: null
  readonly scale: { domain: string[]; range: (string | number[])[] }
  readonly legend?: { orient: 'bottom'; symbolType: string; symbolSize: number }
}

/** Colours and dashes by the rows' `name`, in one legend below the chart. */
export function lineStyles(styles: readonly LineStyle[]): LineChannels {
  const domain = styles.map(({ name }) => name)
  const field = { field: 'name', type: 'nominal' } as const
  return {
    color: {
      ...field,
      title: null,
      scale: { domain, range: styles.map(({ color }) => color) },
      legend: { orient: 'bottom', symbolType: 'stroke', symbolSize: 700 },
    },
    strokeDash: { ...field, scale: { domain, range: styles.map(({ dash }) => [...dash]) } },
  }
}

interface StepAxis {
  readonly field: string
  readonly type: 'quantitative'
  readonly title: string
  readonly scale: { domain: number[]; nice: false }
  readonly axis: { tickMinStep: number; format: string; grid: false }
}

/** A horizontal axis of whole steps, from the first to the last. */
export function stepAxis(title: string, [first, last]: readonly [number, number]): StepAxis {
  return {
    field: 'step',
    type: 'quantitative',
    title,
    scale: { domain: [first, Math.max(first + 1, last)], nice: false },
    axis: { tickMinStep: 1, format: 'd', grid: false },
  }
}

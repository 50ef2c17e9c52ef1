import { bars } from './charts/bars.ts'
import { curves } from './charts/curves.ts'
import { forecast } from './charts/forecast.ts'
import { gates } from './charts/gates.ts'
import { norms } from './charts/norms.ts'
import { unrolled } from './charts/unrolled.ts'
import type { Chart } from './spec.ts'

/** Every kind of chart that a figure can name. */
export const charts = { bars, curves, forecast, gates, norms, unrolled } as const satisfies Readonly<
  Record<string, Chart>
>

export type ChartKind = keyof typeof charts

export const chartKinds = Object.keys(charts) as readonly ChartKind[]

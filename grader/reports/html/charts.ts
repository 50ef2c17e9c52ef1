import type { CurveName, Report, ReportCurve } from '../../model/report.ts'
import type { MessageId } from '../../messages/say.ts'
import { coordinate, countTicks, maximum, minimum, pathOf, roundScale, type Point } from './svg.ts'
import type { Words } from './words.ts'

/** One line of a chart, with what its text twin says of it. */
export interface LineView {
  /** The class of its colour and dashes. */
  readonly style: string
  readonly name: string
  readonly points: string
  /** A curve of one value is no line. */
  readonly dot: { readonly x: string; readonly y: string } | null
  readonly first: string
  readonly last: string
  readonly low: string
  readonly high: string
}

export interface ChartView {
  readonly id: string
  readonly slug: string
  readonly title: string
  readonly description: string
  readonly wide: boolean
  readonly width: number
  readonly height: number
  readonly left: number
  readonly right: number
  readonly bottom: number
  readonly horizontal: readonly { readonly y: string; readonly labelY: string; readonly label: string }[]
  readonly vertical: readonly { readonly x: string; readonly label: string }[]
  readonly xTitle: string
  readonly lines: readonly LineView[]
}

/** What may be drawn of one deliverable: which curves share axes, and what the axes are. */
interface Kind {
  readonly id: string
  readonly title: MessageId
  readonly xTitle: MessageId
  readonly names: readonly CurveName[]
  readonly wide: boolean
  /** A value that the axis shows in any case. */
  readonly floor?: number
}

const kinds: readonly Kind[] = [
  {
    id: 'loss',
    title: 'page.chart-loss',
    xTitle: 'plot.epoch',
    names: ['trainLoss', 'valLoss'],
    wide: false,
    floor: 0,
  },
  {
    id: 'accuracy',
    title: 'page.chart-accuracy',
    xTitle: 'plot.epoch',
    names: ['trainAccuracy', 'valAccuracy'],
    wide: false,
  },
  {
    id: 'forecast',
    title: 'page.chart-forecast',
    xTitle: 'plot.test-step',
    names: ['actual', 'predicted.rnn', 'predicted.lstm', 'predicted.gru'],
    wide: true,
  },
]

/** Every chart that a report holds curves for, deliverable by deliverable. */
export function chartViews({ curves }: Report, words: Words): readonly ChartView[] {
  const slugs = [...new Set(curves.map(({ deliverable }) => deliverable))]
  return slugs.flatMap((slug) =>
    kinds.flatMap((kind) => {
      const own = curves.filter(({ deliverable, name }) => deliverable === slug && kind.names.includes(name))
      return own.length === 0 ? [] : [chart(slug, kind, own, words)]
    }),
  )
}

function chart(slug: string, kind: Kind, curves: readonly ReportCurve[], words: Words): ChartView {
  const [width, height, left, right, bottom] = [kind.wide ? 680 : 340, 190, 44, kind.wide ? 664 : 324, 150]
  const top = 8
  const scale = roundScale(
    curves.flatMap(({ values }) => values),
    kind.floor,
  )
  const count = maximum(curves.map(({ values }) => values.length))
  const x = (k: number): number => (count === 1 ? (left + right) / 2 : left + ((right - left) * k) / (count - 1))
  const y = (value: number): number => bottom - ((bottom - top) * (value - scale.low)) / (scale.high - scale.low)
  const lines = curves.map((curve) =>
    line(
      curve,
      curve.values.map((value, k) => [x(k), y(value)]),
      words,
    ),
  )
  const title = words.say(kind.title)
  return {
    id: `${slug}-${kind.id}`.replace(/[^a-z0-9]+/gi, '-'),
    slug,
    title,
    description: lines
      .map(({ name, first, last, low, high }) => describe(words, { name, first, last, low, high }))
      .join(' '),
    wide: kind.wide,
    width,
    height,
    left,
    right,
    bottom,
    horizontal: scale.ticks.map((tick) => ({
      y: coordinate(y(tick)),
      labelY: coordinate(y(tick) + 4),
      label: words.figure(tick),
    })),
    vertical: countTicks(count).map((tick) => ({ x: coordinate(x(tick - 1)), label: words.figure(tick) })),
    xTitle: words.say(kind.xTitle),
    lines,
  }
}

function line({ name, values }: ReportCurve, points: readonly Point[], words: Words): LineView {
  const [only] = points
  return {
    style: styles[name],
    name: nameOf(name, words),
    points: pathOf(points),
    dot: points.length === 1 && only !== undefined ? { x: coordinate(only[0]), y: coordinate(only[1]) } : null,
    first: words.figure(values[0] ?? 0),
    last: words.figure(values.at(-1) ?? 0),
    low: words.figure(minimum(values)),
    high: words.figure(maximum(values)),
  }
}

function describe(words: Words, said: Pick<LineView, 'name' | 'first' | 'last' | 'low' | 'high'>): string {
  return words.say('page.chart-line', { ...said })
}

function nameOf(name: CurveName, words: Words): string {
  if (name === 'actual') return words.say('plot.actual')
  if (name === 'trainLoss' || name === 'trainAccuracy') return words.say('plot.train')
  if (name === 'valLoss' || name === 'valAccuracy') return words.say('plot.validation')
  return name.slice('predicted.'.length).toUpperCase()
}

/** No two lines of one chart are alike, in colour or in dashes. */
const styles: Readonly<Record<CurveName, string>> = {
  trainLoss: 'first',
  trainAccuracy: 'first',
  valLoss: 'second',
  valAccuracy: 'second',
  actual: 'ground',
  'predicted.lstm': 'second',
  'predicted.gru': 'first',
  'predicted.rnn': 'third',
}

import type { DataNode } from '../data.ts'
import type { Spec } from '../spec.ts'
import { colors, dashes } from '../theme.ts'
import type { Words } from '../words.ts'
import { lineStyles, stepAxis } from './lines.ts'

const styles = [
  { color: colors.vermilion, dash: dashes.dashed },
  { color: colors.green, dash: dashes.solid },
  { color: colors.blue, dash: dashes.dotted },
] as const

/** Norms of the powers of recurrent matrices of several scales, going back in time, on a logarithmic axis. */
export function norms(data: DataNode, words: Words): Spec {
  const curves = data.field('curves').items()
  const series = styles.slice(0, curves.length).flatMap((style, k) => {
    const curve = curves[k]
    return curve ? [{ ...style, name: legend(curve.field('scale').positive(), words), norms: normsOf(curve) }] : []
  })
  if (curves.length > styles.length) throw data.field('curves').odd('threeCurves')
  const ticks = decades(series.flatMap((curve) => curve.norms))
  return {
    width: 720,
    height: 380,
    data: { values: series.flatMap(({ name, norms }) => norms.map((norm, step) => ({ step, norm, name }))) },
    mark: 'line',
    encoding: {
      x: stepAxis(words.say('plot.steps-back'), [0, Math.max(...series.map((curve) => curve.norms.length)) - 1]),
      y: {
        field: 'norm',
        type: 'quantitative',
        title: words.say('plot.norm'),
        scale: { type: 'log', domain: [ticks[0]?.value ?? 1, ticks.at(-1)?.value ?? 10], nice: false },
        axis: { values: ticks.map(({ value }) => value), labelExpr: labels(ticks) },
      },
      ...lineStyles(series),
    },
  }
}

function normsOf(curve: DataNode): readonly number[] {
  return curve
    .field('norms')
    .items()
    .map((norm) => norm.positive())
}

function legend(scale: number, words: Words): string {
  const id = scale < 1 ? 'plot.vanishing' : scale > 1 ? 'plot.exploding' : 'plot.stable'
  return words.say(id, { scale: words.number(scale, 3) })
}

interface Tick {
  readonly exponent: number
  readonly value: number
}

/** Powers of ten from below the smallest value to above the largest, a dozen at most. */
function decades(values: readonly number[]): readonly Tick[] {
  const logs = values.map((value) => Math.log10(value))
  const [low, high] = logs.reduce(([a, b], log) => [Math.min(a, log), Math.max(b, log)], [Infinity, -Infinity])
  const step = steps.find((size) => (high - low) / size <= 10) ?? 100
  // A norm of √10 to nine digits must not open a decade of its own.
  const first = Math.floor(low / step + 1e-9)
  const last = Math.max(first + 1, Math.ceil(high / step - 1e-9))
  return Array.from({ length: last - first + 1 }, (_, k) => (first + k) * step).map((exponent) => ({
    exponent,
    value: Number(`1e${String(exponent)}`),
  }))
}

const steps = [1, 2, 3, 5, 10, 20, 50, 100]

/** 10⁻¹⁵ rather than 0.000000000000001, as an expression of Vega. */
function labels(ticks: readonly Tick[]): string {
  const texts = ticks.map(({ exponent }) => `10${Array.from(String(exponent), (digit) => raised[digit]).join('')}`)
  const [first, second] = ticks.map(({ exponent }) => exponent)
  const step = (second ?? 1) - (first ?? 0)
  return `${JSON.stringify(texts)}[round((log(datum.value) / LN10 - ${String(first ?? 0)}) / ${String(step)})]`
}

const raised: Readonly<Record<string, string>> = {
  '-': '⁻',
  ...Object.fromEntries(Array.from('⁰¹²³⁴⁵⁶⁷⁸⁹', (digit, k) => [String(k), digit])),
}

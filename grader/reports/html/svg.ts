/** A place on a drawing, in its own units. */
export type Point = readonly [x: number, y: number]

/** Where values stand on an axis, and which of them have a label. */
export interface Scale {
  readonly low: number
  readonly high: number
  readonly ticks: readonly number[]
}

/** A scale with three to eight round labels that holds all values; `floor` is held too, where it is given. */
export function roundScale(values: readonly number[], floor?: number): Scale {
  const held = floor === undefined ? values : [...values, floor]
  const [least, most] = [minimum(held), maximum(held)]
  const room = most === least ? Math.max(Math.abs(most), 1) : most - least
  const step = roundStep(room / 6)
  const [from, to] = [Math.floor(least / step), Math.max(Math.ceil(most / step), Math.floor(least / step) + 1)]
  const ticks = Array.from({ length: to - from + 1 }, (_, k) => (from + k) * step)
  return { low: from * step, high: to * step, ticks }
}

/** Whole steps from 1 to `count`: the first, the last, and what is round between them. */
export function countTicks(count: number): readonly number[] {
  if (count < 6) return Array.from({ length: count }, (_, k) => k + 1)
  const step = Math.max(1, roundStep(count / 5))
  const between = Array.from({ length: Math.floor(count / step) }, (_, k) => (k + 1) * step)
  return [1, ...between.filter((tick) => tick > 1 && count - tick >= step / 2), count]
}

/** A coordinate, short: a tenth of a unit is below what a screen shows. */
export function coordinate(value: number): string {
  return String(Math.round(value * 10) / 10)
}

export function pathOf(points: readonly Point[]): string {
  return points.map(([x, y]) => `${coordinate(x)},${coordinate(y)}`).join(' ')
}

export function minimum(values: readonly number[]): number {
  return values.reduce((least, value) => Math.min(least, value), Infinity)
}

export function maximum(values: readonly number[]): number {
  return values.reduce((most, value) => Math.max(most, value), -Infinity)
}

/** 1, 2 or 5 times a power of ten, at least as large. */
function roundStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least))
  return ([1, 2, 5, 10].find((factor) => factor * power >= least * 0.999) ?? 10) * power
}

import { spread } from '../../numeric/statistics.ts'
import type { Windows } from './contract.ts'

/** A series ready for training: what goes over to the student's code, and what stays here. */
export interface Prepared {
  readonly scaler: Scaler
  /** Scaled. */
  readonly train: Windows
  /** Scaled. */
  readonly validation: Windows
  /** Scaled inputs; nothing of this part goes over. */
  readonly test: Windows
  /** The values that follow the windows of the test part, in the units of the series, one after the other. */
  readonly actual: readonly number[]
}

export interface Scaler {
  readonly mean: number
  readonly std: number
}

/** Splits 70/15/15 in the order of time, scales by the training part, and takes windows within each part. */
export function prepare(series: readonly number[], window: number, horizon: number): Prepared {
  const { train, val, test } = split(series, 70, 15)
  const scaler = scalerOf(train)
  const scaled = (part: readonly number[]): Windows => windows(part.map(scale(scaler)), window, horizon)
  return {
    scaler,
    train: scaled(train),
    validation: scaled(val),
    test: scaled(test),
    actual: windows(test, window, horizon).ys.flat(),
  }
}

export function windows(series: readonly number[], window: number, horizon: number): Windows {
  const [xs, ys]: [number[][], number[][]] = [[], []]
  for (let end = window; end + horizon <= series.length; end++) {
    xs.push(series.slice(end - window, end))
    ys.push(series.slice(end, end + horizon))
  }
  return { xs, ys }
}

/** How many windows a series of `n` values has. */
export function windowCount(n: number, window: number, horizon: number): number {
  return Math.max(0, n - window - horizon + 1)
}

export function split<Item>(
  items: readonly Item[],
  train: number,
  val: number,
): { train: Item[]; val: Item[]; test: Item[] } {
  const part = (percent: number): number => (items.length * percent - ((items.length * percent) % 100)) / 100
  const [first, second] = [part(train), part(train) + part(val)]
  return { train: items.slice(0, first), val: items.slice(first, second), test: items.slice(second) }
}

export function scalerOf(values: readonly number[]): Scaler {
  const { mean, std } = spread(values)
  return values.every((value) => value === values[0]) ? { mean: values[0] ?? NaN, std: 1 } : { mean, std }
}

export function scale({ mean, std }: Scaler): (value: number) => number {
  return (value) => (value - mean) / std
}

/** Mean squared error with the standard error of that mean. */
export function squaredError(
  actual: readonly number[],
  predicted: ArrayLike<number>,
): { mse: number; standardError: number } {
  const { mean, std } = spread(actual.map((value, k) => ((predicted[k] ?? NaN) - value) ** 2))
  return { mse: mean, standardError: std / Math.sqrt(actual.length) }
}

/**
 * Mean squared errors, on the test part, of the two forecasters that learn nothing: the last value again, and the value
 * one `period` before (at least as long as the horizon), which for the first windows lies in the validation part.
 */
export function baselines(
  series: readonly number[],
  { window, horizon, period }: { readonly window: number; readonly horizon: number; readonly period: number },
): { persistence: number; seasonal: number } {
  const errors: { persistence: number[]; seasonal: number[] } = { persistence: [], seasonal: [] }
  const at = (t: number): number => series[t] ?? NaN
  const firstTarget = series.length - split(series, 70, 15).test.length + window
  for (let target = firstTarget; target + horizon <= series.length; target++) {
    for (let step = 0; step < horizon; step++) {
      errors.persistence.push(at(target + step) - at(target - 1))
      errors.seasonal.push(at(target + step) - at(target + step - period))
    }
  }
  const meanSquare = (list: readonly number[]): number => spread(list.map((error) => error ** 2)).mean
  return { persistence: meanSquare(errors.persistence), seasonal: meanSquare(errors.seasonal) }
}

import { describe, expect, it } from 'vitest'
import { baselines, prepare, scalerOf, split, windows } from '../../../deliverables/time-series/pipeline.ts'
import {
  birthsPeriod,
  drawSinusoid,
  sinusoidNoise,
  sinusoidPeriod,
  usBirths,
} from '../../../deliverables/time-series/series.ts'
import { stream } from '../../../numeric/random.ts'
import { spread } from '../../../numeric/statistics.ts'

describe('The sinusoid', () => {
  const series = drawSinusoid(stream(1, 'sinusoid'), 20_000)

  it('is the double sine of the guide with noise of 0.1', () => {
    const noise = series.map((value, t) => value - Math.sin(0.1 * Math.PI * t) - 0.5 * Math.sin(0.3 * Math.PI * t))
    const { mean, std } = spread(noise)
    expect(Math.abs(mean)).toBeLessThan(0.003)
    expect(std).toBeCloseTo(sinusoidNoise, 2)
  })

  it('has the baselines of theory', () => {
    const { persistence, seasonal } = baselines(series, { window: 30, horizon: 1, period: sinusoidPeriod })
    const noise = 2 * sinusoidNoise ** 2
    expect(persistence).toBeCloseTo(1 - Math.cos(0.1 * Math.PI) + 0.25 * (1 - Math.cos(0.3 * Math.PI)) + noise, 2)
    expect(seasonal).toBeCloseTo(noise, 2)
  })

  it('is the same for the same stream, and another for another', () => {
    expect(drawSinusoid(stream(1, 'sinusoid'), 50)).toEqual(series.slice(0, 50))
    expect(drawSinusoid(stream(2, 'sinusoid'), 50)).not.toEqual(series.slice(0, 50))
  })
})

describe('The births', () => {
  const days = usBirths()
  const start = Date.UTC(2000, 0, 1)
  const weekday = (k: number): number => new Date(start + k * 86_400_000).getUTCDay()

  it('are every day from 2000 to 2014', () => {
    expect(days).toHaveLength((Date.UTC(2015, 0, 1) - start) / 86_400_000)
    expect([days[0], days.at(-1)]).toEqual([9083, 11_990])
    expect(days.reduce((sum, value) => sum + value, 0)).toBe(62_187_024)
  })

  it('have a week in which Sunday is the quietest day and Tuesday the busiest', () => {
    const means = Array.from(
      { length: birthsPeriod },
      (_, day) => spread(days.filter((_, k) => weekday(k) === day)).mean,
    )
    expect(means.indexOf(Math.min(...means))).toBe(0)
    expect(means.indexOf(Math.max(...means))).toBe(2)
  })

  it('have the baselines of the handout', () => {
    const { persistence, seasonal } = baselines(days, { window: 14, horizon: 1, period: birthsPeriod })
    expect([Math.round(persistence), Math.round(seasonal)]).toEqual([5_932_908, 1_024_534])
  })
})

describe('The pipeline', () => {
  it('splits before it makes windows, and scales by the training part', () => {
    const series = Array.from({ length: 200 }, (_, t) => t ** 2)
    const { train, validation, test, actual, scaler } = prepare(series, 6, 2)
    expect([train, validation, test].map(({ xs }) => xs.length)).toEqual([133, 23, 23])
    expect(scaler).toEqual(scalerOf(series.slice(0, 140)))
    expect((test.xs[0]?.[0] ?? NaN) * scaler.std + scaler.mean).toBeCloseTo(170 ** 2, 6)
    expect(actual.slice(0, 2)).toEqual([176 ** 2, 177 ** 2])
    expect(actual).toHaveLength(46)
  })

  it('rounds down in whole numbers', () => {
    const sizes = (n: number): number[] =>
      Object.values(split(new Array<number>(n).fill(0), 70, 15)).map(({ length }) => length)
    expect([170, 2000, 1].map(sizes)).toEqual([
      [119, 25, 26],
      [1400, 300, 300],
      [0, 0, 1],
    ])
  })

  it('has no window where none fits', () => {
    expect(windows([1, 2, 3], 3, 1)).toEqual({ xs: [], ys: [] })
    expect(windows([1, 2, 3, 4], 3, 1)).toEqual({ xs: [[1, 2, 3]], ys: [[4]] })
  })
})

import type { CheckContext } from '../../checks/check.ts'
import { expectForm, expectLaw } from '../../checks/expect.ts'
import { stream } from '../../numeric/random.ts'
import type { Cell, ForecasterConfig, TrainOptions } from './contract.ts'
import { split, windowCount, windows } from './pipeline.ts'
import { drawSinusoid } from './series.ts'
import { stepsOf } from './training.ts'

export type Comparison = Readonly<Record<Cell, { readonly params: number; readonly metrics: Metrics }>>

export interface Metrics {
  readonly mse: number
  readonly rmse: number
  readonly mae: number
}

export const cells = ['lstm', 'gru'] as const

/** Calls the student's `compareCells`; what comes back has the form of the contract and finite metrics. */
export async function compareCells(
  { subject }: CheckContext,
  series: readonly number[],
  config: Omit<ForecasterConfig, 'cell'>,
  options: TrainOptions,
): Promise<Comparison> {
  const train = windows(split(series, 70, 15).train, config.window, config.horizon)
  // Windows that are cut before the split are a few more; that is found by what it does to the metrics.
  const steps = 2 * (stepsOf(train, options) + options.epochs)
  const limits = { seed: options.seed, steps, epochs: options.epochs }
  const { value } = await subject.train('compareCells', [series, config, options], limits)
  const one = { params: 0, metrics: { mse: 0, rmse: 0, mae: 0 } }
  expectForm(value, { lstm: one, gru: one }, '')
  const comparison = value as Comparison
  for (const cell of cells) {
    const { mse, rmse, mae } = comparison[cell].metrics
    expectLaw([mse, rmse, mae].every(Number.isFinite), 'series.loss-not-finite')
  }
  return comparison
}

/** A comparison small enough to be made many times: one epoch, so that nothing can be chosen by the validation part. */
export const quick = {
  config: { window: 6, horizon: 2, hiddenSize: 5, numLayers: 1, dropout: 0 },
  options: { epochs: 1, batchSize: 32, learningRate: 0.01, clipNorm: 1, weightDecay: 0, seed: 3 },
} as const

/** How much the last value of the series is moved: several times its spread. */
export const shift = 4

/** Numbers that the metrics of {@link quick} average over: the windows within the test part, times the horizon. */
export function comparedValues(n: number): number {
  const { window, horizon } = quick.config
  return horizon * windowCount(split(new Array<number>(n).fill(0), 70, 15).test.length, window, horizon)
}

/** The same comparison on one series and on others whose future was changed. */
export interface Perturbed {
  readonly n: number
  readonly base: Comparison
  /** The last value, which no window reads, moved up and down: only one error may change. */
  readonly up: Comparison
  readonly down: Comparison
  /** Moved up twice as far. */
  readonly further: Comparison
  /** Another validation part, with another mean and spread: nothing may change. */
  readonly otherValidation: Comparison
}

export async function perturbed(context: CheckContext): Promise<Perturbed> {
  return context.once('perturbed', async () => {
    const random = stream(context.seed, 'time-series', 'perturbed')
    const n = random.int(150, 180)
    const series = drawSinusoid(random, n)
    const { train, val, test } = split(series, 70, 15)
    const moved = (by: number): number[] => series.with(-1, (series.at(-1) ?? NaN) + by)
    const compare = (values: readonly number[]): Promise<Comparison> =>
      compareCells(context, values, quick.config, quick.options)
    return {
      n,
      base: await compare(series),
      up: await compare(moved(shift)),
      down: await compare(moved(-shift)),
      further: await compare(moved(2 * shift)),
      otherValidation: await compare([...train, ...val.map((value) => 2 - 1.5 * value), ...test]),
    }
  })
}

/**
 * While all forecasts stay the same, the error is a parabola in the shift d: mse(d) = mse(0) + (d² + 2·d·e) / M, with e
 * the error of the last forecast and M the number of values. Three comparisons give M, and what the fourth must be.
 */
export function parabola(
  { base, up, down, further }: Perturbed,
  cell: Cell,
): { values: number; expected: number; received: number } {
  const [middle, above, below] = [base, up, down].map((comparison) => comparison[cell].metrics.mse)
  const [a, b, c] = [middle ?? NaN, above ?? NaN, below ?? NaN]
  const curvature = b + c - 2 * a
  return {
    values: (2 * shift ** 2) / curvature,
    expected: a + (b - c) + 2 * curvature,
    received: further[cell].metrics.mse,
  }
}

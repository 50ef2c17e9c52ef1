import type { Random } from '../../numeric/random.ts'
import births from './data/us-births.json' with { type: 'json' }

/** Values until the sinusoid repeats itself, but for its noise: 1 / 0.05. */
export const sinusoidPeriod = 20

/** Standard deviation of the sinusoid's noise; its square is the error that nobody can beat. */
export const sinusoidNoise = 0.1

/** The guide's series: sin(2π·0.05·t) + 0.5·sin(2π·0.15·t) + noise. */
export function drawSinusoid(random: Random, n: number): number[] {
  const turn = (2 * Math.PI) / sinusoidPeriod
  return Array.from(
    { length: n },
    (_, t) => Math.sin(turn * t) + 0.5 * Math.sin(3 * turn * t) + random.normal(sinusoidNoise),
  )
}

/** Births have a week. */
export const birthsPeriod = 7

/** The last `days` of the daily births in the United States, 2000 to 2014; see data/README.md. */
export function usBirths(days = births.values.length): readonly number[] {
  return births.values.slice(-days)
}

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { stream, type Random } from '../../numeric/random.ts'
import { spread } from '../../numeric/statistics.ts'

describe('A stream', () => {
  it('gives the same numbers for the same seed and names, whatever they are', () => {
    fc.assert(
      fc.property(fc.integer(), fc.array(fc.string()), (seed, names) => {
        expect(some(stream(seed, ...names))).toEqual(some(stream(seed, ...names)))
      }),
    )
  })

  it('does not depend on what other streams gave', () => {
    const alone = some(stream(7, 'a'))
    const other = stream(7, 'b')
    const beside = stream(7, 'a')
    expect(some(other)).not.toEqual(alone)
    expect(some(beside)).toEqual(alone)
  })

  it('is another one for another seed, another name, or another order of names', () => {
    const streams = [stream(1), stream(2), stream(1, 'a'), stream(1, 'b'), stream(1, 'a', 'b'), stream(1, 'b', 'a')]
    expect(new Set(streams.map((random) => JSON.stringify(some(random)))).size).toBe(streams.length)
  })

  it('of neighbouring seeds is not correlated with its neighbour', () => {
    const first = Array.from({ length: 2000 }, (_, seed) => stream(seed, 'x').normal())
    const pairs = first.slice(1).map((value, k) => value * (first[k] ?? NaN))
    expect(Math.abs(spread(pairs).mean)).toBeLessThan(5 / Math.sqrt(2000))
    expectMoments(first, 0, 1)
  })
})

describe('The numbers of a stream', () => {
  it('are uniform between the bounds', () => {
    const random = stream(11, 'uniform')
    const values = Array.from({ length: 20_000 }, () => random.uniform(-2, 4))
    expect(Math.min(...values)).toBeGreaterThanOrEqual(-2)
    expect(Math.max(...values)).toBeLessThan(4)
    expectMoments(values, 1, 6 / Math.sqrt(12))
  })

  it('are standard normals times the scale, always finite', () => {
    const random = stream(11, 'normal')
    const values = Array.from({ length: 20_000 }, () => random.normal(3))
    expect(values.every(Number.isFinite)).toBe(true)
    expectMoments(values, 0, 3)
    const beyond = values.filter((value) => Math.abs(value) > 6).length / values.length
    expect(beyond).toBeCloseTo(0.0455, 1)
  })

  it('fill a matrix row by row with independent normals', () => {
    const m = stream(11, 'matrix').matrix(100, 200, 0.5)
    expect([m.rows, m.columns, m.data.length]).toEqual([100, 200, 20_000])
    expectMoments(m.data, 0, 0.5)
    const products = Array.from(m.data.subarray(1), (value, k) => value * (m.data[k] ?? NaN))
    expect(Math.abs(spread(products).mean)).toBeLessThan((5 * 0.25) / Math.sqrt(20_000))
  })

  it('as whole numbers reach both bounds, each about as often', () => {
    const random = stream(11, 'int')
    const counts = new Map<number, number>()
    for (let k = 0; k < 7000; k++) {
      const value = random.int(-3, 3)
      counts.set(value, (counts.get(value) ?? 0) + 1)
    }
    expect([...counts.keys()].sort((a, b) => a - b)).toEqual([-3, -2, -1, 0, 1, 2, 3])
    for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(200)
    expect(random.int(5, 5)).toBe(5)
  })

  it('as seeds are whole, not negative, and below 2³¹', () => {
    const random = stream(11, 'seed')
    const seeds = Array.from({ length: 1000 }, () => random.seed())
    expect(seeds.every((seed) => Number.isInteger(seed) && seed >= 0 && seed < 2 ** 31)).toBe(true)
    expect(new Set(seeds).size).toBe(1000)
  })
})

function some(random: Random): unknown[] {
  return [random.seed(), random.int(0, 9), random.uniform(), random.normal(), Array.from(random.matrix(2, 2).data)]
}

/** Within five standard errors of the mean, and five per cent of the deviation. */
function expectMoments(values: ArrayLike<number>, mean: number, std: number): void {
  const seen = spread(values)
  expect(Math.abs(seen.mean - mean)).toBeLessThan((5 * std) / Math.sqrt(values.length))
  expect(Math.abs(seen.std / std - 1)).toBeLessThan(0.05)
}

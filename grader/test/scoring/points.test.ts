import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { share, toHundredths, toPoints } from '../../scoring/points.ts'

const weights = fc.array(fc.oneof(fc.integer({ min: 1, max: 10 }), fc.double({ min: 1e-3, max: 1000, noNaN: true })), {
  minLength: 1,
  maxLength: 40,
})

describe('Shares of a row', () => {
  it('are whole, not negative, and add up to it exactly', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000 }), weights, (total, list) => {
        const shares = share(total, list)
        expect(shares).toHaveLength(list.length)
        expect(shares.every((value) => Number.isInteger(value) && value >= 0)).toBe(true)
        expect(shares.reduce((a, b) => a + b, 0)).toBe(total)
      }),
      { numRuns: 2000 },
    )
  })

  it('are less than one hundredth from what the weight asks for', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000 }), weights, (total, list) => {
        const sum = list.reduce((a, b) => a + b, 0)
        share(total, list).forEach((value, k) => {
          expect(Math.abs(value - (total * (list[k] ?? NaN)) / sum)).toBeLessThan(1 + 1e-9)
        })
      }),
    )
  })

  it('give no more to the lighter', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000 }), weights, (total, list) => {
        const shares = share(total, list)
        for (const [k, weight] of list.entries()) {
          for (const [m, other] of list.entries()) {
            if (weight < other) expect(shares[k]).toBeLessThanOrEqual((shares[m] ?? NaN) + 1)
            if (weight === other && k < m) expect(shares[k]).toBeGreaterThanOrEqual(shares[m] ?? NaN)
          }
        }
      }),
    )
  })

  it('keep to limits, where there are some, and still add up where these leave room', () => {
    const limited = fc.array(fc.tuple(fc.nat(1000), fc.nat(1000)), { minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(limited, fc.double({ min: 0, max: 1, noNaN: true }), (pairs, part) => {
        const [list, limits] = [pairs.map(([weight]) => weight), pairs.map(([, limit]) => limit)]
        const room = limits.reduce((a, b) => a + b, 0)
        const total = Math.round(part * room)
        const shares = share(total, list, limits)
        shares.forEach((value, k) => {
          expect(value).toBeLessThanOrEqual(limits[k] ?? NaN)
        })
        expect(shares.reduce((a, b) => a + b, 0)).toBe(total)
      }),
    )
    expect(share(10, [1, 1], [3, 4])).toEqual([3, 4])
    expect(share(5, [0, 0], [2, 9])).toEqual([2, 3])
    expect(share(0, [0, 0])).toEqual([0, 0])
  })

  it('of equals go to the first', () => {
    expect(share(100, [1, 1, 1])).toEqual([34, 33, 33])
    expect(share(1, [1, 1])).toEqual([1, 0])
    expect(share(0, [2, 1])).toEqual([0, 0])
    expect(share(250, [2, 2, 2, 3, 2, 1, 1, 1, 1, 1, 2, 1, 2, 2, 1, 1]).reduce((a, b) => a + b, 0)).toBe(250)
  })
})

describe('Points and hundredths', () => {
  it('are each other, to two decimals', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100_000 }), (hundredths) => {
        expect(toHundredths(toPoints(hundredths))).toBe(hundredths)
      }),
    )
    expect([1.2, 0.8, 4.5, 100].map(toHundredths)).toEqual([120, 80, 450, 10_000])
    // 1.005 · 100 is a little less than 100.5 in floating point.
    expect(toHundredths(0.29)).toBe(29)
  })
})

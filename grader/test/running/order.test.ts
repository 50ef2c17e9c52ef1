import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import type { CheckMeta } from '../../model/verdict.ts'
import { orderChecks } from '../../running/order.ts'

function meta(id: string, needs: readonly string[] = [], visibility: 'public' | 'hidden' = 'public'): CheckMeta {
  return { id, deliverable: 'demo', needs, visibility, claim: { es: id, en: id } }
}

describe('the order of checks', () => {
  test('puts needs first and keeps the declared order otherwise', () => {
    const checks = [meta('c', ['b']), meta('a'), meta('b')]
    expect(orderChecks(checks).map(({ id }) => id)).toEqual(['b', 'c', 'a'])
  })

  test('takes along what a kept check needs', () => {
    const checks = [meta('loads'), meta('other'), meta('last', ['loads'])]
    expect(orderChecks(checks, ({ id }) => id === 'last').map(({ id }) => id)).toEqual(['loads', 'last'])
  })

  test('refuses a circle and spells it out', () => {
    const checks = [meta('a', ['b']), meta('b', ['c']), meta('c', ['a'])]
    expect(() => orderChecks(checks)).toThrow(/catalogue.circular-needs.*a → b → c → a/)
  })

  test('refuses a need that does not exist', () => {
    expect(() => orderChecks([meta('a', ['ghost'])])).toThrow(/catalogue.unknown-need.*ghost/)
  })

  // Each check may need only earlier ones of the list, which is then shuffled: never a circle.
  const graph = fc
    .array(fc.array(fc.nat({ max: 19 }), { maxLength: 3 }), { minLength: 1, maxLength: 20 })
    .map((needs) =>
      needs.map((list, k) =>
        meta(
          `n${String(k)}`,
          [...new Set(list.filter((other) => other < k))].map((other) => `n${String(other)}`),
        ),
      ),
    )
    .chain((checks) => fc.shuffledSubarray(checks, { minLength: checks.length }))
  test.prop([graph])('never runs a check before one that it needs', (checks) => {
    const place = new Map(orderChecks(checks).map(({ id }, k) => [id, k]))
    expect(place.size).toBe(checks.length)
    for (const { id, needs } of checks) {
      for (const need of needs) expect(place.get(need)).toBeLessThan(place.get(id) ?? -1)
    }
  })
})

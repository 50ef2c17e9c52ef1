import type { Mat } from '../model/mat.ts'
import { compare } from '../numeric/compare.ts'
import { spread } from '../numeric/statistics.ts'
import type { CheckContext } from './check.ts'
import { expectLaw, expectLawClose, field, matrix } from './expect.ts'
import { exactly } from './tolerances.ts'

/** Named matrices must hold the same number everywhere: 0 unless `value` says otherwise. */
export function expectZero(params: unknown, names: readonly string[], value = 0): void {
  for (const name of names) {
    const received = matrix(field(params, name, 'params'), `params.${name}`)
    const expected: Mat = { ...received, data: received.data.map(() => value) }
    expectLawClose(received, expected, { name: `params.${name}`, tolerance: exactly, oracle: '' }, 'init.bias', {
      name,
      value,
    })
  }
}

/** The same seed twice gives the same weights, two seeds give different ones, and no two matrices share a stream. */
export async function expectDeterministicInit(
  { subject, random }: CheckContext,
  fn: string,
  sizes: object,
  names: readonly string[],
): Promise<void> {
  const [seed, other] = [random('seed').seed(), random('other seed').seed()]
  const first = await subject.call(fn, sizes, seed)
  const again = await subject.call(fn, sizes, seed)
  const different = await subject.call(fn, sizes, other)
  for (const name of names) {
    const [a, b, c] = [first, again, different].map((params) => matrix(field(params, name, 'params'), `params.${name}`))
    if (!a || !b || !c) return
    expectLawClose(b, a, { name: `params.${name}`, tolerance: exactly, oracle: '' }, 'init.seed-ignored', { fn })
    expectLaw(compare(c, a, exactly, name) !== undefined, 'init.same-for-every-seed', { fn, name })
  }
}

/** Mean 0 and the given standard deviation, in matrices large enough for both to be seen; entries not all alike. */
export function expectSpread(params: unknown, deviations: Readonly<Record<string, number>>): void {
  const starts = new Map<string, string>()
  for (const [name, expected] of Object.entries(deviations)) {
    const { data } = matrix(field(params, name, 'params'), `params.${name}`)
    const { mean, std } = spread(data)
    const seen = { expected: expected.toPrecision(4), received: std.toPrecision(4), at: `params.${name}` }
    // Over 5,000 entries the deviation of a right initialiser is within 4 % of its value in all but one of 10,000 draws.
    expectLaw(Math.abs(std / expected - 1) < 0.05, 'init.scale', { name, ...seen }, seen)
    const centre = { expected: '0', received: mean.toPrecision(3), at: `params.${name}` }
    expectLaw(Math.abs(mean) < (5 * expected) / Math.sqrt(data.length), 'init.mean', { name, ...centre }, centre)
    const start = Array.from(data.slice(0, 3), (value) => (value / expected).toPrecision(9)).join()
    expectLaw(!starts.has(start), 'init.shared-stream', { name, other: starts.get(start) ?? '' })
    starts.set(start, name)
  }
}

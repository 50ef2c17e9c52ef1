import { describe, expect, it } from 'vitest'
import { fromRows, zeros } from '../../numeric/mat.ts'
import { stream } from '../../numeric/random.ts'
import { directionalDerivative, innerProduct, numericGradient } from '../../oracles/numeric-gradient.ts'
import { randomDirection, relativeError } from '../../oracles/numeric-gradient.ts'
import { bptt } from '../../oracles/reference/rnn.ts'
import { expectClose, rnnCase, seed, titles } from './cases.ts'

const params = { a: fromRows([[1, 2]]), b: fromRows([[3], [4]]) }

describe('numericGradient', () => {
  it('knows d(a·b)/da = b', async () => {
    const f = ({ a, b }: typeof params): number => a.data.reduce((sum, value, k) => sum + value * (b.data[k] ?? NaN), 0)
    const gradient = await numericGradient(f, params)
    expectClose(gradient, { a: fromRows([[3, 4]]), b: fromRows([[1], [2]]) }, 1e-9)
  })

  it('waits for a function that answers later', async () => {
    const f = async ({ a }: typeof params): Promise<number> => Promise.resolve((a.data[0] ?? NaN) ** 2)
    expectClose(await numericGradient(f, params), { a: fromRows([[2, 0]]), b: zeros(2, 1) }, 1e-9)
  })

  it('leaves the parameters as they were', async () => {
    await numericGradient(() => 0, params)
    expect(params).toEqual({ a: fromRows([[1, 2]]), b: fromRows([[3], [4]]) })
  })
})

describe('directionalDerivative', () => {
  it.each(titles(6))('is the gradient times the direction: %s', async (title) => {
    const { params, xs, labels } = rnnCase(title)
    const direction = randomDirection(params, stream(seed, title, 'direction'))
    expect(innerProduct(direction, direction)).toBeCloseTo(1, 12)
    const along = await directionalDerivative((p) => bptt(p, xs, labels).loss, params, direction)
    expect(along).toBeCloseTo(innerProduct(bptt(params, xs, labels).grads, direction), 8)
  })
})

describe('relativeError', () => {
  it('is 0 for equal matrices, also for zeros', () => {
    expect(relativeError(params.a, params.a)).toBe(0)
    expect(relativeError(zeros(2, 2), zeros(2, 2))).toBe(0)
  })

  it('is 1 for opposite matrices', () => {
    expect(relativeError(params.a, fromRows([[-1, -2]]))).toBe(1)
  })

  it('is NaN, which is below no limit, for another shape and for a NaN', () => {
    expect(relativeError(params.a, params.b)).toBeNaN()
    expect(relativeError(params.a, fromRows([[1, NaN]]))).toBeNaN()
  })
})

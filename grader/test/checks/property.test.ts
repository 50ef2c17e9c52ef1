import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CheckContext } from '../../checks/check.ts'
import { CheckFailure } from '../../checks/failure.ts'
import { forAll } from '../../checks/property.ts'
import { anySizes, drawCase, unequalSizes } from '../../checks/recurrent.ts'
import { cell } from '../../deliverables/gru-cell/domains.ts'
import { stream } from '../../numeric/random.ts'
import { SubjectFailure } from '../../subject/subject.ts'

/** A context that has nothing but its random streams. */
function context(seed: number, check = 'demo/check'): CheckContext {
  return { seed, random: (name) => stream(seed, check, name) } as CheckContext
}

const sizes = fc.record({ hidden: fc.integer({ min: 1, max: 64 }), steps: fc.integer({ min: 1, max: 50 }) })

describe('forAll', () => {
  it('asks as often as it is told when nothing fails', async () => {
    let asked = 0
    const body = (): Promise<void> => {
      asked++
      return Promise.resolve()
    }
    await forAll(context(1), 'sizes', sizes, body, 17)
    expect(asked).toBe(17)
  })

  it('throws the finding of the smallest case, with that case', async () => {
    const failing = (sample: { hidden: number; steps: number }): Promise<void> => {
      if (sample.hidden < 3 || sample.steps < 2) return Promise.resolve()
      const params = { hidden: sample.hidden, steps: sample.steps }
      return Promise.reject(new CheckFailure({ kind: 'law', messageId: 'law.split', params, at: 'hs[0]' }))
    }
    expect(await errorOf(forAll(context(1), 'sizes', sizes, failing, 100))).toMatchObject({
      finding: {
        kind: 'law',
        messageId: 'law.split',
        params: { hidden: 3, steps: 2 },
        at: 'hs[0]',
        counterexample: '{"hidden":3,"steps":2}',
      },
    })
  })

  it("keeps what the subject's failure says, and whether it took its process along", async () => {
    for (const died of [true, false]) {
      const failure = new SubjectFailure({ kind: 'threw', messageId: 'subject.threw', params: { fn: 'f' } }, died)
      const error = await errorOf(forAll(context(1), 'sizes', sizes, () => Promise.reject(failure), 5))
      expect(error).toBeInstanceOf(SubjectFailure)
      expect(error).toMatchObject({ died, finding: { kind: 'threw', counterexample: '{"hidden":1,"steps":1}' } })
    }
  })

  it("passes on an error of the grader's own as it is", async () => {
    const fault = new TypeError('ours')
    expect(await errorOf(forAll(context(1), 'sizes', sizes, () => Promise.reject(fault), 5))).toBe(fault)
  })

  it('draws the same samples for the same seed, check and name, and others for another', async () => {
    const samples = async (seed: number, name: string, check?: string): Promise<string> => {
      const seen: unknown[] = []
      const body = (sample: unknown): Promise<void> => {
        seen.push(sample)
        return Promise.resolve()
      }
      await forAll(context(seed, check), name, anySizes, body, 10)
      return JSON.stringify(seen)
    }
    const first = await samples(1, 'sizes')
    expect(await samples(1, 'sizes')).toBe(first)
    const others = [await samples(2, 'sizes'), await samples(1, 'other'), await samples(1, 'sizes', 'demo/another')]
    expect(new Set([first, ...others]).size).toBe(4)
  })
})

describe('The sizes of random cases', () => {
  it('keep the promise: batch 1 to 16, T 1 to 50, layers 1 to 64, and reach their corners', () => {
    const drawn = fc.sample(anySizes, { seed: 1, numRuns: 3000 })
    const range = (key: keyof (typeof drawn)[number]): [number, number] => [
      Math.min(...drawn.map((sample) => sample[key])),
      Math.max(...drawn.map((sample) => sample[key])),
    ]
    expect([range('inputSize'), range('hiddenSize'), range('batch'), range('steps')]).toEqual([
      [1, 64],
      [1, 64],
      [1, 16],
      [1, 50],
    ])
    const small = drawn.filter(({ hiddenSize }) => hiddenSize <= 6).length / drawn.length
    expect(small).toBeGreaterThan(0.6)
  })

  it('of the middling case are all different', () => {
    expect(new Set(Object.values(unequalSizes)).size).toBe(Object.keys(unequalSizes).length)
  })

  it('fit the matrices that are drawn for them', () => {
    const { params, xs, initial } = drawCase(cell, stream(1), unequalSizes)
    expect([params.Wr.rows, params.Wr.columns, params.br.rows]).toEqual([5, 8, 5])
    expect(xs.map(({ rows, columns }) => [rows, columns])).toEqual(Array.from({ length: 7 }, () => [3, 4]))
    expect(initial.map(({ rows, columns }) => [rows, columns])).toEqual([[5, 4]])
  })
})

async function errorOf(running: Promise<unknown>): Promise<unknown> {
  return running.then(
    () => new Error('Expected a failure'),
    (error: unknown) => error,
  )
}

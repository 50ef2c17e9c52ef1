import { describe, expect, it } from 'vitest'
import { crimeFolder, workbench } from './workbench.ts'

describe("A subject's Math.random", () => {
  it('gives the same numbers in every process of one seed', async () => {
    const bench = workbench()
    const bundle = await bench.bundle(crimeFolder('uses-math-random'))
    const [first, second] = [bench.start(bundle, { seed: 5 }), bench.start(bundle, { seed: 5 })]
    for (const fn of ['early', 'act', 'late', 'act']) expect(await first.call(fn)).toEqual(await second.call(fn))
  })

  it('gives others for another seed, and for another call', async () => {
    const bench = workbench()
    const bundle = await bench.bundle(crimeFolder('uses-math-random'))
    const [first, second] = [bench.start(bundle, { seed: 5 }), bench.start(bundle, { seed: 6 })]
    const draws = [await first.call('act'), await first.call('act'), await second.call('act')]
    expect(new Set(draws.map((draw) => JSON.stringify(draw))).size).toBe(3)
  })

  it('starts afresh at every call, so that one extra draw moves no later one', async () => {
    const bench = workbench()
    const bundle = await bench.bundle(crimeFolder('uses-math-random'))
    const [first, second] = [bench.start(bundle), bench.start(bundle)]
    await first.call('act', 1)
    await second.call('act', 1000)
    expect(await first.call('act')).toEqual(await second.call('act'))
  })

  it('is uniform enough to start weights from', async () => {
    const draws = (await (await workbench().subject('uses-math-random')).call('act', 20_000)) as readonly number[]
    const mean = draws.reduce((sum, value) => sum + value, 0) / draws.length
    expect(Math.min(...draws)).toBeGreaterThanOrEqual(0)
    expect(Math.max(...draws)).toBeLessThan(1)
    expect(mean).toBeCloseTo(0.5, 1)
    expect(new Set(draws).size).toBeGreaterThan(19_900)
  })
})

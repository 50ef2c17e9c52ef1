import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { changed, Lab, namesFor } from '../../checks/lab.ts'
import { mistakes } from './mistakes.ts'
import { sampled } from '../../sample.ts'

const slug = 'time-series'

let lab: Lab
beforeAll(async () => {
  lab = await Lab.open()
})
afterAll(() => lab.close())

describe('A well-known mistake is seen where it shows, and by no check that it does not touch', () => {
  it.for(sampled(mistakes).map((mistake) => [mistake.id, mistake] as const))(
    '%s',
    async ([id, { changes, loses, keeps, slow = false }]) => {
      const folder = lab.submission({ [`${slug}/${slug}.ts`]: changed(slug, changes) })
      const only = [...loses, ...keeps].map((name) => `${slug}/${name}`)
      const { results, named } = await lab.runOne(slug, folder, { quick: !slow, only })
      expect(named).toEqual(namesFor(id))
      const kinds = new Map(results.map(({ meta, verdict }) => [meta.id.slice(slug.length + 1), verdict.kind]))
      expect([...kinds].filter(([, kind]) => kind === 'faulted' || kind === 'crashed')).toEqual([])
      expect(
        loses.filter((name) => kinds.get(name) !== 'failed'),
        id,
      ).toEqual([])
      expect(
        keeps.filter((name) => kinds.get(name) !== 'passed'),
        id,
      ).toEqual([])
    },
  )
})

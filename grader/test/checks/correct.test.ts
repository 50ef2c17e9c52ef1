import { existsSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { crimeFolder } from '../subject/workbench.ts'
import { Lab } from './lab.ts'

let lab: Lab
beforeAll(async () => {
  lab = await Lab.open()
})
afterAll(() => lab.close())

it('Correct code in another hand loses nothing: loops, promises, helpers, printing, extra fields, views', async () => {
  const folder = crimeFolder('correct-but-different')
  const slugs = lab.session.slugs.filter((slug) => existsSync(path.join(folder, slug)))
  expect(slugs.length).toBeGreaterThan(5)
  const outcomes = await lab.run(folder, { slugs, deadlineMs: 60_000 })
  for (const { points, max, lost } of outcomes.values()) expect({ points, lost }).toEqual({ points: max, lost: [] })
})

it('The same submission and seed give the same verdicts and findings; another seed, other numbers', async () => {
  const wrong = lab.submission({
    'gru-cell/gru-cell.ts': 'export function gruStep(): number {\n  return Math.random()\n}\n',
  })
  const run = async (seed: number): Promise<unknown> =>
    (await lab.run(wrong, { slugs: ['gru-cell'], seed })).get('gru-cell')?.results.map(({ verdict }) => verdict)
  const [first, again, other] = [await run(3), await run(3), await run(4)]
  expect(again).toEqual(first)
  expect(other).not.toEqual(first)
})

/**
 * The corpus of correct code in other hands: every folder `correct-*` of the submissions must lose nothing. One seed
 * here, without the long trainings; the proof over twenty, which takes some ten minutes for the cells and hours for all:
 *
 *     LAB_SEEDS=20 npx vitest run -c grader/test/vitest.config.ts grader/test/checks/correct.test.ts -t cells
 */
import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { crimeFolder } from '../subject/workbench.ts'
import { sampled } from '../sample.ts'
import { Lab } from './lab.ts'

const submissions = path.dirname(crimeFolder('any'))
const cells = ['rnn-bptt', 'lstm-cell', 'gru-cell']
const folders = readdirSync(submissions).filter((name) => name.startsWith('correct-'))
const seeds = seedsOf(process.env['LAB_SEEDS'])
/** The long trainings take minutes; `npm run audit` and `npm run certify` see them on the reference. */
const quick = process.env['LAB_SEEDS'] === undefined

let lab: Lab
beforeAll(async () => {
  lab = await Lab.open()
})
afterAll(() => lab.close())

describe('Correct code in another hand loses nothing', () => {
  it('in five styles, one of which has every deliverable', () => {
    expect(folders.length).toBeGreaterThanOrEqual(5)
    for (const folder of folders) expect(slugsIn(folder)).toEqual(expect.arrayContaining(cells))
    expect(slugsIn('correct-but-different')).toEqual([...lab.session.slugs])
  })

  it.each(folders)(
    'cells of %s',
    async (folder) => {
      for (const seed of seeds) expect(await lostBy(folder, cells, seed)).toEqual([])
    },
    60_000 * seeds.length,
  )

  it.each(sampled(applied()))(
    'applied: %s of %s',
    async (slug, folder) => {
      for (const seed of seeds) expect(await lostBy(folder, [slug], seed)).toEqual([])
    },
    240_000 * seeds.length,
  )
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

/** What some deliverables lost, as lines to read: the checks with what they said, and points that add up to less. */
async function lostBy(folder: string, slugs: readonly string[], seed: number): Promise<string[]> {
  const outcomes = await lab.run(crimeFolder(folder), { slugs: [...slugs], seed, deadlineMs: 60_000, quick })
  return [...outcomes].flatMap(([slug, { results, points, max }]) => {
    const failing = results.filter(({ verdict }) => verdict.kind !== 'passed')
    const lines = failing.map(({ meta, verdict }) => `seed ${String(seed)}: ${meta.id} ${JSON.stringify(verdict)}`)
    return quick || (points === max && max > 0)
      ? lines
      : [...lines, `seed ${String(seed)}: ${slug} ${String(points)}/${String(max)}`]
  })
}

function slugsIn(folder: string): string[] {
  return lab.session.slugs.filter((slug) => existsSync(path.join(submissions, folder, slug)))
}

function applied(): [slug: string, folder: string][] {
  return folders.flatMap((folder) =>
    readdirSync(path.join(submissions, folder))
      .filter((name) => name !== 'artifacts' && !cells.includes(name))
      .map((slug): [string, string] => [slug, folder]),
  )
}

/** One seed, or the seeds 1 to as many as were asked for. */
function seedsOf(asked: string | undefined): readonly number[] {
  return asked === undefined ? [20_261_121] : Array.from({ length: Number(asked) }, (_, k) => k + 1)
}

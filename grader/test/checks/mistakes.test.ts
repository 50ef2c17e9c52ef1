import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { changed, Lab, type Outcome } from './lab.ts'
import { mistakes, type Mistake } from './mistakes.ts'
import { sampled } from '../sample.ts'

let lab: Lab
beforeAll(async () => {
  lab = await Lab.open()
})
afterAll(() => lab.close())

/** These are made alone, in a submission that is right otherwise; of the others, one per deliverable at a time. */
const alone = ['rnn.initial-state-returned', 'lstm.concat-order', 'gru.gates-swapped']

describe('A well-known mistake costs points where it shows, and no check that it does not touch', () => {
  const rounds = lineUp(mistakes.filter(({ id }) => !alone.includes(id)))
  it.for(sampled(rounds).map((round) => [round.map(({ id }) => id).join(' · '), round] as const))(
    '%s',
    async ([, round]) => {
      const files = round.map(({ slug, changes }) => [`${slug}/${slug}.ts`, changed(slug, changes)] as const)
      const outcomes = await lab.run(lab.submission(Object.fromEntries(files)), {
        slugs: round.map(({ slug }) => slug),
      })
      for (const mistake of round) expectCost(mistake, outcomes.get(mistake.slug))
    },
  )
})

describe('A mistake in one deliverable costs nothing in the others', () => {
  it.for(mistakes.filter(({ id }) => alone.includes(id)).map((mistake) => [mistake.id, mistake] as const))(
    '%s',
    async ([, mistake]) => {
      const { slug, changes } = mistake
      const folder = lab.submission({ [`${slug}/${slug}.ts`]: changed(slug, changes) })
      const outcomes = await lab.run(folder, { slugs: [...new Set(mistakes.map((other) => other.slug))] })
      for (const [other, outcome] of outcomes) {
        if (other === slug) expectCost(mistake, outcome)
        else expect({ points: outcome.points, lost: outcome.lost }).toEqual({ points: outcome.max, lost: [] })
      }
    },
  )
})

function expectCost({ id, loses, keeps }: Mistake, outcome: Outcome | undefined): void {
  if (!outcome) throw new Error(`Expected an outcome for ${id}`)
  const { results, points, max, lost } = outcome
  expect(points, id).toBeLessThan(max)
  expect(lost, id).toEqual(expect.arrayContaining([...loses]))
  expect(
    keeps.filter((name) => lost.includes(name)),
    id,
  ).toEqual([])
  const kinds = new Set(results.map(({ verdict }) => verdict.kind))
  expect(kinds.has('faulted') || kinds.has('crashed'), id).toBe(false)
}

/** The first of each deliverable, the second of each, and so on. */
function lineUp(all: readonly Mistake[]): Mistake[][] {
  const columns = [...new Set(all.map(({ slug }) => slug))].map((slug) =>
    all.filter((mistake) => mistake.slug === slug),
  )
  const longest = Math.max(...columns.map(({ length }) => length))
  return Array.from({ length: longest }, (_, k) => columns.flatMap((column) => column.slice(k, k + 1)))
}

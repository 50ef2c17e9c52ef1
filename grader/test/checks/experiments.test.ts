import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Finding } from '../../model/finding.ts'
import { Lab } from './lab.ts'

const root = path.resolve(import.meta.dirname, '..', '..', '..')
const file = path.join(root, 'solutions', 'artifacts', 'experimentos.json')

interface Entry {
  readonly figures: Readonly<Record<string, number>>
}
const [first, ...others] = (JSON.parse(readFileSync(file, 'utf8')) as { experiments: readonly Entry[] }).experiments

let lab: Lab
beforeAll(async () => {
  lab = await Lab.open()
})
afterAll(() => lab.close())

/** What the check of one trained again says of a file beside the solution's code. */
async function again(content: string | null): Promise<Finding | 'passed'> {
  const folder = lab.submission({})
  mkdirSync(path.join(folder, 'artifacts'), { recursive: true })
  if (content !== null) writeFileSync(path.join(folder, 'artifacts', 'experimentos.json'), content)
  const only = ['sentiment/artifact-experiment']
  const { results } = await lab.runOne('sentiment', folder, { only })
  const verdict = results.find(({ meta }) => only.includes(meta.id))?.verdict
  if (verdict?.kind === 'failed') return verdict.finding
  if (verdict?.kind === 'passed') return 'passed'
  throw new Error(JSON.stringify(verdict))
}

describe('A configuration of the file, trained again,', { timeout: 180_000 }, () => {
  it('gives the figures that the solution says', async () => {
    expect(others.length).toBeGreaterThanOrEqual(2)
    expect(await again(JSON.stringify({ experiments: [first] }))).toBe('passed')
  })

  it('tells of figures that were made up', async () => {
    const figures = { ...first?.figures, valAccuracy: 0.99 }
    expect(await again(JSON.stringify({ experiments: [{ ...first, figures }] }))).toMatchObject({
      messageId: 'text.experiment-differs',
      params: { number: 1, expected: 92.5, received: 99 },
    })
  })

  it.each([
    [null, 'text.experiments-absent'],
    ['{"experiments":[]}', 'text.experiments-absent'],
    ['{"experiments":{}}', 'text.experiments-unreadable'],
    ['[', 'text.experiments-unreadable'],
    [JSON.stringify({ experiments: [{ ...first, seed: 0 }] }), 'text.experiments-unreadable'],
    [JSON.stringify({ experiments: [{ ...first, figures: {} }] }), 'expect.type'],
  ])('is none in %s', async (content, messageId) => {
    expect(await again(content)).toMatchObject({ messageId })
  })
})

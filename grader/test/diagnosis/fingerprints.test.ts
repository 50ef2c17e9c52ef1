import { existsSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { fingerprintSources } from '../../audit/sources.ts'
import { readFingerprints } from '../../diagnosis/fingerprints.ts'
import { applyChanges, misconceptionOf } from '../../diagnosis/variant.ts'
import { bank, misconceptionsOf } from '../../evidence/answers/bank.ts'
import { sequenceConfusions } from '../../evidence/answers/kinds.ts'
import { slugs } from '../../running/catalogue.ts'
import { loadVariants } from '../../running/variants.ts'
import { catalogue } from '../../messages/say.ts'
import { root, workshop } from '../checks/workshop.ts'
import { solution } from '../checks/lab.ts'
import { sources } from '../layers/sources.ts'

const folder = (slug: string): string => path.join(root, 'grader', 'deliverables', slug)
const diagnosed = slugs(workshop()).filter((slug) => existsSync(path.join(folder(slug), 'variants.ts')))

describe.each(diagnosed)('The fingerprints of %s', (slug) => {
  const prints = readFingerprints(path.join(folder(slug), 'fingerprints.json'))

  it('are of the present sources: otherwise run npm run fingerprints', () => {
    expect(prints?.sources).toBe(fingerprintSources(root, slug))
  })

  it('have every variant, each seen by a probe and no two with different names alike', async () => {
    const variants = await loadVariants(workshop(), slug)
    expect(Object.keys(prints?.variants ?? {})).toEqual(variants.map(({ id }) => id))
    const seen = variants.map(({ id }) => ({ id, units: prints?.variants[id]?.units ?? {} }))
    expect(seen.filter(({ units }) => Object.keys(units).length === 0)).toEqual([])
    const byLook = new Map<string, Set<string>>()
    for (const { id, units } of seen) {
      const look = JSON.stringify(units)
      byLook.set(look, (byLook.get(look) ?? new Set()).add(misconceptionOf(id)))
    }
    expect([...byLook.values()].filter((names) => names.size > 1)).toEqual([])
  })

  it('belong to mistakes that can be told in both languages, each written into the solution', async () => {
    for (const { id, task, changes } of await loadVariants(workshop(), slug)) {
      const text = (catalogue as Readonly<Record<string, { es: string; en: string }>>)[
        `misconception.${misconceptionOf(id)}`
      ]
      expect(text?.es, id).toMatch(/\.$/)
      expect(text?.en, id).toMatch(/\.$/)
      expect(solution(slug), id).toContain(`@solution ${task}`)
      expect(applyChanges(solution(slug), changes), id).toBeDefined()
    }
  })
})

it('Every mistake that can be told is one that can be recognised, by its fingerprint, by a check or by an answer', async () => {
  const variants = await Promise.all(diagnosed.map((slug) => loadVariants(workshop(), slug)))
  const inChecks = sources
    .filter(({ path }) => path.startsWith('deliverables/'))
    .flatMap(({ text }) => [...text.matchAll(/misconception: '([a-z0-9.-]+)'/g)].map(([, id = '']) => id))
  expect(inChecks.length).toBeGreaterThan(0)
  const inAnswers = [...misconceptionsOf(bank), ...Object.values(sequenceConfusions)]
  const ids = [...variants.flat().map(({ id }) => misconceptionOf(id)), ...inChecks, ...inAnswers]
  const known = new Set(ids.map((id) => `misconception.${id}`))
  expect([...known].filter((id) => !(id in catalogue))).toEqual([])
  expect(Object.keys(catalogue).filter((id) => id.startsWith('misconception.') && !known.has(id))).toEqual([])
})

describe('A change of the solution', () => {
  const text = 'export function a() {\n  one()\n}\n\nexport function b() {\n  one()\n  two()\n}\n'

  it('is made in the function that it names', () => {
    expect(applyChanges(text, [{ in: 'b', from: 'one()', to: 'x()' }])).toBe(text.replace('one()\n  two', 'x()\n  two'))
  })

  it('is refused when its text is missing, or there twice', () => {
    expect(applyChanges(text, [{ from: 'one()', to: 'x()' }])).toBeUndefined()
    expect(applyChanges(text, [{ in: 'a', from: 'two()', to: 'x()' }])).toBeUndefined()
    expect(applyChanges(text, [{ in: 'c', from: 'two()', to: 'x()' }])).toBeUndefined()
  })
})

import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { crimeFolder, crimeNames, root } from './workbench.ts'

const page = readFileSync(path.join(root, 'grader', 'docs', 'attacks.md'), 'utf8')

/** How many attacks the catalogue knows of each kind. */
const counts = { RF: 16, IT: 13, RT: 11, GD: 6, RA: 15, SF: 8, CS: 4, RI: 7, TT: 12 }

/** Attacks that nothing which runs here could try. */
const untried = ['IT10', 'GD6']

interface Row {
  readonly section: string
  readonly id: string
  readonly proofs: readonly string[]
}

const sections = new Map(
  page
    .split(/^## /m)
    .slice(1)
    .map((text) => [text.split('\n', 1)[0] ?? '', text]),
)

const rows: readonly Row[] = [...sections].flatMap(([title, text]) =>
  [...text.matchAll(/^\| ([A-Z]{2}\d+) +\|[^|]*\|([^|]*)\|/gm)].map(([, id = '', proofs = '']) => ({
    section: title.slice(0, 2),
    id,
    proofs: named(proofs),
  })),
)
const honest = named(sections.get('Honest mistakes') ?? '')
const hostile = new Set(rows.flatMap(({ proofs }) => proofs.filter((name) => !isTest(name))))

function named(text: string): string[] {
  return [...text.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name)
}

function isTest(name: string): boolean {
  return name.endsWith('.test.ts')
}

describe('The page of attacks', () => {
  it('knows every attack of the catalogue, each once and in its section', () => {
    const known = Object.entries(counts).flatMap(([kind, count]) =>
      Array.from({ length: count }, (_, k) => `${kind}${String(k + 1)}`),
    )
    expect(rows.map(({ id }) => id)).toEqual(known)
    for (const { section, id } of rows) expect(id.slice(0, 2)).toBe(section)
  })

  it('names submissions and tests that exist', () => {
    const missing = [...rows.flatMap(({ proofs }) => proofs), ...honest].filter(
      (name) => !existsSync(isTest(name) ? path.join(root, 'grader', 'test', name) : crimeFolder(name)),
    )
    expect(missing).toEqual([])
  })

  it('says of every attack where it is tried, but for what no process could try', () => {
    expect(rows.flatMap(({ id, proofs }) => (proofs.length === 0 ? [id] : []))).toEqual(untried)
    const [, outOfScope] = page.split('## Out of scope')
    for (const id of untried) expect(outOfScope).toContain(`(${id})`)
  })

  it('has every submission, as a crime or as an honest mistake and not as both', () => {
    const unnamed = crimeNames().filter((name) => hostile.has(name) === honest.includes(name))
    expect(unnamed).toEqual([])
  })

  it('has at least 80 crimes', () => {
    expect(hostile.size).toBeGreaterThanOrEqual(80)
  })
})

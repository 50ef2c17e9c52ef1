import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { folderOf, grader, sources, withoutComments } from './sources.ts'

const below = ['model', 'numeric', 'messages', 'submission', 'scoring', 'backend', 'subject', 'oracles', 'diagnosis']
const engine = [...below, 'checks']
const all = [...engine, 'running', 'evidence', 'grading', 'reports', 'plots', 'marking', 'audit']

/** Which folder may import from which others. A folder may always import from itself. */
const table: Readonly<Record<string, readonly string[]>> = {
  model: [],
  numeric: ['model'],
  messages: ['model'],
  submission: ['model'],
  scoring: ['model'],
  backend: ['model'],
  subject: ['model'],
  oracles: ['backend', 'numeric', 'model'],
  diagnosis: ['numeric', 'model'],
  checks: ['subject', 'oracles', 'diagnosis', 'backend', 'numeric', 'model'],
  deliverables: ['checks', 'subject', 'oracles', 'diagnosis', 'backend', 'numeric', 'model'],
  running: ['checks', 'diagnosis', 'model'],
  evidence: ['submission', 'numeric', 'model'],
  grading: ['running', 'evidence', 'scoring', 'submission', 'subject', 'messages', 'backend', 'model'],
  reports: ['messages', 'model'],
  plots: ['messages', 'model'],
  marking: ['grading', 'reports', 'submission', 'scoring', 'messages', 'model'],
  audit: ['model'],
  cli: all,
  // Configuration at the top: a student's own tests run on what the subject is given.
  '.': ['backend'],
}

const slugs = readdirSync(path.join(grader, 'deliverables'))

describe('the layers of the grader', () => {
  it('are the folders of the table, and no other', () => {
    expect([...new Set(sources.map((source) => folderOf(source.path)))].sort()).toEqual(Object.keys(table).sort())
  })

  it('are acyclic as the table has them', () => {
    const left = new Map(Object.entries(table))
    for (let before = -1; before !== left.size;) {
      before = left.size
      for (const [folder, below] of left) if (!below.some((name) => left.has(name))) left.delete(folder)
    }
    expect([...left.keys()]).toEqual([])
  })

  it('import only what the table allows, types included', () => {
    const forbidden = sources.flatMap(({ path: file, imports }) => {
      const own = folderOf(file)
      return imports
        .filter((imported) => folderOf(imported) !== own && table[own]?.includes(folderOf(imported)) !== true)
        .map((imported) => `${file} → ${imported}`)
    })
    expect(forbidden).toEqual([])
  })

  it('import files that exist', () => {
    const missing = sources.flatMap(({ path: file, imports }) =>
      imports.filter((imported) => !existsSync(path.join(grader, imported))).map((imported) => `${file} → ${imported}`),
    )
    expect(missing).toEqual([])
    expect(sources.flatMap(({ imports }) => imports).length).toBeGreaterThan(100)
  })

  it('hold no circle of files, types included', () => {
    expect(circles()).toEqual([])
  })
})

describe('deliverables', () => {
  it('never import from one another', () => {
    const crossing = sources
      .filter((source) => folderOf(source.path) === 'deliverables')
      .flatMap(({ path: file, imports }) =>
        imports
          .filter((imported) => folderOf(imported) === 'deliverables')
          .filter((imported) => imported.split('/')[1] !== file.split('/')[1])
          .map((imported) => `${file} → ${imported}`),
      )
    expect(crossing).toEqual([])
  })

  it('are never named by the engine', () => {
    const named = sources
      // The catalogue has their sentences, and a chart may be called as a deliverable is.
      .filter((source) => !['deliverables', 'messages', 'plots'].includes(folderOf(source.path)))
      // A part of the evidence is the lab's own, as a deliverable is: a report speaks of them.
      .filter((source) => !/^evidence\/[^/]+\//.test(source.path))
      .flatMap((source) => {
        const code = withoutComments(source)
        return slugs.filter((slug) => code.includes(slug)).map((slug) => `${source.path}: ${slug}`)
      })
    expect(slugs.length).toBeGreaterThan(2)
    expect(named).toEqual([])
  })
})

describe("the guest, which runs beside a student's code", () => {
  it('imports the protocol and nothing else but Node', () => {
    const guest = sources.find((source) => source.path === 'subject/guest.ts')
    const specifiers = new Set(guest?.specifiers)
    expect(specifiers).toContain('./protocol.ts')
    expect([...specifiers].filter((name) => name !== './protocol.ts' && !name.startsWith('node:'))).toEqual([])
  })

  it('gets no more of the grader through the protocol', () => {
    const protocol = sources.find((source) => source.path === 'subject/protocol.ts')
    expect(protocol?.specifiers.filter((name) => !name.startsWith('node:'))).toEqual([])
  })
})

/** Paths of imports that lead back to where they began. */
function circles(): string[] {
  const imports = new Map(sources.map((source) => [source.path, source.imports]))
  const found: string[] = []
  const done = new Set<string>()
  const visit = (file: string, trail: readonly string[]): void => {
    if (trail.includes(file)) found.push([...trail.slice(trail.indexOf(file)), file].join(' → '))
    if (trail.includes(file) || done.has(file)) return
    for (const imported of imports.get(file) ?? []) visit(imported, [...trail, file])
    done.add(file)
  }
  for (const file of imports.keys()) visit(file, [])
  return found
}

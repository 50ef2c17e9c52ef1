import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { mutationHash, proofsHash } from '../../audit/mutants/freshness.ts'
import { namedMutants } from '../../audit/mutants/named.ts'
import { fingerprintSources, sourcesHash } from '../../audit/sources.ts'
import { solutionText } from '../../audit/trees.ts'
import type { Rubric } from '../../model/rubric.ts'
import { loadVariants, withMistake } from '../../running/variants.ts'
import { root } from '../checks/workshop.ts'

const slug = 'gru-cell'
let copy = ''
beforeAll(() => {
  copy = mkdtempSync(path.join(tmpdir(), 'lab11-sources-'))
  const parts = ['backend', 'checks', 'diagnosis', 'model', 'numeric', 'oracles', 'subject']
  const folders = [...parts, path.join('deliverables', slug), path.join('deliverables', 'lstm-cell')]
  for (const folder of folders) place(path.join('grader', folder))
  for (const folder of [slug, 'shared']) place(path.join('solutions', folder))
  for (const name of ['package-lock.json', 'rubric.json']) place(name)
})
afterAll(() => {
  rmSync(copy, { recursive: true, force: true })
})

describe('The hash of what verdicts depend on', () => {
  it.each([
    ['what runs the student’s code', 'grader/subject/guest.ts', "case 'drop':", "case 'drop': held.clear();"],
    [
      'what asks it',
      'grader/subject/subject.ts',
      'export class Subject ',
      'export class Another {}\nexport class Subject ',
    ],
    ['the backend', 'grader/backend/load.ts', 'export ', 'export const other = 1\nexport '],
    ['a check', `grader/deliverables/${slug}/checks/06-theory.check.ts`, '336', '337'],
    ['what a check imports', 'grader/checks/tolerances.ts', 'atol: 1e-10', 'atol: 1e-9'],
    ['the solution', `solutions/${slug}/${slug}.ts`, '3 * block', '4 * block'],
    ['a package that a check imports', 'package-lock.json', ...version('fast-check')],
    ['a package that one of these depends on', 'package-lock.json', ...version('seedrandom')],
    ['a package that the solution imports', 'package-lock.json', ...version('ml-matrix')],
    [
      'what is in a package',
      'package-lock.json',
      ...of('pure-rand', /"integrity": "sha512-/, '"integrity": "sha512-0'),
    ],
  ])('is another after a change of %s', async (_, file, from, to) => {
    expect(await withChange(file, from, to, () => sourcesHash(copy, slug))).not.toBe(sourcesHash(copy, slug))
  })

  it.each([
    ['a comment', 'grader/subject/guest.ts', /^/, '// Another.\n'],
    [
      'a type',
      'grader/checks/check.ts',
      /^export interface Figure \{/m,
      'export interface Figure {\n  readonly other?: 1',
    ],
    ['another deliverable', 'grader/deliverables/lstm-cell/domains.ts', /^/, 'export const other = 1\n'],
    ['what starts the student’s process', 'grader/subject/process.ts', '64 * 1024', '32 * 1024'],
    ['a variant', `grader/deliverables/${slug}/variants.ts`, /^/, 'export const other = 1\n'],
    ['a package that nothing of it imports', 'package-lock.json', ...version('vega')],
    ['a package that is new', 'package-lock.json', /"packages": \{/, '"packages": { "node_modules/other": {},'],
  ])('is the same after a change of %s', async (_, file, from, to) => {
    expect(await withChange(file, from, to, () => sourcesHash(copy, slug))).toBe(sourcesHash(copy, slug))
  })
})

describe('The hash of what fingerprints are made from', () => {
  it.each([
    ['a variant', `grader/deliverables/${slug}/variants.ts`, "'G2'", "'G3'"],
    ['a probe', `grader/deliverables/${slug}/probes.ts`, "'GB1'", "'GB2'"],
    ['what a probe imports', 'grader/checks/cell-probes.ts', '1e4 * value', '1e3 * value'],
    ['the sketch', 'grader/diagnosis/sketch.ts', 'uniform(0.5, 1.5)', 'uniform(0.5, 2)'],
    ['the solution', `solutions/${slug}/${slug}.ts`, '3 * block', '4 * block'],
  ])('is another after a change of %s', async (_, file, from, to) => {
    expect(await withChange(file, from, to, () => fingerprintSources(copy, slug))).not.toBe(
      fingerprintSources(copy, slug),
    )
  })
})

describe('The hash of what a kill matrix is about', () => {
  let calls = 0
  const hash = async (): Promise<string> => {
    // Node would not read a module again.
    const cache = path.join(copy, `cache-${String(++calls)}`)
    const rubric = JSON.parse(readFileSync(path.join(copy, 'rubric.json'), 'utf8')) as Rubric
    const solution = solutionText(copy, slug)
    const variants = await loadVariants({ root: copy, cache }, slug)
    const named = variants.map((each) => ({ ...each, calls: [], text: withMistake(solution, each) }))
    return mutationHash(slug, rubric, namedMutants(solution, slug, named))
  }
  let before = ''
  beforeAll(async () => {
    before = await hash()
  })

  it.each([
    ['the solution', `solutions/${slug}/${slug}.ts`, /$/, 'export const other = 1\n'],
    ['a variant', `grader/deliverables/${slug}/variants.ts`, "to: '4 * block'", "to: '5 * block'"],
    ['what counts in a row', 'rubric.json', `"${slug}/gate-reset"`, `"${slug}/gate"`],
  ])('is another after a change of %s', async (_, file, from, to) => {
    expect(await withChange(file, from, to, hash)).not.toBe(before)
  })

  it.each([
    ['a check', `grader/deliverables/${slug}/checks/06-theory.check.ts`, '336', '337'],
    ['a proof', `grader/deliverables/${slug}/equivalents.json`, '"proof": "', '"proof": "Plainly: '],
    ['a comment on a variant', `grader/deliverables/${slug}/variants.ts`, /^/, '// Another.\n'],
  ])('is the same after a change of %s', async (_, file, from, to) => {
    expect(await withChange(file, from, to, hash)).toBe(before)
  })

  it('has another beside it for the proofs', async () => {
    const change = [`grader/deliverables/${slug}/equivalents.json`, '"proof": "', '"proof": "Plainly: '] as const
    const look = (): string => proofsHash(copy, slug)
    expect(await withChange(...change, look)).not.toBe(look())
  })
})

/** A change in the entry of a package in the lockfile. */
function of(name: string, what: RegExp, to: string): [RegExp, string] {
  const entry = new RegExp(String.raw`(?<="node_modules/${name}": \{[^}]*?)${what.source}`)
  return [entry, to]
}

function version(name: string): [RegExp, string] {
  return of(name, /"version": "/, '"version": "99.')
}

function place(name: string): void {
  cpSync(path.join(root, name), path.join(copy, name), { recursive: true })
}

/** What a file with other text in it makes of `look`; the text must be there, and the file is as it was afterwards. */
async function withChange(
  name: string,
  from: string | RegExp,
  to: string,
  look: () => string | Promise<string>,
): Promise<string> {
  const file = path.join(copy, name)
  const text = readFileSync(file, 'utf8')
  const changed = text.replace(from, () => to)
  expect(changed).not.toBe(text)
  writeFileSync(file, changed)
  try {
    return await look()
  } finally {
    writeFileSync(file, text)
  }
}

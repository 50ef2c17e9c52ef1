import { readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Equivalent } from '../../audit/mutants/equivalents.ts'
import type { KillMatrix } from '../../audit/mutants/matrix.ts'
import { mutantsOf } from '../../audit/mutants/mutate.ts'
import { smallCourse } from '../cli/course.ts'
import { temporary } from '../cli/folders.ts'
import { es, run, type Ran } from '../cli/run.ts'

const slug = 'gru-cell'
const claims = path.join('grader', 'deliverables', slug, 'equivalents.json')
const biases = "one('double-bias-count', 'G5', { from: '+ hiddenSize\\n', to: '+ 2 * hiddenSize\\n' })"
const size = "one('size-left-out', 'G5', { from: 'hiddenSize * ', to: '' })"
const unseen = "one('signs-lost#all', 'G5', { from: 'Math.abs(block)', to: 'Math.abs(-block)' })"

describe('audit --mutants, in a course of one deliverable', () => {
  let course = ''
  let matrix = ''
  let text = ''
  const audit = (...args: string[]): Promise<Ran> => run(['audit', '--mutants', ...args], { of: course })
  const claim = (entries: readonly unknown[]): Promise<void> =>
    writeFile(path.join(course, claims), JSON.stringify(entries))
  const name = (...mistakes: readonly string[]): Promise<void> =>
    writeFile(
      path.join(course, 'grader', 'deliverables', slug, 'variants.ts'),
      `import { variantsNamed } from '../../diagnosis/variant.ts'
      const one = variantsNamed('gru')
      export const variants = [${mistakes.join()}]`,
    )
  const about = (operator: string, after: string): Omit<Equivalent, 'proof'> => {
    const found = mutantsOf(text, slug).find((mutant) => mutant.operator === operator && mutant.after === after)
    if (!found) throw new Error(`No ${operator} makes «${after}»`)
    return { within: found.within, operator, before: found.before, after }
  }

  beforeAll(async () => {
    course = await smallCourse(await temporary(), slug)
    matrix = path.join(course, 'grader', 'docs', 'mutants.json')
    await rm(path.join(course, claims), { force: true })
    // Only the last line of the count is left to mutate, with a call in it that nobody can miss.
    const file = path.join(course, 'solutions', slug, `${slug}.ts`)
    const whole = await readFile(file, 'utf8')
    text = whole
      .replaceAll(/^ *\/\/ @(?!starter).*\n/gm, '')
      .replace('  return 3 * block\n', '  // @solution G5\n  return 3 * Math.abs(block)\n  // @end\n')
    await writeFile(file, text)
    await name(biases, unseen)
  })

  it('names what is alive, stores the matrix all the same, and fails', async () => {
    const { exitCode, stdout, stderr } = await audit()
    expect({ exitCode, stderr }).toEqual({ exitCode: 1, stderr: '' })
    const line = text.split('\n').findIndex((code) => code.includes('Math.abs(block)')) + 1
    const id = `${slug}:${String(line)}:call-unwrapped:1`
    expect(stdout).toContain(
      `${es('mutants.survived', { id, within: 'countGruParams', path: claims })}\n        - return 3 * Math.abs(block)\n        + return 3 * block\n`,
    )
    const unnamed = { id: 'gru.signs-lost#all', task: 'G5', line }
    expect(stdout).toContain(`      ${es('mutants.named-survived', unnamed)}\n`)
    const all = mutantsOf(text, slug).length + 2
    const counts = { tried: all, mutants: all, killed: all - 2, equivalent: 0, open: 2 }
    expect(stdout).toContain(`✗ ${es('mutants.deliverable', { slug, ...counts })}`)
    expect(stdout).toMatch(/\n {6}arithmetic +1 +1 +1\n/)
    expect(stdout).toMatch(new RegExp(`\\n {6}${es('mutants.named')} +2 +1 +1\\n`))
    expect(stdout).toContain(es('mutants.stored', { path: matrix }))

    const { deliverables } = JSON.parse(await readFile(matrix, 'utf8')) as KillMatrix
    expect(deliverables[slug]).toMatchObject({ ...counts, open: [id, unnamed.id], seed: 11 })
    expect(deliverables[slug]?.operators['arithmetic']).toEqual({
      tried: 1,
      killed: 1,
      equivalent: 0,
      rows: { all: 1 },
    })
    const checks = ['count-params', 'count-any-sizes']
    expect(deliverables[slug]?.named).toEqual({
      'gru.double-bias-count': { task: 'G5', calls: ['countGruParams'], checks, rows: ['all'] },
      [unnamed.id]: { task: 'G5', calls: [], checks: [], rows: [] },
    })
    const document = await readFile(matrix.replace('.json', '.md'), 'utf8')
    expect(document).toMatch(/\| arithmetic +\| +1 \| +1 \| +\| +1 \|/)
    expect(document).toContain(`Open: ${id}, ${unnamed.id}`)
    expect(document).toMatch(/\| named +\| +2 \| +1 \| +\| +1 \|/)
    expect(document).toMatch(
      /\| `gru.double-bias-count` +\| G5 +\| `countGruParams` +\| count-params, count-any-sizes +\| all +\|/,
    )
    expect(document).toMatch(/\| `gru.signs-lost#all` +\| G5 +\| +\| +\| +\|/)

    // A matrix that leaves something open does not hold, whatever the sample says.
    const { exitCode: again, stdout: sample } = await audit('--sample', '1')
    expect(again).toBe(1)
    expect(sample).toContain(es('mutants.stale', { path: matrix, slugs: slug }))
  })

  it('refuses proofs that are none, that speak of no mutant, and of one that loses points', async () => {
    await claim([{ ...about('call-unwrapped', 'return 3 * block'), proof: ' ' }])
    const empty = await audit('--sample', '1')
    expect(empty).toMatchObject({ exitCode: 4, stdout: expect.not.stringContaining('✓') as string })
    expect(empty.stderr).toContain(es('mutants.equivalents-form', { path: path.join(course, claims), entry: 1 }))

    const gone = { ...about('call-unwrapped', 'return 3 * block'), after: 'return 3 * blocks' }
    const wrong = about('arithmetic', 'return 3 / Math.abs(block)')
    await claim([gone, wrong].map((entry) => ({ ...entry, proof: 'So it seemed.' })))
    const { exitCode, stdout } = await audit('--open')
    expect(exitCode).toBe(1)
    const entry = { path: claims, operator: 'call-unwrapped', within: 'countGruParams' }
    expect(stdout).toContain(es('mutants.equivalent-unknown', { ...entry, entry: 1 }))
    const id = mutantsOf(text, slug).find(({ operator }) => operator === 'arithmetic')?.id ?? ''
    expect(stdout).toContain(es('mutants.equivalent-killed', { path: claims, entry: 2, id }))
    const { deliverables } = JSON.parse(await readFile(matrix, 'utf8')) as KillMatrix
    expect(deliverables[slug]?.open).toContain('equivalents.json')
  })

  it('passes with a proof, and is fresh then', async () => {
    await name(size)
    await claim([
      { ...about('call-unwrapped', 'return 3 * block'), proof: 'No block has a negative number of weights.' },
    ])
    const { exitCode, stdout } = await audit()
    expect(exitCode).toBe(0)
    expect(stdout).not.toContain('✗')
    expect(stdout).toContain(es('mutants.stored', { path: matrix }))
    const { deliverables } = JSON.parse(await readFile(matrix, 'utf8')) as KillMatrix
    expect(deliverables[slug]).toMatchObject({ equivalent: 1, open: [] })
    const document = await readFile(matrix.replace('.json', '.md'), 'utf8')
    expect(document).toMatch(/\| `gru.size-left-out` +\| G5 +\| no call by itself: only the checks +\| count-params/)

    const fresh = await audit('--sample', '1')
    expect(fresh.exitCode).toBe(0)
    expect(fresh.stdout).toContain(es('mutants.fresh'))
  })

  it('says which deliverable there is not, and that a sample is a number', async () => {
    const unknown = await audit('--deliverable', 'gru-cel')
    expect(unknown.exitCode).toBe(2)
    expect(unknown.stderr).toContain(es('usage.unknown-slug', { slug: 'gru-cel', near: slug, all: slug }))
    const none = await audit('--sample', '0')
    expect(none.exitCode).toBe(2)
    expect(none.stderr).toContain('--sample')
  })
})

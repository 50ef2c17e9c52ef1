import { readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Rubric } from '../../model/rubric.ts'
import { filesOf, inside, submission, temporary } from './folders.ts'
import { checkOf, pointsOf, storedReport } from './reports.ts'
import { es, repository, run } from './run.ts'

const original = readFileSync(path.join(repository, 'rubric.json'), 'utf8')

let top = ''
beforeAll(async () => {
  top = await temporary()
})

/** Grades with a rubric of this text, which must be refused before anything is written. */
async function refused(name: string, text: string): Promise<{ sentence: string; file: string }> {
  const file = path.join(top, `${name}.json`)
  await writeFile(file, text)
  const out = path.join(top, `out-${name}`)
  const { exitCode, stdout, stderr } = await run(['grade', 'starter', '--out', out, '--rubric', file])
  expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' })
  expect(stderr).toContain(`«${file}»`)
  expect(stderr.split('\n')).toHaveLength(1)
  expect(await filesOf(out)).toBeUndefined()
  return { sentence: stderr, file }
}

/** The rubric with the weights of one row changed. */
function reweighed(row: string, change: (checks: Record<string, number>) => Record<string, number>): string {
  const rubric = JSON.parse(original) as Rubric
  const criteria = rubric.criteria.map((criterion) => ({
    ...criterion,
    rows: criterion.rows.map((old) => (old.id === row ? { ...old, checks: change({ ...old.checks }) } : old)),
  }))
  return JSON.stringify({ ...rubric, criteria })
}

describe('grade --rubric refuses', () => {
  it('a file that is not there', async () => {
    const file = path.join(top, 'nowhere.json')
    const { exitCode, stderr } = await run(['grade', 'starter', '--out', path.join(top, 'out'), '--rubric', file])
    expect(exitCode).toBe(2)
    expect(stderr).toMatch(/^✗ .*nowhere\.json.*ENOENT/)
  })

  it('what is not JSON', async () => {
    const { sentence } = await refused('not-json', original.replace(',', ''))
    expect(sentence).toMatch(/^✗ .*not-json\.json.* JSON .*\bcoma\b/)
  })

  it('a field of the wrong form, naming it', async () => {
    const { sentence } = await refused('form', original.replace('"points": 10,', '"points": "ten",'))
    expect(sentence).toContain('rubric.criteria.0.points')
  })

  it('criteria that do not add up to 100, with the sum', async () => {
    const { sentence, file } = await refused('sum', original.replace('"points": 10,', '"points": 11,'))
    const params = { file, path: 'rubric.criteria', problem: 'Σ points = 101 ≠ 100.' }
    expect(sentence).toBe(`✗ ${es('rubric.invalid', params)}`)
  })

  it('a check that does not exist, with the one that was probably meant', async () => {
    const text = original.replace('gru-cell/step-tfjs', 'gru-cell/steps-tfjs')
    const { sentence, file } = await refused('unknown', text)
    const params = { file, check: 'gru-cell/steps-tfjs', near: 'gru-cell/step-tfjs' }
    expect(sentence).toBe(`✗ ${es('rubric.unknown-check', params)}`)
  })

  it('weights that leave a check out, naming it', async () => {
    const text = reweighed('2i-forward', ({ 'gru-cell/count-params': _left, ...checks }) => checks)
    const { sentence, file } = await refused('orphan', text)
    expect(sentence).toBe(`✗ ${es('rubric.orphan-check', { file, check: 'gru-cell/count-params' })}`)
  })
})

describe('grade --rubric', () => {
  it('applies other weights to the same verdicts', async () => {
    const folder = await submission(path.join(top, 'ana'), {
      'gru-cell/gru-cell.ts': inside('countGruParams', 'return 0'),
    })
    const rubric = path.join(top, 'heavy.json')
    await writeFile(
      rubric,
      reweighed('2i-forward', (checks) => ({ ...checks, 'gru-cell/count-params': 999 })),
    )
    const out = path.join(top, 'weighed')
    const grade = ['grade', folder, '--deliverable', 'gru-cell', '--seed', '7', '--out', out]
    expect(await run(grade)).toMatchObject({ exitCode: 0 })
    const usual = storedReport(out, 'ana')
    expect(await run([...grade, '--rubric', rubric])).toMatchObject({ exitCode: 0 })
    const heavy = storedReport(out, 'ana')

    expect(heavy.checks.map(({ id, verdict }) => [id, verdict])).toEqual(
      usual.checks.map(({ id, verdict }) => [id, verdict]),
    )
    const [cheap, dear] = [usual, heavy].map((report) => checkOf(report, 'gru-cell/count-params'))
    expect(cheap).toMatchObject({ verdict: 'failed', points: 0 })
    expect(dear).toMatchObject({ verdict: 'failed', points: 0 })
    // The row is worth 1.2 points, of which 999 of the 1030 or so parts are now this check's.
    expect(cheap?.max).toBeLessThan(0.1)
    expect(dear?.max).toBeGreaterThan(1.1)
    const criterion = 'implementacion-numpy'
    expect(heavy.score.max).toBe(usual.score.max)
    expect(pointsOf(usual, criterion)).toBeGreaterThan(1.9)
    expect(pointsOf(heavy, criterion)).toBeLessThan(1.2)
  })
})

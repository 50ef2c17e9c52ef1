import { test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { gradescopeResults } from '../../reports/gradescope.ts'
import { forStudent } from '../../reports/student.ts'
import { objections } from './consumers/schemas.ts'
import { golden, goldenFile } from './golden.ts'
import { anyReport } from './random.ts'

interface Results {
  readonly score: number
  readonly output: string
  readonly tests: readonly {
    readonly name: string
    readonly output: string
    readonly visibility: string
    readonly status?: string
    readonly score?: number
    readonly max_score?: number
  }[]
}

const read = (text: string): Results => JSON.parse(text) as Results
const copy = forStudent(golden, 'es')

describe('results.json of Gradescope', () => {
  test('is as the golden file has it', async () => {
    await expect(gradescopeResults(copy, 'es')).toMatchFileSnapshot(goldenFile('gradescope.json'))
  })

  test.prop([anyReport])('is what its specification describes, and its points add up to the total', (report) => {
    const results = read(gradescopeResults(forStudent(report, 'en'), 'en'))
    expect(objections('gradescope', results)).toEqual([])
    const hundredths = results.tests.map(({ score }) => Math.round((score ?? 0) * 100))
    expect(hundredths.reduce((a, b) => a + b, 0)).toBe(Math.round(report.score.points * 100))
    expect(results.score).toBe(report.score.points)
    for (const { score = 0, max_score = 0 } of results.tests) expect(score).toBeLessThanOrEqual(max_score)
  })

  test.prop([anyReport])('shows before the grades are published nothing that hangs on a hidden check', (report) => {
    const { tests, output } = read(gradescopeResults(forStudent(report, 'es'), 'es'))
    const hidden = report.checks.filter(({ visibility }) => visibility === 'hidden')
    const shown = tests.filter(({ visibility }) => visibility === 'visible')
    for (const { id, claim } of hidden) {
      expect(shown.map(({ name }) => name.split(' ')[0])).not.toContain(id)
      for (const each of shown) expect(each.output).not.toContain(claim)
      for (const { title } of report.criteria.filter(({ checks }) => checks.includes(id))) {
        expect(shown.map(({ name }) => name)).not.toContain(title)
      }
    }
    // No test is `hidden`: one would keep the total from students for ever.
    expect(tests.filter(({ visibility }) => !['visible', 'after_published'].includes(visibility))).toEqual([])
    expect(output).not.toMatch(/\d/)
  })

  test('shows a public check at once and a hidden one later, without its data at any time', () => {
    const { tests } = read(gradescopeResults(copy, 'es'))
    const find = (id: string): Results['tests'][number] | undefined => tests.find(({ name }) => name === id)
    expect(find('demo/a')).toMatchObject({ visibility: 'visible', status: 'failed' })
    expect(find('demo/a')?.output).toContain('0.31')
    expect(find('demo/c')).toMatchObject({ visibility: 'after_published', status: 'failed' })
    expect(find('demo/c')?.output).not.toMatch(/0\.31|0\.62|steps|77/)
    // A fault of the grader's is neither passed nor failed, and says whose it is.
    expect(find('demo/e')).not.toHaveProperty('status')
    expect(find('demo/e')?.output).toContain('Falló el calificador')
  })

  test('shows a mistake that was recognised beside a public check that it breaks', () => {
    const diagnosis = {
      deliverable: 'demo',
      task: 'L3',
      misconceptions: ['lstm.gates-swapped'],
      hint: 'x',
      evidence: 'y',
      clues: [],
    }
    const visibility = (checks: typeof copy.checks): string | undefined =>
      read(gradescopeResults({ ...copy, diagnoses: [diagnosis], checks }, 'es')).tests.find(({ name }) =>
        name.startsWith('demo ·'),
      )?.visibility
    expect(visibility(copy.checks)).toBe('visible')
    expect(visibility(copy.checks.filter((check) => check.visibility === 'hidden'))).toBe('after_published')
  })
})

import { describe, expect, it } from 'vitest'
import { firstDifference, withoutTimes } from '../../audit/determinism.ts'
import { reportOf, result, telling } from '../reports/example.ts'

const report = reportOf([result('demo/a', { kind: 'failed', finding: telling }), result('demo/b', { kind: 'passed' })])

describe('Two reports', () => {
  it('are alike when only their times differ', () => {
    const [first] = report.checks
    const later = {
      ...report,
      run: { ...report.run, startedAt: '2027-01-01T00:00:00.000Z', durationMs: 99 },
      checks: [...(first ? [{ ...first, durationMs: 98 }] : []), ...report.checks.slice(1)],
    }
    expect(firstDifference(withoutTimes(report), withoutTimes(later))).toBeUndefined()
  })

  it.for<[change: string, other: unknown, at: string]>([
    ['a point', { ...report, score: { ...report.score, points: 3 } }, 'score.points'],
    ['a node version', { ...report, run: { ...report.run, node: '24' } }, 'run.node'],
    ['a finding', { ...report, checks: [{ ...report.checks[0], finding: null }] }, 'checks'],
    [
      'a number in a finding',
      {
        ...report,
        checks: [{ ...report.checks[0], finding: { ...report.checks[0]?.finding, maxAbs: 1 } }, report.checks[1]],
      },
      'checks[0].finding.maxAbs',
    ],
    ['an order of fields', Object.fromEntries(Object.entries(report).reverse()), '.'],
  ])('differ by %s', ([, other, at]) => {
    expect(firstDifference(report, other)).toBe(at)
  })
})

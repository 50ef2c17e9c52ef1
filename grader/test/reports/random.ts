import fc from 'fast-check'
import type { Report, ReportBound, ReportCriterion } from '../../model/report.ts'
import type { CheckResult, Verdict } from '../../model/verdict.ts'
import { reportOf, result, telling } from './example.ts'

/** A bound as a rubric words it. */
export const bound: ReportBound = { level: 'aceptable', why: { es: 'Falta BPTT.', en: 'BPTT is missing.' } }

const ids = ['demo/loads', 'demo/a', 'demo/b', 'demo/c', 'demo/x-opens', 'demo/x']

const verdict: fc.Arbitrary<Verdict> = fc.constantFrom<Verdict>(
  { kind: 'passed' },
  { kind: 'passed', followThrough: true },
  { kind: 'failed', finding: telling },
  {
    kind: 'failed',
    finding: {
      kind: 'syntax',
      messageId: 'subject.syntax',
      params: { error: 'x', line: 'y' },
      location: 'demo/demo.ts:3:1',
    },
  },
  {
    kind: 'failed',
    finding: { kind: 'not-implemented', messageId: 'subject.not-implemented', params: { fn: 'f', task: 'L1' } },
  },
  { kind: 'crashed', finding: { kind: 'timeout', messageId: 'subject.timeout', params: { fn: 'f', seconds: 3 } } },
  { kind: 'blocked', by: 'demo/loads' },
  { kind: 'faulted', fault: 'ours' },
)

const results: fc.Arbitrary<CheckResult[]> = fc
  .array(fc.tuple(verdict, fc.boolean()), { minLength: ids.length, maxLength: ids.length })
  .map((list) => list.map(([each, isPublic], k) => result(ids[k] ?? '', each, isPublic ? 'public' : 'hidden')))

/** A criterion in hundredths; with the points moved by a bound it says so. */
const criterion: fc.Arbitrary<ReportCriterion> = fc
  .record({
    max: fc.oneof(fc.constantFrom(0, 1000, 2000), fc.nat(2500)),
    sum: fc.double({ min: 0, max: 1, noNaN: true }),
    points: fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { freq: 2 }),
    checks: fc.subarray(ids),
  })
  .map(({ max, sum, points, checks }) => {
    const part = (share: number): number => Math.round(max * share) / 100
    const final = part(points ?? sum)
    return {
      id: 'codigo',
      title: 'Código',
      points: final,
      max: max / 100,
      pending: max === 0,
      level: max === 0 ? null : 'bueno',
      review: false,
      mark: null,
      sum: part(sum),
      cappedBy: final < part(sum) ? bound : null,
      flooredBy: final > part(sum) ? bound : null,
      provisional: 0,
      checks,
    }
  })

/** Reports with caps and floors, any bonus and any lateness, whose totals keep the invariants. */
export const anyReport: fc.Arbitrary<Report> = fc
  .record({
    results,
    criteria: fc.array(criterion, { maxLength: 9 }),
    bonus: fc.oneof(fc.constant(0), fc.nat(600)),
    factor: fc.constantFrom(1, 1, 0.9, 0.75, 1 / 3, 0),
  })
  .map(({ results: list, criteria, bonus, factor }) => {
    const titled = criteria.map((each, k) => ({ ...each, title: `Código ${String(k)}` }))
    return graded(reportOf(list), titled, { bonus, factor })
  })

/** The report with these criteria and the total that they make. */
export function graded(
  report: Report,
  criteria: readonly ReportCriterion[],
  { bonus, factor }: { readonly bonus: number; readonly factor: number },
): Report {
  const hundredths = (values: readonly number[]): number => Math.round(values.reduce((a, b) => a + b, 0) * 100)
  const max = hundredths(criteria.map((each) => each.max))
  const sum = hundredths(criteria.map((each) => each.points))
  return {
    ...report,
    criteria: criteria.map((each, k) => ({ ...each, id: `${each.id}-${String(k)}` })),
    score: {
      ...report.score,
      points: Math.round(Math.min(max, sum + bonus) * factor) / 100,
      max: max / 100,
      bonus: bonus / 100,
      late: { days: factor === 1 ? 0 : 2, factor },
    },
  }
}

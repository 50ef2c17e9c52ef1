import type { Report } from '../../model/report.ts'
import { reportOf, result, telling } from './example.ts'
import { bound, graded } from './random.ts'

/** One report with everything that an adapter has to care for: each verdict, a cap, a bonus, lateness, hidden checks. */
export const golden: Report = graded(
  {
    ...reportOf(
      [
        result('demo/loads', { kind: 'passed' }),
        result('demo/a', { kind: 'failed', finding: { ...telling, location: 'demo/demo.ts:42:7' } }),
        result('demo/b', {
          kind: 'crashed',
          finding: { kind: 'timeout', messageId: 'subject.timeout', params: { fn: 'f', seconds: 3 } },
        }),
        result('demo/c', { kind: 'failed', finding: telling }, 'hidden'),
        result('demo/d', { kind: 'blocked', by: 'demo/a' }),
        result('demo/e', { kind: 'faulted', fault: 'ours' }),
        result('demo/f', { kind: 'passed', followThrough: true }, 'hidden'),
        result('demo/x', { kind: 'passed' }),
      ],
      'Ana, «Niña» | Ñandú',
    ),
    submission: {
      id: 'ana',
      name: 'Ana, «Niña» | Ñandú',
      hash: `sha256:${'0'.repeat(64)}`,
      submittedAt: '2026-11-20T23:10:00Z',
    },
  },
  [
    {
      id: 'codigo',
      title: 'Código',
      points: 11.8,
      max: 20,
      pending: false,
      level: 'aceptable',
      review: false,
      mark: null,
      sum: 15.5,
      cappedBy: bound,
      flooredBy: null,
      provisional: 0,
      checks: ['demo/a', 'demo/b', 'demo/d', 'demo/f'],
    },
    {
      id: 'puertas',
      title: 'Puertas',
      points: 7.25,
      max: 10,
      pending: false,
      level: 'aceptable',
      review: false,
      mark: null,
      sum: 7.25,
      cappedBy: null,
      flooredBy: null,
      provisional: 2.5,
      checks: ['demo/c'],
    },
    {
      id: 'informe',
      title: 'Informe',
      points: 0,
      max: 0,
      pending: true,
      level: null,
      review: false,
      mark: null,
      sum: 0,
      cappedBy: null,
      flooredBy: null,
      provisional: 0,
      checks: [],
    },
  ],
  { bonus: 500, factor: 0.9 },
)

/** Where the golden files are. */
export function goldenFile(name: string): string {
  return new URL(`golden/${name}`, import.meta.url).pathname
}

import { makeReport } from '../../grading/report.ts'
import type { Finding } from '../../model/finding.ts'
import type { Report } from '../../model/report.ts'
import type { CheckResult, Verdict, Visibility } from '../../model/verdict.ts'
import type { ReviewNote } from '../../submission/review.ts'
import { example } from '../scoring/example.ts'

/** A finding with everything that a hidden check must not tell. */
export const telling: Finding = {
  kind: 'value',
  messageId: 'expect.value-oracle',
  params: { at: 'hs[2][1,0]', expected: '0.31', received: '0.62', oracle: 'float64' },
  at: 'hs[2][1,0]',
  expected: '0.31',
  received: '0.62',
  maxAbs: 0.3123,
  maxRel: NaN,
  counterexample: '{"steps":7}',
  seed: 77,
  replay: 'npm run grade -- ana --seed 77',
}

export function result(
  id: string,
  verdict: Verdict,
  visibility: Visibility = 'public',
  needs: readonly string[] = [],
): CheckResult {
  const claim = { es: `Promesa de ${id}.`, en: `Promise of ${id}.` }
  return { meta: { id, deliverable: 'demo', needs, visibility, claim }, verdict, durationMs: 3, measures: [] }
}

/** A report on these results, by a person whose name is trouble. */
export function reportOf(results: readonly CheckResult[], name = 'Ana', notes: readonly ReviewNote[] = []): Report {
  return makeReport({
    submission: { id: 'ana', name, hash: `sha256:${'0'.repeat(64)}`, submittedAt: null },
    run: {
      graderVersion: '0.1.0',
      seed: 77,
      mode: 'full',
      isolation: 'L0',
      reached: ['signal', 'connect', 'socket'],
      backend: 'wasm',
      quick: false,
      node: '20.20.2',
      startedAt: '2026-11-21T00:00:00.000Z',
      durationMs: 1200,
    },
    rubric: example,
    results,
    notes,
    isHidden: (id) => id === 'demo/c',
    language: 'es',
  })
}

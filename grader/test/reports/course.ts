import path from 'node:path'
import { makeReport } from '../../grading/report.ts'
import type { Diagnosis } from '../../model/diagnosis.ts'
import type { Finding, FindingKind } from '../../model/finding.ts'
import type { Report } from '../../model/report.ts'
import type { CheckId, CheckMeta, CheckResult, Verdict } from '../../model/verdict.ts'
import { discover } from '../../running/catalogue.ts'
import { orderChecks } from '../../running/order.ts'
import { loadRubric } from '../../scoring/rubric.ts'
import { readCurves } from '../../submission/curves.ts'
import { root, workshop } from '../checks/workshop.ts'
import { rubricFile } from '../scoring/rubrics.ts'

/** Reports on the whole course, with its own checks, claims and points: only the verdicts are made up. */
export interface CourseReports {
  /** Everything passes, and models were trained. */
  readonly perfect: Report
  /** Nothing was written. */
  readonly starter: Report
  /** A bit of everything that a report can hold. */
  readonly mixed: Report
}

export async function courseReports(): Promise<CourseReports> {
  const [rubric, found] = await Promise.all([loadRubric(rubricFile), discover(workshop())])
  const metas = rubric.deliverables.flatMap((slug) => found.find((each) => each.slug === slug)?.checks ?? [])
  const curves = await readCurves(path.join(root, 'solutions'), rubric.deliverables)
  const report = (name: string, judge: Judge, more: { readonly diagnoses?: readonly Diagnosis[] } = {}): Report =>
    makeReport({
      submission: { id: 'ana-rojas', name, hash: `sha256:${'3f9a'.repeat(16)}`, submittedAt: '2026-11-20T23:10:00Z' },
      run: {
        graderVersion: '0.1.0',
        seed: 20_261_121,
        mode: 'full',
        isolation: 'L0',
        reached: ['signal', 'connect'],
        backend: 'wasm',
        quick: false,
        node: '20.20.2',
        startedAt: '2026-11-21T00:00:00.000Z',
        durationMs: 41_200,
      },
      rubric,
      results: resultsOf(orderChecks(metas), judge),
      curves,
      isHidden: () => false,
      language: 'es',
      ...more,
    })
  return {
    perfect: report('Ana Rojas', () => ({ kind: 'passed' })),
    starter: { ...report('starter', notWritten), curves: [] },
    mixed: extremes(report('María del Carmen Fernández-Etxebarria Goikoetxea', mixture, { diagnoses })),
  }
}

type Judge = (meta: CheckMeta) => Verdict

/** As a run does it: what needs a check that did not pass waits for the first at the root. */
function resultsOf(metas: readonly CheckMeta[], judge: Judge): readonly CheckResult[] {
  const verdicts = new Map<CheckId, Verdict>()
  return metas.map((meta) => {
    const blocker = meta.needs.find((need) => verdicts.get(need)?.kind !== 'passed')
    const before = blocker === undefined ? undefined : verdicts.get(blocker)
    const by = before?.kind === 'blocked' ? before.by : blocker
    const verdict: Verdict = by === undefined ? judge(meta) : { kind: 'blocked', by }
    verdicts.set(meta.id, verdict)
    const measured = verdict.kind === 'passed' && meta.slow === true
    const figure = { id: 'reviews-accuracy', value: 0.98049, threshold: 0.85, atLeast: true, standardError: 0.0031 }
    return { meta, verdict, durationMs: 12, measures: measured ? [figure] : [] }
  })
}

function notWritten({ id }: CheckMeta): Verdict {
  if (/\/(?:loads|exports)$/.test(id)) return { kind: 'passed' }
  const finding = { messageId: 'subject.not-implemented', params: { fn: 'initRnn', task: 'R1' } }
  return { kind: 'failed', finding: { kind: 'not-implemented', ...finding } }
}

/** The first deliverable is not begun, the second is half right, one does not compile, one never ends, one is ours. */
function mixture(meta: CheckMeta): Verdict {
  const number = Array.from(meta.id, (letter) => letter.charCodeAt(0)).reduce((sum, code) => sum + code, 0)
  switch (meta.deliverable) {
    case 'rnn-bptt':
      return notWritten(meta)
    case 'lstm-cell':
      if (meta.id.endsWith('loads') || number % 3 > 0) return { kind: 'passed' }
      return { kind: 'failed', finding: finding(number % 2 === 0 ? 'value' : 'law') }
    case 'gru-cell':
      return { kind: 'passed', ...(number % 4 === 0 ? { followThrough: true } : {}) }
    case 'sentiment':
      return { kind: 'failed', finding: finding('syntax') }
    case 'stacked-lstm':
      return meta.id.includes('count') ? { kind: 'crashed', finding: finding('timeout') } : { kind: 'passed' }
    case 'seq2seq':
      return { kind: 'faulted', fault: 'TypeError: it broke' }
    default:
      return number % 9 === 0 ? { kind: 'failed', finding: finding('threw') } : { kind: 'passed' }
  }
}

function finding(kind: FindingKind): Finding {
  const long = 'Matrix'.repeat(60)
  switch (kind) {
    case 'syntax':
      return {
        kind,
        messageId: 'subject.threw',
        params: { fn: 'f', error: long },
        location: 'sentiment/sentiment.ts:3:7',
      }
    case 'timeout':
    case 'threw':
      return { kind, messageId: 'subject.threw', params: { fn: 'f', error: `<b>${long}</b> \u202egnol \`x\`` } }
    default: {
      const [expected, received, at] = ['0.22767', '0.60413', 'hs[2][1,0]']
      return {
        kind,
        messageId: 'expect.value-oracle',
        params: { at, expected, received, oracle: 'tfjs' },
        expected,
        received,
        at,
        maxAbs: 0.71,
        maxRel: 1.7,
        counterexample: JSON.stringify({ sizes: new Array(30).fill(1) }),
        seed: 77,
        replay: 'npm run grade -- "entregas/Ana Rojas" --deliverable lstm-cell --seed 77 --out out',
      }
    }
  }
}

const diagnoses: readonly Diagnosis[] = [
  {
    deliverable: 'lstm-cell',
    task: 'L3',
    misconceptions: ['gru.zero-init'],
    clues: [{ messageId: 'diagnosis.departs', params: { functions: '`lstmForward`', at: 'hs[2]' } }],
  },
]

/** What no verdict brings yet: points to be reviewed, a late day, a cap, a flag, odd curves. */
function extremes(report: Report): Report {
  const why = { es: 'BPTT falta o es incorrecto.', en: 'BPTT is missing or wrong.' }
  const criteria = report.criteria.map((criterion, k) => {
    if (k === 1) return { ...criterion, sum: criterion.points + 1, cappedBy: { level: 'aceptable', why } as const }
    if (k === 4) return { ...criterion, points: 10, max: 15, provisional: 3, review: true }
    return criterion
  })
  const params = { name: 'eval', place: 'lstm-cell/lstm-cell.ts:12', times: 1 }
  return {
    ...report,
    criteria,
    score: { ...report.score, provisional: 3, bonus: 1.5, late: { days: 2, factor: 0.8 } },
    curves: [
      { deliverable: 'sentiment', name: 'trainLoss', values: [0.5] },
      { deliverable: 'sentiment', name: 'trainAccuracy', values: [0.5, 0.5, 0.5] },
      { deliverable: 'benchmark', name: 'valLoss', values: [1e12, -1e12, 3, 1e-9] },
      ...report.curves.filter(({ deliverable }) => deliverable === 'time-series'),
    ],
    flags: [...report.flags, { kind: 'review', messageId: 'review.code-from-text', params, message: 'x' }],
  }
}

import type { FindingKind } from '../model/finding.ts'
import type { Report, ReportCheck } from '../model/report.ts'
import type { Language } from '../model/verdict.ts'
import { say } from '../messages/say.ts'

/**
 * The copy that a student may see: of a hidden check it keeps the claim, the verdict and what kind of trouble it was,
 * never inputs, expected values, places or the seed.
 */
export function forStudent(report: Report, language: Language): Report {
  const checks = report.checks
    .map((check) => ({ ...check, fault: null }))
    .map((check) => (check.visibility === 'public' ? withoutSeed(check) : withoutSecrets(check, language)))
  return { ...report, run: { ...report.run, seed: 0 }, checks }
}

function withoutSeed(check: ReportCheck): ReportCheck {
  if (check.finding === null) return check
  const { seed: _seed, replay: _replay, ...finding } = check.finding
  return { ...check, finding }
}

function withoutSecrets(check: ReportCheck, language: Language): ReportCheck {
  if (check.finding === null) return check
  const { kind, messageId, params, message, location } = check.finding
  const place = location === undefined ? {} : { location }
  if (tellable.has(kind)) return { ...check, finding: { kind, messageId, params, message, ...place } }
  const silent = kind === 'answer' ? 'report.hidden-answer' : 'report.hidden-finding'
  return { ...check, finding: { kind, messageId: silent, params: {}, message: say(language, silent) } }
}

/** What is about the student's own code, process and documents, and says nothing about hidden inputs or answers. */
const tellable: ReadonlySet<FindingKind> = new Set([
  'missing-file',
  'missing-export',
  'not-implemented',
  'syntax',
  'import',
  'timeout',
  'memory',
  'output',
  'denied',
  'exited',
  'document',
  'style',
])

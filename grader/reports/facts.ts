import { say, sayAny, type MessageId } from '../messages/say.ts'
import type { ReportCheck, ReportFinding } from '../model/report.ts'
import type { Language } from '../model/verdict.ts'
import { oneLine } from './neutral.ts'
import { followThrough, measures } from './view.ts'

/** What was seen of a check in plain text: one line each, neutralised, the most telling first. Empty when all is well. */
export function plainFacts(check: ReportCheck, language: Language): string[] {
  const { finding, fault, blockedBy, verdict } = check
  return [
    ...(verdict === 'blocked' ? [say(language, 'report.blocked-by', { id: blockedBy ?? '' })] : []),
    ...(verdict === 'faulted' ? [fault ?? say(language, 'adapter.faulted')] : []),
    ...(finding ? findingFacts(finding, language) : []),
    ...followThrough(check, language),
    ...measures(check, language),
  ].map(oneLine)
}

/** The first of them: what a table or a line has room for. */
export function mainFact(check: ReportCheck, language: Language): string {
  return plainFacts(check, language)[0] ?? ''
}

/** The line in the student's own code; undefined for what is no path inside the submission. */
export function placeOf({ finding }: ReportCheck): { file: string; line: number; column: number } | undefined {
  const [, file = '', line = '', column = '1'] =
    /^([\w./-]{1,200}):(\d{1,7})(?::(\d{1,7}))?$/.exec(finding?.location ?? '') ?? []
  if (file === '' || file.startsWith('/') || file.split('/').includes('..')) return undefined
  return { file, line: Number(line), column: Number(column) }
}

function findingFacts(finding: ReportFinding, language: Language): string[] {
  const { kind, expected, received, maxAbs, counterexample, location, replay } = finding
  const fact = (label: MessageId, value: string | undefined): string[] =>
    value === undefined ? [] : [`${say(language, label)}: ${value}`]
  return [
    sayAny(language, finding.messageId, finding.params),
    ...(kind === 'law' && received !== undefined ? [`${expected ?? ''} ≠ ${received}`] : []),
    ...fact('report.error', maxAbs === undefined ? undefined : String(maxAbs)),
    ...fact('report.case', counterexample),
    ...fact('report.place', location),
    ...fact('report.again', replay),
  ]
}

import { sayAny } from '../messages/say.ts'
import type { ReportFlag } from '../model/report.ts'
import type { CheckId, CheckResult, Language, Measure, Slug } from '../model/verdict.ts'
import type { ReviewNote } from '../submission/review.ts'

interface Seen {
  readonly results: readonly CheckResult[]
  readonly missing: readonly Slug[]
  readonly notes: readonly ReviewNote[]
}

/** What a person should look at before signing: none of it moves a point. */
export function flags({ results, missing, notes }: Seen, language: Language): readonly ReportFlag[] {
  const flag =
    (kind: ReportFlag['kind']) =>
    ({ messageId, params }: ReviewNote): ReportFlag => ({
      kind,
      messageId,
      params,
      message: sayAny(language, messageId, params),
    })
  return [
    ...unfinished(missing).map(flag('not-graded')),
    ...faulted(results).map(flag('not-graded')),
    ...violations(results).map(flag('protocol-violation')),
    ...denials(results).map(flag('review')),
    ...notes.map(flag('review')),
    ...results.flatMap(({ meta, measures }) =>
      measures.filter(isBorderline).map((measure) => flag('review')(borderline(meta.id, measure))),
    ),
  ]
}

function unfinished(missing: readonly Slug[]): readonly ReviewNote[] {
  if (missing.length === 0) return []
  return [{ messageId: 'flag.unfinished', params: { count: missing.length, deliverables: missing.join(', ') } }]
}

function faulted(results: readonly CheckResult[]): readonly ReviewNote[] {
  const checks = results.filter(({ verdict }) => verdict.kind === 'faulted').map(({ meta }) => meta.id)
  if (checks.length === 0) return []
  return [{ messageId: 'flag.faulted', params: { count: checks.length, checks: checks.join(', ') } }]
}

function violations(results: readonly CheckResult[]): readonly ReviewNote[] {
  const broke = results.filter(({ verdict }) => 'finding' in verdict && verdict.finding.kind === 'protocol')
  const deliverables = new Set(broke.map(({ meta }) => meta.deliverable))
  return [...deliverables].map((deliverable) => ({ messageId: 'flag.protocol', params: { deliverable } }))
}

/** What the lock around a process kept from it, once for each place in the code. */
function denials(results: readonly CheckResult[]): readonly ReviewNote[] {
  const notes = results.flatMap(({ meta, verdict }) => {
    if (!('finding' in verdict) || verdict.finding.kind !== 'denied') return []
    const { params, location = 'none' } = verdict.finding
    const what = params['what'] ?? 'process'
    return [{ messageId: 'flag.denied', params: { deliverable: meta.deliverable, what, place: location } }]
  })
  return [...new Map(notes.map((note) => [JSON.stringify(note.params), note])).values()]
}

/** So near its threshold that another draw of the data might have fallen on the other side. */
function isBorderline({ value, threshold, standardError }: Measure): boolean {
  return threshold !== null && standardError !== null && Math.abs(value - threshold) < standardError
}

function borderline(check: CheckId, { value, threshold, standardError }: Measure): ReviewNote {
  const digits = (figure: number | null): string => (figure ?? NaN).toPrecision(3)
  const params = { check, value: digits(value), threshold: digits(threshold), error: digits(standardError) }
  return { messageId: 'flag.borderline', params }
}

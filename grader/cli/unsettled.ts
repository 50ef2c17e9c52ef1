import type { Report } from '../model/report.ts'
import { LabError } from '../model/errors.ts'
import type { CommandContext } from './context.ts'

/** Why the points of each submission may still change, named; empty when all are final. */
export function unsettled(
  { say }: CommandContext,
  reports: readonly Report[],
  partial: readonly string[],
): readonly string[] {
  return [
    ...reports.flatMap((report) => {
      const reasons = reasonsOf(report, say)
      return reasons.length === 0 ? [] : [`${report.submission.id} (${reasons.join(', ')})`]
    }),
    ...partial.map((id) => `${id} (${say('gradebook.reason-partial')})`),
  ]
}

/** A gradebook finds a student by name, so that two submissions of one name would be one student's. */
export function requireNames(reports: readonly Report[]): void {
  const ids = new Map<string, string>()
  for (const { submission } of reports) {
    const name = submission.name.trim().toLowerCase()
    const other = ids.get(name)
    if (other !== undefined) {
      throw new LabError('usage', 'usage.same-name', { name: submission.name, ids: `${other}, ${submission.id}` })
    }
    ids.set(name, submission.id)
  }
}

function reasonsOf({ score, run, checks, criteria }: Report, say: CommandContext['say']): string[] {
  const faults = checks.filter(({ verdict }) => verdict === 'faulted').length
  // One of no points has none that are provisional, and may change all the same.
  const stale = criteria.filter(({ mark }) => mark?.stale).length
  return [
    ...(stale > 0 ? [say('gradebook.reason-marks', { count: stale })] : []),
    ...(score.provisional > 0 ? [say('gradebook.reason-provisional', { points: score.provisional.toFixed(2) })] : []),
    ...(faults > 0 ? [say('gradebook.reason-faults', { count: faults })] : []),
    ...(run.mode === 'public' ? [say('gradebook.reason-public')] : []),
    ...(run.quick ? [say('gradebook.reason-quick')] : []),
  ]
}

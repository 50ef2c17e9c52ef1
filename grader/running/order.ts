import { LabError } from '../model/errors.ts'
import type { CheckId, CheckMeta } from '../model/verdict.ts'

/**
 * Sorts checks so that each follows those it needs, keeping the declared order otherwise. With `keep`, only the
 * checks it accepts and whatever they need.
 */
export function orderChecks(
  checks: readonly CheckMeta[],
  keep: (check: CheckMeta) => boolean = () => true,
): CheckMeta[] {
  const byId = new Map(checks.map((check) => [check.id, check]))
  const ordered: CheckMeta[] = []
  const state = new Map<CheckId, 'open' | 'done'>()
  const visit = (check: CheckMeta, path: readonly CheckId[]): void => {
    if (state.get(check.id) === 'done') return
    if (state.get(check.id) === 'open') {
      throw new LabError('fault', 'catalogue.circular-needs', { path: [...path, check.id].join(' → ') })
    }
    state.set(check.id, 'open')
    for (const need of check.needs) {
      const needed = byId.get(need)
      if (!needed) throw new LabError('fault', 'catalogue.unknown-need', { id: check.id, need })
      visit(needed, [...path, check.id])
    }
    state.set(check.id, 'done')
    ordered.push(check)
  }
  for (const check of checks) if (keep(check)) visit(check, [])
  return ordered
}

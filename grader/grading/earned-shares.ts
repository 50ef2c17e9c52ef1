import type { Rubric } from '../model/rubric.ts'
import { credit, standing, type CheckResult, type Slug } from '../model/verdict.ts'
import { stakesOf } from '../scoring/score.ts'

/** What each deliverable whose checks ran earned of its points in the rubric, 0 to 1, bonus aside. */
export function earnedShares(rubric: Rubric, results: readonly CheckResult[]): ReadonlyMap<Slug, number> {
  const totals = new Map<Slug, { earned: number; max: number }>()
  const stakes = stakesOf(rubric).filter(({ stage }) => stage !== null)
  for (const { meta, verdict } of results) {
    if (verdict.kind === 'faulted') continue
    const max = stakes.reduce((sum, stake) => (stake.check === meta.id ? sum + stake.max : sum), 0)
    const fraction = credit(standing(verdict.kind, verdict.kind === 'failed' ? verdict.fraction : 0))
    const total = totals.get(meta.deliverable) ?? { earned: 0, max: 0 }
    totals.set(meta.deliverable, { earned: total.earned + max * fraction, max: total.max + max })
  }
  return new Map([...totals].map(([slug, { earned, max }]) => [slug, max === 0 ? 0 : earned / max]))
}

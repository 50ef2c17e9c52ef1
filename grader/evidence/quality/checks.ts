import type { CheckMeta, Localized, Visibility } from '../../model/verdict.ts'
import type { EvidenceCheck, Judgement, Material } from '../evidence.ts'

/** The part that looks at how the code is written. */
export const slug = 'calidad'

/** A check of this part. */
export function check(
  name: string,
  claim: Localized,
  judge: (material: Material) => Judgement | Promise<Judgement>,
  visibility: Visibility = 'public',
): EvidenceCheck {
  const meta: CheckMeta = { id: `${slug}/${name}`, deliverable: slug, needs: [], visibility, claim }
  return { meta, judge }
}

/** So many in a hundred own lines. */
export function perHundred(count: number, lines: number): number {
  return lines === 0 ? 0 : (100 * count) / Math.max(lines, 20)
}

/** One digit after the point: what lies beyond says nothing. */
export function oneDigit(value: number): number {
  return Math.round(value * 10) / 10
}

/** A share in whole percents, rounded so that it says "all" only of all. */
export function percent(share: number): number {
  return Math.floor(100 * share + 1e-9)
}

/** A falling line: 1 up to `full`, 0 from `none` on. */
export function falling(value: number, full: number, none: number): number {
  return Math.min(1, Math.max(0, (none - value) / (none - full)))
}

/** How often each rule speaks, the most frequent first. */
export function commonest<Item extends { readonly rule: string }>(items: readonly Item[]): Item | undefined {
  const counts = new Map<string, number>()
  for (const { rule } of items) counts.set(rule, (counts.get(rule) ?? 0) + 1)
  return items.toSorted((a, b) => (counts.get(b.rule) ?? 0) - (counts.get(a.rule) ?? 0))[0]
}

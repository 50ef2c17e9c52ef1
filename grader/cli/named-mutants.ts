import { namedMutants } from '../audit/mutants/named.ts'
import type { NamedMutant } from '../audit/mutants/mutant.ts'
import { solutionText } from '../audit/trees.ts'
import type { AskedUnit } from '../diagnosis/diagnose.ts'
import { readFingerprints } from '../diagnosis/fingerprints.ts'
import type { Slug } from '../model/verdict.ts'
import { fingerprintsFile, type Workshop } from '../running/catalogue.ts'
import { loadVariants, withMistake } from '../running/variants.ts'

/** The solution of a deliverable with each mistake that has a name, and which of the `units` show it by its fingerprint. */
export async function namedMutantsOf(
  workshop: Workshop,
  slug: Slug,
  units: readonly AskedUnit[],
): Promise<readonly NamedMutant[]> {
  const variants = await loadVariants(workshop, slug)
  const solution = solutionText(workshop.root, slug)
  const prints = readFingerprints(fingerprintsFile(workshop, slug))
  const all = variants.map((variant) => ({
    id: variant.id,
    task: variant.task,
    calls: callsIn(units, Object.keys(prints?.variants[variant.id]?.units ?? {})),
    text: withMistake(solution, variant),
  }))
  return namedMutants(solution, slug, all)
}

function callsIn(units: readonly AskedUnit[], shown: readonly string[]): readonly string[] {
  return [...new Set(units.filter(({ name }) => shown.includes(name)).flatMap(({ functions }) => functions))]
}

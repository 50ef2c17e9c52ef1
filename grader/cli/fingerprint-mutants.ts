import { mutantsOf } from '../audit/mutants/mutate.ts'
import { solutionText } from '../audit/trees.ts'
import { sketch, matches } from '../diagnosis/sketch.ts'
import { explain, type Observed, type Unit } from '../diagnosis/explain.ts'
import { readFingerprints } from '../diagnosis/fingerprints.ts'
import { applyChanges } from '../diagnosis/variant.ts'
import type { Slug } from '../model/verdict.ts'
import { fingerprintsFile } from '../running/catalogue.ts'
import { loadVariants } from '../running/variants.ts'
import type { CommandContext } from './context.ts'
import { exit, type ExitCode } from './exit.ts'
import { Prober } from './probing.ts'
import { ProgressLine } from './progress-line.ts'
import { chosenSlugs } from './values.ts'
import { withSession } from './with-session.ts'

/**
 * Gives code that nobody named to the diagnosis: every generic mutant of the solutions. A name is right when the mutant
 * and the named variant also agree on numbers that the fingerprints were not made from.
 */
export async function fingerprintMutantsCommand(context: CommandContext, asked: readonly Slug[]): Promise<ExitCode> {
  return withSession(context, async (session, keep) => {
    const prober = new Prober(session)
    keep(prober)
    void session.warm(true)
    let wrong = 0
    for (const slug of chosenSlugs(asked, session.slugs)) wrong += await tryNames(context, prober, slug)
    return wrong === 0 ? exit.done : exit.notYet
  })
}

/** Returns how many mutants were given a name that is not theirs. */
async function tryNames(context: CommandContext, prober: Prober, slug: Slug): Promise<number> {
  const { workshop, print, say } = context
  const line = new ProgressLine(context)
  const prints = readFingerprints(fingerprintsFile(workshop, slug))
  const variants = new Map((await loadVariants(workshop, slug)).map((variant) => [variant.id, variant]))
  if (!prints) return 0
  const solution = solutionText(workshop.root, slug)
  const mutants = mutantsOf(solution, slug)
  const observe = (texts: readonly string[], seed?: number): ReturnType<Prober['observe']> =>
    prober.observe(
      slug,
      texts,
      (done) => {
        line.show(() => say('fingerprints.progress', { slug, done, total: texts.length }))
      },
      seed,
    )
  const { units, all } = await observe(mutants.map(({ text }) => text))
  const named = mutants.flatMap((mutant, k) => {
    const seen = all[k]
    const ids = seen ? explain(units, prints, seen).named.flatMap((found) => found.ids) : []
    const text = applyChanges(
      solution,
      ids.flatMap((id) => variants.get(id)?.changes ?? []),
    )
    return ids.length === 0 ? [] : [{ mutant, ids, text: text ?? solution }]
  })
  const { all: theirs } = await observe(
    named.map(({ mutant }) => mutant.text),
    otherSeed,
  )
  const { all: known } = await observe(
    named.map(({ text }) => text),
    otherSeed,
  )
  line.clear()
  const wrong = named.filter((_, k) => !agree(units, theirs[k] ?? {}, known[k] ?? {}))
  print(
    `${wrong.length === 0 ? '✓' : '✗'} ${say('fingerprints.mutants', { slug, mutants: mutants.length, named: named.length, wrong: wrong.length })}\n`,
  )
  for (const { mutant, ids } of wrong) print(`    ${mutant.id} → ${ids.join(' + ')}\n`)
  return wrong.length
}

/** Not the seed of the public numbers. */
const otherSeed = 12

/** Whether two codes answer alike wherever both answer. */
function agree(units: readonly Unit[], a: Observed, b: Observed): boolean {
  return units.every(({ name, tolerance }) => {
    const [one, other] = [a[name] ?? {}, b[name] ?? {}]
    return Object.keys(one).every((block) => matches(one[block], sketch(other[block]), tolerance))
  })
}

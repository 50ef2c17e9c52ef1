import { fingerprintSources } from '../audit/sources.ts'
import { solutionText } from '../audit/trees.ts'
import { diagnose } from '../diagnosis/diagnose.ts'
import type { Observed } from '../diagnosis/explain.ts'
import { departuresOf, pairKey, type Fingerprints, type Units } from '../diagnosis/fingerprints.ts'
import { applyChanges, misconceptionOf, type Variant } from '../diagnosis/variant.ts'
import { LabError } from '../model/errors.ts'
import type { Slug } from '../model/verdict.ts'
import { fingerprintsFile } from '../running/catalogue.ts'
import { loadVariants, withMistake } from '../running/variants.ts'
import type { CommandContext } from './context.ts'
import { exit, type ExitCode } from './exit.ts'
import { writeWhole } from './out.ts'
import { Prober } from './probing.ts'
import { ProgressLine } from './progress-line.ts'
import { chosenSlugs } from './values.ts'
import { withSession } from './with-session.ts'

/**
 * Records what the reference and every named mistake answer to the public probes, alone and two at a time, so that
 * mistakes are recognised where neither reference nor variants are; and sees that each is recognised by its name.
 */
export async function fingerprintsCommand(context: CommandContext, asked: readonly Slug[]): Promise<ExitCode> {
  return withSession(context, async (session, keep) => {
    const prober = new Prober(session)
    keep(prober)
    void session.warm(true)
    let held = true
    for (const slug of chosenSlugs(asked, session.slugs)) held = (await record(context, prober, slug)) && held
    return held ? exit.done : exit.notYet
  })
}

/** Two mistakes in one code. */
interface Couple {
  readonly a: string
  readonly b: string
  readonly text: string
}

async function record(context: CommandContext, prober: Prober, slug: Slug): Promise<boolean> {
  const { root } = context.workshop
  const variants = await loadVariants(context.workshop, slug)
  if (variants.length === 0) return true
  const solution = solutionText(root, slug)
  const line = new ProgressLine(context)
  const observe = async (texts: readonly string[]): ReturnType<Prober['observe']> => {
    const seen = await prober.observe(slug, texts, (done) => {
      line.show(() => context.say('fingerprints.progress', { slug, done, total: texts.length }))
    })
    line.clear()
    return seen
  }
  const { units: asked, all } = await observe([
    solution,
    solution,
    ...variants.map((each) => withMistake(solution, each)),
  ])
  const [reference, again, ...alone] = all.map((seen) => answered(seen, slug))
  const blocks = Object.fromEntries(Object.entries(reference ?? {}).map(([unit, own]) => [unit, own ?? {}]))
  const departures = (observed: Observed): Units => departuresOf(asked, blocks, observed)
  if (Object.keys(departures(again ?? {})).length > 0) throw new LabError('fault', 'fingerprints.unsteady', { slug })
  const units = new Map(variants.map(({ id }, k) => [id, departures(alone[k] ?? {})]))
  const couples = couplesOf(variants, units, solution)
  const { all: together } = await observe(couples.map(({ text }) => text))
  const pairs = couples.flatMap(({ a, b }, k) => {
    const seen = together[k]
    return seen ? [{ a, b, seen, units: common(departures(seen), units.get(a), units.get(b)) }] : []
  })
  const prints: Fingerprints = {
    sources: fingerprintSources(root, slug),
    reference: blocks,
    variants: Object.fromEntries(variants.map(({ id, task }) => [id, { task, units: units.get(id) ?? {} }])),
    pairs: Object.fromEntries(pairs.map(({ a, b, units }) => [pairKey(a, b), units])),
  }
  writeWhole(fingerprintsFile(context.workshop, slug), `${serialise(prints)}\n`)
  const named = (observed: Observed = {}): string[] =>
    diagnose(slug, asked, prints, observed).flatMap(({ misconceptions }) => misconceptions)
  return tell(context, slug, {
    alone: variants.map(({ id }, k) => ({ id, found: named(alone[k]) })),
    pairs: pairs.map(({ a, b, seen }) => ({ of: [a, b].map(misconceptionOf), found: named(seen) })),
  })
}

interface Named {
  readonly alone: readonly { readonly id: string; readonly found: readonly string[] }[]
  readonly pairs: readonly { readonly of: readonly string[]; readonly found: readonly string[] }[]
}

/** Says how many are recognised; false when one is not, or gets a name that is not its own. */
function tell({ print, say }: CommandContext, slug: Slug, { alone, pairs }: Named): boolean {
  const odd = alone.filter(({ id, found }) => found.join() !== misconceptionOf(id)).map(({ id }) => id)
  const wrong = pairs.filter(({ of, found }) => found.some((id) => !of.includes(id)))
  const both = pairs.filter(({ of, found }) => of.every((id) => found.includes(id))).length
  const held = odd.length === 0 && wrong.length === 0
  print(`${held ? '✓' : '✗'} ${say('fingerprints.recorded', { slug, variants: alone.length })}\n`)
  print(`    ${say('fingerprints.pairs', { both, total: pairs.length, wrong: wrong.length })}\n`)
  if (odd.length > 0) print(`    ${say('fingerprints.unnamed', { ids: odd.join(', ') })}\n`)
  for (const { of, found } of wrong) print(`    ${of.join(' + ')} → ${found.join(' + ')}\n`)
  return held
}

function answered(observed: Observed | null, slug: Slug): Observed {
  if (observed === null) throw new LabError('fault', 'fingerprints.unanswered', { slug })
  return observed
}

/** Pairs that act on a common unit and can stand in one code; of two ways of one mistake nobody makes both. */
function couplesOf(variants: readonly Variant[], units: ReadonlyMap<string, Units>, solution: string): Couple[] {
  const actsOn = ({ id }: Variant): string[] => Object.keys(units.get(id) ?? {})
  const pairs = variants.flatMap((a, k) =>
    variants
      .slice(k + 1)
      .filter((b) => misconceptionOf(a.id) !== misconceptionOf(b.id))
      .filter((b) => actsOn(b).some((unit) => actsOn(a).includes(unit)))
      .map((b): [Variant, Variant] => [a, b]),
  )
  return pairs.flatMap(([a, b]) => {
    const text = applyChanges(solution, [...a.changes, ...b.changes])
    return text === undefined ? [] : [{ a: a.id, b: b.id, text }]
  })
}

/** Of a pair, the units on which both act: elsewhere it is one of them. */
function common(pair: Units, a: Units = {}, b: Units = {}): Units {
  return Object.fromEntries(Object.entries(pair).filter(([unit]) => unit in a && unit in b))
}

/** One line a unit, so that a change of the file can be read. */
function serialise(prints: Fingerprints): string {
  const trimmed = (_: string, value: unknown): unknown =>
    typeof value === 'number' ? Number(value.toPrecision(12)) : value
  return JSON.stringify(prints, trimmed).replaceAll(/\},"/g, '},\n"')
}

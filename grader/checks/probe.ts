import type { Tf } from '../backend/tf.ts'
import { flatten, threw, type Observation } from '../diagnosis/block.ts'
import type { AskedUnit } from '../diagnosis/diagnose.ts'
import type { Slug } from '../model/verdict.ts'
import { stream, type Random } from '../numeric/random.ts'
import { SubjectFailure, type Subject } from '../subject/subject.ts'

/** The part of a subject that probes need. */
export type Asked = Pick<
  Subject,
  'call' | 'callMethod' | 'each' | 'hold' | 'keep' | 'model' | 'read' | 'release' | 'train'
>

/** What the body of a probe is given: numbers that are the same for everybody, whatever the seed of the run. */
export interface ProbeContext {
  readonly subject: Asked
  readonly random: (name: string) => Random
  readonly tf: () => Promise<Tf>
}

export interface ProbeOptions {
  /** The functions that it asks. */
  readonly functions: readonly string[]
  /** The task of the handout that they are, such as `L3`. */
  readonly task: string
  /** Units of the same deliverable whose functions these use. */
  readonly after?: readonly string[]
  /** How near two outputs of the same code are, relative to the sum of the absolute values; 1e-9 unless told. */
  readonly tolerance?: number
  /** For outputs that right code may write in another order: known mistakes are named, departures are not told. */
  readonly namesOnly?: boolean
}

/** Calls the student's functions on public inputs and returns what came, by name; nothing is judged here. */
export type ProbeBody = (context: ProbeContext) => Promise<Readonly<Record<string, unknown>>>

interface Probe extends AskedUnit {
  readonly slug: Slug
  readonly body: ProbeBody
}

const probes: Probe[] = []

/** Declares the probe of one unit, in the order of use. */
export function probe(slug: Slug, name: string, options: ProbeOptions, body: ProbeBody): void {
  const { functions, task, after = [], tolerance = 1e-9, namesOnly = false } = options
  probes.push({ slug, name, functions, task, after, tolerance, namesOnly, body })
}

export function declaredUnits(slug: Slug): readonly AskedUnit[] {
  return declaredProbes(slug).map(({ slug: _slug, body: _body, ...unit }) => unit)
}

/**
 * Asks every probe of a deliverable. Null for a unit that is not written yet, or that could not be asked because the
 * process died in an earlier one: nobody waits for two deadlines.
 */
export async function observe(
  slug: Slug,
  subject: Asked,
  tf: () => Promise<Tf>,
  seed = publicSeed,
): Promise<Record<string, Observation | null>> {
  const observed: Record<string, Observation | null> = {}
  let died = false
  for (const { name, body } of declaredProbes(slug)) {
    const context: ProbeContext = { subject, tf, random: (key) => stream(seed, slug, name, key) }
    try {
      observed[name] = died ? null : flatten(await body(context), '')
    } catch (error) {
      if (!(error instanceof SubjectFailure)) throw error
      died ||= error.died
      observed[name] = died || unwritten.has(error.finding.kind) ? null : { [threw]: { word: error.finding.kind } }
    } finally {
      await subject.release().catch(() => undefined)
    }
  }
  return observed
}

/** A subject whose functions have a prefix each: one of many variants in one module. */
export function prefixed(subject: Asked, prefix: string): Asked {
  return {
    call: (fn, ...args) => subject.call(`${prefix}${fn}`, ...args),
    each: (fn, argLists, pick) => subject.each(`${prefix}${fn}`, argLists, pick),
    keep: (fn, ...args) => subject.keep(`${prefix}${fn}`, ...args),
    train: (target, args, limits) =>
      subject.train(typeof target === 'string' ? `${prefix}${target}` : target, args, limits),
    callMethod: (object, method, ...args) => subject.callMethod(object, method, ...args),
    hold: (value) => subject.hold(value),
    model: (handle) => subject.model(handle),
    read: (handle) => subject.read(handle),
    release: () => subject.release(),
  }
}

/** The fingerprints are of the numbers of this seed. */
export const publicSeed = 11
const unwritten: ReadonlySet<string> = new Set(['not-implemented', 'missing-export'])

function declaredProbes(slug: Slug): readonly Probe[] {
  return probes.filter((each) => each.slug === slug)
}

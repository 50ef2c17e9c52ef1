import type { Tf } from '../backend/tf.ts'
import type { Recognition } from '../model/diagnosis.ts'
import type { CheckId, CheckMeta, Library, Localized, RunMode, Slug, Visibility } from '../model/verdict.ts'
import type { Random } from '../numeric/random.ts'
import type { Subject } from '../subject/subject.ts'

/** What the body of a check is given. */
export interface CheckContext {
  /** The student's code, in its own process. */
  readonly subject: Subject
  /** The seed of the run; every stream derives from it. */
  readonly seed: number
  /** A random stream of this check's own; the same name is the same numbers, whatever else was drawn. */
  readonly random: (name: string) => Random
  /** What tfjs says, on the run's backend. Called the same number of times, in the same order, on every run. */
  readonly tfjs: <Value>(compute: (tf: Tf) => Value | Promise<Value>) => Promise<Value>
  /** The grader's own tfjs, for what depends on the student's model; nothing is remembered. */
  readonly tf: () => Promise<Tf>
  /**
   * Computes once per run what several checks look at, such as a training. Plain data only: handles end with their check.
   * When it throws, everybody who asks gets the same failure.
   */
  readonly once: <Value>(key: string, compute: () => Promise<Value>) => Promise<Value>
  /** Says that this check passes although the numbers are not the reference's: see `follow-through.ts`. */
  readonly followThrough: () => void
  /**
   * Names the mistake that was seen, where what was seen is that mistake and nothing else. It is told when the check
   * fails, beside what the probes find, and is worth nothing.
   */
  readonly recognise: (mistake: Recognition) => void
  /** Records a measured figure, which the report shows with its margin, whatever the verdict. */
  readonly measure: (figure: Figure) => void
  /** The bytes of a file under the submission's `artifacts/`, such as `sentiment/model.json`; undefined when there is none. */
  readonly artifact: (name: string) => Promise<Buffer | undefined>
  /** In a training, makes a file of the submission's `artifacts/`. */
  readonly save: (name: string, content: string | Uint8Array) => void
  /** The hash of the deliverable's sources, which its artifacts must name. */
  readonly sourceHash: string
}

/** What a check says of a `Measure`; what is left out is null, and a threshold is a lower bound. */
export interface Figure {
  readonly id: string
  readonly value: number
  readonly threshold?: number
  readonly atLeast?: boolean
  readonly standardError?: number
}

export interface CheckOptions {
  /** Checks of the same deliverable that must have passed; otherwise this one is blocked, not failed. */
  readonly needs: readonly CheckId[]
  /** Public checks also run on a student's machine; hidden ones only where grades are made. */
  readonly visibility: Visibility
  /** The promise that is checked, as a sentence that a student reads. */
  readonly claim: Localized
  /** For a check that trains for seconds: `--quick` leaves it out, with those that need it. */
  readonly slow?: boolean
}

export type CheckBody = (context: CheckContext) => Promise<void>

export interface CheckDefinition {
  readonly meta: CheckMeta
  readonly body: CheckBody
}

export type Guard = (tf: Tf) => void | Promise<void>

const definitions: CheckDefinition[] = []
const trainings: CheckDefinition[] = []
const libraries: Library[] = []
const guards: { readonly visibility: Visibility; readonly guard: Guard }[] = []

/** Declares a check. Its id is `<slug>/<name>`; what it is worth is `rubric.json`'s business. */
export function check(id: CheckId, { needs, visibility, claim, slow = false }: CheckOptions, body: CheckBody): void {
  const deliverable = id.slice(0, id.indexOf('/'))
  definitions.push({ meta: { id, deliverable, needs, visibility, claim, ...(slow ? { slow } : {}) }, body })
}

/**
 * Declares what `npm run train -- <slug>` does: it trains the student's model on their own configuration and saves what
 * came of it. It is a check that is worth nothing and only runs when asked for.
 */
export function training(slug: Slug, body: CheckBody): void {
  const claim = {
    es: `Entrena y guarda los artefactos de \`${slug}\`.`,
    en: `Trains and saves the artifacts of \`${slug}\`.`,
  }
  trainings.push({ meta: { id: `${slug}/train`, deliverable: slug, needs: [], visibility: 'public', claim }, body })
}

export function declaredTrainings(): readonly CheckDefinition[] {
  return trainings
}

/** Declares which package the student's code may import; ml-matrix when nothing is declared. */
export function imports(library: Library): void {
  libraries.push(library)
}

export function declaredLibrary(): Library {
  return libraries[0] ?? 'ml-matrix'
}

/** Declares what must be true of the oracles before anyone is graded by them; it throws when they disagree. */
export function guard(visibility: Visibility, body: Guard): void {
  guards.push({ visibility, guard: body })
}

/** All checks declared by the modules imported so far. */
export function declaredChecks(): readonly CheckDefinition[] {
  return definitions
}

/** All guards that a run of this kind needs. */
export function declaredGuards(mode: RunMode): readonly Guard[] {
  return guards.filter(({ visibility }) => mode === 'full' || visibility === 'public').map(({ guard }) => guard)
}

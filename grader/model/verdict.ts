import type { Finding } from './finding.ts'

/** `<slug>/<name>`, such as `lstm-cell/step-shapes`. */
export type CheckId = string

/** A folder name that the same deliverable has in every tree, such as `lstm-cell`. */
export type Slug = string

/** The one package that a deliverable's code may import. */
export type Library = 'ml-matrix' | 'tfjs'

export type Visibility = 'public' | 'hidden'

export type Language = 'es' | 'en'

/** A sentence in both languages. */
export type Localized = Readonly<Record<Language, string>>

/**
 * How one check ended. `failed` and `crashed` are the student's; `faulted` is the grader's own and costs nobody
 * points; `blocked` waits for another check. A check that passed by `followThrough` differs from the reference as an
 * earlier mistake makes it, and from nothing else. One that failed may earn a part all the same: `fraction`, of 1.
 */
export type Verdict =
  | { readonly kind: 'passed'; readonly followThrough?: true }
  | { readonly kind: 'failed'; readonly finding: Finding; readonly fraction?: number }
  | { readonly kind: 'crashed'; readonly finding: Finding }
  | { readonly kind: 'blocked'; readonly by: CheckId }
  | { readonly kind: 'faulted'; readonly fault: string }

export type VerdictKind = Verdict['kind']

/** All that a score asks of a check: how it ended or, for one that failed and earns a part all the same, that part of 1. */
export type Standing = VerdictKind | number

export type Standings = ReadonlyMap<CheckId, Standing>

/** What is run: a student's own checks, all of them, what makes the artifacts, or nothing but the public probes. */
export type RunMode = 'public' | 'full' | 'train' | 'probe'

/** What is known about a check without running it. */
export interface CheckMeta {
  readonly id: CheckId
  readonly deliverable: Slug
  readonly needs: readonly CheckId[]
  readonly visibility: Visibility
  readonly claim: Localized
  /** It trains for seconds, and is left out where somebody is in a hurry. */
  readonly slow?: boolean
}

/** A figure that a check measured, beside the threshold that it is held against. */
export interface Measure {
  /** What was measured, such as `held-out-accuracy`; its name is in the catalogue as `measure.<id>`. */
  readonly id: string
  readonly value: number
  /** Null for a figure that is shown and not judged. */
  readonly threshold: number | null
  /** Whether the figure must be at least the threshold, or at most. */
  readonly atLeast: boolean
  /** Null where none can be given. A figure within one standard error of its threshold is flagged for review. */
  readonly standardError: number | null
}

/** How a check stands, for the score. */
export function standing(kind: VerdictKind, fraction = 0): Standing {
  return kind === 'failed' && fraction > 0 ? fraction : kind
}

/** What a standing earns, 0 to 1. */
export function credit(standing: Standing | undefined): number {
  return typeof standing === 'number' ? standing : standing === 'passed' ? 1 : 0
}

/** A check that ran (or was found missing), with what it cost. */
export interface CheckResult {
  readonly meta: CheckMeta
  readonly verdict: Verdict
  readonly durationMs: number
  readonly measures: readonly Measure[]
  /** Files that a training made, by their names under `artifacts/`. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>
}

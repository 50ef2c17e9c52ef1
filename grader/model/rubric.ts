import type { Level } from './report.ts'
import type { CheckId, Localized, Slug } from './verdict.ts'

/** `rubric.json`: what each check weighs in which row of which criterion. `rubric.schema.json` is its JSON Schema. */
export interface Rubric {
  readonly schema: 'lab11/rubric/v1'
  /** Slugs in the order in which the course teaches them. */
  readonly deliverables: readonly Slug[]
  /** From the best band down; a ratio belongs to the first band whose `from` it reaches. */
  readonly bands: readonly { readonly level: Level; readonly from: number }[]
  readonly stages: readonly { readonly id: string; readonly title: Localized; readonly weight: number }[]
  readonly criteria: readonly RubricCriterion[]
  readonly bonus: readonly RubricBonus[]
  /** Checks that weigh nothing and only open the way. */
  readonly gates: readonly CheckId[]
}

export interface RubricCriterion {
  readonly id: string
  readonly title: Localized
  readonly points: number
  /** True while nothing can be graded in it yet: its points are not part of the maximum. */
  readonly pending: boolean
  /** What the guide says of each band, in words. */
  readonly descriptors: Readonly<Record<Level, Localized>>
  readonly rows: readonly RubricRow[]
  /** Whoever does not meet `when` gets no better band than `level`. */
  readonly caps: readonly RubricBound[]
  /** Whoever meets `when` gets no worse band than `level`. A cap has the last word. */
  readonly floors: readonly RubricBound[]
}

/** What the descriptors say in words, as data. */
export interface RubricBound {
  readonly level: Level
  readonly when: RubricCondition
  /** What is said to whoever it concerns: what is missing for a cap, what is there for a floor. */
  readonly why: Localized
}

/**
 * All of them can only come true, never false, as checks pass: so repairing a check never lowers a grade. `count` asks for
 * so many of the list, all of it when left out; `credit` is a share of a row's points, 0 to 1.
 */
export type RubricCondition =
  | { readonly all: readonly RubricCondition[] }
  | { readonly any: readonly RubricCondition[] }
  | { readonly passed: readonly CheckId[]; readonly count?: number }
  | { readonly rows: readonly string[]; readonly credit: number; readonly count?: number }

/** The unit of the rubric: points in exactly one CDIO stage, shared among checks by weight. */
export interface RubricRow {
  readonly id: string
  readonly points: number
  readonly stage: string
  readonly checks: Readonly<Record<CheckId, number>>
  /** What a program sees of it is not all of it: its points are provisional until somebody has looked. */
  readonly review?: true
}

export interface RubricBonus {
  readonly id: string
  readonly points: number
  readonly checks: Readonly<Record<CheckId, number>>
  /** Checks that only open the way to these. */
  readonly gates: readonly CheckId[]
}

import type { Level } from '../model/report.ts'
import type { RubricBound } from '../model/rubric.ts'
import type { CheckId } from '../model/verdict.ts'
import type { Hundredths } from './points.ts'

/** What a criterion comes to. */
export interface CriterionScore {
  readonly id: string
  /** The sum of the rows, before caps and floors. */
  readonly sum: Hundredths
  readonly points: Hundredths
  readonly max: Hundredths
  readonly pending: boolean
  /** Somebody has to look at a part of it, and these of its points are provisional until then. */
  readonly review: boolean
  readonly provisional: Hundredths
  readonly level: Level | null
  readonly cappedBy: RubricBound | null
  readonly flooredBy: RubricBound | null
  /** A person gave these points. */
  readonly marked: boolean
  readonly checks: readonly CheckId[]
}

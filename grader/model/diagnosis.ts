import type { MessageParams } from './finding.ts'
import type { Slug } from './verdict.ts'

/** What the course makes of a failing deliverable's outputs: a mistake with a name, or the place where they depart. */
export interface Diagnosis {
  readonly deliverable: Slug
  /** The task to look at, such as `L3`; empty when none is known. */
  readonly task: string
  /** Ids of the catalogue: one, or two when only both together explain the outputs; none when nothing does. */
  readonly misconceptions: readonly string[]
  /** What was seen, in the order in which it is told. */
  readonly clues: readonly Clue[]
}

export interface Clue {
  readonly messageId: string
  readonly params: MessageParams
}

/** A mistake with a name that a check saw in what a trained model does or in a stored file, where no call shows it. */
export interface Recognition {
  /** Id of the catalogue. */
  readonly misconception: string
  /** The task to look at. */
  readonly task: string
  /** Id of the sentence that says what was seen. */
  readonly clue: string
}

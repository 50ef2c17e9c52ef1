import type { Slug } from '../../model/verdict.ts'

/** A deliverable's solution with one mistake in it, whoever made it up. */
export interface Mutant {
  /** Unique in the deliverable, and the same as long as the line is. */
  readonly id: string
  readonly slug: Slug
  /** Where the mistake begins in the solution, from 1. */
  readonly line: number
  /** What kind of mistake it is. */
  readonly operator: string
  /** The whole text of `<slug>.ts`. */
  readonly text: string
  /** Nothing but bonus tasks can notice it. */
  readonly bonus: boolean
}

/** A mutant that an operator made out of the syntax tree. */
export interface GenericMutant extends Mutant {
  /** The function, or other declaration at the top, that holds the mistake. */
  readonly within: string
  /** The lines that changed, without indentation and comments, as they were and as they are now. */
  readonly before: string
  readonly after: string
}

/** A mistake that the course knows by name. Its id is that of the catalogue, and its operator the same for all. */
export interface NamedMutant extends Mutant {
  /** The task in which it is made. */
  readonly task: string
  /** The functions whose answers alone show it; none where only a check does. */
  readonly calls: readonly string[]
}

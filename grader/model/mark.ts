/** `<id>.json` in a folder of marks: what a person gave one submission. `marks.schema.json` is its JSON Schema. */
export interface MarksFile {
  readonly schema: 'lab11/marks/v1'
  /** As they were given. Of several for one criterion the last counts, and the others are its history. */
  readonly marks: readonly Mark[]
}

/** What a person gave a criterion, and why. */
export interface Mark {
  readonly criterion: string
  /** At most two decimals; null takes back what was given before, so that the checks decide again. */
  readonly points: number | null
  readonly reason: string
  /** `2026-11-21`. */
  readonly date: string
  /** Who gave it, in whatever form they sign. */
  readonly by?: string
  /** The fingerprint of what was looked at; without one nobody can know, and the mark is stale. */
  readonly of?: string
}

/** Why a check did not pass, as a word that tools can group by. */
export const findingKinds = [
  'value',
  'shape',
  'type',
  'law',
  'missing-file',
  'missing-export',
  'not-implemented',
  'syntax',
  'import',
  'threw',
  'timeout',
  'memory',
  'output',
  'denied',
  'exited',
  'protocol',
  // Of what is not code: an answer, a document or a figure, the way in which code is written.
  'answer',
  'document',
  'style',
] as const

export type FindingKind = (typeof findingKinds)[number]

/** What fills the holes of a message; plain data, so that a stored finding renders in any language. */
export type MessageParams = Readonly<Record<string, string | number | boolean>>

/** What was seen when a check did not pass. The sentence is derived from `messageId` and `params`. */
export interface Finding {
  readonly kind: FindingKind
  readonly messageId: string
  readonly params: MessageParams
  /** The expected value, shape or type, already written out. */
  readonly expected?: string
  /** What the student's code gave instead. */
  readonly received?: string
  /** First place where the two part, such as `hs[2][1,0]`. */
  readonly at?: string
  /** Largest absolute and relative error over the whole value. */
  readonly maxAbs?: number
  readonly maxRel?: number
  /** The student's own line, such as `lstm-cell/lstm-cell.ts:42:7`. */
  readonly location?: string
  /** The smallest random case that shows it, written out. */
  readonly counterexample?: string
  readonly seed?: number
  readonly replay?: string
}

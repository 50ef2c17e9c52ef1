/** What the inspector is given: plain data, once, on its standard input. */
export interface Asked {
  /** The repository, for its `tsconfig.json` and the declarations of its packages. */
  readonly root: string
  /** What is looked at, and what it may import besides. */
  readonly files: readonly Text[]
  readonly given: readonly Text[]
  /** Processor time after which it ends itself if it is still at the same step: that of a busy machine is the same. */
  readonly cpuMs: number
}

/** A source by its path in the submission, such as `lstm-cell/lstm-cell.ts`. */
export interface Text {
  readonly path: string
  readonly text: string
}

/** One remark of a tool on a line, counted from 1. */
export interface Remark {
  readonly line: number
  /** A rule's name, or `TS2345`. */
  readonly rule: string
  /** The tool's own words, English. */
  readonly text: string
}

/** An exported function as its author documents it. */
export interface Documented {
  readonly name: string
  readonly line: number
  /** The words of its comment, without tags and marks. */
  readonly comment: string
  /** Whether a matrix or a tensor goes in or comes out. */
  readonly shaped: boolean
}

export const stages = ['docs', 'lint', 'types'] as const

export type Stage = (typeof stages)[number]

/**
 * One line of the inspector's standard output. It says what it begins before it begins: whoever ends it knows at what it
 * was.
 */
export type Said =
  | { readonly kind: 'begin'; readonly stage: Stage; readonly path: string }
  | { readonly kind: 'docs'; readonly path: string; readonly exports: readonly Documented[] }
  | {
      readonly kind: 'remarks'
      readonly stage: 'lint' | 'types'
      readonly path: string
      readonly remarks: readonly Remark[]
    }
  /** The tool gave up on this file. */
  | { readonly kind: 'unread'; readonly stage: Stage; readonly path: string }
  | { readonly kind: 'end' }

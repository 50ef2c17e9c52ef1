import type { Clue } from './diagnosis.ts'
import type { FindingKind, MessageParams } from './finding.ts'
import type { CheckId, Localized, Slug, VerdictKind, Visibility } from './verdict.ts'

/** The grade of one submission, as it is stored; `report.schema.json` is its JSON Schema. */
export interface Report {
  readonly schema: 'lab11/report/v1'
  readonly submission: ReportSubmission
  readonly run: ReportRun
  readonly score: ReportScore
  readonly criteria: readonly ReportCriterion[]
  readonly cdio: readonly ReportStage[]
  readonly checks: readonly ReportCheck[]
  readonly diagnoses: readonly ReportDiagnosis[]
  readonly curves: readonly ReportCurve[]
  readonly flags: readonly ReportFlag[]
}

export interface ReportSubmission {
  readonly id: string
  readonly name: string
  readonly hash: string
  readonly submittedAt: string | null
}

export interface ReportRun {
  readonly graderVersion: string
  readonly seed: number
  readonly mode: 'public' | 'full'
  readonly isolation: 'L0' | 'U' | 'L1' | 'L2' | 'L3'
  /** What a canary got at from where students' code ran; null where none was sent. */
  readonly reached: readonly Reach[] | null
  readonly backend: 'tfjs-node' | 'wasm' | 'cpu'
  /** Checks that train for seconds were left out: no grade of record. */
  readonly quick: boolean
  readonly node: string
  readonly startedAt: string
  readonly durationMs: number
}

/** What code may get at outside of its process; `socket` is one with a name among the files. */
export const reaches = ['read', 'write', 'spawn', 'proc', 'signal', 'connect', 'socket'] as const

export type Reach = (typeof reaches)[number]

export type Level = 'excelente' | 'bueno' | 'aceptable' | 'insuficiente'

/** Points have two decimals. `hidden` says what did not run in a public run and how much it is worth. */
export interface ReportScore {
  readonly points: number
  readonly max: number
  readonly level: Level
  readonly provisional: number
  readonly bonus: number
  readonly late: { readonly days: number; readonly factor: number }
  readonly hidden: { readonly checks: number; readonly points: number }
}

export interface ReportCriterion {
  readonly id: string
  readonly title: string
  readonly points: number
  readonly max: number
  readonly pending: boolean
  readonly level: Level | null
  readonly review: boolean
  /** What a person gave it; with one that is not stale, `points` are its points and nothing else's. */
  readonly mark: ReportMark | null
  /** What its checks add up to, before a cap or a floor. */
  readonly sum: number
  readonly cappedBy: ReportBound | null
  readonly flooredBy: ReportBound | null
  readonly provisional: number
  readonly checks: readonly CheckId[]
}

/** What a person gave a criterion, and why. */
export interface ReportMark {
  readonly points: number
  readonly reason: string
  /** `2026-11-21`. */
  readonly date: string
  /** It was given to another version of what was graded: it counts, if it fits, as provisional until it is confirmed. */
  readonly stale: boolean
}

/** A cap or a floor of the rubric that moved the points of a criterion. */
export interface ReportBound {
  readonly level: Level
  readonly why: Localized
}

/** `attained` is the share of the stage's present points that was earned, 0 to 1; null while it has none. */
export interface ReportStage {
  readonly id: string
  readonly weight: number
  readonly attained: number | null
}

export interface ReportCheck {
  readonly id: CheckId
  readonly deliverable: Slug
  readonly claim: string
  readonly visibility: Visibility
  /** Nobody has to pass it: it is worth bonus points, or opens the way to such. */
  readonly bonus: boolean
  readonly verdict: VerdictKind
  readonly fraction: number
  readonly followThrough: boolean
  /** What went wrong on the grader's side, in the instructor's copy of a faulted check. */
  readonly fault: string | null
  /** For a blocked check, the one it waits for. */
  readonly blockedBy: CheckId | null
  readonly weights: readonly { readonly criterion: string; readonly points: number; readonly max: number }[]
  readonly points: number
  readonly max: number
  readonly finding: ReportFinding | null
  /** Figures that the check measured, each beside its threshold. */
  readonly measures: readonly ReportMeasure[]
  readonly durationMs: number
}

/** A measured figure, to four digits; what is not finite is a string, as in a finding. */
export interface ReportMeasure {
  readonly id: string
  readonly value: number | string
  /** Null for a figure that is shown and not judged. */
  readonly threshold: number | null
  /** Whether the figure must be at least its threshold, or at most. */
  readonly atLeast: boolean
  readonly standardError: number | null
}

/** A finding as it is stored: non-finite numbers are the strings `NaN`, `Infinity` and `-Infinity`. */
export interface ReportFinding {
  readonly kind: FindingKind
  readonly messageId: string
  readonly params: MessageParams
  readonly expected?: string
  readonly received?: string
  readonly at?: string
  readonly maxAbs?: number | string
  readonly maxRel?: number | string
  readonly location?: string
  readonly counterexample?: string
  readonly seed?: number
  readonly replay?: string
  /** The sentence in the language of the run; renderers derive it again from `messageId` and `params`. */
  readonly message: string
}

/**
 * A mistake that was recognised, or the place where outputs depart. `hint` and `evidence` are in the language of the run;
 * renderers derive them again from `misconception.<id>` and from the clues.
 */
export interface ReportDiagnosis {
  readonly deliverable: Slug
  /** The task of the handout, such as `L3`; empty when none is known. */
  readonly task: string
  readonly misconceptions: readonly string[]
  readonly hint: string
  readonly evidence: string
  readonly clues: readonly Clue[]
}

/** What a stored training or forecast may hold; `predicted.…` is what a network of that cell had said would come. */
export const curveNames = [
  'trainLoss',
  'valLoss',
  'trainAccuracy',
  'valAccuracy',
  'actual',
  'predicted.rnn',
  'predicted.lstm',
  'predicted.gru',
] as const

export type CurveName = (typeof curveNames)[number]

/** Numbers out of a submission's own `artifacts/<deliverable>/`, to four digits, for reports to draw. Nobody judged them. */
export interface ReportCurve {
  readonly deliverable: Slug
  readonly name: CurveName
  readonly values: readonly number[]
}

export interface ReportFlag {
  readonly kind: 'review' | 'late' | 'protocol-violation' | 'similarity' | 'not-graded'
  readonly messageId: string
  readonly params: MessageParams
  readonly message: string
}

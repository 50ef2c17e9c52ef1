import type { Diagnosis } from '../model/diagnosis.ts'
import type { Finding } from '../model/finding.ts'
import type { CheckMeta, CheckResult, Measure, RunMode, Slug, Verdict } from '../model/verdict.ts'
import type { Documents } from '../submission/documents.ts'
import type { LoadedDeliverable } from '../submission/load.ts'
import type { SourceFile } from '../submission/read.ts'
import type { ReviewNote } from '../submission/review.ts'

/**
 * A part of a submission that is not code to be called: answers, a report, the way the code is written. Its checks have
 * ids, claims, needs and a place in the rubric as all checks have. They read; of students' code only their own tests run for
 * them, and those in a subject.
 */
export interface EvidencePart {
  /** What the ids of its checks begin with. */
  readonly slug: Slug
  /** The files and folders at a submission's root that it reads, so that `check --watch` sees them change. */
  readonly reads: readonly string[]
  /** In the order in which they are judged: each follows those it needs. */
  readonly checks: readonly EvidenceCheck[]
  /** Whether it reads the code of every deliverable, also of those that were not asked for. */
  readonly readsCode?: true
  /** Whether `check` leaves it out unless it is asked for by name: it takes seconds. */
  readonly onlyWhenAsked?: true
}

export interface EvidenceCheck {
  readonly meta: CheckMeta
  /** Throws only when the fault is the grader's. */
  judge(material: Material): Judgement | Promise<Judgement>
}

/** What there is to judge by. All of it but `results` came from a student. */
export interface Material {
  /** Who it belongs to: the submission's id. */
  readonly id: string
  readonly mode: RunMode
  /** The repository, where the templates of the starter are. */
  readonly workshop: string
  readonly documents: Documents
  /** The code that was graded. */
  readonly loaded: readonly LoadedDeliverable[]
  /** What the checks of the code came to, in full or only the public ones, as `mode` says. */
  readonly results: readonly CheckResult[]
  /** What is known of the code besides; only a part that reads code is given it. */
  readonly code?: CodeFacts
}

/** What the grader knows of the deliverables, and what it can do with them. */
export interface CodeFacts {
  /** A folder for what can be built again. */
  readonly cache: string
  /** Every deliverable of the course. */
  readonly slugs: readonly Slug[]
  /** Of those whose checks ran, the share of their points that they earned, 0 to 1. */
  readonly earned: ReadonlyMap<Slug, number>
  /** Those that are written without a library of networks. */
  readonly fromScratch: readonly Slug[]
  /** Those that report how long something took, and may therefore look at a clock. */
  readonly timed: readonly Slug[]
  /** A student's test files of a deliverable. */
  readonly tests: (slug: Slug) => Promise<readonly SourceFile[]>
  /** Runs them where students' code runs; absent on a student's own machine. */
  readonly runTests?: (request: TestRequest) => Promise<TestRun>
}

export interface TestRequest {
  readonly slug: Slug
  /** Names of tests that are not to run. */
  readonly leaveOut: readonly string[]
}

/** What became of a student's tests. They are students' code: nothing here is more than they say. */
export interface TestRun {
  readonly tests: readonly RanTest[]
  /** Why they did not run to the end. */
  readonly problem?: Finding
}

export interface RanTest {
  readonly name: string
  readonly passed: boolean
  readonly error: string
  /** Whether it passes on the code as it is, and fails on one of the ways in which its results are made wrong. */
  readonly bites: boolean
}

/** What a check of evidence came to, and what is to be told beside it. */
export interface Judgement {
  readonly verdict: Verdict
  readonly measures?: readonly Measure[]
  readonly diagnosis?: Diagnosis
  /** For a person to look at; it moves no point. */
  readonly note?: ReviewNote
}

export const passed: Judgement = { verdict: { kind: 'passed' } }

/** `fraction`, 0 to 1, is what it earns all the same. */
export function failed(finding: Finding, fraction = 0): Judgement {
  return { verdict: fraction > 0 ? { kind: 'failed', finding, fraction } : { kind: 'failed', finding } }
}

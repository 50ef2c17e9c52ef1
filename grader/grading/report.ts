import { Ajv, type AnySchema, type ValidateFunction } from 'ajv'
import { LabError } from '../model/errors.ts'
import type { Diagnosis } from '../model/diagnosis.ts'
import type { Finding } from '../model/finding.ts'
import schema from '../model/report.schema.json' with { type: 'json' }
import type {
  Report,
  ReportCheck,
  ReportCurve,
  ReportDiagnosis,
  ReportFinding,
  ReportMeasure,
  ReportRun,
  ReportSubmission,
} from '../model/report.ts'
import type { Rubric } from '../model/rubric.ts'
import {
  credit,
  standing,
  type CheckId,
  type CheckResult,
  type Language,
  type Measure,
  type Slug,
  type Standing,
  type Verdict,
} from '../model/verdict.ts'
import { sayAny } from '../messages/say.ts'
import type { ReviewNote } from '../submission/review.ts'
import { toPoints } from '../scoring/points.ts'
import { bonusChecks, score, worth, type Score } from '../scoring/score.ts'
import { flags } from './flags.ts'
import { scoredParts, stakeOf } from './scored.ts'

export interface ReportInput {
  readonly submission: ReportSubmission
  readonly run: ReportRun
  readonly rubric: Rubric
  readonly results: readonly CheckResult[]
  readonly diagnoses?: readonly Diagnosis[]
  /** Deliverables that were to be graded and are not through yet. */
  readonly missing?: readonly Slug[]
  /** What reading the sources showed. */
  readonly notes?: readonly ReviewNote[]
  /** What the submission's own artifacts hold to be drawn. */
  readonly curves?: readonly ReportCurve[]
  /** Checks that belong to what was asked for and that only run where grades are made. */
  readonly isHidden: (check: CheckId) => boolean
  readonly language: Language
}

/** Applies the rubric to results and writes everything down. Pure: the same input gives the same report. */
export function makeReport(input: ReportInput): Report {
  const { submission, run, rubric, results, diagnoses = [], missing = [], notes = [] } = input
  const { curves = [], isHidden, language } = input
  const scored = score(rubric, new Map(results.map(({ meta, verdict }) => [meta.id, standingOf(verdict)])))
  const bonus = bonusChecks(rubric)
  const hidden = worth(rubric, isHidden)
  const checks = results.map((result) => reportCheck(result, scored, bonus.has(result.meta.id), language))
  const parts = scoredParts({ rubric, scored, checks, language })
  return {
    schema: 'lab11/report/v1',
    submission,
    run,
    ...parts,
    score: { ...parts.score, hidden: { checks: hidden.checks, points: toPoints(hidden.points) } },
    checks,
    diagnoses: diagnoses.map((diagnosis) => reportDiagnosis(diagnosis, language)),
    curves,
    flags: flags({ results, missing, notes }, language),
  }
}

function standingOf(verdict: Verdict): Standing {
  return standing(verdict.kind, verdict.kind === 'failed' ? verdict.fraction : 0)
}

const ajv = new Ajv({ allErrors: true, allowUnionTypes: true, multipleOfPrecision: 6 })
// Compiled once: it takes longer than validating a whole class.
let validator: ValidateFunction | undefined

/** Throws a fault when a report does not match its schema: nothing invalid is ever written. */
export function requireValid(report: Report): Report {
  const errors = schemaErrors(report)
  if (errors === undefined) return report
  throw new LabError('fault', 'report.invalid', { errors })
}

/** What keeps a value from being a report, undefined when nothing does. */
export function schemaErrors(value: unknown): string | undefined {
  validator ??= ajv.compile(schema as AnySchema)
  return validator(value) ? undefined : ajv.errorsText(validator.errors)
}

function reportCheck(
  { meta, verdict, measures, durationMs }: CheckResult,
  scored: Score,
  bonus: boolean,
  language: Language,
): ReportCheck {
  const finding = verdict.kind === 'failed' || verdict.kind === 'crashed' ? verdict.finding : undefined
  return {
    id: meta.id,
    deliverable: meta.deliverable,
    claim: meta.claim[language],
    visibility: meta.visibility,
    bonus,
    verdict: verdict.kind,
    fraction: credit(standingOf(verdict)),
    followThrough: verdict.kind === 'passed' && verdict.followThrough === true,
    fault: verdict.kind === 'faulted' ? firstLine(verdict.fault) : null,
    blockedBy: verdict.kind === 'blocked' ? verdict.by : null,
    ...stakeOf(scored, meta.id),
    finding: finding ? reportFinding(finding, language) : null,
    measures: measures.map(reportMeasure),
    durationMs,
  }
}

function reportFinding({ maxAbs, maxRel, ...finding }: Finding, language: Language): ReportFinding {
  return {
    ...finding,
    ...(maxAbs === undefined ? {} : { maxAbs: twoDigits(maxAbs) }),
    ...(maxRel === undefined ? {} : { maxRel: twoDigits(maxRel) }),
    message: sayAny(language, finding.messageId, finding.params),
  }
}

/** A mistake with its words; of a stored one too, which holds all that they are made of. */
export function reportDiagnosis(
  { deliverable, task, misconceptions, clues }: Diagnosis,
  language: Language,
): ReportDiagnosis {
  return {
    deliverable,
    task,
    misconceptions,
    hint: misconceptions.map((id) => sayAny(language, `misconception.${id}`)).join(' '),
    evidence: clues.map(({ messageId, params }) => sayAny(language, messageId, params)).join(' '),
    clues,
  }
}

function reportMeasure({ id, value, threshold, atLeast, standardError }: Measure): ReportMeasure {
  const finite = (figure: number | null): number | null =>
    figure !== null && Number.isFinite(figure) ? Number(figure.toPrecision(4)) : null
  return {
    id,
    value: finite(value) ?? String(value),
    threshold: finite(threshold),
    atLeast,
    standardError: finite(standardError),
  }
}

/** The rest of a stack is about the machine. */
function firstLine(text: string): string {
  return text.split('\n')[0] ?? ''
}

/** Two significant digits: what lies beyond differs from machine to machine. */
function twoDigits(value: number): number | string {
  return Number.isFinite(value) ? Number(value.toPrecision(2)) : String(value)
}

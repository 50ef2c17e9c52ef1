import path from 'node:path'
import type { BackendName } from '../backend/names.ts'
import type { Report } from '../model/report.ts'
import type { CheckResult, Language, Slug } from '../model/verdict.ts'
import { hashLoaded } from '../submission/hash.ts'
import type { LoadedDeliverable } from '../submission/load.ts'
import type { Finished, Progress } from '../running/runner.ts'
import type { Choice } from '../subject/isolation/choose.ts'
import type { SubmissionRoot } from '../submission/locate.ts'
import { submittedAt } from '../submission/submitted-at.ts'
import { makeReport, requireValid } from './report.ts'
import { describeRun } from './run-facts.ts'
import type { Session } from './session.ts'
import { shellWord } from './shell-word.ts'

export interface GradeRequest {
  readonly seed: number
  readonly backend: BackendName
  readonly deadlineMs: number
  readonly quick?: boolean
  readonly slugs: readonly Slug[]
  readonly language: Language
  /** How students' code is shut in; the portable level where it is missing. */
  readonly choice?: Choice
  readonly onResult?: (result: CheckResult) => void
  readonly onProgress?: (progress: Progress) => void
  /** Given, as each deliverable but the last is through, a report on those that are: it says what is missing. */
  readonly onPartial?: (report: Report) => void
}

/** Grades one submission: run every check, score, write down. Throws only when the fault is ours. */
export async function gradeSubmission(
  session: Session,
  submission: SubmissionRoot,
  request: GradeRequest,
): Promise<Report> {
  const started = new Date()
  const { choice, onPartial, ...rest } = request
  const { seed, backend, language, quick = false } = request
  const write = async (finished: Finished, loaded: readonly LoadedDeliverable[]): Promise<Report> => {
    const report = makeReport({
      submission: {
        id: submission.id,
        name: submission.name,
        hash: await hashLoaded(submission.root, loaded),
        submittedAt: await submittedAt(submission),
      },
      run: describeRun(session.workshop.root, {
        seed,
        mode: 'full',
        backend,
        quick,
        started,
        ...(choice ? { choice } : {}),
      }),
      rubric: session.rubric,
      ...finished,
      notes: loaded.flatMap((deliverable) => session.review(deliverable)),
      isHidden: () => false,
      language,
    })
    return requireValid(report)
  }
  const partial: Promise<void>[] = []
  const replay = (slug: Slug): string =>
    `npm run grade -- ${shellWord(fromHere(submission.folder))} --deliverable ${slug} --seed ${String(seed)} --out out`
  const { loaded, results, diagnoses } = await session.run(submission.root, {
    ...rest,
    ...(choice ? { isolation: choice.isolation } : {}),
    mode: 'full',
    replay,
    onDeliverable: (finished, loaded) => {
      if (onPartial && finished.missing.length > 0) partial.push(write(finished, loaded).then(onPartial))
    },
  })
  await Promise.all(partial)
  return write({ results, diagnoses, missing: [] }, loaded)
}

/** A path as one would type it here, so that a report does not carry more of the machine than it must. */
function fromHere(folder: string): string {
  const relative = path.relative(process.cwd(), folder) || '.'
  return relative.startsWith('..') || path.isAbsolute(relative) ? folder : relative
}

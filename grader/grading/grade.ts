import path from 'node:path'
import type { BackendName } from '../backend/names.ts'
import type { Report, ReportCurve, ReportSubmission } from '../model/report.ts'
import type { CheckResult, Language, Slug } from '../model/verdict.ts'
import { readCurves } from '../submission/curves.ts'
import { hashLoaded } from '../submission/hash.ts'
import type { LoadedDeliverable } from '../submission/load.ts'
import type { Finished, Progress } from '../running/runner.ts'
import type { Choice } from '../subject/isolation/choose.ts'
import { unprobed } from '../subject/isolation/levels.ts'
import type { SubmissionRoot } from '../submission/locate.ts'
import type { ReviewNote } from '../submission/review.ts'
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
  /** What to grade: deliverables, and what is not code. */
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
  const code = session.slugs.filter((slug) => request.slugs.includes(slug))
  const besideCode = request.slugs.filter((slug) => !code.includes(slug))
  const { seed, backend, language, quick = false } = request
  let known: Promise<Sources> | undefined
  const write = async (
    finished: Finished,
    loaded: readonly LoadedDeliverable[],
    seen: readonly ReviewNote[] = [],
  ): Promise<Report> => {
    known ??= readSources(session, submission, loaded)
    const { notes, curves, ...facts } = await known
    const report = makeReport({
      submission: { id: submission.id, name: submission.name, ...facts },
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
      notes: [...notes, ...seen],
      curves,
      isHidden: () => false,
      language,
    })
    return requireValid(report)
  }
  let partial = Promise.resolve()
  const replay = (slug: Slug): string =>
    `npm run grade -- ${shellWord(fromHere(submission.folder))} --deliverable ${slug} --seed ${String(seed)} --out out`
  const { loaded, results, diagnoses } = await session.run(submission.root, {
    ...rest,
    slugs: code,
    ...(choice ? { isolation: choice.isolation } : {}),
    mode: 'full',
    replay,
    onDeliverable: (finished, loaded) => {
      const missing = [...finished.missing, ...besideCode]
      if (!onPartial || missing.length === 0) return
      // One after the other, so that the last to be through is the last to be written.
      partial = partial.then(async () => {
        onPartial(await write({ ...finished, missing }, loaded))
      })
      // It is awaited below; until then nobody else may take it for a failure that nobody hears of.
      partial.catch(() => undefined)
    },
  })
  await partial
  const judged = await session.judge(submission, {
    mode: 'full',
    slugs: besideCode,
    loaded,
    results,
    seed,
    isolation: choice?.isolation ?? unprobed,
  })
  for (const result of judged.results) request.onResult?.(result)
  return write(
    { results: [...results, ...judged.results], diagnoses: [...diagnoses, ...judged.diagnoses], missing: [] },
    loaded,
    judged.notes,
  )
}

/** What a report says of the submission itself, however many deliverables are through. */
interface Sources extends Pick<ReportSubmission, 'hash' | 'submittedAt'> {
  readonly notes: readonly ReviewNote[]
  readonly curves: readonly ReportCurve[]
}

async function readSources(
  session: Session,
  submission: SubmissionRoot,
  loaded: readonly LoadedDeliverable[],
): Promise<Sources> {
  return {
    hash: await hashLoaded(submission.root, loaded),
    submittedAt: await submittedAt(submission),
    notes: loaded.flatMap((deliverable) => session.review(deliverable)),
    curves: await readCurves(
      submission.root,
      loaded.map(({ slug }) => slug),
    ),
  }
}

/** A path as one would type it here, so that a report does not carry more of the machine than it must. */
function fromHere(folder: string): string {
  const relative = path.relative(process.cwd(), folder) || '.'
  return relative.startsWith('..') || path.isAbsolute(relative) ? folder : relative
}

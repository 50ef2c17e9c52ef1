import { sayAny } from '../messages/say.ts'
import type { Report, ReportDiagnosis } from '../model/report.ts'
import type { Language, Slug } from '../model/verdict.ts'
import { handoutPlace } from './handout.ts'

/** What a reader is told of one diagnosis: the mistakes by what they are, what was seen, and where to read on. */
export interface DiagnosisView {
  /** Ids of the catalogue, empty when no mistake has a name. */
  readonly ids: readonly string[]
  readonly sentences: readonly string[]
  readonly place: string
}

/** The diagnoses of one deliverable, the first made first. */
export function diagnosesOf({ diagnoses }: Report, slug: Slug, language: Language): DiagnosisView[] {
  return diagnoses.filter(({ deliverable }) => deliverable === slug).map((diagnosis) => view(diagnosis, language))
}

function view({ deliverable, task, misconceptions, clues }: ReportDiagnosis, language: Language): DiagnosisView {
  const named = misconceptions.map((id) => sayAny(language, `misconception.${id}`))
  const seen = clues.map(({ messageId, params }) => sayAny(language, messageId, params))
  return { ids: misconceptions, sentences: [...named, ...seen], place: handoutPlace(deliverable, task, language) }
}

import { say } from '../messages/say.ts'
import type { Report, ReportCheck } from '../model/report.ts'
import type { Language } from '../model/verdict.ts'
import { plainFacts, placeOf } from './facts.ts'
import { oneLine } from './neutral.ts'

/** How many annotations of a kind GitHub shows of one step; it drops the rest without a word. */
export const annotationLimit = 10

/**
 * Workflow commands that GitHub shows beside the code: an error for what does not hold, a warning for what is not
 * written yet or is a bonus, for what faulted, and a notice of how many more there are. What waits for another check is
 * not annotated. Of many, those that cost most come first; checks that fail at one line for one reason are one.
 *
 * @param folder where the repository has the submission, such as `starter`; put before each file
 */
export function githubAnnotations(reports: readonly Report[], language: Language, folder = ''): string {
  const all = merged(
    reports.flatMap((report) => report.checks.flatMap((check) => annotation(check, report, language, folder))),
  )
  const ranked = all.toSorted((a, b) => b.lost - a.lost)
  const shown = (['error', 'warning'] as const).map((kind) =>
    ranked.filter((each) => each.kind === kind).slice(0, annotationLimit),
  )
  const count = all.length - shown.flat().length
  const more = count === 0 ? [] : [`::notice::${data(say(language, 'adapter.more', { count }))}`]
  return [...shown.flat().map(command), ...more].map((line) => `${line}\n`).join('')
}

interface Annotation {
  readonly kind: 'error' | 'warning'
  readonly properties: Readonly<Record<string, string>>
  readonly message: string
  /** Points that hang on it, those of checks that wait for it included. */
  readonly lost: number
}

function annotation(check: ReportCheck, { checks }: Report, language: Language, folder: string): Annotation[] {
  const { id, verdict, finding, bonus, claim } = check
  if (verdict === 'passed' || verdict === 'blocked') return []
  const place = placeOf(check)
  const file = folder === '' ? place?.file : `${folder.replace(/\/+$/, '')}/${place?.file ?? ''}`
  const where = place && { file: file ?? '', line: String(place.line), col: String(place.column) }
  const isLater = verdict === 'faulted' || bonus || finding?.kind === 'not-implemented'
  return [
    {
      kind: isLater ? 'warning' : 'error',
      properties: { ...where, title: oneLine(claim) },
      message: plainFacts(check, language)[0] ?? '',
      lost: missing([check, ...checks.filter(({ blockedBy }) => blockedBy === id)]),
    },
  ]
}

function missing(checks: readonly ReportCheck[]): number {
  return checks.reduce((sum, { max, points }) => sum + max - points, 0)
}

/** One annotation for all that say the same of the same line. */
function merged(annotations: readonly Annotation[]): Annotation[] {
  const byKey = new Map<string, Annotation>()
  for (const each of annotations) {
    const { file, line, title } = each.properties
    const key = JSON.stringify([each.kind, file === undefined ? title : [file, line], each.message])
    const same = byKey.get(key)
    byKey.set(key, same ? { ...same, lost: same.lost + each.lost } : each)
  }
  return [...byKey.values()]
}

function command({ kind, properties, message }: Annotation): string {
  const list = Object.entries(properties).map(([name, value]) => `${name}=${property(value)}`)
  return `::${kind} ${list.join(',')}::${data(message)}`
}

/** The escapes of a command's message, as the runner undoes them. */
function data(text: string): string {
  return text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A')
}

/** Those of a property, which also ends at a comma or a colon. */
function property(text: string): string {
  return data(text).replace(/:/g, '%3A').replace(/,/g, '%2C')
}

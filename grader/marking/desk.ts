import { createHash } from 'node:crypto'
import { currentMarks } from '../grading/marks.ts'
import type { Report, ReportCriterion, ReportMark } from '../model/report.ts'
import type { Rubric, RubricCriterion } from '../model/rubric.ts'
import type { Language } from '../model/verdict.ts'
import type { MarkStore } from './store.ts'
import type { Work } from './work.ts'

/** Everything that lies before whoever marks. */
export interface Desk {
  readonly rubric: Rubric
  readonly language: Language
  /** What was graded, without any marks. */
  readonly reports: ReadonlyMap<string, Report>
  readonly store: MarkStore
  /** What was handed in, where its folder was given. */
  readonly works: ReadonlyMap<string, Work>
  /** What to type to be shown the submissions too. */
  readonly again: string
}

/** How far a criterion is marked. */
export interface Progress {
  readonly marked: number
  readonly stale: number
  readonly total: number
}

/** One criterion of one submission. */
export interface Place {
  readonly report: Report
  readonly criterion: ReportCriterion
  /** The rubric's words for it. */
  readonly asked: RubricCriterion
}

/** The criteria in which some submission has something to be marked, in the rubric's order. */
export function markable({ rubric, reports }: Desk): readonly RubricCriterion[] {
  const counted = [...reports.values()].flatMap(({ criteria }) => criteria.filter(({ max }) => max > 0))
  return rubric.criteria.filter(({ id, pending }) => !pending && counted.some((criterion) => criterion.id === id))
}

/** Somebody has to look at it, in some submission. */
export function needsReview({ reports }: Desk, id: string): boolean {
  return [...reports.values()].some(({ criteria }) => criteria.some((each) => each.id === id && each.review))
}

/** Submissions in an order of the criterion's own, always the same: nobody is always the first, nor the last. */
export function orderOf({ reports }: Desk, criterion: string): readonly string[] {
  const place = (id: string): string => createHash('sha256').update(`${criterion}\0${id}`).digest('hex')
  return [...reports]
    .filter(([, report]) => report.criteria.some(({ id, max }) => id === criterion && max > 0))
    .map(([id]) => ({ id, place: place(id) }))
    .sort((a, b) => (a.place < b.place ? -1 : 1))
    .map(({ id }) => id)
}

export function placeOf(desk: Desk, criterion: string, id: string): Place | undefined {
  const report = desk.reports.get(id)
  const found = report?.criteria.find((each) => each.id === criterion && each.max > 0)
  const asked = desk.rubric.criteria.find((each) => each.id === criterion)
  return report && found && asked && { report, criterion: found, asked }
}

/** The mark that stands now, if any. */
export function markOf({ store }: Desk, { report, criterion }: Place): ReportMark | undefined {
  return currentMarks(report, store.marks(report.submission.id)).get(criterion.id)
}

export function progressOf(desk: Desk, criterion: string): Progress {
  const ids = orderOf(desk, criterion)
  const marks = ids.flatMap((id) => {
    const place = placeOf(desk, criterion, id)
    return (place && markOf(desk, place)) ?? []
  })
  const stale = marks.filter((mark) => mark.stale).length
  return { marked: marks.length - stale, stale, total: ids.length }
}

/** The next submission after this one that has no mark or one to be confirmed, around the circle; undefined when all have. */
export function nextOpen(desk: Desk, criterion: string, after?: string): string | undefined {
  const ids = orderOf(desk, criterion)
  const from = after === undefined ? 0 : ids.indexOf(after) + 1
  return [...ids.slice(from), ...ids.slice(0, from)].find((id) => {
    const place = placeOf(desk, criterion, id)
    return place !== undefined && (markOf(desk, place)?.stale ?? true)
  })
}

import type { Finding } from '../../model/finding.ts'
import { failed, passed, type Judgement, type Material } from '../evidence.ts'
import { ownFiles } from './sources.ts'

/** How much of the course's work is done: clean code that does nothing earns nothing. */
export interface Share {
  readonly done: number
  readonly of: number
}

/** A deliverable counts from this share of its points on. */
const works = 0.6

/** Deliverables that work; where their checks did not run, those that somebody has written into. */
export function implemented(material: Material): Share {
  const { code, loaded } = material
  const begun = new Set(ownFiles(material).map(({ slug }) => slug))
  const slugs = code?.slugs ?? loaded.map(({ slug }) => slug)
  const done = slugs.filter((slug) => (code?.earned.has(slug) === true ? worksIn(code.earned, slug) : begun.has(slug)))
  return { done: done.length, of: slugs.length }
}

/** Slugs of the deliverables whose own lines are there. */
export function worksIn(earned: ReadonlyMap<string, number>, slug: string): boolean {
  return (earned.get(slug) ?? 0) >= works - 1e-9
}

/**
 * What a check earns of which `quality`, 0 to 1, was seen: on a student's own machine all of that, in a grade as much of
 * it as there are deliverables that work.
 */
export function graded(material: Material, quality: number, problem?: Finding): Judgement {
  const { done, of } = implemented(material)
  if (done === 0) return failed(notStarted)
  const ratio = material.mode === 'public' ? 1 : done / of
  if (problem) return failed(problem, quality * ratio)
  return ratio === 1 ? passed : failed(style('quality.share', { done, of }), quality * ratio)
}

export const notStarted: Finding = { kind: 'not-implemented', messageId: 'quality.not-started', params: {} }

/** What is wrong with how code is written, and the first place where it is. */
export function style(messageId: string, params: Finding['params'], location?: string): Finding {
  return { kind: 'style', messageId, params, ...(location === undefined ? {} : { location }) }
}

/** Some places, one after the other, and that there are more. */
export function listed(places: readonly string[], most = 6): string {
  const shown = places.slice(0, most).join(', ')
  return places.length > most ? `${shown}, …` : shown
}

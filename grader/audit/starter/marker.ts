import { distance } from 'fastest-levenshtein'
import { LabError } from '../../model/errors.ts'

const words = ['solution', 'remove', 'end', 'starter'] as const

/** A line that says how the starter differs from the solution. */
export interface Marker {
  readonly word: (typeof words)[number]
  /** What follows the word: a task id, or the starter's code. */
  readonly rest: string
  readonly indent: string
}

/** Where a line is, for errors. */
export interface Place {
  readonly file: string
  /** From 1. */
  readonly line: number
}

const ownLine = /^(\s*)\/\/ @(\S+)(?: (.*\S))?\s*$/
const anywhere = new RegExp(`@(?:${words.join('|')})\\b`)
const comment = /\/\/\s*@([A-Za-z]+)/

/** Reads a line as a marker; undefined for a line of code. A marker written wrongly is an error, never code. */
export function markerOf(text: string, place: Place): Marker | undefined {
  const [, indent = '', name = '', rest = ''] = ownLine.exec(text) ?? []
  const word = words.find((known) => known === name)
  if (word === undefined) requireNone(text, place)
  else if (isComplete(word, rest)) return { word, rest, indent }
  else throw problem(word === 'solution' ? 'no-task' : 'malformed', place, text)
  return undefined
}

/** True when a text still holds a marker. */
export function hasMarker(text: string): boolean {
  return anywhere.test(text)
}

/** An error of the solution's markers. */
export function problem(what: string, { file, line }: Place, marker: string, near?: string): LabError {
  const params = { file, line, marker: marker.trim() }
  return new LabError('fault', `starter.${what}`, near === undefined ? params : { ...params, near })
}

/** `@remove` and `@end` stand alone, `@solution` has one task id, `@starter` has code without a marker in it. */
function isComplete(word: Marker['word'], rest: string): boolean {
  if (word === 'solution') return /^[A-Za-z][\w-]*$/.test(rest)
  return word === 'starter' ? rest !== '' && !hasMarker(rest) : rest === ''
}

function requireNone(text: string, place: Place): void {
  if (hasMarker(text)) throw problem('malformed', place, text)
  const name = comment.exec(text)?.[1]?.toLowerCase()
  const meant =
    name === undefined ? undefined : words.find((word) => distance(word, name) <= Math.floor(word.length / 3))
  if (meant !== undefined) throw problem('unknown-marker', place, text, `@${meant}`)
}

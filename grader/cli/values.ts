import { createRequire } from 'node:module'
import { distance } from 'fastest-levenshtein'
import { backendNames, isBackendName, type BackendName } from '../backend/names.ts'
import { LabError } from '../model/errors.ts'
import type { Slug } from '../model/verdict.ts'

/** Seeds are what a 32-bit generator can take, and 0 is kept for "not told". */
export const largestSeed = 2 ** 31 - 1

/** The seed of `check`: the same numbers every time, so that a student sees what a change brought. */
export const defaultSeed = 11

/** What `certify` runs when it is not told how many. */
export const certifiedSeeds = 50

/** An entry of the certificate stands for at least so many. */
export const leastSeeds = 10

/** A whole number in a range, or a usage error that says which. */
export function wholeNumber(option: string, low: number, high: number): (text: string) => number {
  return (text) => {
    const value = /^\d{1,12}$/.test(text) ? Number(text) : NaN
    if (value >= low && value <= high) return value
    throw new LabError('usage', 'usage.not-a-number', { option, low, high, received: text })
  }
}

/** A folder to write to; an empty text would be the present one, which nobody means. */
export function outFolder(text: string): string {
  if (text.trim() !== '') return text
  throw new LabError('usage', 'usage.out-empty')
}

/** The name of a page; an ending that a page has, so that no other file is written over by a slip. */
export function outPage(name: string): string {
  if (/.\.html?$/i.test(name)) return name
  throw new LabError('usage', 'gallery.out', { received: name })
}

/** One of a few words, or a usage error that lists them. */
export function choice<Word extends string>(option: string, words: readonly Word[]): (text: string) => Word {
  return (text) => {
    const word = words.find((candidate) => candidate === text)
    if (word !== undefined) return word
    throw new LabError('usage', 'usage.not-a-choice', { option, choices: words.join(', '), received: text })
  }
}

/** The same for an option that takes several, given one by one; a word that is repeated counts once. */
export function severalOf<Word extends string>(
  option: string,
  words: readonly Word[],
): (text: string, before: readonly Word[]) => readonly Word[] {
  const one = choice(option, words)
  return (text, before) => [...new Set([...before, one(text)])]
}

/** A backend that can be had here: asking for the optional one where npm left it out is no fault of the grader's. */
export function backend(text: string): BackendName {
  if (!isBackendName(text)) {
    const choices = backendNames.join(', ')
    throw new LabError('usage', 'usage.not-a-choice', { option: '--backend', choices, received: text })
  }
  if (text === 'tfjs-node') requirePackage(text, '@tensorflow/tfjs-node')
  return text
}

function requirePackage(name: BackendName, packageName: string): void {
  try {
    createRequire(import.meta.url).resolve(`${packageName}/package.json`)
  } catch (error) {
    const params = { backend: name, reason: 'absent', detail: packageName }
    throw new LabError('usage', 'backend.unavailable', params, error)
  }
}

/** The deliverables asked for, in the course's order; all of them when none is named. */
export function chosenSlugs(asked: readonly string[], known: readonly Slug[]): readonly Slug[] {
  const unknown = asked.find((slug) => !known.includes(slug))
  if (unknown !== undefined) {
    throw new LabError('usage', 'usage.unknown-slug', {
      slug: unknown,
      near: isNear(unknown, nearest(unknown, known)) ? nearest(unknown, known) : 'none',
      all: known.join(', '),
    })
  }
  return asked.length === 0 ? known : known.filter((slug) => asked.includes(slug))
}

/** True when one of the words may be a slip for the other, or its beginning. */
export function isNear(word: string, other: string): boolean {
  return (word.length > 1 && other.startsWith(word)) || distance(word, other) <= Math.ceil(other.length / 3)
}

export function nearest(word: string, words: readonly string[]): string {
  return words.reduce((best, other) => (distance(word, other) < distance(word, best) ? other : best), words[0] ?? '')
}

import type { Own } from './paper.ts'
import { plain } from './words.ts'

/** The numbers of the laboratories that a text names: `Lab 05`, `laboratorios 3, 4 y 10`. */
export function labsNamed(own: readonly Own[]): ReadonlySet<number> {
  const lists = own.flatMap(({ text }) => [
    ...plain(text).matchAll(/\blab(?:oratorio|oratory|oratorie)?s?((?: (?:\d{1,2}|y|e|and|a|al|to|n|no))+)\b/g),
  ])
  return new Set(lists.flatMap(([, list = '']) => (list.match(/\d+/g) ?? []).map(Number)))
}

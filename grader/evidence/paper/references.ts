import type { Paper } from './paper.ts'
import type { Piece } from './piece.ts'
import { plain } from './words.ts'

/** One work that a report names in its list. */
export interface Reference {
  readonly line: number
  readonly text: string
  /** Its number in the list, or the one that it begins with. */
  readonly number: number | undefined
  /** The first name in it, plain, and its year; a text that names both within a few words cites it. */
  readonly author: string
  readonly year: string
  /** The addresses that it leads to. */
  readonly urls: readonly string[]
}

/** What the section of references lists: items or paragraphs with a year or an address. */
export function listedReferences({ sections, own }: Paper): readonly Reference[] {
  const pieces = sections.get('references')?.pieces ?? []
  const there = new Set(pieces)
  const entries = own.filter(({ piece }) => there.has(piece))
  return entries.flatMap(({ piece, text, line }, k) => {
    if (piece.kind !== 'prose') return []
    const end = entries[k + 1]?.line ?? Infinity
    const urls = pieces.flatMap((each) =>
      each.kind === 'cite' && each.line >= line && each.line < end ? [each.key] : [],
    )
    const year = /\b(?:19|20)\d\d\b/.exec(text)?.[0] ?? ''
    if (year === '' && urls.length === 0) return []
    const given = /^\s*\[?(\d{1,3})[\].)]/.exec(text)?.[1]
    const number = given === undefined ? (piece.number ?? k + 1) : Number(given)
    return [{ line, text, number, author: authorOf(text), year, urls }]
  })
}

/** Those of `listed` that the text before the list cites: `[1]`, `(Cho et al., 2014)`, a link or a footnote. */
export function citedReferences(paper: Paper, listed: readonly Reference[]): readonly Reference[] {
  const list = new Set<Piece>(paper.sections.get('references')?.pieces ?? [])
  const body = paper.pieces.filter((piece) => !list.has(piece))
  const numbers = new Set(paper.own.filter(({ piece }) => !list.has(piece)).flatMap(({ text }) => citedNumbers(text)))
  const text = paper.own
    .filter(({ piece }) => !list.has(piece))
    .map(({ text }) => plain(text))
    .join('\n')
  const keys = new Set(body.flatMap((piece) => (piece.kind === 'cite' ? [piece.key] : [])))
  return listed.filter(
    ({ number, author, year, urls }) =>
      (number !== undefined && numbers.has(number)) ||
      (number !== undefined && keys.has(String(number))) ||
      urls.some((url) => keys.has(url)) ||
      isNamed(text, author, year),
  )
}

/** `[1]`, `[1, 3]`, `[2-4]`. */
function citedNumbers(text: string): number[] {
  return [...text.matchAll(/\[(\d{1,3}(?:\s*[,;–-]\s*\d{1,3})*)\]/g)].flatMap(([, inside = '']) =>
    inside.split(/[,;]/).flatMap((part) => {
      const [from = NaN, to = from] = part.split(/[–-]/).map(Number)
      return Array.from({ length: Math.min(50, Math.max(0, to - from + 1)) }, (_, k) => from + k)
    }),
  )
}

/** The name, and the year at most some words later. */
function isNamed(text: string, author: string, year: string): boolean {
  if (author === '' || year === '') return false
  for (let at = text.indexOf(author); at >= 0; at = text.indexOf(author, at + 1))
    if (text.slice(at, at + author.length + 60).includes(year)) return true
  return false
}

function authorOf(text: string): string {
  const name = /\p{Lu}[\p{L}'’-]{2,}/u.exec(text)?.[0] ?? ''
  return plain(name)
}

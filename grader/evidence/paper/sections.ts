import { distance } from 'fastest-levenshtein'
import { sectionNames, type SectionId, type SectionName } from './guide.ts'
import type { Piece } from './piece.ts'
import { plain } from './words.ts'

export type Heading = Extract<Piece, { kind: 'heading' }>

/** A section that was found: its heading, and everything up to the next one of its rank. */
export interface Section {
  readonly heading: Heading
  readonly pieces: readonly Piece[]
}

/**
 * Finds the six sections. Case, accents, numbers, emoji and further words do not matter; headings below the rank at which
 * most sections stand are parts of a section, and a single title at the top is the report's.
 */
export function findSections(pieces: readonly Piece[]): ReadonlyMap<SectionId, Section> {
  const headings = candidates(pieces)
  const rank = commonRank(headings)
  const left = new Set(headings.filter(({ depth }) => depth <= rank))
  const found = new Map<SectionId, Heading>()
  // Whoever can be only one section is it; the others take what is left.
  for (const only of [true, false]) {
    for (const heading of [...left].sort((a, b) => a.depth - b.depth || a.line - b.line)) {
      const open = namesOf(heading).filter(({ id }) => !found.has(id))
      const [name] = open
      if (!name || (only && namesOf(heading).length > 1)) continue
      found.set(name.id, heading)
      left.delete(heading)
    }
  }
  const starts = new Set([...found.values()])
  return new Map([...found].map(([id, heading]) => [id, { heading, pieces: partOf(pieces, heading, starts) }]))
}

/** The heading that was probably meant as this section: one whose word is a few letters off. */
export function nearSection(pieces: readonly Piece[], { words }: SectionName): Heading | undefined {
  return headingsOf(pieces).find((heading) => {
    const found = plain(heading.text).split(' ')
    return found.some((word) => word.length >= 5 && words.flat().some((wanted) => isNearly(word, wanted)))
  })
}

/** What stands under a heading, up to the next one of the same rank or a higher one. */
export function under(pieces: readonly Piece[], heading: Heading): readonly Piece[] {
  return partOf(pieces, heading, new Set())
}

export function headingsOf(pieces: readonly Piece[]): readonly Heading[] {
  return pieces.filter((piece): piece is Heading => piece.kind === 'heading')
}

function candidates(pieces: readonly Piece[]): readonly Heading[] {
  const headings = headingsOf(pieces)
  const [first, ...rest] = headings
  const isTitle = first?.depth === 1 && rest.every(({ depth }) => depth > 1)
  return (isTitle ? rest : headings).filter((heading) => namesOf(heading).length > 0)
}

function commonRank(headings: readonly Heading[]): number {
  const sections = (depth: number): number =>
    new Set(
      headings.filter((heading) => heading.depth === depth).flatMap((heading) => namesOf(heading).map(({ id }) => id)),
    ).size
  return [1, 2, 3, 4, 5, 6].reduce((best, depth) => (sections(depth) > sections(best) ? depth : best), 1)
}

function namesOf({ text }: Heading): readonly SectionName[] {
  const words = plain(text).split(' ')
  return sectionNames.filter((name) =>
    name.words.some((wanted) => wanted.every((start) => words.some((word) => word.startsWith(start)))),
  )
}

/** Whether a word begins nearly as it should: a letter off, or two of a long one. */
function isNearly(word: string, wanted: string): boolean {
  const bound = wanted.length >= 8 ? 2 : 1
  const starts = [-2, -1, 0, 1, 2].map((more) => word.slice(0, wanted.length + more))
  return starts.some((start) => distance(start, wanted) <= bound)
}

function partOf(pieces: readonly Piece[], heading: Heading, stops: ReadonlySet<Piece>): readonly Piece[] {
  const rest = pieces.slice(pieces.indexOf(heading) + 1)
  const end = rest.findIndex((piece) => stops.has(piece) || (piece.kind === 'heading' && piece.depth <= heading.depth))
  return end < 0 ? rest : rest.slice(0, end)
}

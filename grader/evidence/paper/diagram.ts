import type { Paper } from './paper.ts'
import type { Piece } from './piece.ts'
import { plain } from './words.ts'

/** Whether a report shows a diagram: a figure that says so, or one that is drawn in a block of text with arrows. */
export function hasDiagram({ pieces, figures }: Paper): boolean {
  const figure = figures.some(({ found, alt, url }) => found.kind === 'good' && saysDiagram(`${alt} ${url}`))
  return figure || pieces.some((piece, k) => isDrawn(piece) && isIntroduced(pieces, k))
}

function saysDiagram(text: string): boolean {
  return /\b(?:diagram|arquitectura|architecture|esquema|desenrollad|unrolled)/.test(plain(text))
}

function isDrawn(piece: Piece): boolean {
  if (piece.kind !== 'code' || !piece.block) return false
  return (piece.text.match(/[→←↓↑▶►▼]|-->|->|=>|──/g) ?? []).length >= 2
}

/** The heading above, or a paragraph next to it, says what it is. */
function isIntroduced(pieces: readonly Piece[], at: number): boolean {
  const before = pieces.slice(0, at).reverse()
  const heading = before.find(({ kind }) => kind === 'heading')
  const near = [before.find(({ kind }) => kind === 'prose'), pieces.slice(at + 1).find(({ kind }) => kind === 'prose')]
  return [heading, ...near].some((piece) => piece !== undefined && 'text' in piece && saysDiagram(piece.text))
}

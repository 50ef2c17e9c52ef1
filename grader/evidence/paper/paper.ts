import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Finding } from '../../model/finding.ts'
import type { Material } from '../evidence.ts'
import { readFigures, type Shown } from './figures.ts'
import type { SectionId } from './guide.ts'
import { otherFormat } from './other-format.ts'
import type { Piece } from './piece.ts'
import { readPieces } from './read.ts'
import { findSections, type Section } from './sections.ts'
import { untamed } from './tame.ts'
import { Given } from './words.ts'

/** A report, taken apart. */
export interface Paper {
  readonly pieces: readonly Piece[]
  readonly sections: ReadonlyMap<SectionId, Section>
  /** What its author wrote: paragraphs and items that are not of the template, with their own words. */
  readonly own: readonly Own[]
  readonly figures: readonly Shown[]
}

export interface Own {
  readonly line: number
  readonly text: string
  readonly words: readonly string[]
  readonly piece: Piece
}

/** A report, or why there is none to look at. */
export type Reading = { readonly paper: Paper } | { readonly finding: Finding }

export const paperFile = 'reporte.md'

const readings = new WeakMap<Material, Promise<Reading>>()

/** Reads the report once for all who look at it. */
export function readPaper(material: Material): Promise<Reading> {
  const known = readings.get(material) ?? read(material)
  readings.set(material, known)
  return known
}

/** Own text under a heading; what stands in another section is not there. */
export function ownIn({ own }: Paper, pieces: readonly Piece[]): readonly Own[] {
  const there = new Set(pieces)
  return own.filter(({ piece }) => there.has(piece))
}

export function ownOf(paper: Paper, section: SectionId): readonly Own[] {
  return ownIn(paper, paper.sections.get(section)?.pieces ?? [])
}

export function countWords(own: readonly Own[]): number {
  return own.reduce((sum, { words }) => sum + words.length, 0)
}

async function read(material: Material): Promise<Reading> {
  const { documents, workshop } = material
  const document = await documents.text(paperFile)
  if (document.kind === 'absent') {
    const found = await otherFormat(documents)
    const params = { file: paperFile }
    if (found === undefined) return { finding: { kind: 'not-implemented', messageId: 'paper.absent', params } }
    return { finding: { kind: 'document', messageId: 'paper.absent-near', params: { ...params, found } } }
  }
  if (document.kind === 'refused') {
    const { messageId, params } = document.problem
    return { finding: { kind: 'document', messageId, params } }
  }
  const wild = untamed(document.text)
  if (wild) return { finding: wild }
  const pieces = readPieces(document.text)
  const own = ownPieces(pieces, templateOf(workshop))
  const figures = await readFigures(pieces, documents)
  if (own.length === 0 && figures.length === 0)
    return { finding: { kind: 'not-implemented', messageId: 'paper.untouched', params: { file: paperFile } } }
  return { paper: { pieces, sections: findSections(pieces), own, figures } }
}

function ownPieces(pieces: readonly Piece[], template: Given): readonly Own[] {
  return pieces.flatMap((piece) => {
    if (piece.kind !== 'prose') return []
    const words = template.without(piece.text)
    return words.length === 0 ? [] : [{ line: piece.line, text: piece.text, words, piece }]
  })
}

let template: { readonly file: string; readonly given: Given } | undefined

/** The template never changes while a command runs. */
function templateOf(workshop: string): Given {
  const file = path.join(workshop, 'starter', paperFile)
  if (template?.file !== file) template = { file, given: new Given(readFileSync(file, 'utf8')) }
  return template.given
}

import type { Finding } from '../../model/finding.ts'

/**
 * What a report of a few pages never comes near. Reading Markdown takes the square of some of these numbers, and the
 * depth of others: whatever is past them is refused before it is read.
 */
export const bounds = {
  /** Characters of the whole file: some thirty times what is asked for. */
  characters: 120_000,
  lines: 3_000,
  /** Signs that can be markup. */
  marks: 8_000,
  /** Of one line: longer ones are data or an image written out. */
  lineLength: 20_000,
  /** Quotes and lists inside each other. */
  nesting: 12,
} as const

/** Why a text is not read as a report, or undefined. */
export function untamed(text: string): Finding | undefined {
  const lines = text.split('\n')
  const long = lines.findIndex((line) => line.length > bounds.lineLength)
  if (long >= 0) return finding('paper.line-long', { line: long + 1, limit: bounds.lineLength })
  if (text.length > bounds.characters) return finding('paper.too-long', { limit: Math.floor(bounds.characters / 1000) })
  const deep = lines.findIndex((line) => nesting(line) > bounds.nesting)
  if (deep >= 0) return finding('paper.tangled', { line: deep + 1 })
  if (lines.length > bounds.lines || marks(text) > bounds.marks) return finding('paper.tangled', { line: 1 })
  return undefined
}

function finding(messageId: string, params: Finding['params']): Finding {
  return { kind: 'document', messageId, params }
}

/** Quotes and items that a line opens, and half of its indentation, which lists inside lists need. */
function nesting(line: string): number {
  const opening = /^(?:[\s>]|[-*+](?=\s)|\d{1,9}[.)](?=\s))*/.exec(line)?.[0] ?? ''
  const marks = opening.match(/>|[-*+]|\d+[.)]/g) ?? []
  const indentation = /^ */.exec(line)?.[0].length ?? 0
  return Math.max(marks.length, Math.floor(indentation / 8))
}

function marks(text: string): number {
  return text.match(/[[\]<>|*_~`!&@]/g)?.length ?? 0
}

import type { Piece, Row } from './piece.ts'
import { plain } from './words.ts'
import { numbersIn, type Printed } from './numbers.ts'

/** A table with names above its columns and before its rows, whichever way round it was written. */
export interface Grid {
  readonly line: number
  readonly columns: readonly string[]
  readonly rows: readonly Row[]
}

/** A column of a table by words of its heading, plain: all of `words`, and none of `not`. */
export interface Column {
  readonly name: string
  readonly words: readonly RegExp[]
  readonly not?: RegExp
}

/** The tables of a report that hold figures, each also with its rows as columns. */
export function gridsOf(pieces: readonly Piece[]): readonly Grid[] {
  return pieces.flatMap((piece) => {
    if (piece.kind !== 'table' || !hasFigures(piece.rows)) return []
    const [head, ...rows] = piece.rows
    if (!head) return []
    return [{ line: piece.line, columns: head.cells, rows }, turned(piece.line, piece.rows)]
  })
}

/** Whether some cell below the heading holds a number: a skeleton does not. */
export function hasFigures(rows: readonly Row[]): boolean {
  return rows.slice(1).some(({ cells }) => cells.slice(1).some((cell) => numbersIn(cell).length > 0))
}

/** The place of a column in a grid, −1 where there is none. */
export function columnAt({ columns }: Grid, { words, not }: Column): number {
  return columns.findIndex((heading) => {
    const text = plain(heading)
    return words.every((word) => word.test(text)) && not?.test(text) !== true
  })
}

/** The first number of a cell, undefined for an empty one or a dash. */
export function cellNumber(row: Row, at: number): Printed | undefined {
  return at < 0 ? undefined : numbersIn(row.cells[at] ?? '')[0]
}

/** Rows as columns. Cells keep the line of the table. */
function turned(line: number, rows: readonly Row[]): Grid {
  const [head] = rows
  const width = head?.cells.length ?? 0
  const columns = rows.map(({ cells }) => cells[0] ?? '')
  const others = Array.from({ length: Math.max(0, width - 1) }, (_, k) => ({
    line,
    cells: rows.map(({ cells }) => cells[k + 1] ?? ''),
  }))
  return { line, columns, rows: others }
}

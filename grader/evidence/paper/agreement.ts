import { prints, printsShare, type Printed } from './numbers.ts'
import type { Row } from './piece.ts'
import { cellNumber, columnAt, type Column, type Grid } from './tables.ts'

/** A figure that a table prints, beside the one that it should be. */
export interface Quoted {
  readonly line: number
  readonly row: string
  readonly column: string
  readonly printed: string
  readonly expected: number
  readonly agrees: boolean
}

/** A column, and how its numbers are meant: as they are, or as shares that may be in percent. */
export interface Meant extends Column {
  readonly id: string
  readonly share?: boolean
}

/** Holds a row of a table against known figures by column; what the table does not print is not asked for. */
export function quotesOf(
  grid: Grid,
  row: Row,
  {
    name,
    figures,
    columns,
  }: {
    readonly name: string
    readonly figures: Readonly<Record<string, number>>
    readonly columns: readonly Meant[]
  },
): readonly Quoted[] {
  return columns.flatMap((column) => {
    const printed = cellNumber(row, columnAt(grid, column))
    const expected = figures[column.id]
    if (!printed || expected === undefined) return []
    return [
      {
        line: row.line,
        row: name,
        column: column.name,
        printed: printed.text,
        expected,
        agrees: isMeant(printed, expected, column.share === true),
      },
    ]
  })
}

function isMeant(printed: Printed, expected: number, share: boolean): boolean {
  return share ? printsShare(printed, expected) : prints(printed, expected)
}

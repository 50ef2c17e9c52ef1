import { stringify } from 'csv-stringify/sync'
import { oneLine } from './neutral.ts'

/**
 * A table as CSV that spreadsheets and gradebooks read alike: UTF-8 with a mark for Excel, lines that end as RFC 4180 has
 * them, quotes only where they are needed (Canvas takes none in the first cell). Text that a spreadsheet would run as a
 * formula gets an apostrophe before it; numbers are ours and stay as they are.
 */
export function sheet(rows: readonly (readonly (string | number)[])[]): string {
  return stringify(
    rows.map((row) => row.map((cell) => (typeof cell === 'number' ? cell.toFixed(2) : text(cell)))),
    { bom: true, record_delimiter: '\r\n', escape_formulas: true },
  )
}

/** Leading blanks go first: a program that trims must not find a formula behind them. */
function text(cell: string): string {
  return oneLine(cell).trim()
}

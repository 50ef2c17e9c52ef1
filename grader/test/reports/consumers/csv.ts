import { parse, type Options } from 'csv-parse/sync'

/** The cells of a table, row by row. */
export function csvRows(file: string, options: Options = {}): string[][] {
  return parse(file, { bom: true, ...options })
}

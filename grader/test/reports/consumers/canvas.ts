import { csvRows } from './csv.ts'

/** What Canvas takes from a gradebook file: the assignment, what it is out of, and each student's score. */
export interface CanvasImport {
  readonly assignment: string
  readonly possible: string
  readonly students: readonly {
    readonly name: string
    readonly user: string
    readonly login: string
    readonly score: string
  }[]
}

/**
 * Reads a file by the rules of Canvas's import: comma or semicolon by what divides the first three lines alike; a first
 * row whose cells hold `Student`, `ID`, `SIS User ID`, `SIS Login ID` and `Section`; a row of possible points, which is
 * any whose first cell holds these words; rows of nothing but `Muted` or `Manual Posting` are left out.
 */
export function canvasImport(file: string): CanvasImport {
  // Its reader keeps the mark of UTF-8, and then takes no quote in the first cell.
  if (/^\ufeff?"/.test(file)) throw new Error('Illegal quoting in the first line')
  const divided = (delimiter: string): number => {
    const counts = file
      .split('\r\n')
      .slice(0, 3)
      .map((line) => csvRows(line, { delimiter, relax_quotes: true })[0]?.length ?? 0)
    return new Set(counts).size === 1 ? (counts[0] ?? 0) : 0
  }
  const delimiter = divided(';') > divided(',') ? ';' : ','
  const [header = [], ...rows] = csvRows(file, { delimiter, relax_column_count: true })
  const wanted = ['Student', 'ID', 'SIS User ID', 'SIS Login ID', 'Section']
  if (!wanted.every((word, k) => header[k]?.includes(word) === true)) throw new Error('Invalid header row')
  let possible = ''
  const students: CanvasImport['students'][number][] = []
  for (const row of rows) {
    if (row[0]?.includes('Points Possible') === true) possible = row[5] ?? ''
    else if (!row.every((cell) => /^\s*(Muted|Manual Posting.*)?\s*$/i.test(cell))) {
      students.push({ name: row[0] ?? '', user: row[2] ?? '', login: row[3] ?? '', score: (row[5] ?? '').trim() })
    }
  }
  return { assignment: header[5] ?? '', possible, students }
}

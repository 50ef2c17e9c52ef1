import type { marks as topic } from '../catalogue/marks.ts'
import type { Examples } from '../language.ts'

const at = { file: 'out-marks/ana-rojas.json', place: 'marks[2]' }

export const marks = {
  'marks.unreadable': [{ file: at.file, reason: 'EACCES' }],
  'marks.not-json': [
    { file: at.file, line: 0, reason: 'Unexpected token' },
    { file: at.file, line: 7, reason: "Expected ',' or '}' after property value in JSON at position 214" },
  ],
  'marks.invalid': [
    { file: at.file, place: 'marks[2]', expected: 'missing', received: 'reason' },
    { file: at.file, place: 'marks[2]', expected: 'unknown', received: 'reazon' },
    { file: at.file, place: '$', expected: 'file', received: '[]' },
    { file: at.file, place: 'schema', expected: 'schema', received: '"lab11/marks/v2"' },
    { file: at.file, place: 'marks', expected: 'marks', received: '{}' },
    { file: at.file, place: 'marks[2].criterion', expected: 'criterion', received: '""' },
    { file: at.file, place: 'marks[2].points', expected: 'points', received: '"4,5"' },
    { file: at.file, place: 'marks[2].reason', expected: 'reason', received: '""' },
    { file: at.file, place: 'marks[2].date', expected: 'date', received: '2026-02-31' },
    { file: at.file, place: 'marks[2].by', expected: 'by', received: '7' },
    { file: at.file, place: 'marks[2].of', expected: 'of', received: '"3f9a"' },
  ],
  'marks.unknown-criterion': [{ ...at, criterion: 'reporte-finl', near: 'reporte-final' }],
  'marks.pending-criterion': [{ ...at, criterion: 'reporte-final' }],
  'marks.too-many-points': [{ ...at, criterion: 'reporte-final', points: '6', max: '5' }],
  'marks.no-folder': [{ path: 'notas', reason: 'ENOENT' }],
  'marks.stray': [{ file: 'out-marks/ana.json', id: 'ana', near: 'ana-rojas' }],
  'marks.todo': [
    { criteria: 1, submissions: 1, provisional: '2.00' },
    { criteria: 12, submissions: 3, provisional: '54.00' },
  ],
} satisfies Examples<typeof topic>

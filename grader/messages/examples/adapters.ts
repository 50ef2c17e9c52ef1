import type { adapters as topic } from '../catalogue/adapters.ts'
import type { Examples } from '../language.ts'

export const adapters = {
  'adapter.bonus-capped': [{ earned: '6.00', points: '2.50' }],
  'adapter.late': [
    { days: 1, percent: '90' },
    { days: 3, percent: '75' },
  ],
  'adapter.late-line': [{ percent: '90', points: '16.20', before: '18.00' }],
  'adapter.provisional': [{ title: 'Reporte final', points: '4.00' }],
  'adapter.cut': [{ count: 1 }, { count: 2314 }],
  'adapter.more': [{ count: 1 }, { count: 14 }],
  'gradebook.reason-marks': [{ count: 1 }, { count: 2 }],
  'gradebook.unsettled': [
    { count: 1, names: 'ana-rojas (2.00 puntos provisionales)' },
    { count: 2, names: 'ana-rojas (2.00 puntos provisionales); luis (la calificación se interrumpió)' },
  ],
  'gradebook.reason-provisional': [{ points: '2.00' }],
  'gradebook.reason-faults': [{ count: 1 }, { count: 3 }],
  'usage.same-name': [{ ids: 'ana-rojas, ana-rojas-2', name: 'Ana Rojas' }],
  'usage.classroom50-one': [{ count: 31 }],
  'usage.classroom50-env': [{ names: 'CLASSROOM, SUBMISSION_TAG' }],
  'usage.classroom50-odd': [{ type: 'solo', tag: 'v1' }],
  'progress.format': [
    { format: 'moodle', path: 'out/moodle.csv', more: 0 },
    { format: 'junit', path: 'out/ana-rojas/student/junit.xml', more: 1 },
    { format: 'junit', path: 'out/ana-rojas/student/junit.xml', more: 30 },
  ],
} satisfies Examples<typeof topic>

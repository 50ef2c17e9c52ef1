import type { marking as topic } from '../catalogue/marking.ts'
import type { Examples } from '../language.ts'

const command = 'npm run mark -- out --submissions entregas'

export const marking = {
  'mark.ready': [{ url: '127.0.0.1:40123/4f2c…/' }],
  'mark.how': [{ folder: 'out-marks' }],
  'mark.ended': [
    { count: 0, folder: 'out-marks', command: 'npm run report -- out' },
    { count: 1, folder: 'out-marks', command: 'npm run report -- out' },
    { count: 30, folder: 'out-marks', command: 'npm run report -- out' },
  ],
  'mark.no-criterion': [{ criterion: 'reporte', all: 'implementacion-numpy, reporte-final' }],
  'mark.port-taken': [{ port: 8080, reason: 'EADDRINUSE' }],
  'mark.progress': [
    { marked: 7, total: 30, stale: 0 },
    { marked: 7, total: 30, stale: 1 },
    { marked: 7, total: 30, stale: 4 },
  ],
  'mark.missing': [
    { count: 1, names: 'Ana Rojas', command },
    { count: 2, names: 'Ana Rojas, Luis', command },
  ],
  'mark.absent': [{ command }],
  'mark.changed': [{ folder: 'entregas/ana-rojas' }],
  'mark.now': [
    { points: '5.00', max: '5.00', level: '…', provisional: 'none' },
    { points: '3.50', max: '5.00', level: '…', provisional: '2.00' },
  ],
  'mark.range': [{ from: '3.75', to: '4.45' }],
  'mark.points': [{ max: '5.00' }],
  'mark.stands': [{ points: '4.50', date: '2026-11-21' }],
  'mark.entry': [
    { date: '2026-11-21', by: 'none', points: '4.50', reason: 'Análisis propio y bien argumentado.' },
    { date: '2026-11-21', by: 'MR', points: '4.50', reason: 'Análisis propio y bien argumentado.' },
  ],
  'mark.bad-points': [{ max: '5.00', received: '5,555' }],
  'mark.long-reason': [{ length: 5120 }],
  'mark.newer': [{ points: '4.00', date: '2026-11-21', reason: 'Falta la bibliografía.' }],
  'mark.bad-request': [{ reason: 'Unexpected end of JSON input' }],
  'mark.fault': [{ error: 'ENOSPC: no space left on device' }],
} satisfies Examples<typeof topic>

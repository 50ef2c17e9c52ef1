import type { reports as topic } from '../catalogue/reports.ts'
import type { Examples } from '../language.ts'

export const reports = {
  'report.check-title': [{ name: 'ana' }],
  'report.grade-title': [{ name: 'ana' }],
  'report.seed': [{ seed: 11 }],
  'report.passed-of': [{ passed: 7, total: 12 }],
  'report.waiting': [{ count: 1 }, { count: 4 }],
  'report.relative': [{ value: '0.5' }],
  'report.printed-more': [{ count: 1 }, { count: 12 }],
  'report.hidden': [
    { checks: 1, points: '2.00' },
    { checks: 31, points: '28.50' },
  ],
  'report.public-points': [{ points: '12.50', max: '20.00' }],
  'report.next-bonus': [{ names: 'rnn-bptt/truncated, lstm-cell/peepholes' }],
  'report.more-failing': [
    { count: 1, command: 'lstm-cell' },
    { count: 3, command: 'lstm-cell gru-cell' },
  ],
  'report.total': [{ points: '67.25', max: '80.00', level: '…' }],
  'report.bonus-points': [{ points: '2.00' }],
  'report.about-open': [{ isolation: 'U', open: 'usar la red' }],
  'report.capped': [
    {
      title: 'Implementación desde cero',
      level: 'aceptable',
      points: '14.80',
      sum: '17.90',
      why: 'BPTT falta o es incorrecto.',
    },
  ],
  'report.floored': [
    {
      title: 'Implementación desde cero',
      level: 'aceptable',
      points: '12.00',
      sum: '9.60',
      why: 'La RNN y la LSTM funcionan hacia adelante.',
    },
  ],
  'report.firm': [{ firm: '62.00', provisional: '18.00' }],
  'report.mark': [
    { title: 'Reporte final', points: '4.50', date: '2026-11-21', reason: 'Análisis propio y bien argumentado.' },
  ],
  'report.mark-stale': [
    { title: 'Reporte final', points: '4.50', date: '2026-11-21', reason: 'Análisis propio y bien argumentado.' },
  ],
  'report.todo': [{ title: 'Reporte final', points: '2.00' }],
  'report.about-run': [
    { version: '0.1.0', seed: 77, backend: 'wasm', isolation: 'L0', node: '20.20.2', seconds: '41.3' },
  ],
  'report.submitted-at': [{ when: '2026-11-21T18:04:00Z' }],
  'report.hash': [{ hash: 'sha256:3f9a1c0be27d' }],
  'report.blocked-by': [{ id: 'lstm-cell/step-shapes' }],
  'report.public-run': [{ checks: 31, points: '28.50' }],
} satisfies Examples<typeof topic>

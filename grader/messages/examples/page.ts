import type { page as topic } from '../catalogue/page.ts'
import type { Examples } from '../language.ts'

export const page = {
  'page.title': [{ name: 'Ana Rojas' }],
  'page.of-points': [{ max: '80,0' }],
  'page.points-of': [{ points: '1,25', max: '2,5' }],
  'page.provisional': [{ firm: '7,0', provisional: '3,0' }],
  'page.bonus': [{ points: '2,0', max: '80,0' }],
  'page.late': [
    { days: 1, factor: '0,9' },
    { days: 2, factor: '0,8' },
  ],
  'page.worth': [{ points: '1,5' }],
  'page.unlocks': [
    { count: 1, points: '0,5' },
    { count: 12, points: '6,25' },
  ],
  'page.more': [{ count: 1 }, { count: 7 }],
  'page.count-passed': [{ count: 1 }, { count: 20 }],
  'page.count-failed': [{ count: 1 }, { count: 3 }],
  'page.count-blocked': [{ count: 12 }],
  'page.count-unstarted': [{ count: 16 }],
  'page.count-faulted': [{ count: 1 }, { count: 2 }],
  'page.passed-list': [{ count: 1 }, { count: 20 }],
  'page.unstarted': [
    { count: 1, points: 'none' },
    { count: 16, points: '8,0' },
  ],
  'page.waiting': [
    { count: 1, root: 'Un paso de `rnnStep` tiene las formas del contrato.', points: 'none' },
    { count: 12, root: 'Un paso de `rnnStep` tiene las formas del contrato.', points: '6,25' },
  ],
  'page.detail-in': [{ title: 'Implementación desde cero' }],
  'page.chart-line': [{ name: 'Validación', first: '0,2079', last: '0,0228', low: '0,02', high: '0,2079' }],
  'pdf.no-browser': [{ looked: 'chromium, chromium-browser, google-chrome' }],
  'pdf.chrome-path': [{ path: '/opt/chrome' }],
  'pdf.failed': [{ browser: 'chromium', path: 'out/ana-rojas/report.pdf', reason: 'exit code 1' }],
} satisfies Examples<typeof topic>

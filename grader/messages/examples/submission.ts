import type { submission as topic } from '../catalogue/submission.ts'
import type { Examples } from '../language.ts'

const file = 'lstm-cell/lstm-cell.ts'

export const submission = {
  'submission.not-found': [{ path: 'entregas/ana' }],
  'submission.not-found-near': [{ path: 'entregas/anna', near: 'entregas/ana' }],
  'submission.is-file': [{ path: 'entregas/ana/lstm-cell.ts' }],
  'submission.is-archive': [{ path: 'entregas/ana.zip' }],
  'submission.unreadable-folder': [{ path: 'entregas/ana', code: 'EACCES' }],
  'submission.is-deliverable': [{ path: 'entregas/ana/lstm-cell', slug: 'lstm-cell', parent: 'entregas/ana' }],
  'submission.empty': [{ path: 'entregas/ana' }],
  'submission.nested': [{ path: 'entregas/ana', inside: 'entregas/ana/lab11' }],
  'submission.no-deliverable': [
    { path: 'entregas/ana', expected: 'rnn-bptt, lstm-cell, gru-cell', found: 'fotos, notas.txt' },
  ],
  'submission.no-deliverable-near': [
    { path: 'entregas/ana', slug: 'lstm-cell', found: 'LSTM_cell, notas.txt', near: 'LSTM_cell' },
  ],
  'submission.no-deliverable-loose': [
    { path: 'entregas/ana', slug: 'lstm-cell', found: 'lstm.ts, notas.txt', near: 'lstm.ts' },
  ],
  'submission.linked': [{ path: 'entregas/ana' }],
  'submission.missing-folder': [{ slug: 'lstm-cell' }],
  'submission.missing-folder-near': [{ slug: 'lstm-cell', near: 'lstm_cell' }],
  'submission.missing-folder-loose': [{ slug: 'lstm-cell', near: 'lstm.ts' }],
  'submission.not-a-folder': [{ path: 'lstm-cell' }],
  'submission.missing-file': [{ path: file }],
  'submission.missing-file-near': [{ path: file, near: 'lstm-cell/lstm-cell.ts.txt' }],
  'submission.symlink': [{ path: file }],
  'submission.not-a-file': [{ path: 'lstm-cell/tubo' }],
  'submission.folder-not-file': [{ path: 'lstm-cell/gates.ts' }],
  'submission.binary': [{ path: file }],
  'submission.utf-16': [{ path: file }],
  'submission.not-utf-8': [{ path: file, line: 12 }],
  'submission.too-large': [{ path: 'lstm-cell/data.ts', limit: 256, size: 1900 }],
  'submission.too-large-total': [{ path: 'lstm-cell', limit: 1024, size: 1025 }],
  'submission.too-many': [
    { path: 'lstm-cell', limit: 1, count: 2 },
    { path: 'lstm-cell', limit: 200, count: 231 },
  ],
  'submission.too-many-entries': [
    { path: 'lstm-cell', limit: 1 },
    { path: 'lstm-cell', limit: 2000 },
  ],
  'submission.too-deep': [
    { path: 'lstm-cell/a/b.ts', limit: 1 },
    { path: 'lstm-cell/a/b/c/d/gates.ts', limit: 3 },
  ],
  'submission.name-long': [{ path: 'lstm-cell/una-celda-con-un-nombre-muy-largo.ts', limit: 100 }],
  'submission.name-characters': [{ path: 'lstm-cell/celda?.ts' }],
  'submission.name-reserved': [{ path: 'lstm-cell/aux.ts' }],
  'submission.name-collision': [{ path: 'lstm-cell/Gates.ts', other: 'lstm-cell/gates.ts' }],
  'submission.unreadable': [{ path: file, code: 'EACCES' }],
  'submission.not-stageable': [{ slug: 'lstm-cell', reason: 'missing-file' }],
  'submission.shared-unusable': [{ reason: 'submission.missing-file' }],
} satisfies Examples<typeof topic>

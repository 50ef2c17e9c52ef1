import type { grader as topic } from '../catalogue/grader.ts'
import type { Examples } from '../language.ts'

export const grader = {
  'rubric.unreadable': [{ file: 'rubric.json', reason: 'ENOENT' }],
  'rubric.not-json': [{ file: 'rubric.json', reason: 'Unexpected token } in JSON at position 214' }],
  'rubric.invalid': [{ file: 'rubric.json', path: '/criteria/0/max', problem: 'must be number' }],
  'rubric.unknown-check': [{ file: 'rubric.json', check: 'lstm-cell/stepp', near: 'lstm-cell/step-tfjs' }],
  'rubric.orphan-check': [{ file: 'rubric.json', check: 'lstm-cell/step-new' }],
  'rubric.unknown-deliverable': [{ file: 'rubric.json', slug: 'transformer' }],
  'catalogue.foreign-id': [{ id: 'lstm-cell/step', slug: 'gru-cell' }],
  'catalogue.duplicate-id': [{ id: 'gru-cell/step-tfjs' }],
  'catalogue.unknown-need': [{ id: 'gru-cell/step-tfjs', need: 'gru-cell/shapes' }],
  'catalogue.public-needs-hidden': [{ id: 'gru-cell/step-tfjs', need: 'gru-cell/random-sizes' }],
  'catalogue.circular-needs': [{ path: 'gru-cell/a → gru-cell/b → gru-cell/a' }],
  'backend.unavailable': [
    { backend: 'tfjs-node', reason: 'absent', detail: '@tensorflow/tfjs-node' },
    { backend: 'tfjs-node', reason: 'broken', detail: 'libtensorflow.so.2: cannot open shared object file' },
  ],
  'oracle.disagree': [{ oracles: 'float64, tfjs', where: 'hs[3][1,0]', maxAbs: 0.0021 }],
  'report.invalid': [{ errors: 'data/score/points must be number' }],
  'flag.mark-stale': [{ criterion: 'reporte-final', points: '4.50', date: '2026-11-21' }],
  'flag.mark-too-many': [{ criterion: 'reporte-final', points: '4.50', date: '2026-11-21', max: '3.00' }],
  'flag.faulted': [
    { count: 1, checks: 'lstm-cell/step-tfjs' },
    { count: 2, checks: 'lstm-cell/step-tfjs, lstm-cell/split' },
  ],
  'flag.unfinished': [
    { count: 1, deliverables: 'seq2seq' },
    { count: 2, deliverables: 'bilstm, seq2seq' },
  ],
  'flag.protocol': [{ deliverable: 'lstm-cell' }],
  'flag.denied': [
    { deliverable: 'lstm-cell', what: 'file', place: 'lstm-cell/lstm-cell.ts:12:5' },
    { deliverable: 'lstm-cell', what: 'process', place: 'lstm-cell/lstm-cell.ts:12:5' },
    { deliverable: 'lstm-cell', what: 'worker', place: 'lstm-cell/lstm-cell.ts:12:5' },
    { deliverable: 'lstm-cell', what: 'other', place: 'lstm-cell/lstm-cell.ts:12:5' },
    { deliverable: 'lstm-cell', what: 'network', place: 'none' },
  ],
} satisfies Examples<typeof topic>

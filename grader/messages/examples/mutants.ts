import type { mutants as topic } from '../catalogue/mutants.ts'
import type { Examples } from '../language.ts'

const path = 'grader/deliverables/lstm-cell/equivalents.json'
const file = 'grader/docs/mutants.json'
const id = 'lstm-cell:129:term-dropped:1'

export const mutants = {
  'mutants.progress': [{ slug: 'lstm-cell', done: 130, of: 356, open: 2, id }],
  'mutants.deliverable': [{ slug: 'lstm-cell', tried: 356, mutants: 356, killed: 349, equivalent: 6, open: 1 }],
  'mutants.survived': [{ id, within: 'lstmStep', path }],
  'mutants.named-survived': [{ id: 'lstm.tanh-gate#f', task: 'L3', line: 129 }],
  'mutants.faulted': [{ id, fault: 'lstm-cell/step-tfjs: RangeError: Invalid array length' }],
  'mutants.equivalent-unknown': [{ path, entry: 3, operator: 'boundary', within: 'logistic' }],
  'mutants.equivalent-killed': [{ path, entry: 3, id }],
  'mutants.equivalents-form': [
    { path, entry: 0 },
    { path, entry: 2 },
  ],
  'mutants.solution-loses': [{ slug: 'lstm-cell', check: 'lstm-cell/step-tfjs' }],
  'mutants.none': [{ slug: 'lstm-cell' }],
  'mutants.total': [{ tried: 923, killed: 901, percent: '97.6', equivalent: 22, open: 0 }],
  'mutants.stored': [{ path: file }],
  'mutants.missing': [{ path: file }],
  'mutants.stale': [{ path: file, slugs: 'lstm-cell gru-cell' }],
  'mutants.named-more': [{ count: 12 }],
  'mutants.document-open': [{ ids: id }],
} satisfies Examples<typeof topic>

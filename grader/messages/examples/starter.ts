import type { starter as topic } from '../catalogue/starter.ts'
import type { Examples } from '../language.ts'

const place = { file: 'rnn-bptt/rnn-bptt.ts', line: 42 }

export const starter = {
  'starter.unclosed': [{ ...place, marker: '// @solution R2' }],
  'starter.nested': [{ ...place, marker: '// @solution R3' }],
  'starter.end-alone': [{ ...place, marker: '// @end' }],
  'starter.no-task': [{ ...place, marker: '// @solution R2 R3' }],
  'starter.duplicate-task': [{ ...place, marker: '// @solution R2' }],
  'starter.outside-function': [{ ...place, marker: '// @solution R2' }],
  'starter.unknown-marker': [{ ...place, marker: '// @solutoin R2', near: '// @solution' }],
  'starter.malformed': [{ ...place, marker: 'const x = 1 // @end' }],
  'starter.leak': [{ file: 'shared/random.ts', line: 7, marker: '// @end' }],
  'starter.nothing': [{ folder: 'solutions' }],
  'starter.overlap': [{ starter: 'solutions/starter', solutions: 'solutions' }],
} satisfies Examples<typeof topic>

import type { review as topic } from '../catalogue/review.ts'
import type { Examples } from '../language.ts'

const place = 'lstm-cell/lstm-cell.ts:12'

/** What fills the holes of these messages where they are shown. */
export const review = {
  'review.import': [{ name: 'node:fs', place }],
  'review.computed-import': [
    { name: 'import', place, times: 1 },
    { name: 'require', place, times: 2 },
  ],
  'review.code-from-text': [
    { name: 'eval', place, times: 1 },
    { name: 'Function', place, times: 2 },
  ],
  'review.surroundings': [
    { name: 'process', place, times: 1 },
    { name: 'fetch', place, times: 3 },
  ],
  'review.built-in': [
    { name: 'Math.tanh', place, times: 1 },
    { name: 'Array.prototype.map', place, times: 2 },
  ],
  'review.disguised-name': [
    { name: '\\u0065val', place, times: 1 },
    { name: '\\u0065val', place, times: 2 },
  ],
  'review.long-line': [{ name: '25000', place }],
  'review.numbers': [{ name: '1200', place }],
  'review.vocabulary-from-test': [{ name: 'buildVocabulary', place: 'sentiment/sentiment.ts:80' }],
} satisfies Examples<typeof topic>

import type { quality as topic } from '../catalogue/quality.ts'
import type { Examples } from '../language.ts'

const place = 'lstm-cell/lstm-cell.ts:42'
const remarked = { rate: 4.2, place, text: 'Something that the tool says.' }
const typeErrors = [
  'TS2345',
  'TS2322',
  'TS2339',
  'TS2532',
  'TS18048',
  'TS7006',
  'TS2304',
  'TS2307',
  'TS7030',
  'TS1484',
  'TS2741',
]
const lintRules = [
  'no_unused_vars',
  'no_shadow',
  'no_explicit_any',
  'ban_ts_comment',
  'eqeqeq',
  'no_var',
  'prefer_const',
  'no_empty',
  'no_unreachable',
  'no_unused_expressions',
  'complexity',
  'max_depth',
  'max_lines_per_function',
  'no_constant_condition',
  'no_cond_assign',
  'no_self_compare',
  'no_fallthrough',
  'use_isnan',
]
const tests = { of: 7, name: 'sigmoid(0) is one half', error: 'expected 0.4 to be 0.5', stopped: 'none', why: 'none' }

/** What fills the holes of these messages where they are shown. */
export const quality = {
  'quality.share': [{ done: 4, of: 9 }],
  'quality.half': [
    { done: 1, of: 9 },
    { done: 4, of: 9 },
  ],
  'quality.unread': [
    { place: 'lstm-cell/lstm-cell.ts', count: 1 },
    { place: 'lstm-cell/lstm-cell.ts', count: 2 },
  ],
  'quality.types': typeErrors.map((rule, k) => ({ ...remarked, rule, count: k + 1, places: `${place} (${rule})` })),
  'quality.lint': lintRules.map((rule, k) => ({
    ...remarked,
    rule,
    count: k + 1,
    places: `${place} (${rule.replaceAll('_', '-')})`,
  })),
  'quality.readable': [0, 1, 2].map((unread) => ({ types: 2.5, lint: 12, unread })),
  'quality.doc-comments': [
    { count: 1, of: 12, shapes: 'true', places: `gateSlice (${place})` },
    { count: 2, of: 12, shapes: 'false', places: `gateSlice (${place}), split (${place})` },
  ],
  'quality.repetition': [
    { percent: 9, count: 1, tokens: 64, first: place, second: 'lstm-cell/lstm-cell.ts:80' },
    { percent: 22, count: 3, tokens: 90, first: place, second: 'lstm-cell/lstm-cell.ts:80' },
  ],
  'quality.tidy': [{ documented: 70, repeated: 18 }],
  'quality.chance': [
    { name: 'Math.random', count: 1, places: place },
    { name: 'Date.now', count: 2, places: `${place}, ${place}` },
  ],
  'quality.same-seed': [
    { count: 1, of: 12, checks: 'lstm-cell/init-seed' },
    { count: 2, of: 12, checks: 'lstm-cell/init-seed, gru-cell/init-seed' },
  ],
  'quality.tests-written': [0, 1, 2].map((count) => ({ count, enough: 3 })),
  'quality.tests-pass': [
    { ...tests, count: 1 },
    { ...tests, count: 2 },
    ...['timeout', 'import', 'syntax', 'exited'].map((why) => ({ ...tests, count: 0, stopped: 'lstm-cell', why })),
  ],
  'quality.tests-bite': [
    { count: 1, of: 7, names: '«runs»' },
    { count: 2, of: 7, names: '«runs», «gives something»' },
  ],
  'quality.scratch-verified': [0, 1]
    .map((count) => ({ count, enough: 2, names: 'lstm-cell, gru-cell' }))
    .concat([{ count: 2, enough: 3, names: 'gru-cell' }]),
} satisfies Examples<typeof topic>

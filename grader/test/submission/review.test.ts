import { readdirSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { sayAny } from '../../messages/say.ts'
import { loadDeliverable } from '../../submission/load.ts'
import { reviewSources, type ReviewNote } from '../../submission/review.ts'
import type { ReviewedCall } from '../../submission/sights.ts'

const root = path.resolve(import.meta.dirname, '..', '..', '..')

function notesOf(source: string, calls: readonly ReviewedCall[] = []): readonly ReviewNote[] {
  const files = [{ path: 'parts/demo.ts', bytes: Buffer.from(source) }]
  return reviewSources({ slug: 'demo', files }, { library: 'ml-matrix', calls })
}

/** `review.import node:fs 1` for each note: what, whose name, which line. */
function seen(source: string): string[] {
  return notesOf(source).map(({ messageId, params }) => {
    const line = String(params['place']).replace('demo/parts/demo.ts:', '')
    return [messageId.replace('review.', ''), params['name'], line].join(' ')
  })
}

describe('What goes around the contract is noted with its place', () => {
  it.for<[name: string, source: string, notes: string[]]>([
    ['a module of Node', "import fs from 'node:fs'\n", ['import node:fs 1']],
    ['one that nothing uses', "\nimport { x } from 'os'\nexport const a = 1\n", ['import os 2']],
    ['for its effects', "import 'node:fs'", ['import node:fs 1']],
    ['with require', "const a = require('node:net')", ['import node:net 1']],
    ['handed on', "export * from 'https://example.org/x.js'", ['import https://example.org/x.js 1']],
    ['another deliverable', "import { a } from '../../other/other.ts'", ['import ../../other/other.ts 1']],
    [
      'the solutions',
      "import { a } from '../../../solutions/demo/demo.ts'",
      ['import ../../../solutions/demo/demo.ts 1'],
    ],
    ['a computed import', "await import('node:' + 'fs')", ['computed-import import 1', 'import node: 1']],
    ['a computed require', 'require(name)', ['computed-import require 1']],
    ['eval', "const a = eval('1')", ['code-from-text eval 1']],
    ['eval by another way', "(0, eval)('1')", ['code-from-text eval 1']],
    ['a function from text', "new Function('a', 'return a')", ['code-from-text Function 1']],
    ['a constructor of constructors', "[].constructor.constructor('return 1')()", ['code-from-text constructor 1']],
    ['the process', 'process.exit(0)', ['surroundings process 1']],
    ['all globals', "globalThis['process']", ['surroundings globalThis 1']],
    ['the network', "await fetch('https://example.org')", ['surroundings fetch 1']],
    ['a changed function', 'Math.tanh = (x) => x', ['built-in Math.tanh 1']],
    ['a changed method', 'Array.prototype.map = f', ['built-in Array.prototype.map 1']],
    ['a changed method of a library', 'Matrix.prototype.mmul = f', ['built-in Matrix.prototype.mmul 1']],
    ['a defined property', "Object.defineProperty(Math, 'tanh', { value: f })", ['built-in Math 1']],
    ['a name in codes', '\\u0065val(1)', ['disguised-name \\u0065val 1']],
    ['a long line', `\n// ${'x'.repeat(1000)}`, ['long-line 1003 2']],
    ['a table', `const a = [${'1,\n'.repeat(401)}]`, ['numbers 401 1']],
  ])('%s', ([, source, notes]) => {
    expect(seen(source).sort()).toEqual(notes.sort())
  })

  it('once in a file, with how often', () => {
    expect(notesOf('process.a\nprocess.b\nprocess.c')).toEqual([
      { messageId: 'review.surroundings', params: { name: 'process', place: 'demo/parts/demo.ts:1', times: 3 } },
    ])
  })

  it('a call that the deliverable wants looked at, but not the function itself', () => {
    const calls = [{ calls: 'build', messageId: 'review.vocabulary-from-test' }]
    const source = 'export function build(texts) {}\nconst all = build([...train, ...test])\nbuild\n'
    const [note, ...rest] = notesOf(source, calls)
    expect(rest).toEqual([])
    expect(note?.params['place']).toBe('demo/parts/demo.ts:2')
    expect(sayAny('es', note?.messageId ?? '', note?.params ?? {})).toMatch(/demo\.ts:2: llama a `build`\. Mira si/)
  })

  it('no more than twenty for one deliverable, each short', () => {
    const source = Array.from({ length: 50 }, (_, k) => `import 'a${String(k)}${'x'.repeat(500)}'`).join('\n')
    const notes = notesOf(source)
    expect(notes).toHaveLength(20)
    for (const { params } of notes) expect(String(params['name']).length).toBeLessThan(110)
  })
})

describe('What a lab needs is not noted', () => {
  it.for([
    "import { Matrix } from 'ml-matrix'",
    "import { a } from '../helper.ts'\nimport { b } from '../../shared/types.ts'\nimport { c } from './c.ts'",
    "import type { Stats } from 'node:fs'\nimport * as types from './types.ts'",
    "// eval('x') with process and fetch\n/* import 'fs' */ const text = 'process.exit()'",
    'const a = { process: 1, fetch: 2 }\na.process = thing.eval(1)',
    'process.stdout.write(`epoch ${String(k)}`)',
    'const step: Function = f\nclass A { constructor(readonly a: number) {} }',
    "const words = await import('./words.ts')",
    'Math.tanh(x) === y\nconst same = Object.assign({}, a)',
  ])('%s', (source) => {
    expect(notesOf(source)).toEqual([])
  })

  it('in none of the correct submissions, nor in the starter', async () => {
    const submissions = path.join(root, 'grader', 'test', 'submissions')
    const correct = readdirSync(submissions).filter((name) => name.startsWith('correct-'))
    expect(correct.length).toBeGreaterThanOrEqual(5)
    const roots = [path.join(root, 'starter'), ...correct.map((name) => path.join(submissions, name))]
    for (const folder of roots)
      for (const slug of readdirSync(folder).filter((name) => name !== 'artifacts' && name !== 'shared')) {
        const library = slug.endsWith('-cell') || slug === 'rnn-bptt' ? 'ml-matrix' : '@tensorflow/tfjs'
        const notes = reviewSources(await loadDeliverable(folder, slug), { library, calls: [] })
        expect([folder, notes]).toEqual([folder, []])
      }
  })
})

it.for([
  '(',
  '/',
  '`${',
  '{',
  '/[',
  "'",
  '/*',
  '1 ',
  '\n',
  '(a=',
  'a\\',
  '<',
  'import "x";',
  'import{a}from"x";',
  '\ud800',
])('a quarter of a megabyte of %j is read to its end', (piece) => {
  const notes = notesOf(piece.repeat(262_144 / piece.length))
  for (const { messageId, params } of notes)
    for (const name of ['es', 'en'] as const) expect(sayAny(name, messageId, params)).not.toContain('{')
})

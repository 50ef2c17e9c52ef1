import { expect, test } from 'vitest'
import { generate, requireClean } from '../../../audit/starter/generate.ts'

const file = 'lstm-cell/lstm-cell.ts'

test('a solution becomes a TODO that throws, at the depth of its marker', () => {
  const source = [
    'export async function lstmStep(',
    '  params: LstmParams,',
    '): Promise<LstmCache> {',
    '  // @solution L2',
    '  const f = gate(params)',
    '',
    '  return { f }',
    '  // @end',
    '}',
    '',
  ]
  expect(generate(source.join('\n'), file).split('\n')).toEqual([
    'export async function lstmStep(',
    '  params: LstmParams,',
    '): Promise<LstmCache> {',
    '  // TODO(L2): escribe aquí tu código (assignments/lstm-cell/README.md#l2)',
    "  throw new NotImplemented('L2', 'lstmStep', 'assignments/lstm-cell/README.md#l2')",
    '}',
    '',
  ])
})

test.each([
  ['export function sigmoid(m: Matrix): Matrix {', 'sigmoid'],
  ['export default function build() {', 'build'],
  ['export async function* draw$() {', 'draw$'],
  ['export function pick<T>({\n  a,\n}: { a: T }): T {', 'pick'],
])('%j is the function of its task', (head, name) => {
  const source = `export function before() {}\n${head}\n  if (true) {\n    // @solution R1\n    // @end\n  }\n}\n`
  expect(generate(source, file)).toContain(`throw new NotImplemented('R1', '${name}',`)
})

test('the slug is the first folder, of a helper too', () => {
  const source = 'export function f() {\n// @solution R1\n// @end\n}'
  expect(generate(source, 'rnn-bptt/util/f.ts')).toContain("'assignments/rnn-bptt/README.md#r1'")
})

test.each([
  ['between blank lines', 'a\n\n// @remove\nx\n// @end\n\nb\n', 'a\n\nb\n'],
  ['between two lines', 'a\n// @remove\nx\n// @end\nb\n', 'a\nb\n'],
  ['after a line', 'a\n// @remove\nx\n// @end\n\nb\n', 'a\n\nb\n'],
  ['at the top', '// @remove\nx\n// @end\n\nb\n', 'b\n'],
  ['at the bottom', 'a\n\n// @remove\nx\n// @end\n', 'a\n'],
  ['twice', 'a\n\n// @remove\n// @end\n\n// @remove\n// @end\n\nb', 'a\n\nb'],
])('what is removed %s leaves no hole', (_, source, starter) => {
  expect(generate(source, file)).toBe(starter)
})

test('a line of the starter comes with its indentation', () => {
  const source =
    "// @starter import { NotImplemented } from '../shared/not-implemented.ts'\n  // @starter void x // why\n"
  expect(generate(source, file)).toBe(
    "import { NotImplemented } from '../shared/not-implemented.ts'\n  void x // why\n",
  )
})

test('code without markers stays as it is, with LF', () => {
  const source = '/** @param x */\r\n// @ts-expect-error: a reason\r\nconst end = "ana@example.org"\r\n'
  expect(generate(source, file)).toBe(source.replaceAll('\r\n', '\n'))
})

test.each([
  ['unclosed', 1, '// @remove', '// @remove\nx'],
  ['nested', 2, '// @solution R1', '// @remove\n// @solution R1\n// @end\n// @end'],
  ['nested', 2, '// @starter x', '// @remove\n// @starter x\n// @end'],
  ['end-alone', 1, '// @end', '// @end'],
  ['no-task', 2, '// @solution', 'export function f() {\n  // @solution\n  // @end\n}'],
  ['no-task', 2, "// @solution R'1", "export function f() {\n  // @solution R'1\n  // @end\n}"],
  [
    'duplicate-task',
    4,
    '// @solution R1',
    'export function f() {\n// @solution R1\n// @end\n// @solution R1\n// @end\n}',
  ],
  ['outside-function', 1, '// @solution R1', '// @solution R1\n// @end'],
  ['outside-function', 3, '// @solution R1', 'export function f() {\n}\n// @solution R1\n// @end'],
  ['malformed', 1, 'f() // @end', 'f() // @end'],
  ['malformed', 1, '//@solution R1', '//@solution R1'],
  ['malformed', 1, '// @remove this', '// @remove this'],
  ['malformed', 1, '// @starter', '// @starter'],
  ['malformed', 1, '// @starter // @end', '// @starter // @end'],
])('%s, on line %i, at %s', (what, line, marker, source) => {
  expect(failure(() => generate(source, file))).toMatchObject({
    blame: 'fault',
    messageId: `starter.${what}`,
    params: { file, line, marker },
  })
})

test.each([
  ['// @soluton R1', '@solution'],
  ['// @Solution R1', '@solution'],
  ['// @solutions', '@solution'],
  ['//@ed', '@end'],
  ['f() // @removed', '@remove'],
  ['// @stater x', '@starter'],
])('%s is a slip of %s', (marker, near) => {
  const params = { file, line: 1, marker, near }
  expect(failure(() => generate(marker, file))).toMatchObject({ messageId: 'starter.unknown-marker', params })
})

test('a text that still holds a marker', () => {
  const params = { file, line: 2, marker: '// @solution R1' }
  const error = { blame: 'fault', messageId: 'starter.leak', params }
  const leak = (): void => {
    requireClean('a\n  // @solution R1', file)
  }
  expect(failure(leak)).toMatchObject(error)
})

function failure(action: () => unknown): unknown {
  try {
    return action()
  } catch (error) {
    return error
  }
}

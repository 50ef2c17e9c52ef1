import { expect, test } from 'vitest'
import { Refused } from '../../submission/problem.ts'
import { sourcePaths } from '../../submission/source.ts'

test.each([
  ['a name of 101 characters', `${'x'.repeat(98)}.ts`, 'submission.name-long'],
  ['a control character', 'a\nb.ts', 'submission.name-characters'],
  ['NUL', 'a\0.ts', 'submission.name-characters'],
  ['a backslash', '..\\evil.ts', 'submission.name-characters'],
  ['a drive letter', 'C:evil.ts', 'submission.name-characters'],
  ['text that runs from right to left', 'a\u202Est.ts', 'submission.name-characters'],
  ['a name that was not UTF-8', 'a\uFFFD.ts', 'submission.name-characters'],
  ['half a character', 'a\uD800.ts', 'submission.name-characters'],
  ['the folder above', '../evil.ts', 'submission.name-characters'],
  ['an absolute path', '/etc/evil.ts', 'submission.name-characters'],
  ['a folder that ends with a space', 'a /b.ts', 'submission.name-characters'],
  ['a device of Windows', 'con.ts', 'submission.name-reserved'],
  ['a device of Windows as a folder', 'NUL/a.ts', 'submission.name-reserved'],
])('%s', (_, path, messageId) => {
  expect(refusal([path])).toMatchObject({ kind: 'name', messageId })
})

test('a long name comes with the limit, a hidden character is written out', () => {
  expect(refusal([`${'x'.repeat(98)}.ts`])?.params).toEqual({ path: `x/${'x'.repeat(98)}.ts`, limit: 100 })
  expect(refusal(['a\u202Eb.ts'])?.params).toEqual({ path: 'x/a\\u{202e}b.ts' })
})

test.each([
  ['case', 'Gates.ts', 'gates.ts'],
  ['the way an accent is written', 'se\u00F1al.ts', 'sen\u0303al.ts'],
])('two names that differ only in %s', (_, other, path) => {
  const params = { path: `x/${path}`, other: `x/${other}` }
  expect(refusal([other, path])).toEqual({ kind: 'name', messageId: 'submission.name-collision', params })
})

test('ordinary names in any script pass', () => {
  const paths = ['año nuevo.ts', 'x'.repeat(97) + '.ts', 'console.ts', 'sub/Gates.ts', '门.ts']
  expect(sourcePaths('x', files(paths))).toEqual(paths)
})

test('a strange name that is no source troubles nobody', () => {
  expect(sourcePaths('x', files(['a\nb.png', 'a.ts']))).toEqual(['a.ts'])
})

function refusal(paths: readonly string[]): Refused['problem'] | undefined {
  try {
    sourcePaths('x', files(paths))
    return undefined
  } catch (error) {
    if (error instanceof Refused) return error.problem
    throw error
  }
}

function files(paths: readonly string[]): { readonly path: string; readonly kind: 'file' }[] {
  return paths.map((path) => ({ path, kind: 'file' }))
}

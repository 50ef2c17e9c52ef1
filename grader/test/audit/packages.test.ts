import { describe, expect, it } from 'vitest'
import { lockedPackages, type Lock } from '../../audit/packages.ts'

const at = (version: string, more: Partial<Lock['packages'][string]> = {}): Lock['packages'][string] => {
  return { version, integrity: `sha512-${version}`, ...more }
}
const packages: Lock['packages'] = {
  '': { dependencies: { a: '*', c: '*' } },
  'node_modules/a': at('1', { dependencies: { b: '*' }, optionalDependencies: { absent: '*' } }),
  'node_modules/a/node_modules/b': at('2', { dependencies: { d: '*' } }),
  'node_modules/b': at('3'),
  'node_modules/c': at('4', { dependencies: { b: '*' }, peerDependencies: { '@e/f': '*' } }),
  'node_modules/d': at('5', { dependencies: { a: '*' } }),
  'node_modules/@e/f': at('6', { optionalDependencies: { g: '*' } }),
  'node_modules/g': at('7'),
}
const lines = (...imports: string[]): string[] => lockedPackages({ packages }, imports)

describe('The packages that are imported, as the lockfile fixes them', () => {
  it.each<[string, string[], string[]]>([
    ['nothing but Node’s own and files', ['node:fs', 'path', './b.ts', '../c/d.ts', '/e.ts'], []],
    ['one alone', ['g'], ['g 7 sha512-7']],
    [
      'one with another of its own below it, which finds its own further up, in a circle',
      ['a'],
      ['a 1 sha512-1', 'b 2 sha512-2', 'd 5 sha512-5'],
    ],
    ['one whose peer is there', ['c'], ['@e/f 6 sha512-6', 'b 3 sha512-3', 'c 4 sha512-4', 'g 7 sha512-7']],
    ['a file of one with a scope', ['@e/f/dist/g.js'], ['@e/f 6 sha512-6', 'g 7 sha512-7']],
    ['two versions of one', ['d', 'b'], ['a 1 sha512-1', 'b 2 sha512-2', 'b 3 sha512-3', 'd 5 sha512-5']],
  ])('are %s', (_, imports, expected) => {
    expect(lines(...imports)).toEqual(expected)
  })

  it('are the same wherever npm put them', () => {
    const elsewhere = {
      'node_modules/x/node_modules/g': at('7'),
      'node_modules/x': at('8', { dependencies: { g: '*' } }),
    }
    expect(lockedPackages({ packages: elsewhere }, ['x'])).toEqual(['g 7 sha512-7', 'x 8 sha512-8'])
    const flat = { 'node_modules/g': at('7'), 'node_modules/x': at('8', { dependencies: { g: '*' } }) }
    expect(lockedPackages({ packages: flat }, ['x'])).toEqual(['g 7 sha512-7', 'x 8 sha512-8'])
  })

  it('must be there when they are imported', () => {
    expect(() => lines('absent')).toThrow('The lockfile has no package "absent", which is imported.')
  })
})

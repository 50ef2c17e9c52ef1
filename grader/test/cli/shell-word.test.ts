import { execFileSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { shellWord } from '../../grading/shell-word.ts'

const hostile = [
  '$(touch pwned)',
  '`touch pwned`',
  'a; touch pwned',
  'a && touch pwned | sh > x',
  `a'b"c`,
  `'; touch pwned; '`,
  'a\\',
  'a b\\',
  'a\\ b',
  '-rf',
  '--out=x',
  '~root',
  '*',
  '$HOME',
  'a!b',
  'a\nb',
  '',
  'Íñigo Peña',
]

test('a name is one word to a shell, which reads nothing into it', () => {
  const command = `printf '%s\\0' ${hostile.map(shellWord).join(' ')}`
  const words = execFileSync('sh', ['-c', command], { encoding: 'utf8' }).split('\0').slice(0, -1)
  expect(words).toEqual(hostile.map((name) => (/^[-~]/.test(name) ? `./${name}` : name)))
})

test('an ordinary path needs no quotes, and one with a space the ones that every shell knows', () => {
  expect(['entregas/ana', 'a@b', 'Íñigo'].map(shellWord)).toEqual(['entregas/ana', 'a@b', 'Íñigo'])
  expect(shellWord('Ana Rojas')).toBe('"Ana Rojas"')
})

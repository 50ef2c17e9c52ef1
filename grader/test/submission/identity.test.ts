import { fc } from '@fast-check/vitest'
import { expect, test } from 'vitest'
import { identify, slugOf } from '../../submission/identity.ts'

test.each([
  ['Ana Rojas', 'ana-rojas'],
  ['José Ñúñez Güell', 'jose-nunez-guell'],
  ['Jose\u0301', 'jose'],
  ['ana.rojas_2', 'ana.rojas_2'],
  ['..secret', 'secret'],
  ['a/../b', 'a-..-b'],
  ['  - ', 'submission'],
  ['王芳', 'submission'],
  ['CON', 'submission-con'],
  ['class.json', 'submission-class.json'],
  ['x'.repeat(80), 'x'.repeat(64)],
])('%j gets the id %s', (name, id) => {
  expect(slugOf(name)).toBe(id)
})

test('a collision gets the next number, in order', () => {
  expect(identify(['ANA', 'Ana', 'ana', 'ana-2'])).toEqual(['ana', 'ana-2', 'ana-3', 'ana-2-2'])
})

test('a collision of the longest names stays within the length', () => {
  const [first, second] = identify(['x'.repeat(64), 'x'.repeat(65)])
  expect(first).toBe('x'.repeat(64))
  expect(second).toBe(`${'x'.repeat(62)}-2`)
})

test('ids of any names are safe and distinct', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary' })), (names) => {
      const ids = identify(names)
      expect(new Set(ids).size).toBe(names.length)
      for (const id of ids) expect(id).toMatch(/^[a-z0-9][a-z0-9._-]{0,63}$/)
    }),
    { seed: 11, numRuns: 40 },
  )
})

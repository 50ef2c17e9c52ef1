import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { languageOf } from '../../messages/language.ts'
import { catalogue, say, sayAny, type MessageId } from '../../messages/say.ts'
import { holesOf } from './holes.ts'

const ids = Object.keys(catalogue) as MessageId[]
const grader = path.resolve(import.meta.dirname, '..', '..')

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const place = path.join(folder, entry.name)
    if (entry.isDirectory())
      return ['test', 'bench', 'catalogue', 'examples'].includes(entry.name) ? [] : sources(place)
    // Which calls are worth a look is data of a deliverable's.
    return entry.name.endsWith('.ts') || entry.name === 'review.json' ? [readFileSync(place, 'utf8')] : []
  })
}

describe('the catalogue', () => {
  test.each(ids)('%s has the same holes in both languages', (id) => {
    expect(holesOf(catalogue[id].en)).toEqual(holesOf(catalogue[id].es))
  })

  test.each(ids)('%s can be said in both languages', (id) => {
    const params = Object.fromEntries(holesOf(catalogue[id].es).map((hole) => [hole, 2]))
    for (const language of ['es', 'en'] as const) {
      const text = say(language, id, params)
      expect(text.trim()).not.toBe('')
      expect(text).not.toMatch(/[{}]/)
    }
  })

  const code = sources(grader).join('\n')

  test('has no message that nobody says', () => {
    // Ids that the code puts together from a prefix and a word, which must stand somewhere by itself.
    const composed = /^(?:level|stage|verdict|visibility|expect|starter|submission|measure|reach)\.(?:name-)?(.+)$/
    const isSaid = (id: string): boolean => {
      const word = composed.exec(id)?.[1]
      return [id, ...(word === undefined ? [] : [word])].some(
        (text) => code.includes(`'${text}'`) || code.includes(`"${text}"`),
      )
    }
    // The stages are words of rubric.json, the questions of their bank (see evidence/answers/bank.test.ts), and the
    // misconceptions ids of variants and of the bank: see diagnosis/fingerprints.test.ts.
    const fromData = /^(stage|question|misconception)\./
    expect(ids.filter((id) => !fromData.test(id) && !isSaid(id))).toEqual([])
  })

  test('has every message that somebody says', () => {
    const prefixes = [...new Set(ids.map((id) => id.split('.')[0]))].join('|')
    const said = [...code.matchAll(new RegExp(`'((?:${prefixes})\\.[a-z0-9-]+)'`, 'g'))].map((match) => match[1] ?? '')
    // File names and places in the rubric look the same.
    const noMessage = /^(?:[a-z]+\.(?:json|md|html|pdf)|rubric\.(?:criteria|bands|gates))$/
    expect([...new Set(said)].filter((id) => !(id in catalogue) && !noMessage.test(id))).toEqual([])
  })
})

test('one and many are told apart', () => {
  expect(say('es', 'report.waiting', { count: 1 })).toContain('1 comprobación espera')
  expect(say('es', 'report.waiting', { count: 2 })).toContain('2 comprobaciones esperan')
  expect(say('en', 'report.waiting', { count: 1 })).toContain('1 check waits')
})

test('an id that the catalogue does not know says its own name', () => {
  expect(sayAny('es', 'nadie.lo-sabe', { x: 1 })).toBe('nadie.lo-sabe {"x":1}')
})

test('the language is Spanish unless English is asked for', () => {
  expect([undefined, '', 'es', 'fr', 'en', 'EN', 'en_US.UTF-8'].map(languageOf)).toEqual([
    'es',
    'es',
    'es',
    'es',
    'en',
    'en',
    'en',
  ])
})

import { describe, expect, test } from 'vitest'
import { examples } from '../../messages/examples.ts'
import { readerOf } from '../../messages/readers.ts'
import { catalogue, sayAny, type MessageId } from '../../messages/say.ts'
import { sources } from '../layers/sources.ts'

const languages = ['es', 'en'] as const

/** What a check, a process or a folder can be told to have done wrong. */
const kinds = `expect law init count backward rnn lstm subject submission model layer artifact benchmark bilstm stacked
  series text seq2seq answers paper quality`.split(/\s+/)
const findings = (Object.keys(catalogue) as MessageId[]).filter((id) => kinds.includes(id.split('.')[0] ?? ''))
const cases = findings.flatMap((id) => languages.map((language) => ({ id, language, text: catalogue[id][language] })))

/** Values side by side, which say by themselves what to look at; the report adds the case, the line and the handout. */
const bare: readonly string[] = ['expect.type', 'expect.value', 'expect.value-only', 'expect.value-oracle']

/** Names the task, whose section of the handout the report leads to. */
const unwritten = 'subject.not-implemented'

/** Their own words say what was expected: a finite number, and the functions that are missing. */
const inWords: readonly string[] = ['expect.not-finite', 'expect.exports']

/** A second sentence, a question or an explanation after a colon: what to do, or where to look. */
const goesOn = /[.:;?)] \S|¿/

describe('what a student is told of a mistake', () => {
  test.each(cases)('$id ends as a sentence does ($language)', ({ id, language }) => {
    for (const params of examples[id] ?? [{}]) expect(sayAny(language, id, params)).toMatch(/\S[.?…]$/)
  })

  test.each(cases.filter(({ id }) => id.startsWith('expect.') && !inWords.includes(id)))(
    '$id says what was expected and what came ($language)',
    ({ text }) => {
      expect(text).toContain('{expected}')
      expect(text).toContain('{received}')
      expect(text.indexOf('{expected}')).toBeLessThan(text.indexOf('{received}'))
    },
  )

  test.each(cases.filter(({ text }) => text.includes('{expected}') && !text.includes('{received}')))(
    '$id, which names what was expected alone, says that it did not come ($language)',
    ({ text }) => {
      expect(text).toMatch(/\b(?:pero|solo|límite|but|only|at most)\b/)
    },
  )

  test.each(cases.filter(({ id }) => ![...bare, unwritten].includes(id)))(
    '$id says what to do ($language)',
    ({ text }) => {
      expect(text).toMatch(goesOn)
    },
  )

  test.each(cases.filter(({ language }) => language === 'es'))('$id speaks as the others do', ({ text }) => {
    // Quotation marks, the decimal point of the handouts, and the informal second person.
    expect(text).not.toMatch(/["“”]|\d,\d|\busted\b|\b(?:su código|Compruebe|Revise|Mire|Use|Escriba)\b/)
  })

  test('is for students, so that whoever reads the gallery knows', () => {
    const others = findings.filter((id) => readerOf(id) !== 'student')
    expect(others).toEqual(['submission.not-stageable', 'submission.shared-unusable'])
  })
})

test('every sentence that a check can fail with is of a kind that is looked at here', () => {
  // Ids of figures, faults and names of mistakes stand in the same folders.
  const other = [
    'measure',
    'oracle',
    'backend',
    'report',
    'misconception',
    'diagnosis',
    'catalogue',
    'rubric',
    'isolation',
    'flag',
  ]
  const unknown = sources
    .filter(({ path }) => /^(?:checks|deliverables|evidence|subject)\//.test(path))
    .flatMap(({ text }) => [...text.matchAll(/'([a-z0-9]+)\.[a-z0-9-]+'/g)])
    .filter(([quoted]) => quoted.slice(1, -1) in catalogue)
    .map(([, kind = '']) => kind)
    .filter((kind) => !kinds.includes(kind) && !other.includes(kind))
  expect([...new Set(unknown)]).toEqual([])
})

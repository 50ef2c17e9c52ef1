import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { sayAny } from '../../messages/say.ts'
import { LabError } from '../../model/errors.ts'
import type { Mark } from '../../model/mark.ts'
import { readMarks } from '../../scoring/mark-file.ts'
import { example } from './example.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'lab11-marks-'))
const file = path.join(folder, 'ana.json')
afterAll(() => {
  rmSync(folder, { recursive: true })
})

const mark: Mark = { criterion: 'codigo', points: 4.5, reason: 'Bien explicado.', date: '2026-11-21' }

function withMarks(...marks: readonly object[]): string {
  return JSON.stringify({ schema: 'lab11/marks/v1', marks }, null, 2)
}

/** The sentence with which a file of this text is refused, without the file's name. */
function refused(text: string): string {
  writeFileSync(file, text)
  try {
    readMarks(file, example)
  } catch (error) {
    if (!(error instanceof LabError)) throw error
    expect(error.blame).toBe('usage')
    const sentence = sayAny('es', error.messageId, error.params)
    expect(sentence).toContain(`«${file}»`)
    return sentence.replace(`El archivo de notas «${file}» `, '')
  }
  throw new Error('It was not refused')
}

describe('A file of marks', () => {
  it('is read in the order in which it was written, with every field that may be there', () => {
    const of = `sha256:${'0'.repeat(64)}`
    const marks = [mark, { ...mark, points: 0, by: 'MR', of }, { ...mark, points: null }, { ...mark, points: 59.99 }]
    writeFileSync(file, withMarks(...marks))
    expect(readMarks(file, example)).toEqual(marks)
  })

  it('that is not there holds none', () => {
    expect(readMarks(path.join(folder, 'nobody.json'), example)).toEqual([])
  })
})

describe('A file of marks is refused by one sentence that says where and what was expected,', () => {
  it.for<[string, string, RegExp]>([
    ['cut off', withMarks(mark).slice(0, -4), /^no es JSON válido \(línea \d+\)/],
    ['with a comma too many', withMarks(mark).replace('21"', '21",'), /^no es JSON válido \(línea 9\)/],
    ['a list', '[]', /^no es válido en \$: se esperaba un objeto .* hay \[\]\.$/],
    ['of another form', withMarks(mark).replace('v1', 'v2'), /^no es válido en schema: .*v1.* hay "lab11.marks.v2"\.$/],
    ['without marks', '{"schema":"lab11/marks/v1"}', /^no es válido en \$: falta el campo «marks»\.$/],
    [
      'with a misspelt field',
      withMarks({ ...mark, reazon: '' }),
      /^no es válido en marks\[0\]: sobra el campo «reazon»/,
    ],
    ['without a reason', withMarks(mark, { ...mark, reason: ' ' }), /en marks\[1\]\.reason: .* motivo.* hay " "\.$/],
    ['with points as text', withMarks({ ...mark, points: '4,5' }), /en marks\[0\]\.points: .*número.* hay "4,5"\.$/],
    ['with less than nothing', withMarks({ ...mark, points: -1 }), /en marks\[0\]\.points: .* hay -1\.$/],
    ['with thousandths', withMarks({ ...mark, points: 4.555 }), /en marks\[0\]\.points: .* hay 4\.555\.$/],
    ['with a day that never was', withMarks({ ...mark, date: '2026-02-31' }), /marks\[0\]\.date: .* hay 2026-02-31\.$/],
    ['with a day written otherwise', withMarks({ ...mark, date: '21/11/2026' }), /marks\[0\]\.date: .*2026-11-21/],
    ['with a fingerprint cut short', withMarks({ ...mark, of: 'sha256:3f' }), /marks\[0\]\.of: .*npm run mark/],
    ['signed by a number', withMarks({ ...mark, by: 7 }), /marks\[0\]\.by: .*iniciales.* hay 7\.$/],
    ['with an empty criterion', withMarks({ ...mark, criterion: '' }), /marks\[0\]\.criterion: .* hay ""\.$/],
    ['with something else for a mark', withMarks(mark, []), /en marks\[1\]: se esperaba una lista de notas o una nota/],
  ])('%s', ([, text, sentence]) => {
    expect(refused(text)).toMatch(sentence)
  })

  it('with a criterion that the rubric does not have, and says which was probably meant', () => {
    expect(refused(withMarks({ ...mark, criterion: 'codgo' }))).toMatch(/en marks\[0\] .*«codgo».* «codigo»\?$/)
  })

  it('with a mark for a criterion that is pending', () => {
    expect(refused(withMarks({ ...mark, criterion: 'informe' }))).toMatch(/en marks\[0\] .*«informe».*pendiente/)
  })

  it('with more points than there are', () => {
    expect(refused(withMarks({ ...mark, points: 60.01 }))).toMatch(/60\.01 puntos .*vale 60 .* de 0 a 60\.$/)
  })

  it('that is none', () => {
    const other = path.join(folder, 'folder.json')
    mkdirSync(other)
    expect(() => readMarks(other, example)).toThrow(/marks\.unreadable.*EISDIR/)
  })
})

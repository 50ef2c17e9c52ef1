import pc from 'picocolors'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { expectClose, expectLaw, expectLawClose } from '../../checks/expect.ts'
import { CheckFailure } from '../../checks/failure.ts'
import type { Finding } from '../../model/finding.ts'
import type { Report } from '../../model/report.ts'
import type { Mat } from '../../model/mat.ts'
import { markdownReport } from '../../reports/markdown.ts'
import { forStudent } from '../../reports/student.ts'
import { checkReport, type TerminalOptions } from '../../reports/terminal.ts'
import { reportOf, result } from './example.ts'

const exact = { atol: 0, rtol: 0 }
const [right, wrong] = [0.12345678901234566, 0.12345678901234568]
const place = 'caches[12].cTilde[3,7]'

/** Thirteen caches of a cell, whose last differs in its last number, by as little as a number can. */
function caches(last: number): { cTilde: Mat }[] {
  const matrix = (value: number): Mat => {
    const data = new Float64Array(32).fill(0.5)
    data[31] = value
    return { rows: 4, columns: 8, data }
  }
  return Array.from({ length: 13 }, (_, t) => ({ cTilde: matrix(t === 12 ? last : 0.25) }))
}

function findingOf(body: () => void): Finding {
  try {
    body()
  } catch (error) {
    if (error instanceof CheckFailure) return error.finding
    throw error
  }
  throw new Error('Expected a mismatch')
}

function failing(finding: Finding): Report {
  return reportOf([result('demo/a', { kind: 'failed', finding })])
}

const value = findingOf(() => {
  const closeness = { name: '', tolerance: exact, oracle: 'float64' }
  expectClose({ caches: caches(wrong) }, { caches: caches(right) }, closeness)
})

const options: TerminalOptions = { language: 'es', colors: pc.createColors(false), all: false, outputs: {}, flags: '' }

/** Markdown as it is read: without what keeps it from being markup. */
function read(markdown: string): string {
  return markdown.replaceAll('\\', '')
}

describe('the first mismatch is shown whole', () => {
  const columns = process.stdout.columns
  const before = process.env['COLUMNS']
  beforeEach(() => {
    process.stdout.columns = 20
    process.env['COLUMNS'] = '20'
  })
  afterEach(() => {
    process.stdout.columns = columns
    if (before === undefined) delete process.env['COLUMNS']
    else process.env['COLUMNS'] = before
  })

  const sentence = {
    es: `En ${place} se esperaba 0.12345678901234566 (según float64), pero llegó 0.12345678901234568.`,
    en: `At ${place} expected 0.12345678901234566 (by float64), but got 0.12345678901234568.`,
  }

  test.each(['es', 'en'] as const)('on a terminal of twenty columns, on one line, in %s', (language) => {
    for (const all of [false, true]) {
      const text = checkReport(failing(value), { ...options, language, all })
      expect(text.split('\n')).toContain(`    ${sentence[language]}`)
    }
  })

  test.each(['es', 'en'] as const)('in Markdown, for the instructor and for the student, in %s', (language) => {
    const report = failing(value)
    for (const copy of [report, forStudent(report, language)]) {
      expect(read(markdownReport(copy, language)).split('\n')).toContain(`  - ${sentence[language]}`)
    }
  })

  test('as numbers that tell the two apart and read back as they were', () => {
    expect(value).toMatchObject({ at: place, expected: String(right), received: String(wrong) })
    expect([Number(value.expected), Number(value.received)]).toEqual([right, wrong])
  })

  test('with all seventeen digits of numbers that are large or small', () => {
    const pairs = [
      ['12345678901234568', '12345678901234572'],
      ['-1.2345678901234568e-300', '-1.234567890123457e-300'],
    ] as const
    for (const [expected, received] of pairs) {
      const finding = findingOf(() => {
        expectClose(Number(received), Number(expected), { name: 'loss', tolerance: exact, oracle: '' })
      })
      for (const text of [checkReport(failing(finding), options), read(markdownReport(failing(finding), 'es'))]) {
        expect(text).toContain(`En loss se esperaba ${expected}, pero llegó ${received}.`)
      }
    }
  })

  test('where a law has a sentence of its own', () => {
    const finding = findingOf(() => {
      const closeness = { name: '', tolerance: exact, oracle: '' }
      expectLawClose({ caches: caches(wrong) }, { caches: caches(right) }, closeness, 'rnn.batch-mean')
    })
    const terminal = checkReport(failing(finding), options)
    expect(terminal).toContain(`pero ${place} cambió.`)
    expect(terminal).toContain(`En ${place} se esperaba ${String(right)}, pero llegó ${String(wrong)}.`)
    const markdown = read(markdownReport(failing(finding), 'es'))
    expect(markdown).toContain(`pero ${place} cambió.`)
    expect(markdown).toContain(String(right))
    expect(markdown).toContain(String(wrong))
  })

  test('where what was expected is a long list', () => {
    const ids = (last: number): string => JSON.stringify(Array.from({ length: 200 }, (_, k) => (k < 199 ? k : last)))
    const seen = { expected: ids(7), received: ids(8) }
    const finding = findingOf(() => {
      expectLaw(false, 'text.ids', { text: '"sí"', ...seen }, seen)
    })
    for (const text of [checkReport(failing(finding), options), read(markdownReport(failing(finding), 'es'))]) {
      expect(text).toContain(seen.expected)
      expect(text).toContain(seen.received)
    }
  })
})

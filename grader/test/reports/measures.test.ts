import pc from 'picocolors'
import { describe, expect, it } from 'vitest'
import { requireValid } from '../../grading/report.ts'
import type { Measure } from '../../model/verdict.ts'
import { markdownReport } from '../../reports/markdown.ts'
import { checkReport } from '../../reports/terminal.ts'
import { measures } from '../../reports/view.ts'
import { reportOf, result } from './example.ts'

const accuracy: Measure = {
  id: 'held-out-accuracy',
  value: 0.93456,
  threshold: 0.85,
  atLeast: true,
  standardError: 0.0055,
}

function reportWith(...figures: Measure[]): ReturnType<typeof reportOf> {
  return reportOf([{ ...result('demo/a', { kind: 'passed' }), measures: figures }])
}

function said(figure: Measure, language: 'es' | 'en' = 'es'): string | undefined {
  const [check] = reportWith(figure).checks
  return check ? measures(check, language)[0] : undefined
}

describe('A measured figure', () => {
  it('is stored to four digits, and what is not finite as text', () => {
    const [check] = requireValid(reportWith(accuracy, { ...accuracy, value: NaN, standardError: Infinity })).checks
    expect(check?.measures).toEqual([
      { ...accuracy, value: 0.9346 },
      { ...accuracy, value: 'NaN', standardError: null },
    ])
  })

  it('is said with its threshold and margin, above or below', () => {
    expect(said(accuracy, 'en')).toMatch(/: 0\.9346 · at least 0\.85, margin \+0\.085 ± 0\.0055$/)
    expect(said({ ...accuracy, value: 0.84 })).toMatch(/: 0\.84 · mínimo 0\.85, margen −0\.01 ± 0\.0055$/)
    expect(said({ ...accuracy, value: 0.012, threshold: 0.02, atLeast: false, standardError: null })).toMatch(
      /: 0\.012 · máximo 0\.02, margen \+0\.008$/,
    )
    expect(said({ ...accuracy, threshold: null })).toMatch(/: 0\.9346$/)
  })

  it('is shown on the terminal and in the Markdown report', () => {
    const report = reportWith(accuracy)
    const terminal = checkReport(report, {
      language: 'es',
      colors: pc.createColors(false),
      all: false,
      outputs: {},
      flags: '',
    })
    expect(terminal).toContain('0.9346 · mínimo 0.85, margen +0.085 ± 0.0055')
    expect(markdownReport(report, 'es')).toContain('margen +0.085')
  })
})

describe('A figure within one standard error of its threshold', () => {
  it('is flagged for review, whichever side it is on', () => {
    for (const value of [0.846, 0.854]) {
      expect(requireValid(reportWith({ ...accuracy, value })).flags).toMatchObject([
        { kind: 'review', messageId: 'flag.borderline', params: { check: 'demo/a', threshold: '0.850' } },
      ])
    }
  })

  it('is not flagged further away, or where no error is known', () => {
    expect(reportWith(accuracy).flags).toEqual([])
    expect(reportWith({ ...accuracy, value: 0.85, standardError: null }).flags).toEqual([])
  })
})

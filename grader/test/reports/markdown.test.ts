import { describe, expect, test } from 'vitest'
import { markdownReport } from '../../reports/markdown.ts'
import { reportOf, result, telling } from './example.ts'

describe('the Markdown report', () => {
  const text = markdownReport(
    reportOf([result('demo/a', { kind: 'failed', finding: telling }), result('demo/b', { kind: 'passed' })]),
    'es',
  )

  test('begins with the name and the total', () => {
    expect(text.split('\n').slice(0, 3)).toEqual(['# Lab 11 · Ana', '', '**Total: 35.00 / 40.00** (bueno)'])
  })

  test('has a table of criteria, with the pending ones', () => {
    expect(text).toContain('| Código | 35.00 / 40.00 | bueno |')
    expect(text).toContain('| Informe | – | pendiente |')
  })

  test('has the CDIO profile', () => {
    expect(text).toContain('| Concebir | 40 % | 75 % |')
  })

  test('shows each check with verdict, points and what was seen', () => {
    expect(text).toContain('- ❌ Promesa de demo/a. — falla (pública · 0.00 / 5.00)')
    expect(text).toContain('caso más pequeño: \\{"steps":7\\}')
  })

  test('says of a check that passed by follow-through that a mistake costs once', () => {
    const explained = markdownReport(reportOf([result('demo/a', { kind: 'passed', followThrough: true })]), 'en')
    expect(explained).toContain(
      '- ✅ Promesa de demo/a. — passed (public · 5.00 / 5.00)\n  - It is off only because of an earlier function of yours',
    )
    expect(text).not.toContain('función anterior')
  })

  test('makes a hostile name harmless: no heading, table cell, link or tag', () => {
    const [first = ''] = markdownReport(reportOf([], 'a|b\n# h <img src=x> [x](http://x)'), 'es').split('\n')
    expect(first).toBe('# Lab 11 · a\\|b \\# h \\<img src=x\\> \\[x\\]\\(http:\u200b//x\\)')
  })

  test('speaks English on request', () => {
    expect(markdownReport(reportOf([]), 'en')).toContain('## CDIO profile')
  })
})

import pc from 'picocolors'
import { describe, expect, test } from 'vitest'
import type { CheckResult } from '../../model/verdict.ts'
import { checkReport, gradeReport, type TerminalOptions } from '../../reports/terminal.ts'
import { reportOf, result, telling } from './example.ts'

const plain: TerminalOptions = { language: 'es', colors: pc.createColors(false), all: false, outputs: {}, flags: '' }
const failed: CheckResult = result('demo/a', { kind: 'failed', finding: telling })
const waiting = ['demo/b', 'demo/c'].map((id) => result(id, { kind: 'blocked', by: 'demo/a' }))

describe('the report of check', () => {
  test('shows one next step with sentence, error, case, handout and command', () => {
    const text = checkReport(reportOf([failed, ...waiting]), plain)
    expect(text).toContain('Siguiente paso')
    expect(text).toContain('✗ Promesa de demo/a.')
    expect(text).toContain('En hs[2][1,0] se esperaba 0.31 (según float64), pero llegó 0.62.')
    expect(text).toContain('error máximo: 0.31 (relativo NaN)')
    expect(text).toContain('caso más pequeño: {"steps":7}')
    expect(text).toContain('enunciado: assignments/demo/README.md')
    expect(text).toContain('repetir: npm run grade -- ana --seed 77')
    expect(text).toContain('2 comprobaciones esperan a esta')
  })

  test('counts the other failures and gives the command that shows them', () => {
    const text = checkReport(reportOf([failed, result('demo/b', { kind: 'failed', finding: telling })]), {
      ...plain,
      flags: ' --submission x',
    })
    expect(text).toContain('Hay 1 fallo más: npm run check -- demo --submission x --all')
    expect(checkReport(reportOf([failed]), plain)).not.toContain('--all')
  })

  test('speaks English on request, and points to the English handout', () => {
    const text = checkReport(reportOf([failed]), { ...plain, language: 'en' })
    expect(text).toContain('Next step')
    expect(text).toContain('At hs[2][1,0] expected 0.31 (by float64), but got 0.62.')
    expect(text).toContain('assignments/demo/README.en.md')
  })

  test('leads from a stub to the section of its task', () => {
    const finding = {
      kind: 'not-implemented',
      messageId: 'subject.not-implemented',
      params: { fn: 'rnnStep', task: 'R2' },
    } as const
    const text = checkReport(reportOf([result('demo/a', { kind: 'failed', finding })]), plain)
    expect(text).toContain('sin empezar')
    expect(text).toContain('`rnnStep` todavía no está escrita (tarea R2).')
    expect(text).toContain('assignments/demo/README.md#r2')
  })

  test('has no escape code without colours, and some with them', () => {
    const report = reportOf([failed])
    expect(checkReport(report, plain)).not.toContain('\u001b')
    expect(checkReport(report, { ...plain, colors: pc.createColors(true) })).toContain('\u001b')
  })

  test('shows what the code printed, made harmless, and how much was left out', () => {
    const outputs = { demo: `\u001b[2Jborra\n::error::x\n${'línea\n'.repeat(20)}` }
    const text = checkReport(reportOf([failed]), { ...plain, outputs })
    expect(text).toContain('| \\x1b[2Jborra')
    expect(text).toContain('    | ::error::x')
    expect(text).toContain('… y 12 líneas más')
    expect(text).not.toContain('\u001b')
  })

  test('does not show output where nothing fails', () => {
    expect(
      checkReport(reportOf([result('demo/a', { kind: 'passed' })]), { ...plain, outputs: { demo: 'hola' } }),
    ).not.toContain('hola')
  })

  test('says what is left when every public check passes: the bonus, and what is hidden', () => {
    const finding = {
      kind: 'not-implemented',
      messageId: 'subject.not-implemented',
      params: { fn: 'x', task: 'B1' },
    } as const
    const text = checkReport(
      reportOf([result('demo/a', { kind: 'passed' }), result('demo/x', { kind: 'failed', finding })]),
      plain,
    )
    expect(text).toContain('✓ Todas las comprobaciones públicas pasan.')
    expect(text).toContain('Queda el bono: demo/x.')
    expect(text).toContain('La comprobación oculta vale 20.00 puntos y aquí no se ejecuta:')
  })

  test('says of a check that passed by follow-through that a mistake costs once, and of no other', () => {
    const explained = 'Se aparta solo por una función anterior tuya'
    const passed = result('demo/b', { kind: 'passed' })
    const text = checkReport(reportOf([result('demo/a', { kind: 'passed', followThrough: true }), passed]), plain)
    expect(text).toMatch(new RegExp(`✓ Promesa de demo/a\\.\n +${explained}`))
    expect(text.split(explained).length).toBe(2)
  })

  test("calls a fault the grader's", () => {
    const text = checkReport(reportOf([result('demo/a', { kind: 'faulted', fault: 'x' })]), plain)
    expect(text).toContain('! Promesa de demo/a. (fallo del calificador)')
  })
})

describe('the report of grade', () => {
  test('lists criteria, pending ones too, and the total with its bonus', () => {
    const text = gradeReport(
      reportOf(['demo/a', 'demo/b', 'demo/c', 'demo/x'].map((id) => result(id, { kind: 'passed' }))),
      plain,
    )
    expect(text).toMatch(/Código\s+60\.00 \/ 60\.00\s+excelente/)
    expect(text).toMatch(/Informe\s+pendiente/)
    expect(text).toContain('Total: 60.00 de 60.00 (excelente) · bono incluido: 5.00')
  })

  test('makes a hostile name harmless', () => {
    const text = gradeReport(reportOf([], 'Ana\u001b]0;x\u0007\n::error::\u202eanA'), plain)
    expect(text).toContain('Ana\\x1b]0;x\\x07 ::error::\\u{202e}anA')
  })
})

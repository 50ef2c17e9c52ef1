import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { requireValid } from '../../grading/report.ts'
import { gradeLines, lateness, wholeGrade } from '../../reports/ledger.ts'
import { golden } from './golden.ts'
import { anyReport } from './random.ts'

const total = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0)

describe('the lines of a grade', () => {
  test.prop([anyReport])('add up to the total exactly, whatever caps, floors, bonus and lateness do', (report) => {
    requireValid(report)
    const lines = gradeLines(report, 'es')
    expect(total(lines.map(({ points }) => points))).toBe(Math.round(report.score.points * 100))
    for (const { points, max } of lines) expect(points).toBeLessThanOrEqual(max)
    const criteria = lines.filter(({ id }) => id !== 'bonus')
    expect(total(criteria.map(({ max }) => max))).toBe(Math.round(report.score.max * 100))
  })

  test.prop([anyReport])('keep to the report where nothing takes from the total', (report) => {
    const lines = gradeLines(report, 'es')
    for (const { id, points, max } of report.criteria) {
      const line = lines.find((each) => each.id === id)
      if (report.score.late.factor === 1 && max > 0) expect(line?.points).toBe(Math.round(points * 100))
    }
  })

  test.prop([anyReport])('in whole points add up to the rounded total', (report) => {
    const { points, max, lines } = wholeGrade(report, 'es')
    expect([points, max]).toEqual([Math.round(report.score.points), Math.round(report.score.max)])
    expect(total(lines.map((each) => each.points))).toBe(points)
    expect(total(lines.filter(({ line }) => line.id !== 'bonus').map((each) => each.max))).toBe(max)
    for (const each of lines) {
      expect(Number.isInteger(each.points) && Number.isInteger(each.max)).toBe(true)
      expect(each.points).toBeGreaterThanOrEqual(0)
      expect(each.points).toBeLessThanOrEqual(each.max)
    }
  })

  test.prop([anyReport.filter(({ criteria }) => criteria.every(({ max }) => Number.isInteger(max)))])(
    'in whole points give nothing to a criterion that earned nothing, and keep whole maxima',
    (report) => {
      for (const { line, points, max } of wholeGrade(report, 'es').lines) {
        if (line.points === 0) expect(points).toBe(0)
        if (line.id !== 'bonus') expect(max).toBe(line.max / 100)
      }
    },
  )

  test('say why they are not what the checks add up to', () => {
    const lines = gradeLines(golden, 'es')
    // 11.80 + 7.25 + 5.00 = 24.05, of which 90 % are 21.645.
    expect(golden.score.points).toBe(21.65)
    expect(lines.map(({ title, points, max }) => [title, points, max])).toEqual([
      ['Código', 1062, 2000],
      ['Puertas', 653, 1000],
      ['Bono', 450, 500],
    ])
    expect(lines[0]).toMatchObject({
      notes: ['Código: como máximo «aceptable» (11.80 en vez de 15.50). Falta BPTT.'],
      late: ['Por el retraso cuenta al 90 %: 10.62 en vez de 11.80.'],
    })
    expect(lateness(golden, 'es')).toEqual(['Entregado con 2 días de retraso: la nota cuenta al 90 %.'])
    expect(lateness({ ...golden, score: { ...golden.score, late: { days: 0, factor: 1 } } }, 'es')).toEqual([])
  })

  test('count of a bonus what the maximum leaves room for', () => {
    const full = golden.criteria.map((each) => ({ ...each, points: each.max }))
    const lacking = full.map((each) => (each.id === 'codigo-0' ? { ...each, points: 18 } : each))
    const score = { ...golden.score, late: { days: 0, factor: 1 }, points: 30 }
    const [, , bonus] = gradeLines({ ...golden, criteria: lacking, score }, 'en')
    expect(bonus).toMatchObject({ id: 'bonus', points: 200, max: 200 })
    expect(bonus?.notes).toEqual([
      'The bonus is worth 5.00, but the total does not pass the maximum: 2.00 of it count.',
    ])
    expect(gradeLines({ ...golden, criteria: full, score }, 'en').map(({ id }) => id)).toEqual([
      'codigo-0',
      'puertas-1',
    ])
  })

  test('are never none', () => {
    const score = { ...golden.score, points: 0, max: 0, bonus: 0 }
    expect(gradeLines({ ...golden, criteria: [], score }, 'es')).toMatchObject([{ title: 'Total', points: 0, max: 0 }])
    expect(fc.sample(anyReport, 200).every((report) => gradeLines(report, 'es').length > 0)).toBe(true)
  })
})

import { test } from '@fast-check/vitest'
import fc from 'fast-check'
import { describe, expect } from 'vitest'
import type { Report } from '../../model/report.ts'
import { canvasCsv } from '../../reports/canvas.ts'
import { moodleCsv } from '../../reports/moodle.ts'
import { canvasImport } from './consumers/canvas.ts'
import { csvRows } from './consumers/csv.ts'
import { golden, goldenFile } from './golden.ts'
import { anyReport } from './random.ts'

const named = (name: string, report: Report = golden): Report => ({
  ...report,
  submission: { ...report.submission, name },
})
const pair = [named('ana.rojas@uni.example'), named('luis@uni.example')]
const rows = (file: string): string[][] => csvRows(file, { record_delimiter: '\r\n' })

describe("a file for Moodle's gradebook", () => {
  const options = { identity: 'email', assignment: 'Lab 11' } as const

  test('is as the golden file has it', async () => {
    await expect(moodleCsv(pair, 'es', options)).toMatchFileSnapshot(goldenFile('moodle.csv'))
  })

  test.prop([fc.array(anyReport, { minLength: 1, maxLength: 5 })])(
    'has a row for each, with the points of the report',
    (reports) => {
      const file = moodleCsv(
        reports.map((report, k) => named(`${String(k)}@uni.example`, report)),
        'en',
        options,
      )
      expect(file.startsWith('\ufeff')).toBe(true)
      const [header, ...body] = rows(file)
      expect(header).toEqual(['Email address', 'Lab 11', 'Lab 11 (feedback)'])
      expect(body.map(([who, points]) => [who, points])).toEqual(
        reports.map(({ score }, k) => [`${String(k)}@uni.example`, score.points.toFixed(2)]),
      )
    },
  )

  test.each([
    ['idnumber', 'Número de ID'],
    ['email', 'Dirección de correo'],
    ['username', 'Nombre de usuario'],
  ] as const)('calls the first column what the names are: %s', (identity, title) => {
    expect(rows(moodleCsv(pair, 'es', { ...options, identity }))[0]?.[0]).toBe(title)
  })
})

describe("a file for Canvas's gradebook", () => {
  const options = { identity: 'username', assignment: 'Lab 11 (4711)' } as const

  test('is as the golden file has it', async () => {
    await expect(canvasCsv(pair, options)).toMatchFileSnapshot(goldenFile('canvas.csv'))
  })

  test.prop([fc.array(anyReport, { minLength: 1, maxLength: 5 })])('is imported whole', (reports) => {
    const file = canvasCsv(
      reports.map((report, k) => named(`student-${String(k)}`, report)),
      options,
    )
    expect(canvasImport(file)).toEqual({
      assignment: 'Lab 11 (4711)',
      possible: Math.max(...reports.map(({ score }) => score.max)).toFixed(2),
      students: reports.map(({ score }, k) => {
        const name = `student-${String(k)}`
        return { name, user: '', login: name, score: score.points.toFixed(2) }
      }),
    })
  })

  test('finds students by their SIS id where the names are that', () => {
    const { students } = canvasImport(canvasCsv([named('0012345')], { ...options, identity: 'idnumber' }))
    expect(students).toEqual([{ name: '0012345', user: '0012345', login: '', score: '21.65' }])
  })

  test.each(['Points Possible', '    Points Possible', 'Points\tPossible', 'Ana Points\u2028Possible'])(
    'takes nobody for the row of possible points: %j',
    (name) => {
      const { possible, students } = canvasImport(canvasCsv([named(name)], options))
      expect(possible).toBe('30.00')
      expect(students).toHaveLength(1)
    },
  )
})

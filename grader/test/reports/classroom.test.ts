import { test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { classroom50Result } from '../../reports/classroom50.ts'
import { classroomPayload, payloadLimit } from '../../reports/classroom.ts'
import { forStudent } from '../../reports/student.ts'
import { classroom50 } from './consumers/classroom50.ts'
import { reported } from './consumers/reporter.ts'
import { objections } from './consumers/schemas.ts'
import { reportOf, result } from './example.ts'
import { golden, goldenFile } from './golden.ts'
import { anyReport } from './random.ts'

const copy = forStudent(golden, 'es')

describe('the payload of the classic grading reporter', () => {
  test('is as the golden file has it', async () => {
    const json = Buffer.from(classroomPayload(copy, 'es'), 'base64').toString('utf8')
    await expect(`${JSON.stringify(JSON.parse(json), null, 2)}\n`).toMatchFileSnapshot(goldenFile('classroom.json'))
  })

  test.prop([anyReport])('is what the reporter reads, and adds up there to the rounded total', (report) => {
    const payload = classroomPayload(report, 'es')
    expect(payload).toMatch(/^[A-Za-z0-9+/]+=*$/)
    const { result: read, points, red } = reported(payload)
    expect(objections('classroom', read)).toEqual([])
    expect(points).toBe(`Points ${String(Math.round(report.score.points))}/${String(Math.round(report.score.max))}`)
    const lacks = report.checks.some(({ verdict, bonus }) => verdict === 'faulted' || (verdict !== 'passed' && !bonus))
    expect(red).toBe(lacks)
  })

  test('prints of each check what did not hold', () => {
    const { printed } = reported(classroomPayload(copy, 'es'))
    expect(printed).toContain(
      'demo/a: Promesa de demo/a. — En hs[2][1,0] se esperaba 0.31 (según float64), pero llegó 0.62.',
    )
    expect(printed).not.toMatch(/undefined|- line/)
  })

  test.each([60, 600, 6000])('keeps to what an environment variable holds, and the points, with %i checks', (count) => {
    const finding = { kind: 'threw', messageId: 'subject.threw', params: { fn: 'f', error: 'ñ'.repeat(3000) } } as const
    const ids = Array.from({ length: count }, (_, k) => `demo/${String(k)}`)
    const report = reportOf([
      ...ids.map((id) => result(id, { kind: 'failed', finding })),
      result('demo/a', { kind: 'passed' }),
    ])
    const payload = classroomPayload(report, 'es')
    expect(Buffer.from(payload, 'base64').length).toBeLessThanOrEqual(payloadLimit)
    expect(reported(payload).points).toBe('Points 5/5')
  })
})

describe('result.json of Classroom 50', () => {
  test('is as the golden file has it', async () => {
    await expect(classroom50Result(copy, 'es', classroom50)).toMatchFileSnapshot(goldenFile('classroom50.json'))
  })

  test.prop([anyReport])('is what its runner and its collector take', (report) => {
    const read = JSON.parse(classroom50Result(report, 'en', classroom50)) as Record<string, unknown>
    expect(objections('classroom50', read)).toEqual([])
    const tests = read['tests'] as { score: number; 'max-score': number }[]
    expect(read['score']).toBe(Math.round(report.score.points))
    expect(read['score']).toBeLessThanOrEqual(read['max-score'] as number)
    expect(tests.reduce((sum, { score }) => sum + score, 0)).toBe(read['score'])
    for (const each of tests) expect(each.score).toBeLessThanOrEqual(each['max-score'])
  })

  test('is dated by the submission, or by the run where that is not known', () => {
    const date = (submittedAt: string | null): unknown =>
      (
        JSON.parse(
          classroom50Result({ ...copy, submission: { ...copy.submission, submittedAt } }, 'es', classroom50),
        ) as { datetime: string }
      ).datetime
    expect(date('2026-11-20T18:10:00.250-05:00')).toBe('2026-11-20T23:10:00Z')
    expect(date(null)).toBe('2026-11-21T00:00:00Z')
  })
})

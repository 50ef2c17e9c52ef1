import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { requireValid } from '../../grading/report.ts'
import type { Finding } from '../../model/finding.ts'
import type { CheckResult, Verdict } from '../../model/verdict.ts'
import { forStudent } from '../../reports/student.ts'
import { reportOf, result, telling } from './example.ts'

const verdicts: readonly Verdict[] = [
  { kind: 'passed' },
  { kind: 'failed', finding: telling },
  { kind: 'crashed', finding: { kind: 'protocol', messageId: 'subject.protocol', params: { fn: 'f' } } },
  { kind: 'blocked', by: 'demo/loads' },
  { kind: 'faulted', fault: 'ours' },
]
const ids = ['demo/loads', 'demo/a', 'demo/b', 'demo/c', 'demo/x-opens', 'demo/x']

describe('a report', () => {
  test.prop([fc.array(fc.constantFrom(...verdicts), { minLength: 6, maxLength: 6 })])(
    'matches its schema, whatever the verdicts',
    (list) => {
      const report = reportOf(
        ids.map((id, k) => result(id, list[k] ?? { kind: 'passed' }, k % 2 === 0 ? 'public' : 'hidden')),
      )
      expect(requireValid(report)).toBe(report)
      expect(requireValid(forStudent(report, 'es')).schema).toBe('lab11/report/v1')
    },
  )

  test('is the same for the same input', () => {
    const results = ids.map((id) => result(id, { kind: 'failed', finding: telling }))
    expect(JSON.stringify(reportOf(results))).toBe(JSON.stringify(reportOf(results)))
  })

  test('writes errors with two digits, and numbers that JSON does not have as words', () => {
    const [check] = reportOf([result('demo/a', { kind: 'failed', finding: telling })]).checks
    expect(check?.finding).toMatchObject({ maxAbs: 0.31, maxRel: 'NaN' })
  })

  test('says in words what the finding is', () => {
    const [check] = reportOf([result('demo/a', { kind: 'failed', finding: telling })]).checks
    expect(check?.finding?.message).toBe('En hs[2][1,0] se esperaba 0.31 (según float64), pero llegó 0.62.')
  })

  test('tells what the hidden checks of what was asked are worth', () => {
    expect(reportOf([]).score.hidden).toEqual({ checks: 1, points: 20 })
  })

  test('flags faults and broken protocols', () => {
    const flags = reportOf([
      result('demo/a', verdicts[4] ?? { kind: 'passed' }),
      result('demo/b', verdicts[2] ?? { kind: 'passed' }),
    ]).flags
    expect(flags.map(({ kind }) => kind)).toEqual(['not-graded', 'protocol-violation'])
    expect(flags[0]?.message).toContain('demo/a')
  })

  test('flags what was denied once for each place, and what the sources showed', () => {
    const denied = (id: string, location?: string): CheckResult => {
      const finding: Finding = { kind: 'denied', messageId: 'subject.denied', params: { fn: 'act', what: 'file' } }
      return result(id, { kind: 'failed', finding: location === undefined ? finding : { ...finding, location } })
    }
    const place = 'demo/demo.ts:4:2'
    const note = { messageId: 'review.import', params: { name: 'node:fs', place: 'demo/demo.ts:1', times: 1 } }
    const report = reportOf([denied('demo/a', place), denied('demo/b', place), denied('demo/c')], 'Ana', [note])
    expect(report.flags.map(({ kind, message }) => [kind, message])).toEqual([
      ['review', `El código de demo intentó abrir un archivo (${place}), y se le negó. Conviene mirarlo.`],
      ['review', 'El código de demo intentó abrir un archivo, y se le negó. Conviene mirarlo.'],
      ['review', 'demo/demo.ts:1: importa «node:fs», que no está entre lo permitido.'],
    ])
    expect(requireValid(report)).toBe(report)
  })

  test('is refused when it does not match its schema', () => {
    const report = reportOf([])
    expect(() => requireValid({ ...report, score: { ...report.score, points: -1 } })).toThrow(/report.invalid/)
  })
})

describe("a student's copy", () => {
  const copy = forStudent(
    reportOf([
      result('demo/a', { kind: 'failed', finding: telling }, 'hidden'),
      result('demo/b', { kind: 'failed', finding: telling }),
    ]),
    'es',
  )

  test('keeps claim and verdict of a hidden check and nothing of its data', () => {
    const [hidden] = copy.checks
    expect(hidden).toMatchObject({ claim: 'Promesa de demo/a.', verdict: 'failed', max: 5 })
    expect(Object.keys(hidden?.finding ?? {}).sort()).toEqual(['kind', 'message', 'messageId', 'params'])
    expect(JSON.stringify(hidden)).not.toMatch(/0\.31|0\.62|hs\[2\]|steps|77/)
  })

  test('keeps all of a public check but the seed', () => {
    expect(copy.checks[1]?.finding).toMatchObject({ expected: '0.31', received: '0.62', at: 'hs[2][1,0]' })
    expect(JSON.stringify(copy)).not.toContain('77')
  })

  test('keeps what is about the code itself: the line that does not compile', () => {
    const finding = {
      kind: 'syntax',
      messageId: 'subject.syntax',
      params: { error: 'x', line: 'y' },
      location: 'demo/demo.ts:3:1',
      seed: 77,
    } as const
    const [check] = forStudent(reportOf([result('demo/a', { kind: 'failed', finding }, 'hidden')]), 'es').checks
    expect(check?.finding).toMatchObject({ location: 'demo/demo.ts:3:1', messageId: 'subject.syntax' })
  })
})

import { expect, it } from 'vitest'
import { unsettled } from '../../cli/unsettled.ts'
import { say } from '../../messages/say.ts'
import { reportOf } from '../reports/example.ts'

it('Points that are provisional are named, with the submission', () => {
  const report = reportOf([])
  const context = { say: (id: Parameters<typeof say>[1], params?: Parameters<typeof say>[2]) => say('en', id, params) }
  const provisional = { ...report, score: { ...report.score, provisional: 2 } }
  expect(unsettled(context, [provisional, report], ['luis'])).toEqual([
    'ana (2.00 provisional points)',
    'luis (its grading was cut short)',
  ])
})

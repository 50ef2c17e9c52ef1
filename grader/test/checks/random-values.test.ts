import { expect, it } from 'vitest'
import { SubjectFailure } from '../../subject/subject.ts'
import { workbench } from '../subject/workbench.ts'
import { expectSayable, expectWorthless } from './judges.ts'

/** As many as `LAB_RANDOM` says; the suite is content with fewer. */
const calls = Number(process.env['LAB_RANDOM'] ?? 300)

it('random values from the student’s process earn nothing, and end neither it nor us', async () => {
  const subject = await workbench().subject('random-values', { seed: calls })
  const seen = { answers: 0, failures: 0, kinds: new Set<string>() }
  for (let k = 0; k < calls; k++) {
    const answer: unknown = await subject.call('anything').then(
      (value) => ({ value }),
      (error: unknown) => error,
    )
    if (answer instanceof SubjectFailure) {
      expect(answer.died).toBe(false)
      expectSayable(answer.finding)
      seen.failures++
      seen.kinds.add(answer.finding.kind)
    } else {
      if (answer instanceof Error) throw answer
      expectWorthless((answer as { value: unknown }).value)
      seen.answers++
    }
  }
  expect(await subject.call('honest')).toBe(42)
  // It was a trial only if there was some of everything.
  expect(seen.answers).toBeGreaterThan(calls / 2)
  expect(seen.kinds).toContain('threw')
  expect(seen.kinds).toContain('type')
  expect([...seen.kinds].filter((kind) => !['threw', 'type'].includes(kind))).toEqual([])
})

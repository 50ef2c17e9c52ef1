import { expect } from 'vitest'
import { expectClose, expectFinite, expectForm, expectNumber, field, matrices, matrix } from '../../checks/expect.ts'
import { CheckFailure } from '../../checks/failure.ts'
import { float64 } from '../../checks/tolerances.ts'
import type { Finding } from '../../model/finding.ts'
import { stream } from '../../numeric/random.ts'
import { sayAny } from '../../messages/say.ts'
import { markdown, oneLine } from '../../reports/neutral.ts'

const random = stream(1997, 'judges')
const right = { hs: [random.matrix(3, 2), random.matrix(3, 2)], c: random.matrix(3, 2), loss: random.normal() }
const by = (name: string): Parameters<typeof expectClose>[2] => ({ name, tolerance: float64, oracle: 'float64' })

/** What checks ask of an answer: none of it can hold by chance. */
const judges: readonly ((answer: unknown) => void)[] = [
  (answer) => {
    expectClose(answer, right, by(''))
  },
  (answer) => {
    expectClose(answer, right.hs, by('hs'))
  },
  (answer) => {
    expectClose(answer, right.c, by('c'))
  },
  (answer) => {
    expectForm(answer, right, '')
  },
  (answer) => {
    expectNumber(answer, right.loss, 'loss')
  },
  (answer) => {
    expectFinite(answer, { rows: 30, columns: 20 }, 'W')
  },
  (answer) => {
    expectClose(field(answer, 'h'), right.c, by('h'))
  },
  (answer) => {
    expectClose(matrices(field(answer, 'hs'), 'hs'), right.hs, by('hs'))
  },
  (answer) => {
    expectClose(matrix(field(answer, 'c'), 'c'), right.c, by('c'))
  },
]

/** Sees that an answer passes nowhere, and that whatever is found can be said to anybody. */
export function expectWorthless(answer: unknown): void {
  for (const judge of judges) {
    const failure = thrownBy(() => {
      judge(answer)
    })
    if (!(failure instanceof CheckFailure)) throw new Error('Expected a CheckFailure', { cause: failure })
    expectSayable(failure.finding)
  }
}

/** Sees that a finding is a short sentence in both languages and on every page. */
export function expectSayable({ messageId, params }: Finding): void {
  for (const language of ['es', 'en'] as const) {
    const said = sayAny(language, messageId, params)
    // Cheaper than a thousand expectations of the test framework.
    if (!said.includes(' ') || oneLine(said).length > 10_000 || markdown(said).length > 20_000)
      expect.fail(`cannot be said: ${JSON.stringify([messageId, params])}`)
  }
}

function thrownBy(action: () => void): unknown {
  try {
    action()
  } catch (error) {
    return error
  }
  return undefined
}

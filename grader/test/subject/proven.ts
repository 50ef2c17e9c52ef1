import type { IsolationLevel } from '../../subject/confinement.ts'
import { surveyIsolation } from '../../subject/isolation/choose.ts'
import type { Isolation } from '../../subject/isolation/levels.ts'
import { say, sayAny } from '../../messages/say.ts'
import { root } from './workbench.ts'

const trials = await surveyIsolation(root)

/** The levels among these that hold on this machine. One that does not is named, with the reason: its tests do not run. */
export function provenLevels(wanted: readonly IsolationLevel[]): { level: IsolationLevel; isolation: Isolation }[] {
  return trials.flatMap((trial) => {
    if (!wanted.includes(trial.level)) return []
    if ('isolation' in trial) return [{ level: trial.level, isolation: trial.isolation }]
    const reason = sayAny('en', trial.why.messageId, trial.why.params)
    console.warn(`SKIPPED: ${say('en', 'isolation.missed', { level: trial.level, reason })}`)
    return []
  })
}

import { LabError } from '../model/errors.ts'
import type { Reach } from '../model/report.ts'
import { sayAny } from '../messages/say.ts'
import type { IsolationLevel } from '../subject/confinement.ts'
import type { Choice, Trial } from '../subject/isolation/choose.ts'
import { levels } from '../subject/isolation/levels.ts'
import type { CommandContext } from './context.ts'

type Speaker = Pick<CommandContext, 'say' | 'language'>

/** The level that students' code runs at, what it leaves open, and what keeps the stronger ones away. */
export function isolationLines(context: Speaker, { isolation, reached, missed }: Choice): string {
  const chosen = describeLevel(context, isolation.level, reached)
  const better = missed.map(({ level, why }) => `  ${describeMiss(context, level, why)}`)
  return [chosen, ...better, ''].join('\n')
}

/** One level as a line of `doctor`. */
export function describeTrial(context: Speaker, trial: Trial): string {
  return 'why' in trial
    ? describeMiss(context, trial.level, trial.why)
    : describeLevel(context, trial.level, trial.reached)
}

/** Refuses to go on below `wanted`, and says what would help. */
export function requireIsolation(
  { language, say }: Speaker,
  wanted: IsolationLevel | undefined,
  { isolation, missed }: Choice,
): void {
  const available = isolation.level
  if (wanted === undefined || levels.indexOf(wanted) <= levels.indexOf(available)) return
  const why = missed.find(({ level }) => level === wanted)?.why
  const reason = why ? sayAny(language, why.messageId, why.params) : say('isolation.container')
  throw new LabError('usage', 'usage.isolation', { wanted, available, reason })
}

function describeLevel({ say }: Speaker, level: IsolationLevel, reached: readonly Reach[]): string {
  const open = reached.map((reach) => say(`reach.${reach}`)).join(', ')
  return say('isolation.level', { level, open: open === '' ? 'none' : open })
}

function describeMiss(
  { say, language }: Speaker,
  level: IsolationLevel,
  why: Extract<Trial, { why: unknown }>['why'],
): string {
  return say('isolation.missed', { level, reason: sayAny(language, why.messageId, why.params) })
}

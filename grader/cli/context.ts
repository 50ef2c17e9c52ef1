import pc from 'picocolors'
import type { Colors } from 'picocolors/types.js'
import type { Language } from '../model/verdict.ts'
import { say, type MessageId } from '../messages/say.ts'
import type { MessageParams } from '../model/finding.ts'
import type { Workshop } from '../running/catalogue.ts'
import type { ExitCode } from './exit.ts'

/** What every command is given: where it works, how it speaks, and where to. */
export interface CommandContext {
  readonly workshop: Workshop
  readonly language: Language
  readonly colors: Colors
  /** The results, on standard output. */
  readonly print: (text: string) => void
  /** Progress and errors, on standard error. */
  readonly note: (text: string) => void
  /** True when somebody watches standard error. */
  readonly live: boolean
  readonly say: (id: MessageId, params?: MessageParams) => string
  /** Registers what must happen when the command is interrupted; one that always ends so says its exit code. */
  readonly onInterrupt: (clean: () => ExitCode | undefined) => void
}

/** Colours only on a terminal, and never under `NO_COLOR`. */
export function commandContext(
  workshop: Workshop,
  language: Language,
  onInterrupt: CommandContext['onInterrupt'],
): CommandContext {
  const forced = process.env['FORCE_COLOR'] !== undefined && process.env['FORCE_COLOR'] !== '0'
  const wanted = (process.env['NO_COLOR'] ?? '') === '' && (process.stdout.isTTY || forced)
  return {
    workshop,
    language,
    colors: pc.createColors(wanted),
    print: (text) => process.stdout.write(text),
    note: (text) => process.stderr.write(text),
    live: process.stderr.isTTY,
    say: (id, params) => say(language, id, params),
    onInterrupt,
  }
}

import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { answerFiles, staleAnswerFiles } from './answer-files.ts'
import { compareStarter } from '../audit/starter/compare.ts'
import { writeStarter } from '../audit/starter/write.ts'
import { printsOf } from '../evidence/quality/stubs.ts'
import type { CommandContext } from './context.ts'
import { exit, type ExitCode } from './exit.ts'
import { writeWhole } from './out.ts'

/** What students were given is known by its prints once they write into it. */
const printsFile = 'grader/evidence/quality/stubs.json'

function printsText(starter: string): string {
  return `${JSON.stringify(printsOf(starter), null, 2)}\n`
}

function samePrints({ workshop }: CommandContext, starter: string): boolean {
  const file = path.join(workshop.root, printsFile)
  return existsSync(file) && readFileSync(file, 'utf8') === printsText(starter)
}

/** Generates `starter/` from `solutions/`, and the answer files of both from the bank of questions; or with `check` says whether that would change anything. */
export async function starterCommand(
  context: CommandContext,
  { check }: { readonly check: boolean },
): Promise<ExitCode> {
  const [solutions, starter] = ['solutions', 'starter'].map((name) => path.join(context.workshop.root, name)) as [
    string,
    string,
  ]
  if (check) {
    const differences = await compareStarter(solutions, starter)
    const stale = [...differences.map((difference) => difference.path), ...staleAnswerFiles(context.workshop.root)]
    if (differences.length === 0 && !samePrints(context, starter)) stale.push(printsFile)
    for (const file of stale) context.print(`${context.say('audit.out-of-step', { path: file })}\n`)
    if (stale.length > 0) return exit.notYet
  } else {
    const { written, removed } = await writeStarter(solutions, starter)
    for (const file of written) context.print(`${context.say('starter.written', { path: `starter/${file}` })}\n`)
    for (const file of staleAnswerFiles(context.workshop.root)) {
      writeWhole(path.join(context.workshop.root, file), answerFiles[file]?.() ?? '')
      context.print(`${context.say('starter.written', { path: file })}\n`)
    }
    for (const file of removed) context.print(`${context.say('starter.removed', { path: `starter/${file}` })}\n`)
    if (!samePrints(context, starter)) {
      writeWhole(path.join(context.workshop.root, printsFile), printsText(starter))
      context.print(`${context.say('starter.written', { path: printsFile })}\n`)
    }
  }
  context.print(`${context.say('starter.up-to-date')}\n`)
  return exit.done
}

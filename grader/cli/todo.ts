import type { Report } from '../model/report.ts'
import { shellWord } from '../grading/shell-word.ts'
import type { CommandContext } from './context.ts'

/** What somebody still has to look at in all of these, and the command to do it with; nothing when there is nothing. */
export function todo({ say, colors }: CommandContext, out: string, reports: readonly Report[]): string {
  const open = reports.map(({ criteria }) => criteria.filter(({ review }) => review)).filter(({ length }) => length > 0)
  if (open.length === 0) return ''
  const provisional = reports.reduce((sum, { score }) => sum + score.provisional, 0).toFixed(2)
  const params = { criteria: open.flat().length, submissions: open.length, provisional }
  return `${colors.yellow(say('marks.todo', params))} npm run mark -- ${shellWord(out)}\n`
}

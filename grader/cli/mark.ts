import type { Session } from '../grading/session.ts'
import { rescore } from '../grading/rescore.ts'
import { shellWord } from '../grading/shell-word.ts'
import { markable, type Desk } from '../marking/desk.ts'
import { serve } from '../marking/server.ts'
import { MarkStore } from '../marking/store.ts'
import { Work } from '../marking/work.ts'
import { LabError } from '../model/errors.ts'
import { oneLine } from '../reports/neutral.ts'
import { collect } from './collect.ts'
import type { CommandContext } from './context.ts'
import { exit, type ExitCode } from './exit.ts'
import { loadMarks, marksFolder, nameStrays } from './marks.ts'
import { writeWhole } from './out.ts'
import { storedReports } from './stored-reports.ts'
import { withSession } from './with-session.ts'

export interface MarkOptions {
  readonly port: number
  readonly marks?: string
  readonly criterion?: string
  readonly rubric?: string
  readonly submissions: readonly string[]
}

/** Serves the page on which a person marks the reports of an `--out` folder, until it is interrupted. */
export async function markCommand(context: CommandContext, out: string, options: MarkOptions): Promise<ExitCode> {
  const { print, say } = context
  return withSession(
    context,
    async (session) => {
      const desk = await lay(context, session, out, options)
      const { criterion } = options
      const known = markable(desk).map(({ id }) => id)
      if (criterion !== undefined && !known.includes(criterion))
        throw new LabError('usage', 'mark.no-criterion', { criterion, all: known.join(', ') })
      const server = await serve({ desk, slugs: session.slugs, root: context.workshop.root, port: options.port })
      const { folder } = desk.store
      context.onInterrupt(() => {
        server.close()
        session.discard()
        const command = `npm run report -- ${shellWord(out)}${flag('marks', options.marks)}${flag('rubric', options.rubric)}`
        print(`\n${say('mark.ended', { count: desk.store.saved, folder, command })}\n`)
        return exit.done
      })
      const url = criterion === undefined ? server.url : `${server.url}mark/${encodeURIComponent(criterion)}/`
      print(`${say('mark.ready', { url })}\n${oneLine(say('mark.how', { folder }))}\n`)
      // Nothing but an interruption ends it.
      return new Promise<never>(() => undefined)
    },
    options.rubric,
  )
}

/** Reads all there is to be looked at; a file of marks that is wrong is told now. */
async function lay(
  context: CommandContext,
  session: Session,
  out: string,
  { marks: asked, submissions, rubric: rubricFile }: MarkOptions,
): Promise<Desk> {
  const { language } = context
  const { rubric } = session
  const claims = new Map(session.checks.map(({ id, claim }) => [id, claim]))
  const stored = storedReports(out)
  const folder = marksFolder(out, asked)
  nameStrays(context, loadMarks(out, asked, rubric), { folder, ids: stored.map(({ submission }) => submission.id) })
  const roots = submissions.length === 0 ? [] : (await collect(session, submissions)).roots
  return {
    rubric,
    language,
    reports: new Map(
      stored.map((report) => [report.submission.id, rescore(report, { rubric, claims, language, marks: [] })]),
    ),
    store: new MarkStore({ folder, rubric, write: writeWhole }),
    works: new Map(roots.map((root) => [root.id, new Work(root)])),
    again: `npm run mark -- ${shellWord(out)}${flag('marks', asked)}${flag('rubric', rubricFile)} --submissions …`,
  }
}

function flag(name: string, value: string | undefined): string {
  return value === undefined ? '' : ` --${name} ${shellWord(value)}`
}

import path from 'node:path'
import type { BackendName } from '../backend/names.ts'
import { compareStarter } from '../audit/starter/compare.ts'
import { missingFiles, missingSections } from '../audit/trees.ts'
import { gradeSubmission } from '../grading/grade.ts'
import type { Session } from '../grading/session.ts'
import type { Report } from '../model/report.ts'
import { sayAny } from '../messages/say.ts'
import { staleAnswerFiles } from './answer-files.ts'
import type { CommandContext } from './context.ts'
import { exit, type ExitCode } from './exit.ts'
import { withSession } from './with-session.ts'

export interface AuditOptions {
  readonly seed: number
  readonly quick: boolean
  readonly timeout: number
  readonly backend: BackendName
}

/** The course proves itself: the starter scores exactly 0, the solution everything, and all its parts belong together. */
export async function auditCommand(context: CommandContext, options: AuditOptions): Promise<ExitCode> {
  return withSession(context, async (session) => {
    void session.warm(true)
    const list = new Findings(context)
    context.print(`${context.colors.bold(context.say('audit.title'))}\n`)
    await auditTrees(context, session, list)
    const [starter, solution] = [
      await gradeFolder(session, context, 'starter', options),
      await gradeFolder(session, context, 'solutions', options),
    ]
    auditScores(context, list, starter, solution)
    return list.close()
  })
}

async function auditTrees(
  { workshop: { root }, say }: CommandContext,
  session: Session,
  list: Findings,
): Promise<void> {
  const missing = missingFiles(root, session.slugs)
  list.judge(
    missing.length === 0,
    say('audit.trees'),
    missing.map((file) => say('audit.tree-missing', { path: file })),
  )
  if (missing.length > 0) return
  const differences = await compareStarter(path.join(root, 'solutions'), path.join(root, 'starter'))
  const stale = [...differences.map((difference) => difference.path), ...staleAnswerFiles(root)]
  list.judge(
    stale.length === 0,
    say('audit.in-step'),
    stale.map((file) => say('audit.out-of-step', { path: file })),
  )
  const sections = missingSections(root, session.slugs)
  list.judge(
    sections.length === 0,
    say('audit.tasks'),
    sections.map((section) => say('audit.task-missing', { ...section })),
  )
}

function auditScores({ language, say }: CommandContext, list: Findings, starter: Report, solution: Report): void {
  const faults = [...starter.checks, ...solution.checks]
    .filter(({ verdict }) => verdict === 'faulted')
    .map(({ id }) => id)
  list.judge(faults.length === 0, say('audit.oracles'), faults)
  const { points, max } = starter.score
  const earned = starter.checks.filter((check) => check.points > 0).map(({ id }) => id)
  list.judge(points === 0 && earned.length === 0, say('audit.starter-zero', { points, max }), earned)
  const lost = solution.checks.filter(({ verdict }) => verdict !== 'passed')
  const full = solution.score.points === solution.score.max && lost.length === 0
  const { points: all, max: possible, bonus } = solution.score
  const reasons = lost.map(({ id, finding }) =>
    say('audit.lost', { check: id, message: finding ? sayAny(language, finding.messageId, finding.params) : '' }),
  )
  list.judge(full, say('audit.solution-full', { points: all, max: possible, bonus }), reasons)
}

async function gradeFolder(
  session: Session,
  { workshop, language }: CommandContext,
  name: string,
  options: AuditOptions,
): Promise<Report> {
  const folder = path.join(workshop.root, name)
  const { seed, backend, timeout, quick } = options
  return gradeSubmission(
    session,
    { root: folder, folder, name, id: name },
    { seed, backend, quick, deadlineMs: timeout * 1000, slugs: session.parts, language },
  )
}

/** Prints each point as it is decided, and remembers whether all held. */
class Findings {
  readonly #context: CommandContext
  #failed = 0

  constructor(context: CommandContext) {
    this.#context = context
  }

  judge(holds: boolean, claim: string, reasons: readonly string[]): void {
    const { colors, print } = this.#context
    if (!holds) this.#failed++
    print(`  ${holds ? colors.green('✓') : colors.red('✗')} ${claim}\n`)
    if (!holds) for (const reason of reasons.slice(0, 12)) print(`      ${reason}\n`)
  }

  close(): ExitCode {
    const { print, say } = this.#context
    print(`${this.#failed === 0 ? say('audit.passed') : say('audit.failed', { count: this.#failed })}\n`)
    return this.#failed === 0 ? exit.done : exit.notYet
  }
}

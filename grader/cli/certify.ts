import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { BackendName } from '../backend/names.ts'
import { sourcesHash } from '../audit/sources.ts'
import { gradeSubmission } from '../grading/grade.ts'
import { Session } from '../grading/session.ts'
import { sayAny } from '../messages/say.ts'
import type { CommandContext } from './context.ts'
import { exit, type ExitCode } from './exit.ts'
import { writeWhole } from './out.ts'
import { certifiedSeeds } from './values.ts'

export interface CertifyOptions {
  readonly seeds: number
  readonly sample: boolean
  readonly timeout: number
  readonly backend: BackendName
}

/** What is committed after a long proof, and compared with the sources by a short one. */
interface Certificate {
  readonly sources: string
  readonly backend: string
  readonly node: string
  readonly date: string
  readonly seeds: { readonly from: number; readonly to: number }
  readonly max: number
  /** Runs of the reference that lost a point; a certificate is only stored when there is none. */
  readonly lost: 0
}

/** Grades the reference over many seeds. The whole run stores a certificate; a sample checks that it is up to date. */
export async function certifyCommand(context: CommandContext, options: CertifyOptions): Promise<ExitCode> {
  const file = path.join(context.workshop.root, 'grader', 'docs', 'certificate.json')
  const sources = sourcesHash(context.workshop.root)
  const stale = options.sample ? staleness(context, file, sources) : undefined
  const session = await Session.open(context.workshop)
  context.onInterrupt(() => {
    session.discard()
  })
  void session.warm(true)
  try {
    // A sample begins at another seed every day, so that over time CI sees them all.
    const from = options.sample ? 1 + (Math.floor(Date.now() / 86_400_000) % 1000) * options.seeds : 1
    const { max, lost } = await gradeSeeds(context, session, from, options)
    if (stale !== undefined) context.print(`${stale}\n`)
    if (lost > 0 || stale !== undefined) return exit.notYet
    if (options.sample) context.print(`${context.say('certify.fresh')}\n`)
    else if (options.seeds < certifiedSeeds)
      context.print(`${context.say('certify.rehearsal', { count: certifiedSeeds })}\n`)
    else store(context, file, { sources, max, from, options })
    return exit.done
  } finally {
    session.discard()
  }
}

async function gradeSeeds(
  context: CommandContext,
  session: Session,
  from: number,
  options: CertifyOptions,
): Promise<{ max: number; lost: number }> {
  const { workshop, language, say, print, colors } = context
  print(`${colors.bold(say('certify.title', { count: options.seeds }))}\n`)
  const folder = path.join(workshop.root, 'solutions')
  let [max, lost] = [0, 0]
  for (let seed = from; seed < from + options.seeds; seed++) {
    const request = {
      seed,
      backend: options.backend,
      deadlineMs: options.timeout * 1000,
      slugs: session.slugs,
      language,
    }
    const report = await gradeSubmission(session, { root: folder, folder, name: 'solutions', id: 'solutions' }, request)
    const failing = report.checks.filter(({ verdict }) => verdict !== 'passed')
    max = report.score.max
    if (failing.length > 0) lost++
    print(
      `  ${failing.length === 0 ? colors.green('✓') : colors.red('✗')} ${say('certify.seed', { seed, points: report.score.points, max })}\n`,
    )
    for (const { id, finding } of failing) {
      print(
        `      ${say('audit.lost', { check: id, message: finding ? sayAny(language, finding.messageId, finding.params) : '' })}\n`,
      )
    }
  }
  return { max, lost }
}

function store(
  context: CommandContext,
  file: string,
  proof: { sources: string; max: number; from: number; options: CertifyOptions },
): void {
  const { sources, max, from, options } = proof
  const certificate: Certificate = {
    sources,
    backend: options.backend,
    node: process.versions.node,
    date: new Date().toISOString().slice(0, 10),
    seeds: { from, to: from + options.seeds - 1 },
    max,
    lost: 0,
  }
  writeWhole(file, `${JSON.stringify(certificate, null, 2)}\n`)
  context.print(`${context.say('certify.stored', { path: file })}\n`)
}

function staleness(context: CommandContext, file: string, sources: string): string | undefined {
  try {
    const certificate = JSON.parse(readFileSync(file, 'utf8')) as Certificate
    const enough = certificate.seeds.to - certificate.seeds.from + 1 >= certifiedSeeds
    return certificate.sources === sources && enough ? undefined : context.say('certify.stale', { path: file })
  } catch {
    return context.say('certify.missing', { path: file })
  }
}

import path from 'node:path'
import type { BackendName } from '../backend/names.ts'
import { isFresh, readCertificate, Tally } from '../audit/certificate.ts'
import { sourcesHash } from '../audit/sources.ts'
import { gradeSubmission } from '../grading/grade.ts'
import type { Session } from '../grading/session.ts'
import type { Slug } from '../model/verdict.ts'
import { sayAny } from '../messages/say.ts'
import { certifyRepeats } from './certify-repeats.ts'
import type { CommandContext } from './context.ts'
import { exit, type ExitCode } from './exit.ts'
import { sayWhetherItHolds, today, writeCertificate } from './stored-proof.ts'
import { TrainingLine } from './training-line.ts'
import { chosenSlugs, leastSeeds } from './values.ts'
import { withSession } from './with-session.ts'

export interface CertifyOptions {
  readonly seeds: number
  readonly sample: boolean
  /** Grade the same again and again, with one seed, instead of once with each of many. */
  readonly repeats: boolean
  readonly timeout: number
  readonly backend: BackendName
}

/**
 * Grades the reference over many seeds. The whole run stores a certificate for every deliverable that lost nothing; a
 * sample grades a few seeds and checks that the certificate is of the present sources.
 */
export async function certifyCommand(
  context: CommandContext,
  asked: readonly Slug[],
  options: CertifyOptions,
): Promise<ExitCode> {
  const { root } = context.workshop
  const file = path.join(root, 'grader', 'docs', 'certificate.json')
  return withSession(context, async (session, keep) => {
    void session.warm(true)
    const slugs = chosenSlugs(asked, session.slugs)
    if (options.repeats) return certifyRepeats(context, file, { ...options, session, slugs, keep })
    // Before the long run: sources that change meanwhile are not what was certified.
    const sources = new Map(slugs.map((slug) => [slug, sourcesHash(root, slug)]))
    const from = options.sample ? 1 + (today() % 1000) * options.seeds : 1
    const tally = await gradeSeeds(context, session, { slugs, from, options })
    const lost = slugs.some((slug) => tally.failed(slug).length > 0)
    if (options.sample) return sayStaleness(context, file, sources) && !lost ? exit.done : exit.notYet
    if (options.seeds < leastSeeds) context.print(`${context.say('certify.rehearsal', { count: leastSeeds })}\n`)
    else store(context, file, { sources, tally, from, options })
    return lost ? exit.notYet : exit.done
  })
}

interface Plan {
  readonly slugs: readonly Slug[]
  readonly from: number
  readonly options: CertifyOptions
}

async function gradeSeeds(context: CommandContext, session: Session, { slugs, from, options }: Plan): Promise<Tally> {
  const { workshop, language, say, print, colors } = context
  print(`${colors.bold(say('certify.title', { count: options.seeds }))}\n`)
  const folder = path.join(workshop.root, 'solutions')
  const tally = new Tally()
  const line = new TrainingLine(context)
  for (let seed = from; seed < from + options.seeds; seed++) {
    const { backend, timeout } = options
    const request = { seed, backend, deadlineMs: timeout * 1000, slugs, language, onProgress: line.show }
    const report = await gradeSubmission(session, { root: folder, folder, name: 'solutions', id: 'solutions' }, request)
    line.clear()
    tally.add(report, seed)
    const failing = report.checks.filter(({ verdict }) => verdict !== 'passed')
    const { points, max } = report.score
    const symbol = failing.length === 0 ? colors.green('✓') : colors.red('✗')
    print(`  ${symbol} ${say('certify.seed', { seed, points, max })}\n`)
    for (const { id, finding } of failing) {
      const message = finding ? sayAny(language, finding.messageId, finding.params) : ''
      print(`      ${say('audit.lost', { check: id, message })}\n`)
    }
  }
  return tally
}

interface Proof {
  readonly sources: ReadonlyMap<Slug, string>
  readonly tally: Tally
  readonly from: number
  readonly options: CertifyOptions
}

/** Keeps the entries of deliverables that were not asked for; one that lost something loses its entry. */
function store(context: CommandContext, file: string, { sources, tally, from, options }: Proof): void {
  const deliverables = { ...readCertificate(file)?.deliverables }
  for (const [slug, hash] of sources) {
    const passed = tally.failed(slug).length === 0
    const entry = {
      sources: hash,
      backend: options.backend,
      node: process.versions.node,
      date: new Date().toISOString().slice(0, 10),
      seeds: { from, to: from + options.seeds - 1 },
      repeats: deliverables[slug]?.sources === hash ? deliverables[slug].repeats : 0,
      margins: tally.margins(slug),
    }
    if (passed) deliverables[slug] = entry
    else Reflect.deleteProperty(deliverables, slug)
  }
  writeCertificate(file, deliverables)
  context.print(`${context.say('certify.stored', { path: file })}\n`)
}

/** True when every deliverable's entry is of the present sources and of enough seeds; otherwise says which is not. */
function sayStaleness(context: CommandContext, file: string, sources: ReadonlyMap<Slug, string>): boolean {
  const stored = readCertificate(file)?.deliverables
  const stale = [...sources].filter(([slug, hash]) => !isFresh(stored?.[slug], hash, leastSeeds))
  return sayWhetherItHolds(context, 'certify', file, stored && stale.map(([slug]) => slug))
}

import { readCertificate } from '../audit/certificate.ts'
import { sourcesHash } from '../audit/sources.ts'
import type { Session } from '../grading/session.ts'
import type { Slug } from '../model/verdict.ts'
import type { CommandContext } from './context.ts'
import { exit, type ExitCode } from './exit.ts'
import { Repeater, type RepeatOptions } from './repeater.ts'
import { writeCertificate } from './stored-proof.ts'
import type { Discardable } from './with-session.ts'

interface RepeatRequest extends RepeatOptions {
  readonly sample: boolean
  readonly slugs: readonly Slug[]
  readonly session: Session
  readonly keep: (other: Discardable) => void
}

/** How often each submission is graded: what is written by hand takes a second, what trains takes many. */
const counts = { 'ml-matrix': 100, tfjs: 3 } as const
const sampled = 3

/**
 * Grades the same again and again and compares the reports. An entry of the certificate that is of these sources keeps how
 * many were alike; a sample keeps nothing.
 */
export async function certifyRepeats(context: CommandContext, file: string, request: RepeatRequest): Promise<ExitCode> {
  const { slugs, session, sample, keep } = request
  const { print, say, colors } = context
  const repeater = await Repeater.open(context, session, request)
  keep(repeater)
  print(`${colors.bold(say('certify.repeats-title'))}\n`)
  let code: ExitCode = exit.done
  for (const { slug, library } of session.deliverables.filter(({ slug }) => slugs.includes(slug))) {
    const sources = sourcesHash(context.workshop.root, slug)
    const { alike, of } = await repeater.repeat(slug, sample ? sampled : counts[library])
    print(`  ${alike === of ? colors.green('✓') : colors.red('✗')} ${say('certify.repeats', { slug, alike, of })}\n`)
    if (alike !== of) code = exit.notYet
    if (!sample) store(context, file, { slug, sources, repeats: alike === of ? of : 0 })
  }
  return code
}

interface Repeated {
  readonly slug: Slug
  readonly sources: string
  readonly repeats: number
}

function store({ print, say }: CommandContext, file: string, { slug, sources, repeats }: Repeated): void {
  const deliverables = readCertificate(file)?.deliverables ?? {}
  const entry = deliverables[slug]
  if (entry?.sources === sources) writeCertificate(file, { ...deliverables, [slug]: { ...entry, repeats } })
  else print(`      ${say('certify.repeats-unstored', { slug })}\n`)
}

import type { Certificate } from '../audit/certificate.ts'
import type { Slug } from '../model/verdict.ts'
import type { CommandContext } from './context.ts'
import { writeWhole } from './out.ts'

/** The day as a number: a sample is another one every day, so that over time CI sees them all. */
export function today(): number {
  return Math.floor(Date.now() / 86_400_000)
}

/** Writes the certificate anew. */
export function writeCertificate(file: string, deliverables: Certificate['deliverables']): void {
  const certificate: Certificate = { deliverables }
  writeWhole(file, `${JSON.stringify(certificate, null, 2)}\n`)
}

/**
 * Says whether a stored proof holds, the certificate or the kill matrix: `stale` are the deliverables for which it does
 * not, undefined when there is none at all. True when it holds for all.
 */
export function sayWhetherItHolds(
  { print, say }: CommandContext,
  proof: keyof typeof words,
  file: string,
  stale: readonly Slug[] | undefined,
): boolean {
  const slugs = stale?.join(' ') ?? ''
  const state = stale === undefined ? 'missing' : slugs === '' ? 'fresh' : 'stale'
  print(`${say(words[proof][state], { path: file, slugs })}\n`)
  return state === 'fresh'
}

const words = {
  certify: { missing: 'certify.missing', stale: 'certify.stale', fresh: 'certify.fresh' },
  mutants: { missing: 'mutants.missing', stale: 'mutants.stale', fresh: 'mutants.fresh' },
} as const

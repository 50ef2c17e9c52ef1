import { today } from '../cli/stored-proof.ts'

/**
 * Cases that each grade a submission: all of them, or with LAB_SAMPLE=1 every fourth, beginning with another one each
 * day, so that the short run before a change lands sees them all in time.
 */
export function sampled<Case>(cases: readonly Case[]): readonly Case[] {
  if (process.env['LAB_SAMPLE'] !== '1') return cases
  const first = today() % 4
  return cases.filter((_, k) => k % 4 === first || cases.length === 1)
}

import type { EvidencePart } from '../evidence.ts'
import { slug } from './checks.ts'
import { testing } from './testing.ts'
import { writing } from './writing.ts'

/** How the code is written: types, lint, comments, repetition, reproducibility, and its author's own tests. */
export const quality: EvidencePart = {
  slug,
  reads: [],
  checks: [...writing, ...testing],
  readsCode: true,
  onlyWhenAsked: true,
}

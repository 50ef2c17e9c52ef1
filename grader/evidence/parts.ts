import { answers } from './answers/part.ts'
import type { EvidencePart } from './evidence.ts'
import { paper } from './paper/part.ts'
import { quality } from './quality/part.ts'

/** Everything that is graded beside code, in the order in which reports tell of it. */
export const parts: readonly EvidencePart[] = [answers, paper, quality]

import type { EvidencePart } from '../evidence.ts'
import { experimentChecks } from './checks/experiments.ts'
import { figureChecks } from './checks/figures.ts'
import { proseChecks } from './checks/prose.ts'
import { quotedChecks } from './checks/quoted.ts'
import { structureChecks } from './checks/structure.ts'
import { slug } from './look.ts'
import { paperFile } from './paper.ts'

/** `reporte.md` and the files that it speaks of: what a program can see of them, and no opinion of what they say. */
export const paper: EvidencePart = {
  slug,
  reads: [paperFile, 'artifacts'],
  checks: [...structureChecks, ...figureChecks, ...proseChecks, ...quotedChecks, ...experimentChecks],
}

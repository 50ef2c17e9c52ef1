import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { BackendName } from '../backend/names.ts'
import type { ReportRun } from '../model/report.ts'
import type { Choice } from '../subject/isolation/choose.ts'
import { unprobed } from '../subject/isolation/levels.ts'

/** What a report says of the run that made it; its duration ends now. */
export function describeRun(
  root: string,
  run: {
    readonly seed: number
    readonly mode: 'public' | 'full'
    readonly backend: BackendName
    readonly quick: boolean
    readonly started: Date
    /** Where it is missing, students' code ran at the portable level and nothing was probed. */
    readonly choice?: Choice
  },
): ReportRun {
  return {
    graderVersion: graderVersion(root),
    seed: run.seed,
    mode: run.mode,
    isolation: run.choice?.isolation.level ?? unprobed.level,
    reached: run.choice?.reached ?? null,
    backend: run.backend,
    quick: run.quick,
    node: process.versions.node,
    startedAt: run.started.toISOString(),
    durationMs: Date.now() - run.started.getTime(),
  }
}

function graderVersion(root: string): string {
  const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { version: string }
  return version
}

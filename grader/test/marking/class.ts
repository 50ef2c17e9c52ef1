import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { makeReport } from '../../grading/report.ts'
import type { Rubric } from '../../model/rubric.ts'
import type { CheckResult, Verdict } from '../../model/verdict.ts'
import { hashSubmission } from '../../submission/hash.ts'
import { untouched } from '../cli/folders.ts'

/** What one submission of a class brings. */
export interface Member {
  readonly id: string
  readonly name: string
  readonly files?: Readonly<Record<string, string | Uint8Array>>
}

const slug = 'lstm-cell'

/**
 * Writes the submissions of a class and the reports that grading its `lstm-cell` would have left: every check that the
 * rubric weighs has passed. Nothing is run.
 */
export async function gradedClass(
  top: string,
  rubric: Rubric,
  members: readonly Member[],
): Promise<{ out: string; submissions: string }> {
  const [out, submissions] = [path.join(top, 'out'), path.join(top, 'entregas')]
  for (const { id, name, files = {} } of members) {
    const root = await untouched(path.join(submissions, name))
    for (const [file, content] of Object.entries(files)) {
      await mkdir(path.dirname(path.join(root, file)), { recursive: true })
      await writeFile(path.join(root, file), content)
    }
    await mkdir(path.join(out, id), { recursive: true })
    const hash = await hashSubmission(root, [slug])
    await writeFile(path.join(out, id, 'report.json'), JSON.stringify(reportFor(rubric, { id, name, hash })))
  }
  return { out, submissions }
}

function reportFor(rubric: Rubric, submission: { id: string; name: string; hash: string }): object {
  const ids = rubric.criteria.flatMap(({ rows }) => rows.flatMap(({ checks }) => Object.keys(checks)))
  const own = [...new Set(ids)].filter((id) => id.startsWith(`${slug}/`))
  return makeReport({
    submission: { ...submission, submittedAt: null },
    run: {
      graderVersion: '0.1.0',
      seed: 7,
      mode: 'full',
      isolation: 'L0',
      reached: [],
      backend: 'wasm',
      quick: false,
      node: process.versions.node,
      startedAt: '2026-11-21T00:00:00.000Z',
      durationMs: 1,
    },
    rubric,
    results: own.map((id) => result(id, { kind: 'passed' })),
    isHidden: () => false,
    language: 'es',
  })
}

function result(id: string, verdict: Verdict): CheckResult {
  const meta = { id, deliverable: slug, needs: [], visibility: 'public', claim: { es: id, en: id } } as const
  return { meta, verdict, durationMs: 1, measures: [] }
}

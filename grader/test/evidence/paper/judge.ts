import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { onTestFinished } from 'vitest'
import { judgeEvidence } from '../../../evidence/judge.ts'
import { paper } from '../../../evidence/paper/part.ts'
import type { Finding } from '../../../model/finding.ts'
import { standing, type Standing, type Verdict } from '../../../model/verdict.ts'
import { loadRubric } from '../../../scoring/rubric.ts'
import { score } from '../../../scoring/score.ts'
import { Documents } from '../../../submission/documents.ts'

export const repository = path.resolve(import.meta.dirname, '..', '..', '..', '..')
export const solution = readFileSync(path.join(repository, 'solutions', 'reporte.md'), 'utf8')
export const template = readFileSync(path.join(repository, 'starter', 'reporte.md'), 'utf8')

/** What is put into a submission, or taken out of it, by path; the solution's artifacts are there. */
export type Files = Readonly<Record<string, string | Uint8Array | null>>

/** Verdicts by the names of checks, for a report with the solution's artifacts. */
export async function judge(report: string | null, files: Files = {}): Promise<ReadonlyMap<string, Verdict>> {
  const root = mkdtempSync(path.join(tmpdir(), 'paper-'))
  onTestFinished(() => {
    rmSync(root, { recursive: true, force: true })
  })
  cpSync(path.join(repository, 'solutions', 'artifacts'), path.join(root, 'artifacts'), { recursive: true })
  if (report !== null) writeFileSync(path.join(root, 'reporte.md'), report)
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(root, name)
    mkdirSync(path.dirname(file), { recursive: true })
    if (content === null) rmSync(file)
    else writeFileSync(file, content)
  }
  const material = { id: 'ana-rojas', mode: 'public', workshop: repository, loaded: [], results: [] } as const
  const { results } = await judgeEvidence([paper], { ...material, documents: new Documents(root) })
  return new Map(results.map(({ meta, verdict }) => [meta.id.slice('reporte/'.length), verdict]))
}

/** What a check earns, 0 to 1. */
export function earned(verdict: Verdict | undefined): number {
  if (verdict?.kind === 'passed') return 1
  return verdict?.kind === 'failed' ? (verdict.fraction ?? 0) : 0
}

/** The names of the checks that did not pass. */
export function lost(verdicts: ReadonlyMap<string, Verdict>): string[] {
  return [...verdicts].flatMap(([name, { kind }]) => (kind === 'passed' ? [] : [name]))
}

export function findingOf(verdicts: ReadonlyMap<string, Verdict>, name: string): Finding {
  const verdict = verdicts.get(name)
  if (verdict?.kind !== 'failed') throw new Error(`${name}: ${verdict?.kind ?? 'no such check'}`)
  return verdict.finding
}

/** Hundredths of points of the project's own rubric, had nothing else been checked. */
export async function pointsOf(verdicts: ReadonlyMap<string, Verdict>): Promise<number> {
  const rubric = await loadRubric(path.join(repository, 'rubric.json'))
  const standings = [...verdicts].map(([name, verdict]): [string, Standing] => [
    `reporte/${name}`,
    standing(verdict.kind, verdict.kind === 'failed' ? verdict.fraction : 0),
  ])
  return score(rubric, new Map(standings)).points
}

/** The solution's report with one text in the place of another, which must be there. */
export function changed(...pairs: readonly (readonly [from: string | RegExp, to: string])[]): string {
  return pairs.reduce((text, [from, to]) => {
    const next = text.replace(from, to)
    if (next === text) throw new Error(`the report has no ${String(from)}`)
    return next
  }, solution)
}

/** The solution's report without what stands under a heading and, unless it is to stay, the heading. */
export function without(heading: string, keep = false): string {
  const lines = solution.split('\n')
  const start = lines.findIndex((line) => /^#+ /.test(line) && line.includes(heading))
  if (start < 0) throw new Error(`the report has no heading ${heading}`)
  const depth = (lines[start] ?? '').indexOf(' ')
  const rest = lines.slice(start + 1)
  const end = rest.findIndex((line) => /^#+ /.test(line) && line.indexOf(' ') <= depth)
  const after = end < 0 ? [] : rest.slice(end)
  return [...lines.slice(0, keep ? start + 1 : start), ...(keep ? [''] : []), ...after].join('\n')
}

import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import type { CodeFacts, Material, TestRun } from '../../../evidence/evidence.ts'
import { judgeEvidence, type Judged } from '../../../evidence/judge.ts'
import { quality } from '../../../evidence/quality/part.ts'
import type { CheckResult, RunMode, Verdict } from '../../../model/verdict.ts'
import { sayAny } from '../../../messages/say.ts'
import { Documents } from '../../../submission/documents.ts'
import { root, workshop } from '../../checks/workshop.ts'

export { root }

const { cache } = workshop()

/** What a submission of one test is made of: sources and tests by their paths, and what became of the code. */
export interface Written {
  readonly files: Readonly<Record<string, string>>
  readonly mode?: RunMode
  readonly results?: readonly CheckResult[]
  readonly code?: Partial<CodeFacts>
  /** Names of the checks that are judged; all of them where it is missing. */
  readonly only?: readonly string[]
}

/** Judges this part on texts; what the deliverables earned is everything, unless it is told. */
export async function judged({ files, mode = 'full', results = [], code = {}, only }: Written): Promise<Judged> {
  const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
  const slugs = [...new Set(Object.keys(files).map((file) => file.split('/')[0] ?? ''))]
  const below = (slug: string, tests: boolean): { path: string; bytes: Uint8Array }[] =>
    Object.entries(files)
      .filter(([file]) => file.startsWith(`${slug}/`) && file.endsWith('.test.ts') === tests)
      .map(([file, text]) => ({ path: file.slice(slug.length + 1), bytes: bytes(text) }))
  const material: Material = {
    id: 'ana-rojas',
    mode,
    workshop: root,
    documents: new Documents(root),
    results,
    loaded: slugs.map((slug) => ({ slug, files: below(slug, false) })),
    code: {
      cache,
      slugs,
      earned: new Map(slugs.map((slug) => [slug, 1])),
      fromScratch: slugs,
      timed: [],
      tests: (slug) => Promise.resolve(below(slug, true)),
      ...code,
    },
  }
  const checks = quality.checks.filter(({ meta }) => only?.includes(meta.id.slice('calidad/'.length)) ?? true)
  return judgeEvidence([{ ...quality, checks }], material)
}

/** The verdict of one check of this part. */
export function verdictOf({ results }: Judged, name: string): Verdict {
  const found = results.find(({ meta }) => meta.id === `calidad/${name}`)
  if (!found) throw new Error(`no check ${name}`)
  return found.verdict
}

/** What a check says when it does not pass, in Spanish and in English; nothing when it passes. */
export function wordsOf(all: Judged, name: string): string {
  const verdict = verdictOf(all, name)
  if (verdict.kind === 'faulted') throw new Error(verdict.fault)
  if (!('finding' in verdict)) return ''
  const { messageId, params } = verdict.finding
  return `${sayAny('es', messageId, params)}\n${sayAny('en', messageId, params)}`
}

/** What it earns, 0 to 1. */
export function creditOf(all: Judged, name: string): number {
  const verdict = verdictOf(all, name)
  if (verdict.kind === 'faulted') throw new Error(verdict.fault)
  return verdict.kind === 'passed' ? 1 : verdict.kind === 'failed' ? (verdict.fraction ?? 0) : 0
}

/** The sources of a folder of deliverables, tests too. */
export function folderTexts(folder: string): Record<string, string> {
  const texts: Record<string, string> = {}
  for (const name of readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })) {
    const file = path.join(root, folder, name)
    const place = name.split(path.sep).join('/')
    if (name.endsWith('.ts') && !place.startsWith('shared/') && statSync(file).isFile())
      texts[place] = readFileSync(file, 'utf8')
  }
  return texts
}

/** As if the tests had run and come to this, whatever deliverable is asked for. */
export function ran(run: TestRun): Partial<CodeFacts> {
  return { runTests: () => Promise.resolve(run) }
}

/** A result of a check of the code. */
export function result(id: string, kind: 'passed' | 'failed'): CheckResult {
  const verdict: Verdict =
    kind === 'passed' ? { kind } : { kind, finding: { kind: 'law', messageId: 'quality.not-started', params: {} } }
  const [deliverable = ''] = id.split('/')
  const meta = { id, deliverable, needs: [], visibility: 'hidden', claim: { es: id, en: id } } as const
  return { meta, verdict, durationMs: 0, measures: [] }
}

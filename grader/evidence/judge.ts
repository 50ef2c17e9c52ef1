import type { Diagnosis } from '../model/diagnosis.ts'
import type { CheckId, CheckResult, Verdict } from '../model/verdict.ts'
import type { ReviewNote } from '../submission/review.ts'
import type { EvidenceCheck, EvidencePart, Judgement, Material } from './evidence.ts'

export interface Judged {
  readonly results: readonly CheckResult[]
  readonly diagnoses: readonly Diagnosis[]
  readonly notes: readonly ReviewNote[]
}

/** Judges the parts one check after the other; in a public run, what a student may see. */
export async function judgeEvidence(parts: readonly EvidencePart[], material: Material): Promise<Judged> {
  const results: CheckResult[] = []
  const diagnoses: Diagnosis[] = []
  const notes: ReviewNote[] = []
  const verdicts = new Map<CheckId, Verdict>()
  for (const check of parts.flatMap(({ checks }) => checks)) {
    if (material.mode === 'public' && check.meta.visibility === 'hidden') continue
    const started = performance.now()
    const { verdict, measures = [], diagnosis, note } = blocked(check, verdicts) ?? (await judged(check, material))
    verdicts.set(check.meta.id, verdict)
    results.push({ meta: check.meta, verdict, measures, durationMs: Math.round(performance.now() - started) })
    if (diagnosis) diagnoses.push(diagnosis)
    if (note) notes.push(note)
  }
  return { results, diagnoses, notes }
}

function blocked({ meta }: EvidenceCheck, verdicts: ReadonlyMap<CheckId, Verdict>): Judgement | undefined {
  const need = meta.needs.find((id) => verdicts.get(id)?.kind !== 'passed')
  if (need === undefined) return undefined
  const verdict = verdicts.get(need)
  if (!verdict || verdict.kind === 'faulted') return { verdict: { kind: 'faulted', fault: `needs ${need}` } }
  return { verdict: { kind: 'blocked', by: verdict.kind === 'blocked' ? verdict.by : need } }
}

async function judged(check: EvidenceCheck, material: Material): Promise<Judgement> {
  try {
    return await check.judge(material)
  } catch (error) {
    return {
      verdict: { kind: 'faulted', fault: error instanceof Error ? (error.stack ?? error.message) : String(error) },
    }
  }
}

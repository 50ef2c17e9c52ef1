import { describe, expect, it } from 'vitest'
import { failed, passed, type EvidenceCheck, type EvidencePart, type Material } from '../../evidence/evidence.ts'
import { judgeEvidence } from '../../evidence/judge.ts'
import type { Visibility } from '../../model/verdict.ts'
import { Documents } from '../../submission/documents.ts'

const finding = { kind: 'document', messageId: 'submission.missing-folder', params: { slug: 'x' } } as const

function check(
  name: string,
  judge: EvidenceCheck['judge'],
  needs: readonly string[] = [],
  visibility: Visibility = 'public',
) {
  const claim = { es: name, en: name }
  return { meta: { id: `part/${name}`, deliverable: 'part', needs, visibility, claim }, judge } satisfies EvidenceCheck
}

function material(mode: Material['mode'] = 'full'): Material {
  return { id: 'ana-rojas', mode, workshop: '.', documents: new Documents('.'), loaded: [], results: [] }
}

async function kinds(checks: readonly EvidenceCheck[], mode?: Material['mode']): Promise<Record<string, string>> {
  const part: EvidencePart = { slug: 'part', reads: [], checks }
  const { results } = await judgeEvidence([part], material(mode))
  return Object.fromEntries(results.map(({ meta, verdict }) => [meta.id.slice('part/'.length), verdict.kind]))
}

describe('Evidence', () => {
  it('is judged check by check, each with its own verdict', async () => {
    const checks = [check('good', () => passed), check('bad', () => failed(finding))]
    expect(await kinds(checks)).toEqual({ good: 'passed', bad: 'failed' })
  })

  it('that waits for something names the root of it', async () => {
    const checks = [
      check('root', () => failed(finding)),
      check('middle', () => passed, ['part/root']),
      check('leaf', () => passed, ['part/middle']),
    ]
    const { results } = await judgeEvidence([{ slug: 'part', reads: [], checks }], material())
    expect(results.slice(1).map(({ verdict }) => verdict)).toEqual([
      { kind: 'blocked', by: 'part/root' },
      { kind: 'blocked', by: 'part/root' },
    ])
  })

  it("costs nobody points where the fault is the grader's, nor what waits for it", async () => {
    const broken = check('broken', () => {
      throw new Error('no such template')
    })
    expect(await kinds([broken, check('after', () => passed, ['part/broken'])])).toEqual({
      broken: 'faulted',
      after: 'faulted',
    })
  })

  it('that is hidden is not judged on a student’s own machine', async () => {
    const checks = [check('seen', () => passed), check('secret', () => passed, [], 'hidden')]
    expect(await kinds(checks, 'public')).toEqual({ seen: 'passed' })
    expect(await kinds(checks, 'full')).toEqual({ seen: 'passed', secret: 'passed' })
  })

  it('keeps what it earns in part, what it names and what it notes', async () => {
    const diagnosis = { deliverable: 'part', task: 'N1', misconceptions: ['rnn.only-last-step'], clues: [] }
    const note = { messageId: 'flag.protocol', params: { deliverable: 'part' } }
    const half = check('half', () => ({ ...failed(finding, 0.5), diagnosis, note }))
    const judged = await judgeEvidence([{ slug: 'part', reads: [], checks: [half] }], material())
    expect(judged.results[0]?.verdict).toEqual({ kind: 'failed', finding, fraction: 0.5 })
    expect(judged.diagnoses).toEqual([diagnosis])
    expect(judged.notes).toEqual([note])
  })
})

import type { Finding } from '../../model/finding.ts'
import type { Localized } from '../../model/verdict.ts'
import { failed, passed, type EvidenceCheck, type Judgement, type Material } from '../evidence.ts'
import { paperFile, readPaper, type Paper } from './paper.ts'

/** The name of the part, which its checks' ids and its handout have. */
export const slug = 'reporte'

/** What an {@link EvidenceCheck} of this part is made of. */
export interface Look {
  readonly name: string
  /** The section of the handout that tells of it. */
  readonly task: string
  readonly claim: Localized
}

const gate = `${slug}/written`

/** A check of a report that is there. */
export function onPaper(
  { name, task, claim }: Look,
  judge: (paper: Paper, material: Material) => Judgement | Promise<Judgement>,
): EvidenceCheck {
  return {
    meta: {
      id: `${slug}/${name}`,
      deliverable: slug,
      needs: name === 'written' ? [] : [gate],
      visibility: 'public',
      claim,
    },
    judge: async (material) => {
      const reading = await readPaper(material)
      return withTask('finding' in reading ? failed(reading.finding) : await judge(reading.paper, material), task)
    },
  }
}

/** A check of something else, which does not wait for the report. */
export function beside({ name, task, claim }: Look, judge: (material: Material) => Promise<Judgement>): EvidenceCheck {
  return {
    meta: { id: `${slug}/${name}`, deliverable: slug, needs: [], visibility: 'public', claim },
    judge: async (material) => withTask(await judge(material), task),
  }
}

/** What a report lacks or has wrong; with a line, where. */
export function seen(messageId: string, params: Finding['params'] = {}, line?: number): Finding {
  const finding: Finding = { kind: 'document', messageId, params }
  return line === undefined ? finding : { ...finding, location: `${paperFile}:${String(line)}` }
}

/** All of it, or what was seen and the part that it earns all the same. */
export function inPart(fraction: number, finding: (share: number) => Finding): Judgement {
  return fraction >= 1 ? passed : failed(finding(Math.floor(100 * fraction)), fraction)
}

/** All or nothing. */
export function whether(holds: boolean, finding: () => Finding): Judgement {
  return holds ? passed : failed(finding())
}

function withTask(judgement: Judgement, task: string): Judgement {
  const { verdict } = judgement
  if (verdict.kind !== 'failed') return judgement
  const { finding } = verdict
  return { ...judgement, verdict: { ...verdict, finding: { ...finding, params: { ...finding.params, task } } } }
}

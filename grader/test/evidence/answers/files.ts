import { questionsText, solvedText } from '../../../cli/questions-file.ts'
import { drawQuestions } from '../../../evidence/answers/draw.ts'
import { answers } from '../../../evidence/answers/part.ts'
import type { Material } from '../../../evidence/evidence.ts'
import { judgeEvidence, type Judged } from '../../../evidence/judge.ts'
import { sayAny } from '../../../messages/say.ts'
import type { Finding } from '../../../model/finding.ts'
import type { Verdict } from '../../../model/verdict.ts'
import { Documents, type Document } from '../../../submission/documents.ts'

export type Given = Readonly<Record<string, unknown>>

/** A submission that has nothing but this text as its answers, or nothing at all. */
class Memory extends Documents {
  readonly #text: string | undefined

  constructor(text: string | undefined) {
    super('.')
    this.#text = text
  }

  override text(): Promise<Document> {
    const text = this.#text
    return Promise.resolve(text === undefined ? { kind: 'absent' } : { kind: 'text', text })
  }
}

export interface Asked {
  /** The submission's id. */
  readonly id?: string
  readonly mode?: Material['mode']
}

/** Judges a text as the answers of a submission. */
export function judged(text: string | undefined, { id = 'ana-rojas', mode = 'full' }: Asked = {}): Promise<Judged> {
  const material = { id, mode, workshop: '.', documents: new Memory(text), loaded: [], results: [] }
  return judgeEvidence([answers], material)
}

/** The verdict of one check, by its name. */
export async function verdictOf(name: string, text: string | undefined, asked?: Asked): Promise<Verdict> {
  const { results } = await judged(text, asked)
  const found = results.find(({ meta }) => meta.id === `comprension/${name}`)
  if (!found) throw new Error(`There is no check ${name}`)
  return found.verdict
}

export async function findingOf(name: string, text: string | undefined, asked?: Asked): Promise<Finding> {
  const verdict = await verdictOf(name, text, asked)
  if (verdict.kind !== 'failed') throw new Error(`${name} ${verdict.kind}`)
  return verdict.finding
}

/** What a check that fails says in Spanish. */
export async function saidBy(name: string, text: string | undefined, asked?: Asked): Promise<string> {
  const { messageId, params } = await findingOf(name, text, asked)
  return sayAny('es', messageId, params)
}

/** An id's file with these answers and blanks for the rest. */
export function answered(id: string, given: Given): string {
  return questionsText(id, 'es', (question) => given[question])
}

/** An id's file with every answer right but these. */
export function solvedBut(id: string, given: Given): string {
  const file = JSON.parse(solvedText(id, 'es')) as { questions: Record<string, { answer: unknown }> }
  for (const [question, answer] of Object.entries(given)) {
    const entry = file.questions[question]
    if (!entry) throw new Error(`There is no ${question}`)
    entry.answer = answer
  }
  return JSON.stringify(file, null, 2)
}

/** Names of the checks that did not pass. */
export function lost({ results }: Judged): string[] {
  return results.filter(({ verdict }) => verdict.kind !== 'passed').map(({ meta }) => meta.id.split('/')[1] ?? '')
}

/** What every question of an id is answered by, right and wrong in known ways. */
export function knownAnswers(id: string): readonly {
  question: string
  right: unknown
  wrong: readonly { answer: unknown; misconceptions: readonly string[] }[]
}[] {
  return drawQuestions(id).map((drawn) =>
    drawn.kind === 'number'
      ? {
          question: drawn.id,
          right: drawn.right,
          wrong: drawn.wrong.map(({ value, misconceptions }) => ({ answer: value, misconceptions })),
        }
      : {
          question: drawn.id,
          right: drawn.right,
          wrong: drawn.options
            .filter(({ letter }) => letter !== drawn.right)
            .map(({ letter, misconceptions }) => ({ answer: letter, misconceptions })),
        },
  )
}

import type { Diagnosis } from '../../model/diagnosis.ts'
import type { Finding } from '../../model/finding.ts'
import type { Documents } from '../../submission/documents.ts'
import type { ReviewNote } from '../../submission/review.ts'
import { failed, passed, type Judgement, type Material } from '../evidence.ts'
import { answerOf, type Answer } from './answer.ts'
import { questionIds } from './bank.ts'
import { drawQuestions, roomOf, type Drawn } from './draw.ts'
import { fileName, readAnswers, type AnswerFile, type Written } from './file.ts'
import { isHandout } from './ids.ts'

/** The file as a whole. In a full run a note says when it is not the submission's own. */
export async function judgeForm(material: Material): Promise<Judgement> {
  const read = await readAnswers(material.documents)
  if (read.kind === 'wrong') return failed(read.finding)
  const note = material.mode === 'full' ? ownerNote(read.file, material.id) : undefined
  return note ? { ...passed, note } : passed
}

/** Whether every question has an answer that can be read; never whether it is right. */
export async function judgeAnswered(material: Material): Promise<Judgement> {
  const { file, all } = await answersOf(material)
  const odd = all.find(({ answer }) => answer.kind === 'odd')
  if (odd) return failed(oddFinding(odd))
  const blank = all.filter(({ answer }) => answer.kind === 'blank').map(({ question }) => question.id)
  if (blank.length > 0) {
    const params = { count: blank.length, total: all.length, names: runs(blank), handout: isHandout(file.id) }
    // With some of them answered, somebody has begun.
    const kind = blank.length === all.length ? 'not-implemented' : 'document'
    return failed({ kind, messageId: 'answers.unanswered', params })
  }
  if (isForeignHandout(file, material)) return failed(foreign(file))
  return passed
}

/** One answer, judged on the numbers of the file's id. */
export async function judgeAnswer(material: Material, id: string): Promise<Judgement> {
  const { file, all } = await answersOf(material)
  const found = all.find(({ question }) => question.id === id)
  if (!found) throw new Error(`There is no question ${id}`)
  const { question, answer } = found
  if (answer.kind === 'blank')
    return failed({ kind: 'not-implemented', messageId: 'answers.blank', params: { task: id } })
  if (answer.kind === 'odd') return failed(oddFinding(found))
  if (isForeignHandout(file, material)) return failed(foreign(file))
  return isRight(question, answer) ? passed : wrongAnswer(found)
}

/** `N1–N10, M3`: ids in their order, three and more in a row as a range. */
function runs(ids: readonly string[]): string {
  const found: string[][] = []
  for (const id of ids) {
    const last = found.at(-1)
    const follows = last?.at(-1) !== undefined && questionIds.indexOf(id) === questionIds.indexOf(last.at(-1) ?? '') + 1
    if (last && follows && last[0]?.[0] === id[0]) last.push(id)
    else found.push([id])
  }
  return found.map((run) => (run.length > 2 ? `${run[0] ?? ''}–${run.at(-1) ?? ''}` : run.join(', '))).join(', ')
}

interface Answered {
  readonly question: Drawn
  readonly written: Written | undefined
  readonly answer: Answer
}

interface Answers {
  readonly file: AnswerFile
  readonly all: readonly Answered[]
}

// Every check asks for the same.
const known = new WeakMap<Documents, Promise<Answers>>()

function answersOf({ documents }: Material): Promise<Answers> {
  const found = known.get(documents) ?? readAll(documents)
  known.set(documents, found)
  return found
}

async function readAll(documents: Documents): Promise<Answers> {
  const read = await readAnswers(documents)
  if (read.kind === 'wrong') throw new Error(`${fileName} was readable before`)
  const { file } = read
  const all = drawQuestions(file.id).map((question) => {
    const written = file.written.get(question.id)
    return { question, written, answer: answerOf(question, written) }
  })
  return { file, all }
}

/**
 * The handout's numbers belong to the course's own folders. A student works in one of them, `starter`, so that in a
 * public run, where an id is a folder's name, only the solutions may have them.
 */
function isForeignHandout(file: AnswerFile, { id, mode }: Material): boolean {
  return isHandout(file.id) && (file.id !== id || (mode === 'public' && id === 'starter'))
}

function ownerNote(file: AnswerFile, id: string): ReviewNote | undefined {
  if (isHandout(file.id)) {
    const answered = [...file.written.values()].some(({ value }) => value !== null && value !== '')
    return id === 'starter' && file.id === id && answered
      ? { messageId: 'flag.handout-numbers', params: { id } }
      : undefined
  }
  return file.id === id ? undefined : { messageId: 'flag.answers-of-another-id', params: { file: file.id, id } }
}

function isRight(question: Drawn, answer: Answer): boolean {
  if (question.kind === 'choice') return answer.kind === 'letter' && answer.letter === question.right
  return answer.kind === 'number' && isNear(answer.value, question.right, question)
}

function isNear(value: number, target: number, { tolerance }: Drawn & { kind: 'number' }): boolean {
  // A hair of rounding, so that what is exactly on the edge counts.
  return Math.abs(value - target) <= roomOf(target, tolerance) * (1 + 1e-9)
}

function wrongAnswer({ question, written, answer }: Answered): Judgement {
  const given = answer.kind === 'number' ? String(answer.value) : answer.kind === 'letter' ? answer.letter : ''
  const right = question.kind === 'number' ? String(question.right) : question.right
  const finding: Finding = {
    kind: 'answer',
    messageId: isEdited(question, written) ? 'answers.wrong-edited' : 'answers.wrong',
    params: { task: question.id, received: given },
    expected: right,
    received: given,
    ...place(written),
  }
  const misconceptions = misconceptionsBehind(question, answer)
  if (misconceptions.length === 0) return failed(finding)
  const clue = { messageId: 'answers.clue', params: { task: question.id, received: given } }
  const diagnosis: Diagnosis = { deliverable: 'comprension', task: question.id, misconceptions, clues: [clue] }
  return { ...failed(finding), diagnosis }
}

function misconceptionsBehind(question: Drawn, answer: Answer): readonly string[] {
  if (question.kind === 'choice')
    return (
      question.options.find(({ letter }) => answer.kind === 'letter' && letter === answer.letter)?.misconceptions ?? []
    )
  const match = question.wrong.find(({ value }) => answer.kind === 'number' && isNear(answer.value, value, question))
  return match?.misconceptions ?? []
}

/** Whether the file shows other numbers than those that were drawn. */
function isEdited(question: Drawn, written: Written | undefined): boolean {
  if (question.kind === 'choice' || written?.given === undefined) return false
  const shown = written.given
  return Object.entries(question.given).some(([name, value]) => name in shown && shown[name] !== value)
}

function oddFinding({ answer, written }: Answered): Finding {
  if (answer.kind !== 'odd') throw new Error('This answer can be read')
  const { messageId, params } = answer
  return { kind: 'document', messageId, params: { line: written?.line ?? 1, ...params }, ...place(written) }
}

function foreign({ id }: AnswerFile): Finding {
  return { kind: 'document', messageId: 'answers.handout-numbers', params: { id } }
}

function place(written: Written | undefined): Pick<Finding, 'location'> {
  return written ? { location: `${fileName}:${String(written.line)}` } : {}
}

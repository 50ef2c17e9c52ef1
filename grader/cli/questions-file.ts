import { drawQuestions, type Drawn } from '../evidence/answers/draw.ts'
import { schemaId } from '../evidence/answers/file.ts'
import { sayAny } from '../messages/say.ts'
import type { Language } from '../model/verdict.ts'
import { jsonText } from '../reports/neutral.ts'

/** What has been answered to a question, as it stands in the file; undefined for what has not. */
export type Answers = (id: string) => unknown

/** The text of an id's `comprension.json`. */
export function questionsText(id: string, language: Language, answers: Answers): string {
  const questions = drawQuestions(id).map((question) => [question.id, entry(question, language, answers(question.id))])
  return jsonText({ schema: schemaId, id, questions: Object.fromEntries(questions) as unknown })
}

/** The same with every answer blank. */
export function blankText(id: string, language: Language): string {
  return questionsText(id, language, () => undefined)
}

/** The same with every answer right. */
export function solvedText(id: string, language: Language): string {
  const right = new Map(drawQuestions(id).map((question) => [question.id, rightAnswer(question)]))
  return questionsText(id, language, (question) => right.get(question))
}

/** What a question asks, in words, and its options by letter. */
export function statementOf(
  question: Drawn,
  language: Language,
): { readonly statement: string; readonly options: Readonly<Record<string, string>> } {
  const own = question.id.toLowerCase()
  if (question.kind === 'number') return { statement: sayAny(language, `question.${own}`, question.given), options: {} }
  const sorting = question.item !== undefined
  const statement = sorting
    ? sayAny(language, 'question.s', { item: sayAny(language, `question.item-${question.item}`) })
    : sayAny(language, `question.${own}`)
  const text = (name: string): string => sayAny(language, `question.${sorting ? 'kind' : own}-${name}`)
  return { statement, options: Object.fromEntries(question.options.map(({ letter, name }) => [letter, text(name)])) }
}

function entry(question: Drawn, language: Language, answer: unknown): object {
  const { statement, options } = statementOf(question, language)
  const shown = question.kind === 'number' ? { given: question.given } : { options }
  return { statement, ...shown, answer: answer ?? '' }
}

/** Five digits of a real number, as a person would write it. */
function rightAnswer(question: Drawn): number | string {
  if (question.kind === 'choice') return question.right
  return question.whole ? question.right : Number(question.right.toPrecision(5))
}

import fc from 'fast-check'
import { drawQuestions, type Drawn, type DrawnChoice, type DrawnNumber } from '../../../evidence/answers/draw.ts'

/** Ids as a course has them. */
export const anyId = fc.stringMatching(/^[a-z][a-z0-9]{0,8}(-[a-z0-9]{1,8}){0,2}$/)

export function question(id: string, owner: string): Drawn {
  const found = drawQuestions(owner).find((each) => each.id === id)
  if (!found) throw new Error(`There is no ${id}`)
  return found
}

export function numberQuestion(id: string, owner: string): DrawnNumber {
  const found = question(id, owner)
  if (found.kind !== 'number') throw new Error(`${id} has options`)
  return found
}

export function choiceQuestion(id: string, owner: string): DrawnChoice {
  const found = question(id, owner)
  if (found.kind !== 'choice') throw new Error(`${id} has none`)
  return found
}

/** The name of the right option. */
export function rightName(id: string, owner = 'ana-rojas'): string {
  const { options, right } = choiceQuestion(id, owner)
  return options.find(({ letter }) => letter === right)?.name ?? ''
}

/** A number of a question's statement. */
export function given(drawn: DrawnNumber, name: string): number {
  const value = drawn.given[name]
  if (value === undefined) throw new Error(`${drawn.id} has no ${name}`)
  return value
}

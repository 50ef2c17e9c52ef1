import { slugOf } from '../../submission/identity.ts'

/** Submissions of the course itself, which have the numbers that the handout prints. */
const handoutIds: readonly string[] = ['starter', 'solutions']

/** Whether an id stands for the handout's own numbers. */
export function isHandout(id: string): boolean {
  return handoutIds.includes(id)
}

/** The id that somebody who wrote `text` may have, which is the same where it is one already. */
export function nearestId(text: string): string {
  return slugOf(text)
}

/** An id is what a folder's name becomes: ASCII, lower case, without spaces. */
export function isId(text: string): boolean {
  return text !== '' && slugOf(text) === text
}

import { initialQuestions } from './guide.ts'
import { countWords, ownIn, type Paper } from './paper.ts'
import { headingsOf, under, type Heading } from './sections.ts'
import { plain } from './words.ts'

/** How many own words answer each of the initial questions, in their order. */
export function answerWords(paper: Paper): readonly number[] {
  const headings = headingsOf(paper.pieces).map((heading) => ({ heading, number: questionOf(paper, heading) }))
  return initialQuestions.map((_, k) => {
    const answers = headings.filter(({ number }) => number === k + 1)
    return Math.max(0, ...answers.map(({ heading }) => countWords(ownIn(paper, under(paper.pieces, heading)))))
  })
}

/** The number of the question that a heading asks: it says so, stands among the questions, or has most of its words. */
function questionOf(paper: Paper, heading: Heading): number | undefined {
  const text = plain(heading.text)
  const said = /^(?:\d{1,2} )?(?:pregunta|question|p|q) ?(?:inicial |numero |n )?([1-9])\b/.exec(text)?.[1]
  const counted = isAmongQuestions(paper, heading) ? /^(?:\d )?([1-9])\b/.exec(text)?.[1] : undefined
  if (said !== undefined || counted !== undefined) return Number(said ?? counted)
  const words = new Set(text.split(' '))
  const at = initialQuestions.findIndex((question) => {
    const wanted = plain(question)
      .split(' ')
      .filter((word) => word.length > 3)
    return wanted.filter((word) => words.has(word)).length >= 0.6 * wanted.length
  })
  return at < 0 ? undefined : at + 1
}

/** Whether the heading around it speaks of questions. */
function isAmongQuestions({ pieces }: Paper, heading: Heading): boolean {
  const above = headingsOf(pieces).filter(({ line, depth }) => line < heading.line && depth < heading.depth)
  return /pregunta|question/.test(plain(above.at(-1)?.text ?? ''))
}

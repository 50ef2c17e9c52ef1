import { describe, expect, it } from 'vitest'
import { solvedText, statementOf } from '../../cli/questions-file.ts'
import { questionIds } from '../../evidence/answers/bank.ts'
import { drawQuestions } from '../../evidence/answers/draw.ts'
import { exampleBlocks, handout, handoutFiles, headings } from './handout.ts'

const slug = 'comprension'
const languages = { 'README.md': 'es', 'README.en.md': 'en' } as const

/** A section by its anchor, with what Markdown has to escape as it is read. */
function sections(text: string): ReadonlyMap<string, string> {
  const parts = text.split(/^<a id="(\w+)"><\/a>$/m).slice(1)
  return new Map(
    parts.flatMap((part, k) => (k % 2 === 0 ? [[part, (parts[k + 1] ?? '').replaceAll('\\', '')] as const] : [])),
  )
}

describe.each(handoutFiles)('the handout of the questions, %s', (file) => {
  const text = handout(slug, file)

  it('has a section for every question, under its anchor', () => {
    const found = sections(text)
    expect([...found.keys()]).toEqual(questionIds.map((id) => id.toLowerCase()))
    for (const id of questionIds) expect(found.get(id.toLowerCase())?.trim()).toMatch(new RegExp(`^### ${id} · \\S`))
  })

  it('asks each with the numbers of the starter, and shows its options in their order', () => {
    const found = sections(text)
    for (const question of drawQuestions('starter')) {
      const { statement, options } = statementOf(question, languages[file])
      const section = found.get(question.id.toLowerCase()) ?? ''
      expect(section).toContain(`> ${statement}\n`)
      const shown = [...section.matchAll(/\*\*([a-e])\*\* (.*?)(?: · (?=\*\*)|\n)/g)].map(([, letter, option]) => [
        letter,
        option,
      ])
      expect(shown, question.id).toEqual(Object.entries(options))
    }
  })

  it('has only links that lead somewhere', () => {
    const anchors = new Set([...text.matchAll(/<a id="(\w+)"><\/a>/g)].map(([, anchor]) => anchor))
    const links = [...text.matchAll(/\]\(#([^)]+)\)/g)].map(([, anchor]) => anchor)
    expect(links.length).toBeGreaterThan(10)
    expect(links.filter((anchor) => !anchors.has(anchor))).toEqual([])
    for (const [, other = '', name = '', anchor = ''] of text.matchAll(/\]\(\.\.\/([\w-]+)\/([\w.]+)#(\w+)\)/g))
      expect(handout(other, name as 'README.md')).toContain(`<a id="${anchor}"></a>`)
  })

  it('does not print the answers, which are in the solutions alone', () => {
    const { questions } = JSON.parse(solvedText('solutions', 'es')) as {
      questions: Record<string, { answer: unknown }>
    }
    for (const [id, { answer }] of Object.entries(questions))
      if (typeof answer === 'number') expect(text.replaceAll(/\d(?= \d{3})/g, ''), id).not.toContain(String(answer))
  })
})

describe('the handout of the questions', () => {
  it('has one worked example, the same in both languages, which is none of the 24', () => {
    const [spanish = [], english = []] = handoutFiles.map((file) => exampleBlocks(handout(slug, file)))
    expect(spanish).toHaveLength(1)
    expect(english).toEqual(spanish)
    const example = JSON.parse(spanish[0] ?? '') as {
      question: string
      given: { D: number; H: number }
      answer: number
    }
    const { D, H } = example.given
    let weights = 0
    // Three gates and a candidate, each a row for every unit: the state, the input and a bias.
    for (let block = 0; block < 4; block++) for (let unit = 0; unit < H; unit++) weights += H + D + 1
    expect(weights).toBe(example.answer)
    const own = drawQuestions('starter').find(({ id }) => id === example.question)
    expect(own?.kind === 'number' && own.given).not.toEqual(example.given)
    for (const file of handoutFiles) {
      for (const step of [`${String(H)} · ${String(H + D)} = ${String(H * (H + D))}`, `= ${String(weights)}`])
        expect(handout(slug, file)).toContain(step)
    }
  })

  it('has the same headings in both languages, level by level', () => {
    const [spanish, english] = handoutFiles.map((file) => headings(handout(slug, file)))
    expect(spanish?.length).toBeGreaterThan(30)
    expect(english).toEqual(spanish)
  })
})

import { describe, expect, it } from 'vitest'
import { initialQuestions, sectionNames } from '../../evidence/paper/guide.ts'
import { slug } from '../../evidence/paper/look.ts'

import { findingOf, judge, solution, template } from '../evidence/paper/judge.ts'
import { handout, handoutFiles, headings } from './handout.ts'

describe('the handout of the report', () => {
  it('has the same headings in both languages, level by level', () => {
    const [spanish, english] = handoutFiles.map((file) => headings(handout(slug, file)))
    expect(spanish?.length).toBeGreaterThan(10)
    expect(english).toEqual(spanish)
  })

  it.each(handoutFiles)('is where every check leads: %s', async (file) => {
    const anchors = new Set([...handout(slug, file).matchAll(/<a id="(\w+)"><\/a>/g)].map(([, anchor]) => anchor))
    const verdicts = await judge('Hola.', { 'artifacts/experimentos.json': null })
    const failing = [...verdicts].filter(([, { kind }]) => kind === 'failed').map(([name]) => name)
    expect(failing.length).toBeGreaterThan(25)
    for (const name of failing) expect([...anchors], name).toContain(findingOf(verdicts, name).params['task'])
  })

  it.each(handoutFiles)('has only links within it that lead somewhere: %s', (file) => {
    const text = handout(slug, file)
    for (const [, anchor = ''] of text.matchAll(/\]\(#([^)]+)\)/g)) expect(text).toContain(`<a id="${anchor}"></a>`)
  })
})

describe('the template', () => {
  it.each(['template', 'solution'])('has every section and every question: %s', (which) => {
    const text = which === 'template' ? template : solution
    for (const { title } of sectionNames) expect(text).toMatch(new RegExp(`^## \\d\\. ${title}$`, 'm'))
    initialQuestions.forEach((question, k) => {
      expect(text).toContain(`### Pregunta ${String(k + 1)} · ${question}`)
    })
  })
})

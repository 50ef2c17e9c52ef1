import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changed, earned, findingOf, judge, lost, pointsOf, solution, template, without } from './judge.ts'

describe('The report', () => {
  it('of the solution earns everything', async () => {
    expect(lost(await judge(solution))).toEqual([])
  })

  it('that is the template has not been begun: no check fails for another reason, and it earns nothing', async () => {
    const files = { 'artifacts/experimentos.json': null }
    for (const report of [template, template.replaceAll('\n', '\r\n'), `${template}\n\n`, '', null]) {
      const verdicts = await judge(report, files)
      const kinds = [...verdicts.values()].map((verdict) =>
        verdict.kind === 'failed' ? verdict.finding.kind : verdict.kind,
      )
      expect(new Set(kinds)).toEqual(new Set(['not-implemented', 'blocked']))
      expect(await pointsOf(verdicts)).toBe(0)
    }
  })

  it('owes nothing to what the template says, wherever it is moved', async () => {
    const hints = template.replace(/^> ?/gm, '').replace(/<!--|-->/g, '')
    const verdicts = await judge(hints.replace('## 1. Resumen', '## 1. Resumen\n\nMi frase.'))
    expect(findingOf(verdicts, 'length').params['words']).toBe(2)
  })

  it('owes nothing to quotes, code, tables, comments or the list of references', async () => {
    const long = Array.from({ length: 400 }, (_, k) => `palabra${String(k)} más o menos propia y otra más`).join('\n\n')
    const count = async (text: string): Promise<number> => {
      const verdicts = await judge(`# Título\n\n## 1. Resumen\n\n${long}\n\n${text}\n`)
      return Number(findingOf(verdicts, 'length').params['words'])
    }
    const sentence = 'Diez palabras nuevas que no están en otra parte todavía'
    const base = await count('')
    expect(await count(sentence)).toBe(base + 10)
    expect(await count(`- ${sentence}\n  1. Y otras cuatro`)).toBe(base + 13)
    for (const hidden of [
      `> ${sentence}`,
      `    ${sentence}`,
      `<!-- ${sentence} -->`,
      `| ${sentence} |\n| --- |\n| ${sentence} |`,
      `\`\`\`\n${sentence}\n\`\`\``,
      `\`${sentence}\``,
      `$${sentence}$`,
      `![${sentence}](artifacts/lstm_gates.svg)`,
      `### ${sentence}`,
      `## Referencias\n\n1. ${sentence}, 1997`,
    ])
      expect(await count(hidden), hidden).toBe(base)
  })
})

describe('A heading is a section', () => {
  const variants = [
    '## 3. ANÁLISIS DEL GRADIENTE desvaneciente',
    '## 📊 3) ANALISIS DEL GRADIENTE',
    '## §3 — El gradiente, que se desvanece (y a veces explota)',
    '## Vanishing gradient',
    'El gradiente\n------------',
    '## **Gradiente**',
  ]
  it.each(variants)('when it says so: %s', async (heading) => {
    const verdicts = await judge(changed([/^## 3\. .*$/m, heading]))
    expect(lost(verdicts)).toEqual([])
  })

  it('and when all of them are of another rank', async () => {
    for (const marks of ['# ', '### ']) {
      const text = solution
        .replace(/^# .*$/m, '')
        .replace(/^### /gm, '#### ')
        .replace(/^## /gm, marks)
      expect(lost(await judge(text))).toEqual([])
    }
  })

  it('but not when its name stands in a part of another', async () => {
    const verdicts = await judge(changed([/^## 4\. .*$/m, '### Más resultados']))
    expect(lost(verdicts)).toContain('section-results')
  })

  it.each(['Refernecias', 'Referensias', 'Refencias'])('and a misspelt one is suggested: %s', async (word) => {
    const verdicts = await judge(changed([/^## 6\. Referencias$/m, `## 6. ${word}`]))
    expect(findingOf(verdicts, 'section-references')).toMatchObject({
      messageId: 'paper.section-near',
      params: { title: 'Referencias', found: `6. ${word}` },
    })
  })
})

describe('Degree counts in proportion', () => {
  it('for length, on both sides', async () => {
    const short =
      '# Reporte\n\n## 1. Resumen\n\n' + Array.from({ length: 400 }, (_, k) => `palabra${String(k)}`).join(' ')
    expect(earned((await judge(short)).get('length'))).toBe(0.5)
    const long = solution.replace('## 1. Resumen', `## 1. Resumen\n\n${'otra cosa\n'.repeat(2000)}`)
    const part = earned((await judge(long)).get('length'))
    expect(part).toBeGreaterThan(0.4)
    expect(part).toBeLessThan(0.6)
  })

  it('and the same paragraph twice is one', async () => {
    const paragraph = Array.from({ length: 100 }, (_, k) => `palabra${String(k)}`).join(' ')
    const text = `## 1. Resumen\n\n${`${paragraph}\n\n`.repeat(8)}`
    expect(earned((await judge(text)).get('length'))).toBe(0.125)
  })

  it('for answers, one by one', async () => {
    const verdicts = await judge(without('Pregunta 4', true))
    expect(earned(verdicts.get('initial-questions'))).toBeCloseTo(6 / 7)
    expect(findingOf(verdicts, 'initial-questions').params).toMatchObject({ open: '4', count: 1, share: 85 })
  })

  it('for figures and references', async () => {
    const three = changed(
      [/!\[.*lstm_gates\.svg\)/, ''],
      [/!\[.*curvas_sentimiento\.svg\)/, ''],
      [/!\[.*prediccion_series\.svg\)/, ''],
    )
    expect(earned((await judge(three)).get('figures'))).toBe(0.75)
    const two = changed([/^1\. Hochreiter[^]*$/m, '1. Hochreiter (1997). LSTM.\n2. Bengio (1994). Gradientes.\n'])
    expect(earned((await judge(two)).get('references'))).toBeCloseTo(2 / 3)
  })
})

describe('Answers', () => {
  it.each([
    '### 4. ¿Qué desafíos?',
    '### Pregunta 4',
    '#### P4 · Desafíos',
    '### Question 4',
    '### ¿Qué desafíos de cómputo trae retropropagar a través de 100 palabras?',
  ])('are known by their headings: %s', async (heading) => {
    expect(lost(await judge(changed([/^### Pregunta 4 .*$/m, heading])))).toEqual([])
  })

  it('are not known by any number', async () => {
    const text = changed([/^### Pregunta 4 .*$/m, '### Otra cosa'])
    expect(lost(await judge(text))).toEqual(['initial-questions'])
  })
})

describe('References', () => {
  const list =
    '## 6. Referencias\n\n- Hochreiter, S. y Schmidhuber, J. (1997). LSTM.\n- Cho, K. et al. (2014). GRU.\n- [Olah](https://example.org/lstm), 2015.\n'
  const withText = (text: string): string => `## 1. Resumen\n\n${text}\n\n${list}`
  const cited = async (text: string): Promise<number> =>
    Math.round(3 * earned((await judge(withText(text))).get('citations')))

  it('are cited by number, by name and year, by link', async () => {
    expect(await cited('Como se sabe [1], las puertas ayudan.')).toBe(1)
    expect(await cited('Como se sabe [1, 3], las puertas ayudan.')).toBe(2)
    expect(await cited('Como se sabe [1-3], las puertas ayudan.')).toBe(3)
    expect(
      await cited('Las puertas ayudan (Hochreiter y Schmidhuber, 1997), y Cho et al. (2014) las simplifican.'),
    ).toBe(2)
    expect(await cited('Lo cuenta [este artículo](https://example.org/lstm).')).toBe(1)
    expect(
      await cited(
        'Hochreiter tuvo una idea. Era otra época, en otro país, y nadie la leyó entonces como se lee hoy: 1997.',
      ),
    ).toBe(0)
    expect(await cited('No se cita nada.')).toBe(0)
  })

  it('can be footnotes', async () => {
    const notes = '\n\n## 6. Referencias\n\n[^a]: Hochreiter, 1997.\n\n[^b]: Cho, 2014.\n\n[^c]: Vaswani, 2017.\n'
    const verdicts = await judge(`## 1. Resumen\n\nUna idea[^a], otra[^b] y la última[^c].${notes}`)
    expect(earned(verdicts.get('references'))).toBe(1)
  })
})

describe('A report', () => {
  const figures = [...solution.matchAll(/^!\[.*$/gm)].map(([line]) => line)
  const headings = [...solution.matchAll(/^#{2,3} (.*)$/gm)].map(([, heading = '']) => heading)

  it('never earns more for lacking sections or figures', async () => {
    const all = await pointsOf(await judge(solution))
    const property = fc.asyncProperty(
      fc.subarray(figures),
      fc.subarray(headings, { maxLength: 4 }),
      fc.constantFrom(...figures, ...headings),
      async (noFigures, noHeadings, last) => {
        const drop = (text: string, part: string): string =>
          part.startsWith('!')
            ? text.replace(part, '')
            : text.replace(new RegExp(`^#{2,3} ${part.replace(/[^\p{L}\p{N} ]/gu, '.')}$`, 'mu'), '')
        const lacking = [...noFigures, ...noHeadings].reduce(drop, solution)
        const [before, after] = [await judge(lacking), await judge(drop(lacking, last))]
        const [points, less] = [await pointsOf(before), await pointsOf(after)]
        expect(points).toBeLessThanOrEqual(all)
        expect(less).toBeLessThanOrEqual(points)
      },
    )
    await fc.assert(property, { numRuns: 12 })
  })

  it('never earns more for lacking a whole section with all that is in it', async () => {
    const all = await pointsOf(await judge(solution))
    for (const heading of headings) expect(await pointsOf(await judge(without(heading)))).toBeLessThanOrEqual(all)
  })
})

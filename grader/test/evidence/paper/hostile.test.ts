import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bounds, untamed } from '../../../evidence/paper/tame.ts'
import { changed, findingOf, judge, lost, solution } from './judge.ts'

const some = (text: string, times: number): string => text.repeat(times)

/** Each would take a reader of Markdown the square of its length, its stack, or both. */
const monsters: readonly (readonly [name: string, text: string])[] = [
  ['a line of four megabytes', some('palabra ', 520_000)],
  ['an image written out', `![x](data:image/png;base64,${some('AAAA', 20_000)})`],
  ['quotes in quotes', some('>', 50_000)],
  ['lists in lists', some('- ', 20_000)],
  ['numbered lists in lists', some('1. ', 10_000)],
  ['quotes and lists', some('> - ', 20_000)],
  ['indented lists', Array.from({ length: 300 }, (_, k) => `${some(' ', 2 * k)}- a`).join('\n')],
  ['open brackets', some('[', 50_000)],
  ['open images', some('![', 30_000)],
  ['emphasis in emphasis', some('*a **a ', 20_000)],
  ['a table as wide as a sea', `${some('|a', 5000)}\n${some('|-', 5000)}\n${some('|a', 5000)}`],
  ['backticks of all lengths', Array.from({ length: 300 }, (_, k) => some('`', k + 1)).join(' ')],
  ['tags', some('<a ', 20_000)],
  ['definitions', some('[a]: b\n', 9_000)],
  ['references', `[a]: b\n\n${some('[a]', 30_000)}`],
  ['many short lines', some('a\n\n', 30_000)],
]

describe('A report that is no report', () => {
  it.each(monsters)('is refused before it is read: %s', async (_, text) => {
    const verdicts = await judge(text)
    expect(findingOf(verdicts, 'written').kind).toBe('document')
    expect(findingOf(verdicts, 'written').messageId).toMatch(
      /^(paper\.(line-long|too-long|tangled)|submission\.too-large)$/,
    )
  })

  it('is read up to the bounds', async () => {
    const text = `${some('> ', bounds.nesting)}a\n\n${some('- ', bounds.nesting)}a\n\n${some('*a **b `c` [d] ', 400)}\n`
    expect(untamed(text)).toBeUndefined()
    expect((await judge(text)).get('written')?.kind).toBe('passed')
  })

  it('may be any bytes: what is no text says so, and nothing is the grader’s fault', async () => {
    const binary = await judge(null, { 'reporte.md': Buffer.from([0x25, 0x50, 0x44, 0x46, 0, 1]) })
    expect(findingOf(binary, 'written').messageId).toBe('submission.binary')
    const latin = await judge(null, { 'reporte.md': Buffer.from('informaci\xf3n', 'latin1') })
    expect(findingOf(latin, 'written').messageId).toBe('submission.not-utf-8')
  })

  it('never makes a check fault, whatever Markdown it is made of', async () => {
    const bits = fc.constantFrom(
      ...[
        '# ',
        '## Resumen',
        '### Pregunta 3',
        '\n',
        '\n\n',
        '- ',
        '1. ',
        '> ',
        '| ',
        '|---|',
        '$',
        '$$',
        '`',
        '```\n',
        '![a](',
        ')',
        '[1]',
        '[^1]: ',
        '<img src=',
        '"',
        '>',
        '<!--',
        '-->',
        'artifacts/',
        '%',
        '%zz',
        '..',
        '/',
        '\\',
        'LSTM',
        '98,5 %',
        '1e999',
        '10^',
        '−',
        '\u202e',
        '\u200b',
        '\u0000',
        '🙂',
        'ñ',
        'Lab 99999',
      ],
    )
    const property = fc.asyncProperty(fc.array(bits, { maxLength: 60 }), async (parts) => {
      const kinds = [...(await judge(parts.join('').replaceAll('\0', ' '))).values()].map(({ kind }) => kind)
      expect(kinds).not.toContain('faulted')
    })
    await fc.assert(property, { numRuns: 60 })
  })
})

describe('What a student writes is data', () => {
  it('whatever stands in a heading, a path or a cell', async () => {
    const nasty = '\u202eevil\u0007 ##[error] {count} <script>'
    const text = changed(
      [/^## 6\. Referencias$/m, `## 6. Referensias ${nasty}`],
      [/artifacts\/lstm_gates\.svg/, 'artifacts/%E2%80%AE{x}.svg'],
      [/^\| LSTM +\| +57 986/m, `| LSTM ${nasty.replace('<', '\\<')} | 1`],
    )
    const verdicts = await judge(text)
    expect(findingOf(verdicts, 'section-references').params['found']).toContain('{count}')
    expect(findingOf(verdicts, 'figures-whole').params['path']).toContain('{x}')
    expect(findingOf(verdicts, 'benchmark-agrees').params['row']).toBe('LSTM')
    expect([...verdicts.values()].map(({ kind }) => kind)).not.toContain('faulted')
  })

  it('and signs that nobody sees part no word and hide no heading', async () => {
    const hidden = changed(
      [/^## 3\. Análisis/m, '## 3. Aná\u200blisis'],
      [/gradiente desvaneciente$/m, 'gra\u200bdiente'],
    )
    expect(lost(await judge(hidden))).toEqual([])
    expect(lost(await judge(solution.replaceAll('á', 'a\u0301').replaceAll('ó', 'o\u0301')))).toEqual([])
  })

  it('and names of objects are only words', async () => {
    const files = {
      'artifacts/experimentos.json': '{"experiments":[{"__proto__":{"seed":1},"constructor":1}]}',
      'artifacts/benchmark.json': '{"__proto__":{"rows":[]}}',
      'artifacts/sentiment/history.json': '{"constructor":1}',
    }
    const kinds = [...(await judge(solution, files)).values()].map(({ kind }) => kind)
    expect(kinds).not.toContain('faulted')
  })
})

import { test } from '@fast-check/vitest'
import fc from 'fast-check'
import { describe, expect } from 'vitest'
import type { Report } from '../../model/report.ts'
import { annotationLimit, githubAnnotations } from '../../reports/github-annotations.ts'
import { githubSummary, summaryLimit } from '../../reports/github-summary.ts'
import { forStudent } from '../../reports/student.ts'
import { obeyed } from './consumers/runner.ts'
import { reportOf, result } from './example.ts'
import { golden, goldenFile } from './golden.ts'
import { anyReport } from './random.ts'

const copy = forStudent(golden, 'es')
const many = (count: number): Report[] => Array.from({ length: count }, () => copy)

describe("the summary of a step on GitHub's", () => {
  test('is as the golden file has it', async () => {
    await expect(githubSummary([copy], 'es')).toMatchFileSnapshot(goldenFile('summary.md'))
  })

  test('of a class begins with a table of it', () => {
    const [title, , header, , first] = githubSummary(many(2), 'en').split('\n')
    expect([title, header]).toEqual(['# Lab 11', '| Submission | Points | Level |'])
    expect(first).toBe(`| Ana, «Niña» \\| Ñandú | 21.65 / 30.00 | insufficient |`)
  })

  test('of a class that GitHub would refuse ends at the end of a row, and says so', () => {
    const text = githubSummary(many(1500), 'en')
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(summaryLimit)
    expect(Buffer.byteLength(text)).toBeGreaterThan(summaryLimit - 1000)
    const [note, blank, last] = text.trimEnd().split('\n').reverse()
    expect(note).toMatch(/^There is no room for [\d,]+ more lines here, because GitHub takes 1 MiB a step\./)
    expect(blank).toBe('')
    expect(githubSummary(many(1500), 'en', Infinity).split('\n')).toContain(last)
  })

  test.prop([fc.nat(6000)], { examples: [[138]] })(
    'keeps to whatever room there is, and loses no row unsaid',
    (limit) => {
      const whole = githubSummary(many(2), 'es')
      const text = githubSummary(many(2), 'es', limit)
      expect(Buffer.byteLength(text)).toBeLessThanOrEqual(limit)
      if (text === '') expect(limit).toBeLessThan(250)
      else if (text !== whole) {
        const [, count] = /caben (\d+) líneas? más/.exec(text) ?? []
        // Where not even the first row fits, the sentence stands alone.
        const kept = text.startsWith('\nAquí no') ? 0 : (text.split('\n\nAquí no')[0]?.split('\n').length ?? 0)
        expect(kept + Number(count)).toBeGreaterThanOrEqual(whole.split('\n').length - 2)
        expect(kept + Number(count)).toBeLessThanOrEqual(whole.split('\n').length)
      }
    },
  )

  test('of a public run says what did not run', () => {
    const report = { ...copy, run: { ...copy.run, mode: 'public' as const } }
    expect(githubSummary([report], 'en')).toContain('> Only the public checks ran')
  })
})

describe('annotations', () => {
  test('are as the golden file has them', async () => {
    await expect(githubAnnotations([copy], 'es', 'starter')).toMatchFileSnapshot(goldenFile('annotations.txt'))
  })

  test('say where, what was promised and what was seen, once the runner has undone its escapes', () => {
    expect(obeyed(githubAnnotations([copy], 'es', 'starter/'))).toContainEqual({
      name: 'error',
      properties: { file: 'starter/demo/demo.ts', line: '42', col: '7', title: 'Promesa de demo/a.' },
      message: 'En hs[2][1,0] se esperaba 0.31 (según float64), pero llegó 0.62.',
    })
  })

  test.prop([fc.array(anyReport, { maxLength: 12 })])('are no more of a kind than GitHub shows', (reports) => {
    const text = githubAnnotations(reports, 'en')
    const commands = obeyed(text)
    expect(commands).toHaveLength(text.split('\n').length - 1)
    for (const kind of ['error', 'warning']) {
      expect(commands.filter(({ name }) => name === kind).length).toBeLessThanOrEqual(annotationLimit)
    }
    expect(commands.filter(({ name }) => !['error', 'warning', 'notice'].includes(name))).toEqual([])
  })

  test('of many are those that most points hang on, with a notice of the others', () => {
    const finding = { kind: 'value', messageId: 'expect.value-only', params: { expected: '1', received: '2' } } as const
    const failing = Array.from({ length: 14 }, (_, k) => result(`demo/${String(k)}`, { kind: 'failed', finding }))
    const gate = result('demo/gate', { kind: 'failed', finding })
    const waiting = result('demo/b', { kind: 'blocked', by: 'demo/gate' })
    const commands = obeyed(githubAnnotations([reportOf([...failing, gate, waiting])], 'en'))
    expect(commands[0]?.properties['title']).toBe('Promesa de demo/gate.')
    expect(commands.filter(({ name }) => name === 'error')).toHaveLength(10)
    expect(commands.at(-1)).toMatchObject({
      name: 'notice',
      message: expect.stringContaining('5 more annotations') as string,
    })
  })

  test('of one line that fails many checks for one reason are one', () => {
    const finding = {
      kind: 'syntax',
      messageId: 'subject.syntax',
      params: { error: 'x', line: 'y' },
      location: 'demo/demo.ts:3:1',
    } as const
    const commands = obeyed(
      githubAnnotations([reportOf(['demo/a', 'demo/b'].map((id) => result(id, { kind: 'failed', finding })))], 'es'),
    )
    expect(commands.map(({ name, properties }) => [name, properties['file']])).toEqual([['error', 'demo/demo.ts']])
  })

  test.each(['/etc/passwd:1:1', '../../x.ts:1:1', 'demo/demo.ts', 'a\n::error::x:1:2', 'x'.repeat(300) + ':1:1'])(
    'name no file for what is no place in the submission: %j',
    (location) => {
      const finding = { kind: 'threw', messageId: 'subject.threw', params: { fn: 'f', error: 'x' }, location } as const
      const [command, ...more] = obeyed(
        githubAnnotations([reportOf([result('demo/a', { kind: 'failed', finding })])], 'es'),
      )
      expect(command?.properties).toEqual({ title: 'Promesa de demo/a.' })
      expect(more).toEqual([])
    },
  )
})

import fc from 'fast-check'
import pc from 'picocolors'
import { describe, expect, it } from 'vitest'
import { findingKinds, type Finding } from '../../model/finding.ts'
import type { Report } from '../../model/report.ts'
import type { CheckResult, Language } from '../../model/verdict.ts'
import { htmlReport } from '../../reports/html.ts'
import { markdownReport } from '../../reports/markdown.ts'
import { jsonText, lines, markdown, oneLine } from '../../reports/neutral.ts'
import { canvasCsv } from '../../reports/canvas.ts'
import { classroom50Result } from '../../reports/classroom50.ts'
import { classroomPayload } from '../../reports/classroom.ts'
import { githubAnnotations } from '../../reports/github-annotations.ts'
import { githubSummary } from '../../reports/github-summary.ts'
import { gradescopeResults } from '../../reports/gradescope.ts'
import { junitXml } from '../../reports/junit.ts'
import { moodleCsv } from '../../reports/moodle.ts'
import { forStudent } from '../../reports/student.ts'
import { checkReport, gradeReport } from '../../reports/terminal.ts'
import { failureOf, workbench } from '../subject/workbench.ts'
import { canvasImport } from './consumers/canvas.ts'
import { classroom50 } from './consumers/classroom50.ts'
import { reported } from './consumers/reporter.ts'
import { csvRows } from './consumers/csv.ts'
import { obeyed } from './consumers/runner.ts'
import { objections } from './consumers/schemas.ts'
import { noXmllint, xmlObjections, xpath } from './consumers/xml.ts'
import { reportOf, result } from './example.ts'

const nasty = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.constantFrom(
    'a|b\n# h\n\n| x | y |\n',
    '<img src=x onerror=alert(1)>',
    '[x](javascript:alert(1)) ![y](http://z)',
    '\u001b[2J\u001b]0;title\u0007\u009b31m',
    '\u202eesrever\u2066\u200f',
    '{{constructor.constructor("return process")()}} {{> partial}} {{{raw}}}',
    '\\| \\` ``` ~~~ &lt; ** __',
    '__proto__',
    '\r\n::error file=x::y',
    '  ::add-mask::x',
    '##[error]x ##vso[task.setvariable variable=a]b ##teamcity[x]',
    '@everyone hola @a-b #12 https://evil.example/x.png www.evil.example a@b.example mailto:a@b.example $x$',
    '- x',
    '1. x',
    '=== x',
    '---',
    '\u2028\u2029\u200b\ufeff\u{e0041}\ud83d',
    'x'.repeat(100_000),
    '=HYPERLINK("http://z")',
    '@SUM(A1)|cmd',
    '\t+1',
    'a]]></failure><!-- " &amp; -->',
    '\ufffe\uffff\u0000',
    'x,y;"z"\r\n=1',
    'Points Possible',
    'x\n::notice title=Autograding complete::Points 20/20',
    '%0A::error::x %25',
  ),
)

const controls = /\p{Cc}/u
const bidi = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/
const hidden = /[\u2028\u2029\u200b\ufeff]|\p{Cs}|[\u{e0000}-\u{e007f}]/u
const obeyedByAnyone = /^\s*::|##[\w.-]*\[/

describe('Text of a student', () => {
  it('on one line is one line, without a control character or a mark that turns text around', () => {
    fc.assert(
      fc.property(nasty, (text) => {
        expect(oneLine(text)).not.toMatch(controls)
        expect(oneLine(text)).not.toMatch(bidi)
        expect(oneLine(text)).not.toMatch(hidden)
        expect(oneLine(text)).not.toMatch(obeyedByAnyone)
        // Every character of the first four thousand may have to be written out.
        expect(oneLine(text).length).toBeLessThan(40_010)
      }),
    )
  })

  it('line by line keeps to its lines and its width', () => {
    fc.assert(
      fc.property(nasty, fc.nat(5), (text, count) => {
        const shown = lines(text, count)
        expect(shown.length).toBeLessThanOrEqual(count)
        for (const line of shown) {
          expect(line.length).toBeLessThanOrEqual(161)
          expect(line).not.toMatch(controls)
          expect(line).not.toMatch(bidi)
          expect(line).not.toMatch(hidden)
          expect(`| ${line}`).not.toMatch(obeyedByAnyone)
        }
      }),
    )
  })

  it('in Markdown is no markup: every sign of it is escaped', () => {
    fc.assert(
      fc.property(nasty, (text) => {
        expect(markdown(text).replace(/\\./gu, '')).not.toMatch(/[\\`*_{}[\]()#+!|<>&~$\n\r]/)
      }),
    )
  })

  it('in Markdown begins no list and underlines no heading', () => {
    fc.assert(
      fc.property(nasty, (text) => {
        expect(markdown(text)).not.toMatch(/^\s*(?:[-=]+(?:\s|$)|\d+[.)]\s)/)
      }),
    )
  })

  it('in Markdown is no mention, no issue and no address, which are found in text that is no markup', () => {
    const found = /[@#][\p{L}\p{N}_-]|:\/\/|www\./iu
    fc.assert(
      fc.property(nasty, (text) => {
        // What a renderer makes of the escapes.
        expect(markdown(text).replace(/\\(.)/gu, '$1')).not.toMatch(found)
      }),
    )
  })

  it('as JSON is the same value, and nothing that hides or that a log obeys', () => {
    fc.assert(
      fc.property(fc.dictionary(nasty, nasty), (value) => {
        const text = jsonText(value)
        expect(JSON.parse(text)).toEqual(value)
        for (const line of text.split('\n')) expect(line).not.toMatch(obeyedByAnyone)
        expect(text.replaceAll('\n', '')).not.toMatch(controls)
        expect(text).not.toMatch(bidi)
        expect(text).not.toMatch(hidden)
      }),
    )
  })

  it('is written out where it is a tag that has no meaning yet', () => {
    expect(oneLine('a\u{e0002}b')).toBe('a\\u{e0002}b')
    expect(jsonText('a\u{e0002}b')).toBe('"a\\udb40\\udc02b"\n')
  })

  it.each([
    ['Ana Rojas', 'Ana Rojas'],
    ['-0.5', '-0.5'],
    ['1.5', '1.5'],
    ['expected 0.22767, but got 0.60413: a::b', 'expected 0.22767, but got 0.60413: a::b'],
    ['👩‍👩‍👧', '👩‍👩‍👧'],
  ])('that harms nobody stays as it is: %s', (text, shown) => {
    expect(oneLine(text)).toBe(shown)
    expect(markdown(text)).toBe(shown)
  })
})

describe('A report', () => {
  const finding = (text: string): Finding => ({
    kind: 'threw',
    messageId: 'subject.threw',
    params: { fn: 'f', error: text },
    expected: text,
    received: text,
    at: text,
    counterexample: text,
    location: text,
    replay: text,
  })
  const results = (text: string): CheckResult[] => [
    result('demo/a', { kind: 'failed', finding: finding(text) }),
    result('demo/b', { kind: 'failed', finding: { ...finding(text), kind: 'law' } }),
  ]

  const more = (text: string): CheckResult[] => [
    result('demo/c', { kind: 'crashed', finding: finding(text) }),
    result('demo/x', { kind: 'failed', finding: { ...finding(text), kind: 'timeout' } }, 'hidden'),
    result('demo/loads', { kind: 'faulted', fault: text }),
  ]

  it('in Markdown has the same lines whatever the student wrote, and the same tables and headings', () => {
    const skeleton = (text: string): string[] =>
      markdownReport(reportOf(results(text), text), 'es')
        .split('\n')
        .map(
          (line) =>
            (/^(?:#{1,3} |\||- |> | {2}- )/.exec(line)?.[0] ?? '') + String((line.match(/(?<!\\)\|/g) ?? []).length),
        )
    const harmless = skeleton('x')
    fc.assert(
      fc.property(nasty, (text) => {
        expect(skeleton(text)).toEqual(harmless)
      }),
      { numRuns: 50 },
    )
  })

  it('in HTML has the same elements and attributes whatever the student wrote, and no text that turns others around', () => {
    const page = (text: string, copy = (report: Report): Report => report): string => {
      const note = { messageId: 'review.code-from-text', params: { name: text, place: text, times: 1 } }
      return htmlReport(copy(reportOf([...results(text), ...more(text)], text, [note])), 'es')
    }
    // A sentence that is too long loses its end, and with it the end of its last stretch of code.
    const tags = (html: string): string[] => (html.match(/<[^>]*>/g) ?? []).filter((tag) => !/^<\/?code>$/.test(tag))
    const student = (report: Report): Report => forStudent(report, 'es')
    const harmless = [tags(page('x')), tags(page('x', student))]
    fc.assert(
      fc.property(nasty, (text) => {
        const pages = [page(text), page(text, student)]
        expect(pages.map(tags)).toEqual(harmless)
        for (const html of pages) {
          // The template's own line ends are all that is left.
          expect(html.replaceAll('\n', '')).not.toMatch(controls)
          expect(html).not.toMatch(bidi)
          expect(html).not.toMatch(hidden)
        }
      }),
      { numRuns: 50 },
    )
  })

  it("in HTML shows a student's signs as they are: backticks, quotes, braces", () => {
    const page = htmlReport(reportOf(results('`a` "b" {{c}} <d> &amp;'), '`n` <b>'), 'es')
    expect(page).toContain('<h1><bdi>&#x60;n&#x60; &lt;b&gt;</bdi></h1>')
    expect(page).toContain('<code>f</code> lanzó un error: &#x60;a&#x60; &quot;b&quot; {{c}} &lt;d&gt; &amp;amp;')
  })

  it('in the terminal has no escape but its own, and as many lines as it means to have', () => {
    const options = { language: 'en', colors: pc.createColors(false), all: true, flags: '' } as const
    const shown = (text: string): string =>
      checkReport(reportOf(results(text), text), { ...options, outputs: {} }) + gradeReport(reportOf([], text), options)
    const count = shown('x').split('\n').length
    fc.assert(
      fc.property(nasty, (text) => {
        expect(shown(text).replaceAll('\n', '')).not.toMatch(controls)
        for (const line of shown(text).split('\n')) expect(line).not.toMatch(obeyedByAnyone)
        expect(shown(text).split('\n')).toHaveLength(count)
      }),
      { numRuns: 50 },
    )
  })

  it('of an error that is nothing but commands obeys none of them, wherever it is shown', async () => {
    const { finding: thrown } = await failureOf((await workbench().subject('throws-commands')).call('act'))
    const report = reportOf([result('demo/a', { kind: 'failed', finding: thrown })], 'Ana')
    const options = { language: 'es', colors: pc.createColors(false), all: true, outputs: {}, flags: '' } as const
    const page = markdownReport(report, 'es')
    const texts = [checkReport(report, options), page, htmlReport(report, 'es'), jsonText(report)]
    for (const text of texts) {
      expect(text).toContain('100/100')
      expect(text.replaceAll('\n', '')).not.toMatch(controls)
      expect(text).not.toMatch(bidi)
      for (const line of text.split('\n')) expect(line).not.toMatch(obeyedByAnyone)
    }
    expect(page.replace(/\\(.)/gu, '$1')).not.toMatch(/@everyone|https:\/\/evil|^# 100/m)
    expect(page.replace(/\\./gu, '')).not.toMatch(/<img|\]\(javascript|```|\$x\$/)
  })

  it('says something for every kind of finding and verdict, in both languages, and never what it does not know', () => {
    const every: CheckResult[] = [
      result('demo/loads', { kind: 'passed' }),
      ...findingKinds.map((kind, k) =>
        result(`demo/${String(k)}`, { kind: 'failed', finding: { ...finding('x'), kind } }),
      ),
      result('demo/a', { kind: 'crashed', finding: finding('x') }, 'hidden'),
      result('demo/b', { kind: 'blocked', by: 'demo/a' }, 'hidden'),
      result('demo/c', { kind: 'faulted', fault: 'x' }),
      result('demo/x', { kind: 'passed' }),
    ]
    for (const language of ['es', 'en'] as Language[]) {
      const report = reportOf(every)
      for (const text of [
        markdownReport(report, language),
        markdownReport(forStudent(report, language), language),
        htmlReport(report, language),
        htmlReport(forStudent(report, language), language),
        checkReport(report, { language, colors: pc.createColors(false), all: true, outputs: {}, flags: '' }),
        gradeReport(report, { language, colors: pc.createColors(true) }),
      ]) {
        expect(text).not.toMatch(/undefined|\[object|NaN|\{\{/)
      }
    }
  })
})

describe('A report for another system', () => {
  const finding = (text: string): Finding => ({
    kind: 'threw',
    messageId: 'subject.threw',
    params: { fn: 'f', error: text },
    expected: text,
    received: text,
    counterexample: text,
    location: text,
    replay: text,
  })
  const reportFor = (text: string): Report => {
    const own = { ...finding(text), location: `demo/demo.ts:1:1` }
    const results = [
      result('demo/a', { kind: 'failed', finding: finding(text) }),
      result('demo/b', { kind: 'crashed', finding: own }, 'hidden'),
    ]
    return reportOf(results, text === '' ? 'x' : text)
  }
  /** Tries a property on what students may write. */
  const holds = (property: (report: Report, text: string) => void, numRuns = 60): void => {
    fc.assert(
      fc.property(nasty, (text) => {
        property(reportFor(text), text)
      }),
      { numRuns },
    )
  }
  const safe = (text: string): void => {
    expect(text).not.toMatch(controls)
    expect(text).not.toMatch(bidi)
    expect(text).not.toMatch(/[\u2028\u2029\ufeff]|\p{Cs}|[\u{e0000}-\u{e007f}]/u)
  }

  it('has in the summary of a step the same rows and cells, whatever the student wrote', () => {
    const skeleton = (report: Report): string[] =>
      githubSummary([report], 'es')
        .split('\n')
        .map((line) => (/^(?:## |\| |- |\*\*)/.exec(line)?.[0] ?? '') + String((line.match(/(?<!\\)\|/g) ?? []).length))
    const harmless = skeleton(reportFor('x'))
    holds((report) => {
      expect(skeleton(report)).toEqual(harmless)
    })
  })

  it('has in annotations the commands that it means, and none of the student', () => {
    holds((report, text) => {
      const log = githubAnnotations([report], 'es')
      for (const { name, properties } of obeyed(log)) {
        expect(['error', 'warning']).toContain(name)
        expect(Object.keys(properties).filter((key) => !['file', 'line', 'col', 'title'].includes(key))).toEqual([])
        expect(properties['title']).toMatch(/^Promesa de demo\/[ab]\.$/)
      }
      expect(obeyed(log)).toHaveLength(2)
      expect(log.trimEnd().split('\n')).toHaveLength(2)
      for (const line of log.trimEnd().split('\n')) {
        safe(line)
        expect(line).not.toMatch(/##[\w.-]*\[/)
      }
      expect(log.length, text.slice(0, 20)).toBeLessThan(90_000)
    })
  })

  it('makes the classic reporter print one line a test, none of which a runner obeys', () => {
    holds((report) => {
      const { printed, result: read } = reported(classroomPayload(report, 'es'))
      expect(printed.split('\n')).toHaveLength(read.tests.length)
      expect(obeyed(printed)).toEqual([])
      for (const line of printed.split('\n')) {
        safe(line)
        expect(line).not.toMatch(obeyedByAnyone)
      }
    })
  })

  it.each([
    ['Gradescope', (report: Report) => gradescopeResults(report, 'es'), 'gradescope'],
    ['Classroom 50', (report: Report) => classroom50Result(report, 'es', classroom50), 'classroom50'],
  ] as const)('is for %s valid JSON whose lines are its own', (_, render, schema) => {
    holds((report) => {
      const text = render(report)
      const read = JSON.parse(text) as { tests: Record<string, unknown>[] }
      expect(objections(schema, read)).toEqual([])
      for (const line of text.split('\n')) {
        safe(line)
        expect(line).not.toMatch(obeyedByAnyone)
      }
      for (const test of read.tests) {
        for (const line of String(test['output'] ?? test['message']).split('\n')) safe(line)
      }
    })
  })

  it('is XML without a character that XML does not have, and nothing that ends an element early', () => {
    const tags = (xml: string): string[] => xml.match(/<[^>]*?(?=[\s>])/g) ?? []
    const harmless = tags(junitXml(reportFor('x'), 'es'))
    holds((report) => {
      const xml = junitXml(report, 'es')
      expect(xml).not.toMatch(/[^\t\n\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u)
      expect(xml).not.toContain(']]>')
      expect(tags(xml)).toEqual(harmless)
    })
    for (const sign of ['\ufffe', '\uffff', '\u0000', '\ud800']) {
      expect(junitXml(reportFor(`a${sign}b`), 'es')).not.toContain(sign)
    }
  })

  it.skipIf(noXmllint !== undefined)('is XML that a parser takes', () => {
    holds((report) => {
      expect(xmlObjections(junitXml(report, 'es'), 'junit-ant')).toBe('')
    }, 20)
    const [text, markup] = ['a]]>&<b>"\'', ']]><testcase/><!--']
    expect(xpath(junitXml(reportFor(text), 'es'), '//property[@name="submission"]/@value')).toBe(text)
    expect(xpath(junitXml(reportFor(markup), 'es'), 'count(//testcase)')).toBe('2')
  })

  it('is a table without formulas, and a row a student', () => {
    const formula = /^[\s]*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/
    const gradebook = { identity: 'username', assignment: 'Lab 11' } as const
    holds((report, text) => {
      for (const file of [moodleCsv([report], 'es', gradebook), canvasCsv([report], gradebook)]) {
        const rows = csvRows(file, { record_delimiter: '\r\n' })
        expect(rows.length).toBeLessThanOrEqual(3)
        for (const cell of rows.flat()) {
          expect(cell).not.toMatch(formula)
          safe(cell)
        }
      }
      expect(canvasImport(canvasCsv([report], gradebook)).possible, text.slice(0, 20)).toBe(report.score.max.toFixed(2))
    })
    for (const name of ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '  =1', '＝1']) {
      const [, row] = csvRows(moodleCsv([reportFor(name)], 'es', gradebook))
      expect(row?.[0]).toBe(`'${name.trim()}`)
    }
  })
})

describe("A student's copy tells nothing of a hidden check's data", () => {
  const secrets: Finding = {
    kind: 'value',
    messageId: 'expect.value-oracle',
    params: { at: 'SECRET-at', expected: 'SECRET-expected', received: 'SECRET-received', oracle: 'SECRET-oracle' },
    expected: 'SECRET-expected',
    received: 'SECRET-received',
    at: 'SECRET-at',
    maxAbs: 0.125,
    maxRel: 0.625,
    counterexample: 'SECRET-case',
    seed: 123_456,
    replay: 'SECRET-replay',
  }

  it.each(['value', 'shape', 'type', 'law', 'threw', 'protocol'] as const)('of the kind %s', (kind) => {
    const hidden = result('demo/a', { kind: 'failed', finding: { ...secrets, kind } }, 'hidden')
    const copy = forStudent(reportOf([hidden]), 'es')
    const [check] = copy.checks
    expect(check).toMatchObject({ claim: 'Promesa de demo/a.', verdict: 'failed', points: 0, max: 5 })
    expect(check?.finding).toMatchObject({ kind, messageId: 'report.hidden-finding' })
    expect(JSON.stringify(copy.checks)).not.toMatch(/SECRET|0\.12|0\.13|0\.62|0\.63|123456/)
    expect(copy.run.seed).toBe(0)
  })

  it('nor of a fault, which names places on the machine', () => {
    const copy = forStudent(reportOf([result('demo/a', { kind: 'faulted', fault: 'at /somewhere/secret.ts' })]), 'es')
    expect(JSON.stringify(copy)).not.toContain('secret.ts')
  })

  it('while the points and verdicts stay those of the full report', () => {
    const report = reportOf([
      result('demo/a', { kind: 'failed', finding: secrets }, 'hidden'),
      result('demo/b', { kind: 'passed' }, 'hidden'),
      result('demo/c', { kind: 'crashed', finding: secrets }),
    ])
    const copy = forStudent(report, 'en')
    expect(copy.score).toEqual(report.score)
    expect(copy.criteria).toEqual(report.criteria)
    expect(copy.checks.map(({ id, verdict, points, max }) => [id, verdict, points, max])).toEqual(
      report.checks.map(({ id, verdict, points, max }) => [id, verdict, points, max]),
    )
  })
})

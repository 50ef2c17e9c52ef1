import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Rubric } from '../../model/rubric.ts'
import { chromium, without } from '../reports/browser.ts'
import { edit, filesOf, inside, submission, temporary } from './folders.ts'
import { pointsOf, storedReport, timeless } from './reports.ts'
import { es, repository, run } from './run.ts'

const deliverable = ['--deliverable', 'gru-cell', '--seed', '7']
const files = ['', 'student/'].flatMap((copy) => ['html', 'json', 'md'].map((kind) => `${copy}report.${kind}`))

const pdfs = ['report.pdf', 'student/report.pdf']

let [top, wrong, out] = ['', '', '']
beforeAll(async () => {
  top = await temporary()
  out = path.join(top, 'out')
  wrong = await submission(path.join(top, 'wrong'), {
    'gru-cell/gru-cell.ts': inside('gruStep', 'return Matrix.zeros(1, 1)'),
  })
  expect((await run(['grade', wrong, ...deliverable, '--out', out])).exitCode).toBe(0)
})

async function contents(): Promise<string[]> {
  return Promise.all(files.map((file) => readFile(path.join(out, 'wrong', file), 'utf8')))
}

describe('report, from what grade has stored', () => {
  it('makes the same files anew when nothing has changed', async () => {
    const before = await contents()
    const { exitCode, stdout, stderr } = await run(['report', out])
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' })
    expect(stdout).toContain(es('progress.rescored', { count: 1 }))
    expect(stdout).toContain(es('progress.next-grade', { path: path.join(out, 'wrong', 'report.html') }))
    expect(await contents()).toEqual(before)
  })

  it('gives what grading with another rubric would give', async () => {
    const rubric = JSON.parse(await readFile(path.join(repository, 'rubric.json'), 'utf8')) as Rubric
    const criteria = rubric.criteria.map((criterion) => ({
      ...criterion,
      rows: criterion.rows.map((row) =>
        row.id === '2i-forward' ? { ...row, checks: { ...row.checks, 'gru-cell/count-params': 100 } } : row,
      ),
    }))
    const file = path.join(top, 'other.json')
    await writeFile(file, JSON.stringify({ ...rubric, criteria }))
    const graded = path.join(top, 'graded')
    await run(['grade', wrong, ...deliverable, '--out', graded, '--rubric', file])
    const before = storedReport(out, 'wrong')
    expect((await run(['report', out, '--rubric', file])).exitCode).toBe(0)
    const after = storedReport(out, 'wrong')
    expect(timeless(after)).toEqual(timeless(storedReport(graded, 'wrong')))
    expect(pointsOf(after, 'implementacion-numpy')).toBeGreaterThan(pointsOf(before, 'implementacion-numpy') ?? NaN)
  })

  it('speaks another language, findings and names of mistakes too', async () => {
    expect((await run(['report', out, '--lang', 'en'])).exitCode).toBe(0)
    const { checks, criteria } = storedReport(out, 'wrong')
    expect(criteria.map(({ title }) => title)).toContain('Implementation from scratch')
    expect(checks.flatMap(({ finding }) => finding?.message ?? []).join(' ')).toMatch(/\bexpected\b/i)
    expect(checks.map(({ claim }) => claim).join(' ')).not.toMatch(/[áéíóúñ¿]/)
    expect(await readFile(path.join(out, 'wrong', 'student', 'report.md'), 'utf8')).not.toContain('Implementación')
  })
})

describe('report refuses, and changes nothing', () => {
  it('a folder without reports', async () => {
    const { exitCode, stderr } = await run(['report', wrong])
    expect(exitCode).toBe(2)
    expect(stderr).toContain(es('usage.no-reports', { path: wrong }))
  })

  it.for<[string, (text: string) => string, RegExp]>([
    ['is cut off', (text) => text.slice(0, -10), /JSON/],
    ['lacks something', (text) => text.replace('"schema": "lab11/report/v1",', ''), /schema/],
  ])('one that %s', async ([name, spoil, reason]) => {
    const spoilt = path.join(out, 'also')
    await mkdir(spoilt)
    await writeFile(path.join(spoilt, 'report.json'), await readFile(path.join(out, 'wrong', 'report.json')))
    await edit(path.join(spoilt, 'report.json'), spoil)
    const before = await contents()
    const { exitCode, stdout, stderr } = await run(['report', out])
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' })
    expect(stderr, name).toMatch(/also.report\.json/)
    expect(stderr).toMatch(reason)
    expect(await contents()).toEqual(before)
    expect(await filesOf(spoilt)).toEqual(['report.json'])
    await rm(spoilt, { recursive: true })
  })
})

describe.skipIf(chromium === undefined)(`report --pdf${without}`, () => {
  it('prints each page, and leaves nothing of the browser behind', async () => {
    const { exitCode, stderr } = await run(['report', out, '--pdf'])
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' })
    expect(await filesOf(path.join(out, 'wrong'))).toEqual([...files, ...pdfs].sort())
    for (const file of pdfs) {
      const bytes = await readFile(path.join(out, 'wrong', file))
      expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
      expect(bytes.length).toBeGreaterThan(10_000)
    }
  })

  it('does not outlive the page that it was made of', async () => {
    expect((await run(['report', out])).exitCode).toBe(0)
    expect(await filesOf(path.join(out, 'wrong'))).toEqual(files)
  })
})

describe('report --pdf ends, and says why, where', () => {
  it('there is no browser: nothing is changed', async () => {
    const before = await contents()
    const { exitCode, stdout, stderr } = await run(['report', out, '--pdf', '--lang', 'en'], { env: { PATH: '' } })
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' })
    expect(stderr).toMatch(
      /Writing PDF needs Chromium or Chrome, and none was found here \(chromium, .*google-chrome.*CHROME_PATH/,
    )
    expect(await contents()).toEqual(before)
  })

  it('CHROME_PATH leads nowhere', async () => {
    const browser = path.join(top, 'no-browser')
    const { exitCode, stderr } = await run(['report', out, '--pdf'], { env: { CHROME_PATH: browser } })
    expect(exitCode).toBe(2)
    expect(stderr).toContain(es('pdf.chrome-path', { path: browser }))
  })

  it.skipIf(process.platform === 'win32')('what it leads to prints nothing: the page is there', async () => {
    const browser = path.join(top, 'broken-browser')
    await writeFile(browser, '#!/bin/sh\necho "no display" >&2\nexit 3\n', { mode: 0o755 })
    const { exitCode, stderr } = await run(['report', out, '--pdf'], { env: { CHROME_PATH: browser } })
    expect(exitCode).toBe(2)
    const pdf = path.join(out, 'wrong', 'report.pdf')
    expect(stderr).toContain(es('pdf.failed', { browser, path: pdf, reason: 'no display' }))
    expect(await filesOf(path.join(out, 'wrong'))).toEqual(files)
  })
})

import { mkdir, symlink, writeFile } from 'node:fs/promises'
import { readdirSync } from 'node:fs'
import path from 'node:path'
import { execa } from 'execa'
import { beforeAll, describe, expect, it } from 'vitest'
import { submission, temporary, untouched } from './folders.ts'
import { checkOf, lost, storedReport } from './reports.ts'
import { es, repository, run, type Ran } from './run.ts'

let top = ''
beforeAll(async () => {
  top = await temporary()
})

describe('grade of a class', () => {
  let ran: Ran
  let out = ''
  beforeAll(async () => {
    const folder = path.join(top, 'class')
    await submission(path.join(folder, 'Ana Rojas'))
    await untouched(path.join(folder, 'ana-rojas'))
    await submission(path.join(folder, 'Íñigo Peña', 'starter'), { 'gru-cell/gru-cell.ts': 'export const = 1\n' })
    await mkdir(path.join(folder, 'vacío'))
    await writeFile(path.join(folder, 'notas.txt'), 'nadie')
    out = path.join(top, 'out')
    ran = await run(['grade', folder, '--deliverable', 'gru-cell', '--out', out, '--seed', '7'])
  })

  it('exits 3 and names the one that cannot be graded, with the reason', () => {
    expect(ran.exitCode).toBe(3)
    const reason = es('submission.empty', { path: 'vacío' })
    expect(ran.stderr).toBe(es('progress.not-graded', { name: 'vacío', reason }))
  })

  it('grades the others, whatever they hold', () => {
    expect(ran.stdout).toContain(es('progress.summary', { count: 3, seed: 7 }))
    const good = storedReport(out, 'ana-rojas')
    expect(lost(good)).toEqual([])
    expect(good.score.points).toBe(good.score.max)
    const starter = storedReport(out, 'ana-rojas-2')
    expect(starter.score.points).toBe(0)
    expect(checkOf(starter, 'gru-cell/init-shapes').finding?.kind).toBe('not-implemented')
    const broken = storedReport(out, 'inigo-pena')
    expect(broken.score.points).toBe(0)
    expect(checkOf(broken, 'gru-cell/loads').finding?.kind).toBe('syntax')
    expect(broken.checks.slice(1).every(({ verdict }) => verdict === 'blocked')).toBe(true)
  })

  it('keeps the names, and makes ids of them without accents, each its own', () => {
    expect(readdirSync(out).sort()).toEqual(['ana-rojas', 'ana-rojas-2', 'inigo-pena'])
    const ids = ['ana-rojas', 'ana-rojas-2', 'inigo-pena']
    const submissions = ids.map((id) => storedReport(out, id).submission)
    expect(submissions.map(({ id }) => id)).toEqual(ids)
    expect(submissions.map(({ name }) => name)).toEqual(['Ana Rojas', 'ana-rojas', 'Íñigo Peña'])
    expect(new Set(submissions.map(({ hash }) => hash)).size).toBe(3)
  })

  it('is not what check looks at: it says what to do instead', async () => {
    const folder = path.join(top, 'class')
    expect(await run(['check', '--submission', folder])).toEqual({
      exitCode: 2,
      stdout: '',
      stderr: `✗ ${es('usage.class-given', { path: folder })}`,
    })
  })
})

describe('grade of submissions whose file cannot be read as code', () => {
  const file = path.join('gru-cell', 'gru-cell.ts')
  const shown = 'gru-cell/gru-cell.ts'
  let ran: Ran
  let out = ''
  beforeAll(async () => {
    const folder = path.join(top, 'odd')
    await submission(path.join(folder, 'big'), { [file]: '/'.repeat(10 * 1024 * 1024) })
    await submission(path.join(folder, 'binary'), { [file]: Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 0, 1]) })
    await submission(path.join(folder, 'utf-16'), {
      [file]: Buffer.from('\ufeffexport function initGru() {}\n', 'utf16le'),
    })
    await submission(path.join(folder, 'latin-1'), { [file]: Buffer.from('// línea\n', 'latin1') })
    await submission(path.join(folder, 'renamed'), {
      [file]: null,
      [path.join('gru-cell', 'gru_cell.ts')]: 'export {}\n',
    })
    await submission(path.join(folder, 'linked'), { [file]: null })
    await symlink(path.join(repository, 'solutions', file), path.join(folder, 'linked', file))
    await submission(path.join(folder, 'pipe'), { [file]: null })
    await execa('mkfifo', [path.join(folder, 'pipe', file)])
    await mkdir(path.join(folder, 'wrong-names', 'GRU_cell'), { recursive: true })
    await mkdir(path.join(folder, 'wrong-names', 'notes'))
    await symlink(path.join(repository, 'solutions'), path.join(folder, 'link'))
    out = path.join(top, 'odd-out')
    ran = await run(['grade', folder, '--deliverable', 'gru-cell', '--out', out, '--seed', '7'])
  })

  it.each([
    ['big', 'submission.too-large', { path: shown, size: 10240, limit: 256 }],
    ['binary', 'submission.binary', { path: shown }],
    ['utf-16', 'submission.utf-16', { path: shown }],
    ['latin-1', 'submission.not-utf-8', { path: shown, line: 1 }],
    ['renamed', 'submission.missing-file-near', { path: shown, near: 'gru-cell/gru_cell.ts' }],
    ['linked', 'submission.symlink', { path: shown }],
    ['pipe', 'submission.not-a-file', { path: shown }],
  ] as const)('%s: says what it expected and what to do', (id, messageId, params) => {
    const report = storedReport(out, id)
    const loads = checkOf(report, 'gru-cell/loads')
    expect(loads).toMatchObject({ verdict: 'failed', finding: { messageId, message: es(messageId, params) } })
    expect(report.score.points).toBe(0)
    expect(report.checks.slice(1).every(({ blockedBy }) => blockedBy === 'gru-cell/loads')).toBe(true)
  })

  it('names the folders that hold no submission: a link, and one with near-miss names', () => {
    expect(ran.exitCode).toBe(3)
    const reasons = [
      ['link', es('submission.linked', { path: 'link' })],
      [
        'wrong-names',
        es('submission.no-deliverable-near', {
          path: 'wrong-names',
          slug: 'gru-cell',
          near: 'GRU_cell',
          found: 'GRU_cell/, notes/',
        }),
      ],
    ] as const
    expect(ran.stderr.split('\n')).toEqual(reasons.map(([name, reason]) => es('progress.not-graded', { name, reason })))
  })
})
